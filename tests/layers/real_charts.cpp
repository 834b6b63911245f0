// Charts of Rostock's figures as a council sees them. With SMILE_PICTURES=FOLDER they are written there, to look at.

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "layers/paper.h"
#include "tests/layers/chart_city.h"
#include "tests/layers/charted.h"

using namespace smile;
using namespace smile::layers;

namespace {

struct Named {
  std::string name;
  Chart chart;
};

std::vector<Named> city_charts() {
  using namespace smile::tests;
  return {{"inhabitants", inhabitants()},
          {"inhabitants_gaps", with_gaps(inhabitants())},
          {"ages", ages(false)},
          {"ages_shares", ages(true)},
          {"ages_gaps", with_gaps(ages(true))},
          {"scatter", age_and_density()},
          {"lorenz", children()},
          {"timeline", since_2005({"Stadtmitte", "Kröpeliner-Tor-Vorstadt", "Lütten Klein", "Toitenwinkel",
                                   "Evershagen", "Gehlsdorf", "Dierkow-Neu", "Brinckmansdorf"})}};
}

constexpr QSizeF sizes[] = {{240, 160}, {340, 420}, {600, 380}, {1123, 794}, {794, 1123}};

QImage picture(const Chart& chart, QSizeF size, double ratio, Theme theme) {
  QImage image((size * ratio).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(ratio);
  image.fill(chart_ground(theme));
  QPainter painter(&image);
  draw_chart(painter, QRectF(QPointF(), size), chart, theme, Language::german);
  return image;
}

void write_pdf(const Chart& chart, QSizeF size, const QString& file) {
  QPdfWriter writer(file);
  writer.setResolution(600);
  writer.setPageSize(QPageSize(size * 72 / 96, QPageSize::Point, {}, QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF(0, 0, 0, 0));
  QPainter painter(&writer);
  painter.scale(600 / 96.0, 600 / 96.0);
  draw_chart(painter, QRectF(QPointF(), size), chart, Theme::light, Language::german);
}

void write_svg(const Chart& chart, QSizeF size, const QString& file) {
  QSvgGenerator generator;
  generator.setFileName(file);
  generator.setResolution(96);
  generator.setSize(size.toSize());
  generator.setViewBox(QRectF(QPointF(), size));
  QPainter painter(&generator);
  draw_chart(painter, QRectF(QPointF(), size), chart, Theme::light, Language::german);
}

void write_all(const std::filesystem::path& folder) {
  for (const auto& [name, chart] : city_charts()) {
    const QString start = QString::fromStdString((folder / name).string());
    for (const QSizeF size : sizes) {
      const QString file = start + QString("_%1x%2").arg(size.width()).arg(size.height());
      picture(chart, size, 1, Theme::light).save(file + "_1x.png");
      picture(chart, size, 2, Theme::light).save(file + "_2x.png");
      picture(chart, size, 1, Theme::dark).save(file + "_dark.png");
    }
    write_pdf(chart, sizes[3], start + ".pdf");
    write_svg(chart, sizes[2], start + ".svg");
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(real_charts)

BOOST_AUTO_TEST_CASE(a_citys_figures_stand_apart_and_inside_at_every_size) {
  if (!tests::have_shared_data()) return;
  for (const auto& [name, chart] : city_charts())
    for (const QSizeF size : sizes) {
      const ChartDrawing drawing = tests::laid_out(chart, size, Language::german);
      BOOST_TEST_CONTEXT(name << " at " << size.width() << " × " << size.height()) {
        BOOST_TEST(tests::overlaps(drawing) == 0);
        BOOST_TEST(tests::all_inside(drawing, QRectF(QPointF(50, 30), size)));
      }
    }
}

BOOST_AUTO_TEST_CASE(bars_on_a_page_have_every_districts_figure) {
  if (!tests::have_shared_data()) return;
  const ChartDrawing drawing = tests::laid_out(tests::inhabitants(), sizes[3], Language::german);
  for (const char* words : {"Stadtmitte", "21.279", "Kröpeliner-Tor-Vorstadt", "19.211", "Dierkow-Ost", "1.010",
                            "Mittel der Stadtbereiche: 10.081"})
    BOOST_TEST(tests::says(drawing, words), words);
}

BOOST_AUTO_TEST_CASE(pictures_to_look_at,
                     *boost::unit_test::precondition([](auto) { return std::getenv("SMILE_PICTURES") != nullptr; })) {
  if (!tests::have_shared_data()) return;
  load_fonts();
  write_all(std::getenv("SMILE_PICTURES"));
  BOOST_TEST(std::filesystem::exists(std::filesystem::path(std::getenv("SMILE_PICTURES")) / "inhabitants.pdf"));
}

BOOST_AUTO_TEST_SUITE_END()
