// Bars: lengths, what is written at their ends, gaps in the figures, stacks.

#include "tests/layers/charted.h"

using namespace smile;
using namespace smile::tests;

namespace {

const QColor blue("#0072B2");

BarChart simple(std::vector<std::pair<std::string, Figure>> rows) {
  BarChart chart;
  chart.head = head_of("Who lives where");
  for (auto& [name, figure] : rows) chart.rows.push_back({name, {figure}, false});
  return chart;
}

BarChart stacked(bool shares) {
  BarChart chart;
  chart.head = head_of("Ages");
  chart.series = {"under 18", "18–64", "over 64"};
  chart.shares = shares;
  chart.rows = {{"North", {value(200), value(500), value(300)}, false},
                {"South", {value(100), value(60), value(40)}, false}};
  return chart;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bar_chart)

BOOST_AUTO_TEST_CASE(bars_are_as_long_as_their_figures) {
  const ChartDrawing drawing = laid_out(simple({{"a", value(1000)}, {"b", value(250)}, {"c", value(0)}}));
  const auto bars = filled_with(drawing, blue);
  BOOST_TEST_REQUIRE(bars.size() == 2U);  // nothing is drawn for 0 …
  BOOST_TEST(bars[0].width() == 4 * bars[1].width(), boost::test_tools::tolerance(1e-6));
  BOOST_TEST(bars[0].left() == bars[1].left());
  BOOST_TEST(bars[0].height() == bars[1].height());
  BOOST_TEST(says(drawing, "1,000"));
  BOOST_TEST((find_text(drawing, "0") != nullptr));  // … but it is written
}

BOOST_AUTO_TEST_CASE(rows_keep_the_order_given) {
  const ChartDrawing drawing = laid_out(simple({{"z", value(1)}, {"a", value(9)}, {"m", value(5)}}));
  BOOST_TEST(find_text(drawing, "z")->box.top() < find_text(drawing, "a")->box.top());
  BOOST_TEST(find_text(drawing, "a")->box.top() < find_text(drawing, "m")->box.top());
}

BOOST_AUTO_TEST_CASE(secret_missing_and_nothing_are_three_things) {
  const ChartDrawing english = laid_out(simple({{"a", value(0)}, {"b", secret}, {"c", missing}, {"d", value(10)}}));
  BOOST_TEST(says(english, "secret"));
  BOOST_TEST(says(english, "no data"));
  BOOST_TEST(filled_with(english, blue).size() == 1U);
  const ChartDrawing german =
      laid_out(simple({{"a", value(0)}, {"b", secret}, {"c", missing}}), {600, 380}, Language::german);
  BOOST_TEST(says(german, "geheim"));
  BOOST_TEST(says(german, "keine Angabe"));
  BOOST_TEST(german.shapes.size() > laid_out(simple({{"a", value(0)}})).shapes.size());  // hatched stubs
}

BOOST_AUTO_TEST_CASE(a_secret_figure_leaves_no_trace_of_its_value) {
  const Figure leaking{Figure::State::suppressed, 12345};
  const ChartDrawing drawing = laid_out(simple({{"a", leaking}, {"b", value(10)}}));
  BOOST_TEST(whole_text(drawing).find("12") == std::string::npos);
  BOOST_TEST(whole_text(drawing) == whole_text(laid_out(simple({{"a", secret}, {"b", value(10)}}))));
}

BOOST_AUTO_TEST_CASE(numbers_are_written_as_the_language_writes_them) {
  BarChart chart = simple({{"a", value(1234.5)}, {"b", value(-1234.5)}});
  chart.decimals = 1;
  BOOST_TEST(says(laid_out(chart), "1,234.5"));
  BOOST_TEST(says(laid_out(chart, {600, 380}, Language::german), "1.234,5"));
  BOOST_TEST(says(laid_out(chart), "−1,234.5"));
}

BOOST_AUTO_TEST_CASE(losses_go_to_the_left_of_zero) {
  const ChartDrawing drawing = laid_out(simple({{"a", value(311)}, {"b", value(-156)}}));
  const auto bars = filled_with(drawing, blue);
  BOOST_TEST_REQUIRE(bars.size() == 2U);
  BOOST_TEST(bars[1].right() == bars[0].left(), boost::test_tools::tolerance(1e-6));
  BOOST_TEST(find_text(drawing, "−156")->box.right() < bars[1].left());
  BOOST_TEST(find_text(drawing, "311")->box.left() > bars[0].right());
}

BOOST_AUTO_TEST_CASE(the_citys_value_is_a_line_with_its_figure) {
  BarChart chart = simple({{"a", value(1000)}, {"b", value(250)}});
  chart.reference = 625;
  const ChartDrawing drawing = laid_out(chart);
  const ChartText* label = find_text(drawing, "City: 625");
  BOOST_TEST_REQUIRE((label != nullptr));
  const auto bars = filled_with(drawing, blue);
  BOOST_TEST(std::abs(label->box.center().x() - (bars[0].left() + bars[0].width() * 0.625)) < 1);
  BOOST_TEST(dashed_lines(drawing) == 1);
  chart.reference_label = "Mittel";
  BOOST_TEST(says(laid_out(chart), "Mittel: 625"));
  chart.reference = 4000;  // beyond every bar: the axis reaches it
  BOOST_TEST(filled_with(laid_out(chart), blue)[0].width() < bars[0].width() / 2);
}

BOOST_AUTO_TEST_CASE(what_finds_no_room_is_counted_not_squeezed) {
  BarChart chart = simple({});
  for (int i = 1; i <= 60; ++i) chart.rows.push_back({"District " + std::to_string(i), {value(1000 - i)}, false});
  const ChartDrawing drawing = laid_out(chart, {300, 300});
  std::size_t named = 0;
  for (const std::string& text : texts_of(drawing)) named += text.rfind("District", 0) == 0;
  BOOST_TEST(named > 5U);
  BOOST_TEST(named < 60U);
  BOOST_TEST(says(drawing, "… " + std::to_string(60 - named) + " more"), whole_text(drawing));
  BOOST_TEST(says(drawing, "District 1"));
  BOOST_TEST(says(drawing, "District 60"), "of sorted rows the last is as much worth knowing as the first");
  BOOST_TEST(whole_text(laid_out(chart, {794, 1500})).find("more") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(long_names_take_two_lines_or_end_with_dots) {
  const std::string name = "Kröpeliner-Tor-Vorstadt mit Stadthafen";
  const ChartDrawing roomy = laid_out(simple({{name, value(1)}}), {300, 200});
  BOOST_TEST(says(roomy, "Kröpeliner-Tor-Vorstadt"));
  BOOST_TEST(says(roomy, "mit Stadthafen"));
  const ChartDrawing endless = laid_out(simple({{std::string(80, 'm'), value(1)}}), {300, 200});
  BOOST_TEST(whole_text(endless).find("…") != std::string::npos);
  BOOST_TEST(filled_with(endless, blue)[0].width() > 90);
}

BOOST_AUTO_TEST_CASE(the_row_in_focus_stands_out) {
  BarChart chart = simple({{"a", value(4)}, {"b", value(3)}, {"c", value(2)}});
  chart.rows[1].focus = true;
  const ChartDrawing drawing = laid_out(chart);
  BOOST_TEST(filled_with(drawing, blue).size() == 1U);
  BOOST_TEST(find_text(drawing, "b")->font.bold());
  BOOST_TEST(!find_text(drawing, "a")->font.bold());
}

BOOST_AUTO_TEST_CASE(parts_stand_end_to_end_and_the_sum_behind_them) {
  const ChartDrawing drawing = laid_out(stacked(false));
  const auto first = filled_with(drawing, blue);
  const auto second = filled_with(
      drawing, lay_out_chart({0, 0, 600, 380}, stacked(false), Theme::light, Language::english).shapes[1].fill);
  BOOST_TEST_REQUIRE(first.size() == 3U);  // the key and two bars
  BOOST_TEST_REQUIRE(second.size() == 3U);
  BOOST_TEST(first[1].right() == second[1].left(), boost::test_tools::tolerance(1e-6));
  BOOST_TEST(second[1].width() == 2.5 * first[1].width(), boost::test_tools::tolerance(1e-6));
  for (const char* words : {"under 18", "18–64", "over 64", "1,000", "200"}) BOOST_TEST(says(drawing, words));
}

BOOST_AUTO_TEST_CASE(shares_fill_the_whole_width_and_are_written_in_the_bars) {
  const ChartDrawing drawing = laid_out(stacked(true));
  const auto first = filled_with(drawing, blue);
  BOOST_TEST_REQUIRE(first.size() == 3U);
  BOOST_TEST(first[2].width() == 2.5 * first[1].width(), boost::test_tools::tolerance(1e-6));  // 50 % and 20 %
  for (const char* words : {"20", "50", "30", "0\u00a0%", "100\u00a0%"}) BOOST_TEST(says(drawing, words), words);
}

BOOST_AUTO_TEST_CASE(a_sum_with_a_gap_is_no_sum_and_has_no_shares) {
  BarChart chart = stacked(false);
  chart.rows[0].values[1] = secret;
  chart.rows[1].values[0] = missing;
  const ChartDrawing sums = laid_out(chart);
  BOOST_TEST(says(sums, "500 and more (secret)"));
  BOOST_TEST(says(sums, "100 and more (no data)"));
  chart.shares = true;
  const ChartDrawing shares = laid_out(chart);
  BOOST_TEST(says(shares, "partly secret"));
  BOOST_TEST(says(shares, "partly no data"));
  BOOST_TEST(filled_with(shares, blue).size() == 1U);  // the key alone
}

BOOST_AUTO_TEST_CASE(a_row_without_people_has_no_shares_and_does_no_harm) {
  BarChart chart = stacked(true);
  chart.rows[0].values = {value(0), value(0), value(0)};
  BOOST_TEST(all_inside(laid_out(chart), QRectF(50, 30, 600, 380)));
  BOOST_TEST(filled_with(laid_out(chart), blue).size() == 2U);
}

BOOST_AUTO_TEST_CASE(negative_parts_are_refused_in_a_sentence) {
  BarChart chart = stacked(false);
  chart.rows[1].values[2] = value(-5);
  BOOST_TEST(whole_text(laid_out(chart, {900, 380})).find("“South” has a negative part") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(ages_are_steps_of_one_hue_that_differ_in_lightness) {
  BarChart chart = stacked(true);
  chart.ordered = true;
  std::vector<double> steps;
  for (const ChartShape& shape : laid_out(chart).shapes)
    if (shape.fill.isValid() && steps.size() < 3) steps.push_back(lightness(shape.fill));
  BOOST_TEST_REQUIRE(steps.size() == 3U);
  BOOST_TEST(steps[0] > steps[1] + 8);
  BOOST_TEST(steps[1] > steps[2] + 8);
}

BOOST_AUTO_TEST_CASE(millions_are_said_once_for_the_axis) {
  BarChart chart = simple({{"a", value(12'300'000)}, {"b", value(4'000'000)}});
  chart.head.unit = "€";
  const ChartDrawing drawing = laid_out(chart, {600, 380}, Language::german);
  BOOST_TEST(says(drawing, "€, in Millionen"));
  BOOST_TEST(says(drawing, "12,3"));
  chart.rows[0].values[0] = value(9'300'000);
  BOOST_TEST(says(laid_out(chart), "9,300,000"));
}

BOOST_AUTO_TEST_SUITE_END()
