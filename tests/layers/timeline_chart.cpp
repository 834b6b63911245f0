// Years and series: lines, gaps, names at their ends.

#include <set>

#include "tests/layers/charted.h"

using namespace smile;
using namespace smile::tests;

namespace {

TimelineChart with(std::vector<TimelineSeries> series) {
  return {head_of("Since 2019"), std::move(series), true, 0};
}

TimelineChart many(int count) {
  TimelineChart chart = with({});
  for (int i = 0; i < count; ++i)
    chart.series.push_back({"Line " + std::to_string(i), {{2019, value(500)}, {2023, value(500 + i)}}});
  return chart;
}

/// The length of all dashed strokes together: 0 without gaps.
double dashed_width(const ChartDrawing& drawing) {
  double sum = 0;
  for (const ChartShape& shape : drawing.shapes)
    if (!shape.dashes.isEmpty()) sum += shape.path.boundingRect().width();
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(timeline_chart)

BOOST_AUTO_TEST_CASE(a_line_ends_with_its_name_and_last_value) {
  const ChartDrawing drawing = laid_out(with({{"Gehlsdorf", {{2019, value(4871)}, {2023, value(5144)}}}}));
  BOOST_TEST(says(drawing, "Gehlsdorf  5,144"));
  for (const char* year : {"2019", "2020", "2021", "2022", "2023"}) BOOST_TEST(says(drawing, year));
  BOOST_TEST(!says(drawing, "2,019"));  // years have no thousands
}

BOOST_AUTO_TEST_CASE(a_series_that_ends_early_shows_no_value_as_if_it_were_todays) {
  const ChartDrawing drawing =
      laid_out(with({{"Old", {{2019, value(10)}, {2020, value(20)}}}, {"New", {{2019, value(5)}, {2023, value(30)}}}}));
  BOOST_TEST(says(drawing, "Old"));
  BOOST_TEST(says(drawing, "New  30"));
}

BOOST_AUTO_TEST_CASE(secret_and_missing_years_are_dashed_and_counted_absent_ones_are_not) {
  const auto years = [](Figure middle) {
    return std::map<int, Figure>{{2019, value(10)}, {2020, middle}, {2021, value(12)}};
  };
  const ChartDrawing gap = laid_out(with({{"a", years(secret)}, {"b", years(missing)}}));
  BOOST_TEST(dashed_width(gap) > 100);
  BOOST_TEST(says(gap, "Dashed: 1 secret, 1 without data"));
  const ChartDrawing whole = laid_out(with({{"a", {{2019, value(10)}, {2021, value(12)}}}}));
  BOOST_TEST(dashed_width(whole) == 0);
  BOOST_TEST(whole_text(whole).find("Dashed") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(names_of_lines_that_end_together_stand_apart_in_their_order) {
  const ChartDrawing drawing = laid_out(many(8));
  BOOST_TEST(overlaps(drawing) == 0);
  for (int i = 1; i < 8; ++i) {
    const auto name = [](int k) { return "Line " + std::to_string(k) + "  " + std::to_string(500 + k); };
    BOOST_TEST(find_text(drawing, name(i))->box.top() < find_text(drawing, name(i - 1))->box.top());
  }
}

BOOST_AUTO_TEST_CASE(lines_without_room_for_a_name_are_counted) {
  const ChartDrawing drawing = laid_out(many(30), {400, 220});
  BOOST_TEST(overlaps(drawing) == 0);
  BOOST_TEST(whole_text(drawing).find(" more") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(lines_differ_by_their_marks_as_well_as_by_colour) {
  const ChartDrawing drawing = laid_out(many(4));
  std::set<int> elements;
  for (const ChartShape& shape : drawing.shapes)
    if (shape.fill.isValid())
      elements.insert(shape.path.elementCount() * 10 + (shape.path.elementAt(0).y == shape.path.elementAt(1).y));
  BOOST_TEST(elements.size() >= 3U);
}

BOOST_AUTO_TEST_CASE(the_axis_begins_at_zero_unless_told_otherwise) {
  TimelineChart chart = with({{"a", {{2019, value(940)}, {2023, value(990)}}}});
  BOOST_TEST(says(laid_out(chart), "0"));
  chart.from_zero = false;
  BOOST_TEST(!says(laid_out(chart), "0"));
  BOOST_TEST(says(laid_out(chart), "940"));
}

BOOST_AUTO_TEST_CASE(one_year_and_one_value_are_a_point) {
  for (const double v : {0.0, 7.0, -7.0}) {
    const ChartDrawing drawing = laid_out(with({{"a", {{2023, value(v)}}}}));
    BOOST_TEST(says(drawing, "2023"));
    BOOST_TEST(all_inside(drawing, QRectF(50, 30, 600, 380)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
