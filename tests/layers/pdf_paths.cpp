#include "layers/pdf_paths.h"

#include <QByteArray>
#include <QImage>
#include <QLinearGradient>
#include <QPainterPath>
#include <boost/test/unit_test.hpp>

#include "layers/label.h"
#include "layers/paper.h"

using namespace smile::layers;

namespace {

/// Without what every page begins and ends with.
std::string operators_in(const PdfPaths& paths, const std::string& begin) {
  QByteArray with_length(4, '\0');  // of what it becomes: a guess is enough
  with_length[2] = 16;
  const std::string all = qUncompress(with_length + QByteArray::fromStdString(paths.deflated)).toStdString();
  const std::string end = "Q\nQ\n";
  BOOST_TEST_REQUIRE(all.substr(0, begin.size()) == begin);
  BOOST_TEST_REQUIRE(all.substr(all.size() - end.size()) == end);
  return all.substr(begin.size(), all.size() - begin.size() - end.size());
}

/// Of a page of one square inch, its painter counting 600 dots.
std::string operators_of(const std::function<void(QPainter&)>& draw) {
  const auto paths = paths_of({72, 72}, 600, draw);
  BOOST_TEST_REQUIRE(paths.has_value());
  return operators_in(*paths, "q .120000 0 0 -.120000 0 72 cm\nq\n");
}

bool is_refused(const std::function<void(QPainter&)>& draw) {
  return !paths_of({72, 72}, 600, draw).has_value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_paths)

BOOST_AUTO_TEST_CASE(a_filled_area_is_its_colour_and_its_corners_in_whole_dots) {
  const std::string operators = operators_of([](QPainter& painter) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 0, 51));
    painter.drawPolygon(QPolygonF({{10.2, 10}, {20, 9.8}, {20.1, 10}, {10, 30}}));
  });
  BOOST_TEST(operators == "1 .000 .200 rg\n10 10 m 20 10 l 10 30 l h f*\n");
}

