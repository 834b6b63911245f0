// Points, what they have in common, and which of them are named.

#include <random>

#include "tests/layers/charted.h"

using namespace smile;
using namespace smile::tests;

namespace {

ScatterChart with(std::vector<ScatterPoint> points) {
  return {head_of("Where it is denser"), "people per km²", "mean age", std::move(points), true};
}

/// n points around a line, the last one far from it.
ScatterChart cloud(int n) {
  std::mt19937 chance(11);
  std::normal_distribution<double> noise(0, 3);
  std::vector<ScatterPoint> points;
  for (int i = 0; i < n; ++i)
    points.push_back({"P" + std::to_string(i), value(i), value(i == n - 1 ? 0 : 100 + i + noise(chance)), false});
  return with(points);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scatter_chart)

BOOST_AUTO_TEST_CASE(the_fit_is_that_of_a_worked_example) {
  // x 1 … 5, y 2, 4, 5, 4, 5: slope 0.6, intercept 2.2, r = 6 / √(10 · 6)
  const std::vector<QPointF> points{{1, 2}, {2, 4}, {3, 5}, {4, 4}, {5, 5}};
  const LinearFit fit = linear_fit(points);
  BOOST_TEST(fit.slope.value() == 0.6, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(fit.intercept.value() == 2.2, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(fit.r.value() == 6 / std::sqrt(60.0), boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(r_is_not_defined_where_nothing_varies_or_two_points_make_any_line) {
  using Points = std::vector<QPointF>;
  BOOST_TEST(!linear_fit(Points{}).slope.has_value());
  BOOST_TEST(!linear_fit(Points{{1, 1}, {2, 2}}).r.has_value());
  BOOST_TEST(!linear_fit(Points{{1, 1}, {1, 2}, {1, 3}}).slope.has_value());
  BOOST_TEST(!linear_fit(Points{{1, 1}, {2, 1}, {3, 1}}).r.has_value());
  BOOST_TEST(linear_fit(Points{{1, 1}, {2, 1}, {3, 1}}).slope.value() == 0);
}

BOOST_AUTO_TEST_CASE(r_and_n_are_written_and_what_is_left_out_is_counted) {
  const ChartDrawing drawing = laid_out(with({{"a", value(1), value(2), false},
                                              {"b", value(2), value(4), false},
                                              {"c", value(3), value(5), false},
                                              {"d", value(4), value(4), false},
                                              {"e", value(5), value(5), false},
                                              {"f", secret, value(5), false},
                                              {"g", value(5), missing, false}}));
  BOOST_TEST(says(
      drawing, "strong connection (r = 0.77) · 5 dots · 1 secret · 1 without data · dashed: the line that fits best"));
  BOOST_TEST(dashed_lines(drawing) == 1);
  BOOST_TEST(!says(drawing, "f"));
  BOOST_TEST(says(drawing, "people per km²"));
  BOOST_TEST(says(drawing, "mean age"));
}

BOOST_AUTO_TEST_CASE(no_line_is_drawn_where_r_is_not_defined_or_none_is_wanted) {
  const ChartDrawing two = laid_out(with({{"a", value(1), value(2), false}, {"b", value(2), value(4), false}}));
  BOOST_TEST(says(two, "too few or too even values for a line · 2 dots"));
  BOOST_TEST(dashed_lines(two) == 0);
  ScatterChart chart = cloud(20);
  chart.regression = false;
  BOOST_TEST(dashed_lines(laid_out(chart)) == 0);
}

BOOST_AUTO_TEST_CASE(every_point_is_drawn_higher_values_higher_up) {
  const ChartDrawing drawing = laid_out(with(
      {{"low", value(1), value(1), false}, {"high", value(9), value(9), false}, {"mid", value(5), value(5), false}}));
  const auto dots = filled_with(drawing, QColor("#0072B2"));
  BOOST_TEST_REQUIRE(dots.size() == 3U);
  BOOST_TEST(dots[0].center().x() < dots[2].center().x());
  BOOST_TEST(dots[0].center().y() > dots[2].center().y());
  BOOST_TEST(std::abs(dots[2].center().x() - (dots[0].center().x() + dots[1].center().x()) / 2) < 3);
}

BOOST_AUTO_TEST_CASE(the_stranger_is_named_and_the_crowd_is_not) {
  const ChartDrawing drawing = laid_out(cloud(400));
  BOOST_TEST(says(drawing, "P399"));
  std::size_t named = 0;
  for (const std::string& text : texts_of(drawing)) named += text.starts_with("P");
  BOOST_TEST(named <= 12U);
}

BOOST_AUTO_TEST_CASE(the_point_in_focus_is_named_before_all_others) {
  ScatterChart chart = cloud(400);
  chart.points[200].focus = true;
  const ChartDrawing drawing = laid_out(chart);
  BOOST_TEST_REQUIRE(says(drawing, "P200"));
  BOOST_TEST(find_text(drawing, "P200")->font.bold());
}

BOOST_AUTO_TEST_CASE(no_name_covers_a_point_of_another) {
  for (const int n : {5, 21, 40, 120}) {
    const ChartDrawing drawing = laid_out(cloud(n));
    const auto dots = filled_with(drawing, QColor("#0072B2"));
    for (const ChartText& text : drawing.texts)
      if (text.clears)
        for (const QRectF& dot : dots) BOOST_TEST(!dot.intersects(text.box.adjusted(0, 2, 0, -2)));
  }
}

BOOST_AUTO_TEST_CASE(points_that_coincide_share_their_place_without_names_on_each_other) {
  std::vector<ScatterPoint> same(12, {"the same", value(3), value(3), false});
  const ChartDrawing drawing = laid_out(with(same));
  BOOST_TEST(overlaps(drawing) == 0);
  BOOST_TEST(says(drawing, "too few or too even values for a line · 12 dots"));
}

BOOST_AUTO_TEST_SUITE_END()
