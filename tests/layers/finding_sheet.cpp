#include "layers/finding_sheet.h"

#include <QFontMetricsF>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "gis/questions/ask.h"
#include "gis/words/numbers.h"
#include "layers/label.h"
#include "layers/page.h"
#include "layers/sheet_table.h"
#include "tests/support/places.h"
#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

FindingColumn words_of(const std::string& name, std::vector<std::string> cells) {
  FindingColumn column;
  column.name = text("{1}", name);
  column.words = std::move(cells);
  return column;
}

FindingColumn figures_of(const std::string& name, std::vector<std::optional<double>> cells, bool share = false) {
  FindingColumn column;
  column.name = text("{1}", name);
  column.figures = std::move(cells);
  column.share = share;
  return column;
}

/// A finding with a table of as many rows and columns of figures, the last row that of everybody.
Finding finding_with(int rows, int columns) {
  Finding finding;
  finding.name = "Spielplätze: wen sie innerhalb 300 m erreichen";
  finding.question = {"districts", {}};
  finding.sentences = {text("{1} of {2} rows came in", 1240, 2310), text("There are no measures yet.")};
  finding.method = {text("Lengths and areas are planar in the plan's coordinate system, EPSG:{1}.", "25833")};
  finding.sources = {"Stadtbereiche: Stadt, CC0 1.0 (2023)", "© OpenStreetMap"};
  finding.found = {2026, DatePrecision::day, 11, 26};
  FindingTable table;
  table.title = text("By district");
  table.total = true;
  std::vector<std::string> names;
  for (int i = 0; i < rows; ++i) names.push_back("Kröpeliner-Tor-Vorstadt " + std::to_string(i));
  table.columns.push_back(words_of("District", names));
  for (int k = 0; k < columns; ++k) {
    std::vector<std::optional<double>> cells;
    for (int i = 0; i < rows; ++i) cells.emplace_back(1000.0 * k + i);
    table.columns.push_back(figures_of("innerhalb " + std::to_string(k) + " m, Einwohner", cells));
  }
  finding.chart = {FindingChart::Kind::bars, 0, 0, 1};
  finding.tables = {table};
  return finding;
}

Plan plan_of(const Finding& finding) {
  Plan plan = tests::sample_plan();
  plan.findings = {std::make_shared<const Finding>(finding)};
  plan.findings.front() = [&] {
    auto current = std::make_shared<Finding>(finding);
    current->basis = basis_of(finding.question, plan);
    return current;
  }();
  return plan;
}

FindingSheet sheet_of(const Finding& finding, bool with_map = false) {
  load_fonts();
  const Plan plan = plan_of(finding);
  return lay_out_sheet(*plan.findings.front(), plan, with_map);
}

QRectF inner() {
  const double margin = 12 * pixels_per_mm;
  return QRectF(QPointF(), QSizeF(sheet_width_mm, sheet_height_mm) * pixels_per_mm)
      .adjusted(margin, margin, -margin, -margin);
}

bool overlap(const QRectF& a, const QRectF& b) {
  return a.adjusted(0.5, 0.5, -0.5, -0.5).intersects(b.adjusted(0.5, 0.5, -0.5, -0.5));
}

/// All boxes inside the margins and apart; the chart among them.
void check_page(const SheetPage& page) {
  std::vector<QRectF> boxes;
  for (const SheetText& one : page.texts) boxes.push_back(one.box.adjusted(0, 2, 0, -2));  // lines may share leading
  for (const SheetChart& chart : page.charts) boxes.push_back(chart.box);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    BOOST_TEST(inner().adjusted(-1, -1, 1, 1).contains(boxes[i]), "box " << i << " leaves the page");
    for (std::size_t k = 0; k < i; ++k)
      BOOST_TEST(!overlap(boxes[i], boxes[k]), "boxes " << k << " and " << i << " overlap");
  }
}

int count_of(const FindingSheet& sheet, const std::string& words) {
  int count = 0;
  for (const SheetPage& page : sheet.pages)
    for (const SheetText& one : page.texts) count += one.text.toStdString() == words ? 1 : 0;
  return count;
}

