#include "layers/paper.h"

#include <QPainterPath>
#include <QSvgRenderer>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <regex>
#include <sstream>

#include "gis/words/issue.h"
#include "layers/furniture.h"
#include "layers/label.h"
#include "layers/page.h"
#include "layers/page_parts.h"
#include "tests/support/sample.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::layers;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

PlanPtr sample(bool schematic = false) {
  Plan plan = tests::sample_plan();
  plan.sources[0].schematic = schematic;
  Report report;
  report.when = "2026-02-03T10:00:00Z";
  plan.reports.push_back(std::make_shared<Report>(report));
  return std::make_shared<Plan>(plan);
}

std::string written(const PlanPtr& plan, const PaperSettings& settings, const std::string& name) {
  const tests::TemporaryFolder folder;
  write_map(plan, settings, folder / name);
  return bytes_of(folder / name);
}

ErrorKind refusal(const PaperSettings& settings, const std::filesystem::path& file) {
  try {
    write_map(sample(), settings, file);
  } catch (const Error& error) {
    return error.kind();
  }
  BOOST_ERROR("was written");
  return ErrorKind::cancelled;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(paper_suite)

BOOST_AUTO_TEST_CASE(the_font_of_maps_is_built_in) {
  load_fonts();
  BOOST_TEST(QFontInfo(map_font(12)).family().toStdString() == "Open Sans");
  const QFontMetricsF regular(map_font(40));
  const QFontMetricsF bold(map_font(40, QFont::Bold));
  BOOST_TEST(bold.horizontalAdvance(QStringLiteral("Maßnahmen")) >
             regular.horizontalAdvance(QStringLiteral("Maßnahmen")));
}

BOOST_AUTO_TEST_CASE(a_picture_has_the_size_that_was_asked_for) {
  const tests::TemporaryFolder folder;
  PaperSettings settings;
  settings.dpi = 100;
  write_map(sample(), settings, folder / "page.png");
  const QImage page(QString::fromStdString((folder / "page.png").string()));
  BOOST_TEST((page.size() == QSize(1169, 827)));
  BOOST_TEST(page.dotsPerMeterX() == 3937);
  settings.pixels = QSize(800, 450);
  write_map(sample(), settings, folder / "screen.png");
  BOOST_TEST((QImage(QString::fromStdString((folder / "screen.png").string())).size() == QSize(800, 450)));
}

BOOST_AUTO_TEST_CASE(every_run_writes_the_same_bytes) {
  for (const char* name : {"map.png", "map.svg", "map.pdf"}) {
    const std::string first = written(sample(), {}, name);
    BOOST_TEST(first.size() > 2000U);
    BOOST_TEST((written(sample(), {}, name) == first));
  }
}

BOOST_AUTO_TEST_CASE(text_stays_text_in_svg) {
  PaperSettings settings;
  settings.language = Language::german;
  settings.title = "Ideen <für> & mit allen";
  const std::string svg = written(sample(true), settings, "map.svg");
  for (const char* words :
       {"Ideen &lt;für&gt; &amp; mit allen", "NORDWEST", "GROSS KLEIN",
        "Die Grenzen sind schematisch, nicht vermessen.", "Quellen: Stadtbereiche: Stadt, CC0 1.0, 2023",
        "Stand: 03.02.2026", "Maßnahmen nach Baustein", "keine Angabe"})
    BOOST_TEST(svg.find(words) != std::string::npos, words);
  BOOST_TEST(svg.find("letter-spacing") != std::string::npos);
  BOOST_TEST(svg.find("<image") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(lines_of_the_map_stay_inside_its_frame_in_svg) {
  PaperSettings settings;
  settings.extent = Box{302500, 6001500, 304500, 6002700};
  const std::string svg = written(sample(), settings, "map.svg");
  const QRectF frame = page_layout(QSizeF(297, 210) * pixels_per_mm, 1).map;
  const std::regex polyline("<polyline[^>]*points=\"([^\"]*)\"");
  int lines = 0;
  for (std::sregex_iterator found(svg.begin(), svg.end(), polyline), end; found != end; ++found, ++lines) {
    std::istringstream points((*found)[1].str());
    double x = 0;
    double y = 0;
    char comma = 0;
    while (points >> x >> comma >> y)  // coordinates of the map are relative to its frame, others lie right of it
      BOOST_TEST((x <= frame.width() + 1 || x > frame.right()), "a line reaches " << x << ", " << y);
  }
  BOOST_TEST(lines > 5);
}

BOOST_AUTO_TEST_CASE(a_page_speaks_of_what_it_shows) {
  PaperSettings settings;
  const auto counted = [&] {
    const Page page(sample(), settings, QSizeF(297, 210) * pixels_per_mm, 1);
    return page.scene().legend().measures;
  };
  BOOST_TEST(counted() == 7);  // all that have a place
  settings.district = 15;
  BOOST_TEST(counted() == 3);  // an area in it, the line that passes through, and the whole city
  settings.district = 10;
  BOOST_TEST(counted() == 2);  // a point of its own and the whole city
  settings.district = 0;
  settings.extent = Box{304400, 6000600, 304600, 6000800};
  BOOST_TEST(counted() == 3);  // one of several sites, the district around the frame, the whole city
}

BOOST_AUTO_TEST_CASE(svg_shows_the_same_map_as_png) {
  const tests::TemporaryFolder folder;
  PaperSettings settings;
  settings.dpi = 96;
  write_map(sample(), settings, folder / "map.png");
  write_map(sample(), settings, folder / "map.svg");
  const QImage png(QString::fromStdString((folder / "map.png").string()));
  // Qt's renderer knows one family only.
  const std::string svg_text =
      std::regex_replace(bytes_of(folder / "map.svg"), std::regex("Open Sans, [^\"]*"), "Open Sans");
  QSvgRenderer renderer(QByteArray::fromStdString(svg_text));
  BOOST_TEST_REQUIRE(renderer.isValid());
  QImage svg(png.size(), QImage::Format_RGB32);
  svg.fill(Qt::white);
  QPainter painter(&svg);
  renderer.render(&painter);
  painter.end();
  int different = 0;
  for (int y = 0; y < png.height(); y += 2)
    for (int x = 0; x < png.width(); x += 2) {
      const QColor a = png.pixelColor(x, y);
      const QColor b = svg.pixelColor(x, y);
      different += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) > 90;
    }
  BOOST_TEST(different < png.width() * png.height() / 4 / 25);  // edges of letters, hatching and lines only
}

BOOST_AUTO_TEST_CASE(pdf_has_its_fonts_and_no_time_of_writing) {
  const std::string pdf = written(sample(), {}, "map.pdf");
  BOOST_TEST(pdf.starts_with("%PDF-"));
  BOOST_TEST(pdf.find("OpenSans") != std::string::npos);
  BOOST_TEST(pdf.find("/FontFile2") != std::string::npos);
  BOOST_TEST(pdf.find("/ToUnicode") != std::string::npos);
  BOOST_TEST(pdf.find("/CreationDate (D:20260203000000") != std::string::npos);
  const std::size_t table = pdf.rfind("startxref\n");
  BOOST_TEST_REQUIRE(table != std::string::npos);
  BOOST_TEST(pdf.compare(std::stoul(pdf.substr(table + 10)), 4, "xref") == 0);  // no offset moved
}

BOOST_AUTO_TEST_CASE(a_scale_is_kept_and_an_extent_is_shown_whole) {
  const PlanPtr plan = sample();
  const QSizeF size = QSizeF(297, 210) * pixels_per_mm;
  load_fonts();
  PaperSettings settings;
  settings.scale = 25000;
  const Page page(plan, settings, size, 1);
  const QPointF a = page.camera().to_screen({302000, 6001000});
  const QPointF b = page.camera().to_screen({303000, 6001000});
  BOOST_TEST((b.x() - a.x()) / pixels_per_mm == 40.0, boost::test_tools::tolerance(1e-9));  // 1 km on 1:25,000
  settings.scale.reset();
  settings.extent = Box{300500, 6000500, 301500, 6002500};
  const Box ground = Page(plan, settings, size, 1).camera().ground();
  BOOST_TEST((ground.grown(1).contains({300500, 6000500}) && ground.grown(1).contains({301500, 6002500})));
}

BOOST_AUTO_TEST_CASE(one_district_is_shown_and_the_others_are_veiled) {
  PaperSettings settings;
  settings.district = 13;
  const Page page(sample(), settings, QSizeF(297, 210) * pixels_per_mm, 1);
  BOOST_TEST(page.scene().settings().focus_district == 13);
  BOOST_TEST((page.camera().centre == Point{301000, 6003000}));
  settings.district = 999;
  const tests::TemporaryFolder folder;
  BOOST_TEST((refusal(settings, folder / "x.png") == ErrorKind::not_found));
}

BOOST_AUTO_TEST_CASE(titles_take_two_lines_at_most) {
  load_fonts();
  const QString words = QStringLiteral("Wort ").repeated(80).trimmed();
  const QStringList lines = wrapped(words, map_font(25), 500, 2);
  BOOST_TEST(lines.size() == 2);
  BOOST_TEST(lines[1].endsWith(QChar(0x2026)));
  for (const QString& line : lines) BOOST_TEST(QFontMetricsF(map_font(25)).horizontalAdvance(line) <= 500);
  BOOST_TEST(wrapped(QStringLiteral("kurz"), map_font(25), 500, 2).size() == 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_overwritten_unasked_and_faults_are_named) {
  const tests::TemporaryFolder folder;
  const auto file = folder / "map.svg";
  std::ofstream(file) << "mine";
  BOOST_TEST((refusal({}, file) == ErrorKind::exists));
  BOOST_TEST(bytes_of(file) == "mine");
  write_map(sample(), {}, file, true);
  BOOST_TEST(bytes_of(file).size() > 2000U);
  BOOST_TEST((refusal({}, folder / "map.gif") == ErrorKind::usage));
  BOOST_TEST((refusal({}, folder / "nowhere/map.png") == ErrorKind::disk));
  PaperSettings tiny;
  tiny.width_mm = 5;
  BOOST_TEST((refusal(tiny, folder / "map.png") == ErrorKind::usage));
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);  // nothing half written
}

BOOST_AUTO_TEST_CASE(scale_bars_are_round) {
  for (const double metres_per_pixel : {0.07, 1.3, 9.9, 10.0, 26.5, 480.0}) {
    const double length = round_length(metres_per_pixel, 150);
    BOOST_TEST(length <= metres_per_pixel * 150);
    BOOST_TEST(length > metres_per_pixel * 150 / 2.6);
    const double digit = length / std::pow(10.0, std::floor(std::log10(length * 1.0000001)));
    BOOST_TEST((std::abs(digit - 1) < 1e-9 || std::abs(digit - 2) < 1e-9 || std::abs(digit - 5) < 1e-9));
  }
  BOOST_TEST(length_text(Language::german, 2000).toStdString() == "2\u00a0km");
  BOOST_TEST(length_text(Language::english, 500).toStdString() == "500\u00a0m");
}

BOOST_AUTO_TEST_CASE(the_page_speaks_of_the_latest_day_in_the_plan) {
  Plan plan = *sample();
  BOOST_TEST((*state_of(plan) == Date{2026, DatePrecision::day, 2, 3}));
  Measure later = *plan.measures[0];
  later.phase_history.push_back({Phase::decided, {2026, DatePrecision::day, 5, 1}});
  plan.measures[0] = std::make_shared<Measure>(later);
  BOOST_TEST((*state_of(plan) == Date{2026, DatePrecision::day, 5, 1}));
  BOOST_TEST(!state_of(Plan{}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
