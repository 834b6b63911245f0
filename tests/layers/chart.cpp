// What holds for every kind of chart, at every size, in both languages and themes.

#include "layers/chart.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>

#include "layers/chart_sheet.h"
#include "tests/layers/charted.h"
#include "tests/support/places.h"
#include "tests/support/plans.h"

using namespace smile;
using namespace smile::tests;

namespace {

const std::vector<std::string> rostock = {"Stadtmitte",   "Kröpeliner-Tor-Vorstadt",
                                          "Reutershagen", "Lütten Klein",
                                          "Evershagen",   "Toitenwinkel",
                                          "Südstadt",     "Lichtenhagen",
                                          "Groß Klein",   "Dierkow-Neu",
                                          "Schmarl",      "Brinckmansdorf",
                                          "Warnemünde",   "Hansaviertel",
                                          "Gehlsdorf",    "Gartenstadt-Stadtweide",
                                          "Biestow",      "Rostock-Heide",
                                          "Dierkow-West", "Rostock-Ost",
                                          "Dierkow-Ost"};

constexpr QSizeF sizes[] = {{240, 160}, {240, 420}, {420, 160}, {600, 380}, {1123, 794}, {794, 1123}};

BarChart bars(const std::vector<std::string>& names, int series) {
  BarChart chart{head_of("Inhabitants of " + names.front()), {}, {}, 900.0, names.back(), false, false, 0};
  for (int s = 0; s < series && series > 1; ++s) chart.series.push_back(names[static_cast<std::size_t>(s)]);
  for (std::size_t i = 0; i < names.size(); ++i) {
    BarRow row{names[i], {}, i == 3};
    for (int s = 0; s < series; ++s)
      row.values.push_back(i % 6 == 4 ? secret : value(2100.0 / (1.0 + static_cast<double>(i)) + s));
    chart.rows.push_back(std::move(row));
  }
  return chart;
}

BarChart differences(const std::vector<std::string>& names) {
  BarChart chart{head_of("Gained and lost"), {}, {}, {}, {}, false, false, 1};
  for (std::size_t i = 0; i < names.size(); ++i)
    chart.rows.push_back({names[i], {i % 5 == 3 ? missing : value(400 - 37.5 * static_cast<double>(i))}, false});
  return chart;
}

ScatterChart scatter(const std::vector<std::string>& names) {
  ScatterChart chart{head_of("Where " + names.front() + " lies"), names.front(), names.back(), {}, true};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double x = static_cast<double>(i * i % 23);
    chart.points.push_back(
        {names[i], value(x), i == 7 ? secret : value(x * 3 + static_cast<double>(i % 5) * 4), i == 2});
  }
  return chart;
}

LorenzChart lorenz(const std::string& name) {
  return {head_of("How evenly " + name + " has it"), {{0, 0}, {0.3, 0.05}, {0.7, 0.4}, {1, 1}}, name, name};
}

TimelineChart timeline(const std::vector<std::string>& names) {
  TimelineChart chart{head_of("Since 2005 in " + names.front()), {}, true, 0};
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 12); ++i) {
    chart.series.push_back({names[i], {}});
    for (int year = 2005; year < 2024; ++year)
      chart.series.back().years[year] =
          year == 2011 ? secret : value(1000.0 + 10.0 * static_cast<double>(i) + year % 7);
  }
  return chart;
}

std::vector<Chart> all_kinds(const std::vector<std::string>& names) {
  BarChart shares = bars(names, 4);
  shares.shares = shares.ordered = true;
  return {bars(names, 1), bars(names, 4),        shares,         differences(names),
          scatter(names), lorenz(names.front()), timeline(names)};
}

std::vector<Chart> empty_kinds() {
  return {BarChart{}, ScatterChart{}, LorenzChart{}, TimelineChart{}};
}