std::string all_of(const FindingSheet& sheet) {
  std::string all;
  for (const SheetPage& page : sheet.pages)
    for (const SheetText& one : page.texts) all += one.text.toStdString() + " ";
  return all;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(finding_sheets)

BOOST_AUTO_TEST_CASE(a_figure_and_its_unit_stay_on_one_line) {
  load_fonts();
  const QFont letters = map_font(12);
  const QString words = QStringLiteral("Kinder ohne Spielplatz in 200 m, das sind 36 % (von 1.000 km²)");
  for (double width = 60; width < 400; width += 7) {
    const QStringList lines = folded(words, letters, width);
    BOOST_TEST((lines.join(u' ') == words), width);
    for (const QString& line : lines)
      for (const char* unit : {"m,", "%", "km²)"}) BOOST_TEST(!line.startsWith(QString::fromUtf8(unit)));
  }
}

BOOST_AUTO_TEST_CASE(everything_lies_inside_the_margins_and_apart) {
  for (const int rows : {1, 5, 31, 74, 200})
    for (const int columns : {1, 3, 8, 30}) BOOST_TEST_CONTEXT(rows << " rows, " << columns << " columns")
  for (const SheetPage& page : sheet_of(finding_with(rows, columns)).pages) check_page(page);
}

BOOST_AUTO_TEST_CASE(long_tables_go_on_and_no_row_is_lost) {
  const FindingSheet sheet = sheet_of(finding_with(200, 2));
  BOOST_TEST(sheet.pages.size() > 1U);
  for (int i = 0; i < 200; ++i) BOOST_TEST(count_of(sheet, "Kröpeliner-Tor-Vorstadt " + std::to_string(i)) == 1);
  BOOST_TEST(count_of(sheet, "By district") >= 2);
}

BOOST_AUTO_TEST_CASE(a_table_that_is_too_wide_is_parted_and_repeats_its_names) {
  const FindingSheet sheet = sheet_of(finding_with(3, 30));
  std::size_t names = 0;
  const std::string all = all_of(sheet), name = "Kröpeliner";
  for (std::size_t at = all.find(name); at != std::string::npos; at = all.find(name, at + 1)) ++names;
  BOOST_TEST(names > 3U);
  BOOST_TEST(names % 3 == 0U);
  for (int k = 1; k < 30; ++k) BOOST_TEST(count_of(sheet, format_number(language(), 1000.0 * k + 1)) == 1);
}

BOOST_AUTO_TEST_CASE(no_word_is_cut_however_long) {
  Finding finding = finding_with(4, 2);
  const std::string name(300, 'x');
  finding.tables.front().columns.front().words[1] = name;
  finding.name = "Straßenverkehrsordnungswidrigkeiten " + name;
  const FindingSheet sheet = sheet_of(finding);
  for (const SheetPage& page : sheet.pages) check_page(page);
  const std::string all = all_of(sheet);
  BOOST_TEST(std::count(all.begin(), all.end(), 'x') >= 600);
  BOOST_TEST(all.find("…") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_message_is_large_and_method_sources_and_question_stand_below) {
  const FindingSheet sheet = sheet_of(finding_with(5, 2));
  BOOST_TEST_REQUIRE(sheet.pages.size() == 1U);
  const auto& texts = sheet.pages.front().texts;
  const auto message = std::find_if(texts.begin(), texts.end(), [](const SheetText& one) {
    return one.text == QStringLiteral("1,240 of 2,310 rows came in");
  });
  BOOST_TEST_REQUIRE((message != texts.end()));
  BOOST_TEST(message->font.pixelSize() >= 18);
  const std::string all = all_of(sheet);
  for (const char* words : {"EPSG:25833", "© OpenStreetMap", "26", "districts", "Page 1 of 1"})
    BOOST_TEST(all.find(words) != std::string::npos, words);
}

BOOST_AUTO_TEST_CASE(notes_too_long_for_the_first_page_come_after_the_tables) {
  Finding finding = finding_with(5, 2);
  for (int i = 0; i < 60; ++i)
    finding.sources.push_back("A source with a rather long name and its licence, number " + std::to_string(i));
  const FindingSheet sheet = sheet_of(finding);
  for (const SheetPage& page : sheet.pages) check_page(page);
  BOOST_TEST(sheet.pages.size() > 1U);
  BOOST_TEST(all_of(sheet).find("number 59") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_outdated_finding_says_so) {
  const Finding finding = finding_with(3, 1);
  BOOST_TEST(all_of(sheet_of(finding)).find("Outdated") == std::string::npos);
  Plan plan = plan_of(finding);
  plan.measures.pop_back();
  BOOST_TEST(all_of(lay_out_sheet(*plan.findings.front(), plan, false)).find("Outdated") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_page_with_the_map_is_counted) {
  const FindingSheet sheet = sheet_of(finding_with(200, 2), true);
  const std::string all = all_of(sheet);
  const std::string pages = std::to_string(sheet.pages.size() + 1);
  BOOST_TEST(all.find("Page 1 of " + pages) != std::string::npos);
  BOOST_TEST(all.find("Page 2 of " + pages) == std::string::npos);
  BOOST_TEST(all.find("Page " + pages + " of " + pages) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(folding_keeps_every_letter) {
  const QFont font = map_font(11);
  for (const double width : {5.0, 40.0, 200.0}) {
    const QStringList lines = folded(QStringLiteral("Größe und Straßenverkehrsordnung"), font, width);
    BOOST_TEST(lines.join(QString()).remove(u' ').toStdString() == "GrößeundStraßenverkehrsordnung");
    if (width > 20)
      for (const QString& line : lines) BOOST_TEST(QFontMetricsF(font).horizontalAdvance(line) <= width);
  }
  BOOST_TEST(folded(QString(), font, 100).isEmpty());
}

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_bytes) {
  const tests::TemporaryFolder folder;
  const auto plan = std::make_shared<const Plan>(plan_of(finding_with(74, 3)));
  const PlanPlace place{folder / "plan.gpkg", false};
  const SheetsWritten first = write_finding_sheets(plan, plan->findings, place, folder / "a.pdf", false);
  write_finding_sheets(plan, plan->findings, place, folder / "b.pdf", false);
  BOOST_TEST(first.pages >= 1);
  BOOST_TEST((bytes_of(folder / "a.pdf") == bytes_of(folder / "b.pdf")));
  BOOST_TEST(bytes_of(folder / "a.pdf").starts_with("%PDF"));
  BOOST_CHECK_THROW(write_finding_sheets(plan, plan->findings, place, folder / "a.pdf", false), Error);
  BOOST_CHECK_THROW(write_finding_sheets(plan, plan->findings, place, folder / "a.png", false), Error);
}

BOOST_AUTO_TEST_CASE(the_map_shows_its_own_layer_and_no_other_findings) {
  Finding one = finding_with(1, 1), other = one;
  one.layer = 7, other.layer = 8;
  Plan plan = tests::sample_plan();
  plan.findings = {std::make_shared<const Finding>(one), std::make_shared<const Finding>(other)};
  plan.style.layers.push_back({"layer:7", false, 0.5, 0, 1000});
  plan.style.layers.push_back({"layer:8"});
  plan.style.layers.push_back({"layer:9"});
  MapLayer people;
  people.id = 10;
  people.use.kind = LayerUse::Kind::population;
  plan.layers.push_back(std::make_shared<const MapLayer>(people));
  plan.style.layers.push_back({"layer:10"});
  MapLayer areas;
  areas.id = 11;
  plan.layers.push_back(std::make_shared<const MapLayer>(areas));
  plan.style.layers.push_back({"layer:11", false, 0.5, 0, 1000});
  one.question = {"conflicts", {{"layer", "11"}}};
  const PlanPtr shown = plan_of_map(plan, one);
  const auto settings = [&](const char* key) {
    return *std::find_if(shown->style.layers.begin(), shown->style.layers.end(),
                         [&](const LayerSettings& layer) { return layer.layer == key; });
  };
  BOOST_TEST(settings("layer:7").visible);
  BOOST_TEST(settings("layer:7").farthest == 0.0);
  BOOST_TEST(settings("layer:7").opacity == 0.5);
  BOOST_TEST(!settings("layer:10").visible, "people stand behind the figures");
  BOOST_TEST(!settings("layer:8").visible);
  BOOST_TEST(settings("layer:9").visible);
  BOOST_TEST(settings("layer:11").visible, "what was asked about is seen");
  BOOST_TEST(settings("layer:11").farthest == 0.0);
  BOOST_TEST(shown->style.choropleth.figure.empty());
}

BOOST_AUTO_TEST_SUITE_END()
