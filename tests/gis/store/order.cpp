#include "gis/store/order.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace smile::store;

BOOST_AUTO_TEST_SUITE(order)

BOOST_AUTO_TEST_CASE(one_row_moved_is_one_row_rewritten) {
  std::vector<std::optional<std::int64_t>> known = {10, 20, 50, 30, 40};
  const auto placed = positions_between(0, 100, known);
  BOOST_REQUIRE(placed);
  BOOST_TEST(std::is_sorted(placed->begin(), placed->end()));
  int kept = 0;
  for (std::size_t i = 0; i < known.size(); ++i) kept += (*placed)[i] == *known[i];
  BOOST_TEST(kept == 4);
}

BOOST_AUTO_TEST_CASE(positions_always_rise_between_their_neighbours) {
  std::mt19937 random(3);
  int found = 0;
  for (int round = 0; round < 500; ++round) {
    std::vector<std::optional<std::int64_t>> known(random() % 8);
    for (auto& position : known)
      if (random() % 2 == 0) position = static_cast<std::int64_t>(random() % 3000) - 500;
    const std::optional<std::int64_t> before = random() % 3 == 0 ? std::nullopt : std::optional<std::int64_t>(0);
    const std::optional<std::int64_t> after = random() % 3 == 0 ? std::nullopt : std::optional<std::int64_t>(2000);
    const auto placed = positions_between(before, after, known);
    if (!placed) continue;  // two kept neighbours can be too close
    ++found;
    BOOST_TEST(placed->size() == known.size());
    BOOST_TEST((std::adjacent_find(placed->begin(), placed->end(), std::greater_equal<>()) == placed->end()));
    if (before && !placed->empty()) BOOST_TEST(placed->front() > *before);
    if (after && !placed->empty()) BOOST_TEST(placed->back() < *after);
  }
  BOOST_TEST(found > 450);
}

BOOST_AUTO_TEST_CASE(without_room_it_says_so) {
  BOOST_TEST(!positions_between(1, 2, {std::nullopt}).has_value());
  BOOST_TEST(!positions_between(1, 3, {std::nullopt, std::nullopt}).has_value());
  BOOST_TEST(positions_between(1, 3, {std::nullopt})->front() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