/// Rostock's names; and quotes, markup, emoji, bidi controls, accents upon accents, names as long as a page.
std::vector<std::vector<std::string>> name_lists() {
  std::vector<std::string> nasty = nasty_names(60);
  nasty.insert(nasty.begin(), {"",
                               "\xE2\x80\xAE"
                               "txet",
                               "Z\u0351\u036B\u0343\u0346\u0321\u0322\u0323\u0324algo", "a\tb\nc",
                               "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
                               std::string(600, 'W'), "Ü\u0302\u0304Ǻ", "\xFF\xFE broken"});
  return {rostock, nasty};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(chart_suite)

BOOST_AUTO_TEST_CASE(no_two_texts_overlap_and_everything_stays_inside) {
  for (const auto& names : name_lists())
    for (const Chart& chart : all_kinds(names))
      for (const QSizeF size : sizes)
        for (const Language language : {Language::english, Language::german}) {
          const ChartDrawing drawing = laid_out(chart, size, language);
          BOOST_TEST_CONTEXT("kind " << chart.index() << " at " << size.width() << " × " << size.height()) {
            BOOST_TEST(overlaps(drawing) == 0);
            BOOST_TEST(all_inside(drawing, QRectF(QPointF(50, 30), size)));
          }
        }
}

BOOST_AUTO_TEST_CASE(no_ink_falls_outside_the_rectangle) {
  for (const auto& names : name_lists())
    for (const Chart& chart : all_kinds(names))
      for (const QSizeF size : {sizes[0], sizes[3]})
        for (const Theme theme : {Theme::light, Theme::dark}) {
          const QRectF area(QPointF(50, 30), size);
          const QImage image = on_larger_sheet(chart, area, theme, 1.5);
          BOOST_TEST_CONTEXT("kind " << chart.index()) {
            BOOST_TEST(ink_outside(image, area, theme) == 0);
          }
        }
}

BOOST_AUTO_TEST_CASE(data_become_one_line_that_can_be_set) {
  const auto words = [](const std::string& data) { return chart_words(data).toStdString(); };
  BOOST_TEST(words("  a\tb\nc ") == "a b c");
  BOOST_TEST(words("") == "–");
  BOOST_TEST(words("\x01\x02") == "–");
  BOOST_TEST(words("\xE2\x80\xAE"
                   "txet") == "txet");                          // turns the text around
  BOOST_TEST(words("<b>Süd</b> & {1}") == "<b>Süd</b> & {1}");  // markup is no markup here
  BOOST_TEST(words("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8C\xBE") ==
             "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8C\xBE");  // a farmer
  std::string tower = "Z";
  for (int i = 0; i < 40; ++i) tower += "\u0302";
  BOOST_TEST(words(tower) == "Z\u0302\u0302");
  const QRectF area(50, 60, 300, 200);
  const QImage image = on_larger_sheet(
      BarChart{head_of(tower), {}, {{tower, {value(1)}, false}}, {}, {}, false, false, 0}, area, Theme::light);
  BOOST_TEST(ink_outside(image, area, Theme::light) == 0);
}

BOOST_AUTO_TEST_CASE(letters_grow_with_the_chart_and_are_never_smaller_than_nine_pixels) {
  for (const Chart& chart : all_kinds(rostock)) {
    int smallest_page = 100;
    for (const QSizeF size : sizes)
      for (const ChartText& text : laid_out(chart, size).texts) {
        BOOST_TEST(text.font.pixelSize() >= 9);
        BOOST_TEST(text.font.pixelSize() <= 20);
        if (size == sizes[4]) smallest_page = std::min(smallest_page, text.font.pixelSize());
      }
    BOOST_TEST(smallest_page >= 11);
  }
}

BOOST_AUTO_TEST_CASE(the_same_chart_is_the_same_picture) {
  const QRectF area(10, 10, 400, 300);
  for (const Chart& chart : all_kinds(rostock))
    BOOST_TEST((on_larger_sheet(chart, area, Theme::light) == on_larger_sheet(chart, area, Theme::light)));
}

BOOST_AUTO_TEST_CASE(all_21_districts_are_named_in_a_panel_and_on_a_page) {
  for (const QSizeF size : {sizes[3], sizes[4], sizes[5]}) {
    const ChartDrawing drawing = laid_out(bars(rostock, 1), size);
    for (const std::string& name : rostock) BOOST_TEST(says(drawing, name));
  }
}

BOOST_AUTO_TEST_CASE(title_unit_and_source_stand_on_every_chart) {
  for (const Chart& chart : all_kinds(rostock)) {
    const ChartDrawing drawing = laid_out(chart);
    BOOST_TEST(says(drawing, "inhabitants"));
    BOOST_TEST(says(drawing, "Source: City, 2023"));
    BOOST_TEST(drawing.texts.front().font.bold());
    BOOST_TEST(drawing.texts.front().box.top() < 50);
  }
}

BOOST_AUTO_TEST_CASE(a_chart_without_figures_says_so_in_both_languages) {
  const char* german[] = {"Es gibt noch keine Zahlen zum Vergleichen.",
                          "Es gibt noch keine Zahlenpaare zum Vergleichen.",
                          "Es gibt noch nichts zu verteilen, daher keine Kurve.",
                          "Es gibt noch aus keinem Jahr Zahlen.", "Noch hat keine Maßnahme eine Phase mit Datum."};
  for (const Chart& chart : empty_kinds()) {
    const ChartDrawing drawing = laid_out(chart, {600, 380}, Language::german);
    BOOST_TEST(says(drawing, german[chart.index()]));
    BOOST_TEST(drawing.shapes.empty());
    BOOST_TEST(laid_out(chart).texts.size() == 1U);
    for (const QSizeF size : sizes) BOOST_TEST(all_inside(laid_out(chart, size), QRectF(QPointF(50, 30), size)));
  }
}

BOOST_AUTO_TEST_CASE(the_caller_may_say_what_to_do_about_an_empty_chart) {
  for (Chart chart : empty_kinds()) {
    std::visit([](auto& kind) { kind.head.empty = "Add a table of inhabitants."; }, chart);
    BOOST_TEST(says(laid_out(chart), "Add a table of inhabitants."));
  }
}

BOOST_AUTO_TEST_CASE(figures_that_are_no_numbers_or_too_large_do_no_harm) {
  constexpr double odd[] = {std::numeric_limits<double>::quiet_NaN(),
                            std::numeric_limits<double>::infinity(),
                            1e300,
                            -1e300,
                            1e-300,
                            -0.0,
                            9.9e14};
  for (const double v : odd)
    for (const Chart& chart : std::initializer_list<Chart>{
             BarChart{head_of("x"), {}, {{"a", {value(v)}, false}, {"b", {value(1)}, false}}, v, {}, false, false, 0},
             ScatterChart{head_of("x"),
                          "x",
                          "y",
                          {{"a", value(v), value(1)}, {"b", value(2), value(v)}, {"c", value(2), value(2)}}},
             LorenzChart{head_of("x"), {{0, 0}, {v, v}, {1, 1}}, "x", "y"},
             TimelineChart{head_of("x"), {{"a", {{2020, value(v)}, {2021, value(1)}}}}, true, 0}}) {
      const ChartDrawing drawing = laid_out(chart);
      BOOST_TEST_CONTEXT("kind " << chart.index() << ", " << v) {
        BOOST_TEST(all_inside(drawing, QRectF(50, 30, 600, 380)));
        BOOST_TEST(overlaps(drawing) == 0);
      }
    }
  const BarChart huge{head_of("x"), {}, {{"Here", {value(1e300)}, false}}, {}, {}, false, false, 0};
  BOOST_TEST(says(laid_out(huge), "“Here” has a figure too large to be drawn: check its unit."));
}

BOOST_AUTO_TEST_CASE(pdf_keeps_text_as_text) {
  if (std::system("pdftotext -v >/dev/null 2>&1") != 0) {
    BOOST_TEST_MESSAGE("skipped: no pdftotext");
    return;
  }
  const tests::TemporaryFolder folder;
  const QString file = QString::fromStdString((folder / "chart.pdf").string());
  {
    QPdfWriter writer(file);
    writer.setResolution(600);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    painter.scale(600 / 96.0, 600 / 96.0);
    draw_chart(painter, QRectF(0, 0, 700, 900), bars(rostock, 1), Theme::light, Language::german);
  }
  const std::string text = (folder / "chart.txt").string();
  BOOST_REQUIRE(std::system(("pdftotext -layout '" + file.toStdString() + "' '" + text + "'").c_str()) == 0);
  std::ostringstream words;
  words << std::ifstream(text).rdbuf();
  for (const std::string& name : rostock) BOOST_TEST(words.str().find(name) != std::string::npos, name);
  BOOST_TEST(words.str().find("2.100") != std::string::npos);
  BOOST_TEST(words.str().find("geheim") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(svg_keeps_text_as_text_and_inside) {
  const QRectF area(40, 40, 500, 360);
  for (const Chart& chart : all_kinds(rostock)) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize({600, 460});
    generator.setViewBox(QRectF(0, 0, 600, 460));
    QPainter painter(&generator);
    draw_chart(painter, area, chart, Theme::light, Language::english);
    painter.end();
    BOOST_TEST(bytes.contains("<text"));
    BOOST_TEST(bytes.contains("Source: City, 2023"));
    QImage image(600, 460, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter onto(&image);
    QSvgRenderer(bytes).render(&onto);
    onto.end();
    BOOST_TEST(ink_outside(image, area, Theme::light) == 0);
  }
}

BOOST_AUTO_TEST_CASE(texts_and_series_can_be_read_on_both_grounds) {
  for (const Theme theme : {Theme::light, Theme::dark})
    for (const Chart& chart : all_kinds(rostock)) {
      const ChartDrawing drawing = lay_out_chart(QRectF(0, 0, 600, 380), chart, theme, Language::english);
      // Letters stand on the ground or, as percents, on a bar.
      for (const ChartText& text : drawing.texts) {
        QColor behind = drawing.ground;
        for (const ChartShape& shape : drawing.shapes)
          if (shape.fill.isValid() && shape.path.contains(text.box.center())) behind = shape.fill;
        if (!text.clears) BOOST_TEST(contrast(text.ink, behind) >= 4.5, text.text.toStdString());
      }
    }
}

BOOST_AUTO_TEST_SUITE_END()
