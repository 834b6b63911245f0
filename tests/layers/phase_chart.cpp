// What became of measures: their phases along time.

#include "layers/symbols.h"
#include "tests/layers/charted.h"

using namespace smile;
using namespace smile::tests;

namespace {

constexpr Date month(int year, int number) {
  return {year, DatePrecision::month, number, 0};
}

PhaseChart with(std::vector<PhaseRow> rows) {
  return {head_of("What became of it"), std::move(rows), Date{2026, DatePrecision::day, 7, 1}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(phase_chart)

BOOST_AUTO_TEST_CASE(a_phase_lasts_until_the_next_and_the_last_one_until_today) {
  const ChartDrawing drawing =
      laid_out(with({{"Playground", {{Phase::decided, month(2025, 7)}, {Phase::proposed, month(2025, 1)}}}}));
  const auto decided = filled_with(drawing, phase_colour(Phase::decided));
  BOOST_TEST_REQUIRE(decided.size() == 2U);  // key and bar
  const ChartText* today = find_text(drawing, "As of 1 Jul 2026");
  BOOST_TEST_REQUIRE((today != nullptr));
  double proposed = 0;  // the pale bar that ends where the decided one begins
  for (const ChartShape& shape : drawing.shapes)
    if (shape.edge == phase_colour(Phase::proposed) && shape.path.boundingRect().width() > 40)
      proposed = shape.path.boundingRect().right();
  BOOST_TEST(proposed == decided[1].left(), boost::test_tools::tolerance(1e-6));
  // 181 days of 2025-01 … 07 against 365 until 2026-07
  BOOST_TEST(decided[1].width() > 150);
}

BOOST_AUTO_TEST_CASE(done_and_rejected_are_signs_on_their_day) {
  const ChartDrawing drawing =
      laid_out(with({{"Garden", {{Phase::decided, month(2025, 1)}, {Phase::done, month(2025, 7)}}},
                     {"Café", {{Phase::rejected, month(2025, 7)}}}}));
  const auto done = filled_with(drawing, phase_colour(Phase::done));
  BOOST_TEST_REQUIRE(done.size() == 2U);
  BOOST_TEST(done[1].width() < 30);
  const auto decided = filled_with(drawing, phase_colour(Phase::decided));
  BOOST_TEST(std::abs(done[1].center().x() - decided[1].right()) < 0.5);
}

BOOST_AUTO_TEST_CASE(the_legend_has_the_phases_that_occur_and_those_that_look_alike_share_a_line) {
  const ChartDrawing drawing =
      laid_out(with({{"a", {{Phase::proposed, month(2025, 1)}, {Phase::checked, month(2025, 3)}}},
                     {"b", {{Phase::done, month(2025, 2)}}}}),
               {600, 380}, Language::german);
  BOOST_TEST(says(drawing, "Vorschlag / Geprüft"));
  BOOST_TEST(says(drawing, "Abgeschlossen"));
  BOOST_TEST(!says(drawing, "Idee"));
}

BOOST_AUTO_TEST_CASE(a_measure_without_dates_stays_in_the_list_and_says_so) {
  const ChartDrawing drawing =
      laid_out(with({{"a", {{Phase::idea, month(2025, 1)}}}, {"Fountain", {}}}), {600, 380}, Language::german);
  BOOST_TEST(says(drawing, "Fountain"));
  BOOST_TEST(says(drawing, "ohne Datum"));
  BOOST_TEST(says(laid_out(with({{"Fountain", {}}})), "No measure has a dated phase yet."));
}

BOOST_AUTO_TEST_CASE(time_is_written_in_the_readers_language) {
  const auto chart = with({{"a", {{Phase::idea, month(2026, 1)}, {Phase::decided, month(2026, 5)}}}});
  BOOST_TEST(whole_text(laid_out(chart)).find("Mar 2026") != std::string::npos);
  BOOST_TEST(whole_text(laid_out(chart, {600, 380}, Language::german)).find("März 2026") != std::string::npos);
  BOOST_TEST(whole_text(laid_out(chart, {600, 380}, Language::german)).find("Stand: 01.07.2026") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(centuries_and_single_days_have_an_axis) {
  for (const auto& changes : {std::vector<PhaseChange>{{Phase::idea, month(1890, 1)}, {Phase::decided, month(2026, 5)}},
                              {{Phase::idea, month(2026, 7)}}}) {
    const ChartDrawing drawing = laid_out(with({{"a", changes}}));
    BOOST_TEST(overlaps(drawing) == 0);
    BOOST_TEST(all_inside(drawing, QRectF(50, 30, 600, 380)));
    BOOST_TEST(drawing.texts.size() >= 6U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
