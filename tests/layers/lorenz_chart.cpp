// The curve of an uneven world, with its Gini coefficient.

#include "tests/layers/charted.h"

using namespace smile;
using namespace smile::tests;

namespace {

LorenzChart curve(std::vector<QPointF> points) {
  return {head_of("Who has green space"), std::move(points), "share of inhabitants", "share of green space"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lorenz_chart)

BOOST_AUTO_TEST_CASE(gini_is_that_of_known_distributions) {
  using Points = std::vector<QPointF>;
  const auto exact = boost::test_tools::tolerance(1e-12);
  BOOST_TEST(std::abs(gini_of(Points{{0, 0}, {1, 1}})) < 1e-12);            // all the same
  BOOST_TEST(gini_of(Points{{0, 0}, {0.75, 0}, {1, 1}}) == 0.75, exact);    // one of four has all: (n−1)/n
  BOOST_TEST(gini_of(Points{{0, 0}, {0.5, 0.25}, {1, 1}}) == 0.25, exact);  // 1 and 3
  Points linear{{0, 0}};  // 1, 2 … n: (n−1) / 3n … exactly (n²−1)/(3n(n+1))
  for (int i = 1; i <= 100; ++i) linear.emplace_back(i / 100.0, i * (i + 1) / 10100.0);
  BOOST_TEST(gini_of(linear) == 99.0 / 300, exact);
}

BOOST_AUTO_TEST_CASE(the_coefficient_and_what_it_means_are_written) {
  const ChartDrawing english = laid_out(curve({{0, 0}, {0.5, 0.25}, {1, 1}}));
  BOOST_TEST(says(english, "Gini 0.25"));
  BOOST_TEST(whole_text(english).find("lowest values has 25\u00a0%.") != std::string::npos);
  const ChartDrawing german = laid_out(curve({{0, 0}, {0.5, 0.25}, {1, 1}}), {900, 380}, Language::german);
  BOOST_TEST(says(german, "Gini 0,25"));
  BOOST_TEST(says(german, "Die Hälfte mit den niedrigsten Werten hat 25\u00a0%."));
  BOOST_TEST(says(german, "share of inhabitants"));
}

BOOST_AUTO_TEST_CASE(the_half_is_read_between_two_points_of_the_curve) {
  const ChartDrawing drawing = laid_out(curve({{0, 0}, {0.4, 0.1}, {0.8, 0.5}, {1, 1}}), {900, 380});
  BOOST_TEST(says(drawing, "The half with the lowest values has 20\u00a0%."));
}

BOOST_AUTO_TEST_CASE(the_plot_is_a_square_with_a_diagonal) {
  for (const QSizeF size : {QSizeF(240, 160), QSizeF(340, 500), QSizeF(1100, 500)}) {
    const ChartDrawing drawing = laid_out(curve({{0, 0}, {0.5, 0.25}, {1, 1}}), size);
    bool diagonal = false;
    for (const ChartShape& shape : drawing.shapes) {
      const QRectF box = shape.path.boundingRect();
      diagonal =
          diagonal || (!shape.dashes.isEmpty() && box.width() > 40 && std::abs(box.width() - box.height()) < 1e-6);
    }
    BOOST_TEST(diagonal);
  }
}

BOOST_AUTO_TEST_CASE(words_stand_beside_a_wide_plot_and_above_the_diagonal_of_a_high_one) {
  const auto chart = curve({{0, 0}, {0.5, 0.25}, {1, 1}});
  const ChartDrawing wide = laid_out(chart, {900, 380}), high = laid_out(chart, {340, 500});
  BOOST_TEST(find_text(wide, "Gini 0.25")->box.left() > 50 + 300);
  BOOST_TEST(find_text(high, "Gini 0.25")->box.right() < 50 + 340 * 0.7);
}

BOOST_AUTO_TEST_CASE(what_is_no_such_curve_is_refused_in_a_sentence) {
  for (const std::vector<QPointF>& points : {std::vector<QPointF>{{0, 0}, {0.5, 0.75}, {1, 1}},  // above the diagonal
                                             {{0, 0}, {0.6, 0.3}, {0.5, 0.4}, {1, 1}},           // turns back
                                             {{0, 0}, {0.5, 0.2}},                               // doesn't reach 1
                                             {{0.1, 0.1}, {1, 1}},                               // doesn't begin at 0
                                             {{0, 0}, {0.5, -0.1}, {1, 1}}}) {                   // a debt
    const ChartDrawing drawing = laid_out(curve(points), {900, 380});
    BOOST_TEST(whole_text(drawing).find("do not rise from 0 to 1") != std::string::npos);
    BOOST_TEST(drawing.shapes.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