BOOST_AUTO_TEST_CASE(colours_and_pens_are_said_once) {
  const std::string operators = operators_of([](QPainter& painter) {
    painter.setPen(QPen(Qt::black, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const double y : {10.0, 20.0}) painter.drawPolyline(QPolygonF({{10, y}, {30, y}}));
  });
  BOOST_TEST(operators == ".000 .000 .000 RG\n2.50 w\n1 J\n1 j\n[] 0 d\n10 10 m 30 10 l S\n10 20 m 30 20 l S\n");
}

BOOST_AUTO_TEST_CASE(strokes_grow_with_the_painter_and_dashes_with_strokes) {
  const std::string operators = operators_of([](QPainter& painter) {
    painter.scale(10, 10);
    QPen pen(Qt::black, 0.5, Qt::CustomDashLine, Qt::FlatCap, Qt::BevelJoin);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.drawLine(QPointF(1, 1), QPointF(4, 1));
  });
  BOOST_TEST(operators == ".000 .000 .000 RG\n5 w\n0 J\n2 j\n[15 10 ] 0 d\n10 10 m 40 10 l S\n");
}

BOOST_AUTO_TEST_CASE(lines_that_go_on_are_one_stroke) {
  const std::string operators = operators_of([](QPainter& painter) {
    painter.setPen(QPen(Qt::black, 1, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.drawLines(QList<QLineF>{{0, 0, 10, 0}, {10, 0, 10, 10}, {50, 50, 60, 60}});
  });
  BOOST_TEST(operators.find("0 0 m 10 0 l 10 10 l 50 50 m 60 60 l S\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_within_one_dot_is_not_written) {
  const std::string operators = operators_of([](QPainter& painter) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawPolygon(QPolygonF({{10.1, 10}, {10.2, 10.1}, {10, 10.2}}));
  });
  BOOST_TEST(operators.find(" m ") == std::string::npos);
  BOOST_TEST(operators.find('f') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(holes_and_curves_stay) {
  const std::string operators = operators_of([](QPainter& painter) {
    QPainterPath path;
    path.addRect(0, 0, 100, 100);
    path.addEllipse(QPointF(50, 50), 20, 20);
    painter.setPen(QPen(Qt::black, 1));
    painter.setBrush(Qt::white);
    painter.drawPath(path);
  });
  BOOST_TEST(operators.find("0 0 m 100 0 l 100 100 l 0 100 l 0 0 l h 70 50 m ") != std::string::npos);
  BOOST_TEST(operators.find(" c h B*\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_clip_holds_until_the_painter_is_restored) {
  const std::string operators = operators_of([](QPainter& painter) {
    const auto dash = [&] { painter.fillRect(QRectF(0, 0, 100, 10), Qt::black); };
    painter.save();
    painter.scale(2, 2);
    painter.setClipRect(QRectF(5, 5, 10, 10));
    dash();
    painter.restore();
    dash();
  });
  const std::size_t clip = operators.find("Q q\n10 10 20 20 re W n\n");
  BOOST_TEST(clip == 0U);
  BOOST_TEST(operators.find("Q q\n", clip + 4) != std::string::npos);
  BOOST_TEST(operators.find("re W n", clip + 24) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(opacities_are_named_and_listed) {
  const auto paths = paths_of({72, 72}, 600, [](QPainter& painter) {
    painter.setOpacity(0.5);
    painter.fillRect(QRectF(0, 0, 10, 10), QColor(0, 0, 0, 128));
    painter.setOpacity(1);
    painter.fillRect(QRectF(0, 0, 10, 10), Qt::black);
  });
  BOOST_TEST_REQUIRE(paths.has_value());
  BOOST_TEST((paths->alpha == std::set<std::pair<int, int>>{{64, 255}, {255, 255}}));
  BOOST_TEST(name_of_alpha({64, 255}) == "Alpha64S255");
}

BOOST_AUTO_TEST_CASE(what_is_no_path_in_a_plain_colour_is_left_to_who_can) {
  BOOST_TEST(is_refused([](QPainter& painter) { painter.drawText(QPointF(10, 10), "a"); }));
  BOOST_TEST(is_refused([](QPainter& painter) { painter.drawImage(QPointF(), QImage(4, 4, QImage::Format_RGB32)); }));
  BOOST_TEST(is_refused(
      [](QPainter& painter) { painter.fillRect(QRectF(0, 0, 10, 10), QBrush(Qt::black, Qt::Dense4Pattern)); }));
  BOOST_TEST(
      is_refused([](QPainter& painter) { painter.fillRect(QRectF(0, 0, 10, 10), QLinearGradient(0, 0, 1, 1)); }));
  BOOST_TEST(is_refused([](QPainter& painter) {
    QPainterPath round;
    round.addEllipse(QRectF(0, 0, 10, 10));
    painter.setClipPath(round);
    painter.fillRect(QRectF(0, 0, 10, 10), Qt::black);
  }));
}

BOOST_AUTO_TEST_CASE(above_the_ground_paths_are_written_in_eighths_of_a_dot) {
  QImage image(600, 600, QImage::Format_RGB32);
  QPainter rest(&image);
  const PdfPaths paths = paths_of(
      {72, 72}, 600,
      [](QPainter& painter) {
        painter.setPen(QPen(Qt::black, 2, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        painter.drawLine(QPointF(10.26, 10), QPointF(20, 10));
      },
      rest);
  BOOST_TEST(operators_in(paths, "q .015000 0 0 -.015000 0 72 cm\nq\n") ==
             ".000 .000 .000 RG\n16 w\n0 J\n2 j\n[] 0 d\n82 80 m 160 80 l S\n");
}

BOOST_AUTO_TEST_CASE(above_the_ground_what_is_no_path_is_passed_on_as_it_was_meant) {
  const auto draw = [](QPainter& painter) {
    painter.save();
    painter.setClipRect(QRectF(50, 50, 200, 200));
    painter.scale(2, 2);
    painter.setOpacity(0.5);
    painter.fillRect(QRectF(10, 10, 100, 100), QBrush(Qt::blue, Qt::Dense4Pattern));
    QFont font(map_font(60));
    painter.setFont(font);
    painter.setPen(Qt::red);
    painter.drawText(QPointF(40, 90), QStringLiteral("Smile"));
    painter.restore();
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    painter.drawImage(QRectF(220, 220, 100, 100), picture);
  };
  const auto image_of = [](const auto& paint) {
    QImage image(600, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter);
    return image;
  };
  load_fonts();
  const QImage passed_on = image_of([&](QPainter& rest) {
    const PdfPaths paths = paths_of({72, 72}, 600, draw, rest);
    BOOST_TEST(operators_in(paths, "q .015000 0 0 -.015000 0 72 cm\nq\n") == "");
    BOOST_TEST(rest.transform().isIdentity());
    BOOST_TEST(!rest.hasClipping());
  });
  BOOST_TEST((passed_on == image_of(draw)));
}

BOOST_AUTO_TEST_SUITE_END()
