// People within reach, against asking for each home and each place.

#include "gis/analysis/walk_people.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/networks.h"

using namespace smile;
using namespace smile::tests;

namespace {

constexpr Millimetres limits[] = {60'000, 150'000, 400'000};
constexpr std::size_t groups = 2;

struct World {
  WalkNetwork network;
  std::vector<Attachment> homes;
  std::vector<Millimetres> walked;
  std::vector<std::int64_t> counts;
  std::vector<WalkStart> starts;
};

World random_world(std::mt19937& chance, bool at_nodes, bool doors) {
  World world{network_of_lines(random_streets(chance, 4)), {}, {}, {}, {}};
  std::uniform_real_distribution<double> somewhere(-50, 450);
  const NetworkIndex index(world.network);
  const auto attach = [&] {
    const Point place{somewhere(chance), somewhere(chance)};
    return at_nodes ? at_node(world.network, index.nearest_node(place)) : index.nearest(place);
  };
  for (int i = 0; i < 30; ++i) {
    world.homes.push_back(attach());
    if (doors) world.walked.push_back(static_cast<Millimetres>(world.homes.back().distance * 1000));
    for (std::size_t g = 0; g < groups; ++g) world.counts.push_back(static_cast<std::int64_t>(chance() % 50));
  }
  for (int i = 0; i < 5; ++i) world.starts.push_back({attach()});
  world.starts.push_back(world.starts[0]);  // the same place twice
  return world;
}

/// Home by home.
std::vector<std::int64_t> by_hand(const World& world, const std::vector<WalkStart>& starts) {
  std::vector<std::int64_t> sums(std::size(limits) * groups);
  WalkSearch search(world.network);
  for (std::size_t i = 0; i < world.homes.size(); ++i) {
    Millimetres least = unreached;
    for (const WalkStart& start : starts) {
      search.run({&start, 1}, unreached);
      const Millimetres to = search.to(world.homes[i]);
      if (to != unreached) least = std::min(least, to + (world.walked.empty() ? 0 : world.walked[i]));
    }
    for (std::size_t k = 0; k < std::size(limits); ++k)
      for (std::size_t g = 0; g < groups; ++g)
        if (least <= limits[k]) sums[k * groups + g] += world.counts[i * groups + g];
  }
  return sums;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(walk_people)

BOOST_AUTO_TEST_CASE(people_reached_are_those_of_asking_home_by_home) {
  std::mt19937 chance(5);
  for (int round = 0; round < 1000; ++round) {
    const World world = random_world(chance, round % 3 == 0, round % 3 == 1);
    const WalkPeople people(world.network, world.homes, world.counts, groups, world.walked);
    const auto each = people_of_each(world.network, people, world.starts, limits, 1);
    const std::size_t width = std::size(limits) * groups;
    const std::size_t one = chance() % world.starts.size();
    const std::vector<std::int64_t> ours(each.begin() + static_cast<std::ptrdiff_t>(one * width),
                                         each.begin() + static_cast<std::ptrdiff_t>((one + 1) * width));
    BOOST_TEST((ours == by_hand(world, {world.starts[one]})), "round " << round);
    WalkSearch search(world.network);
    BOOST_TEST((people_of_any(search, people, world.starts, limits) == by_hand(world, world.starts)),
               "round " << round);
  }
}

BOOST_AUTO_TEST_CASE(neighbours_on_an_edge_are_reached_where_neither_of_its_ends_is) {
  const WalkNetwork network = network_of_lines({{{0, 0}, {1000, 0}}});
  const Attachment homes[] = {{0, 480'000, 0}, {0, 520'000, 0}, {0, 520'001, 0}};
  const std::int64_t counts[] = {1, 10, 100};
  const WalkPeople people(network, homes, counts);
  const WalkStart starts[] = {{{0, 500'000, 0}, 0}, {{0, 500'000, 0}, 0}};  // one place twice counts nobody twice
  const Millimetres near[] = {19'999, 20'000};
  WalkSearch search(network);
  BOOST_TEST((people_of_any(search, people, starts, near) == std::vector<std::int64_t>{0, 11}));
}

BOOST_AUTO_TEST_CASE(one_thread_and_many_give_the_same) {
  std::mt19937 chance(6);
  const World world = random_world(chance, false, true);
  const WalkPeople people(world.network, world.homes, world.counts, groups, world.walked);
  std::vector<WalkStart> starts;
  for (int i = 0; i < 500; ++i) starts.push_back(world.starts[chance() % world.starts.size()]);
  const auto one = people_of_each(world.network, people, starts, limits, 1);
  for (const unsigned threads : {2U, 3U, 0U})
    BOOST_TEST((people_of_each(world.network, people, starts, limits, threads) == one), threads << " threads");
}

BOOST_AUTO_TEST_CASE(nobody_and_nowhere_are_nought) {
  const WalkNetwork network = network_of_lines({{{0, 0}, {100, 0}}});
  const WalkPeople nobody(network, {}, {});
  const WalkStart start{at_node(network, 0)}, nowhere;
  BOOST_TEST((people_of_each(network, nobody, {&start, 1}, limits) == std::vector<std::int64_t>(3)));
  const Attachment homes[] = {at_node(network, 0), {}};
  const std::int64_t counts[] = {5, 7};
  const WalkPeople people(network, homes, counts);
  BOOST_TEST((people_of_each(network, people, {&nowhere, 1}, limits) == std::vector<std::int64_t>(3)));
  BOOST_TEST((people_of_each(network, people, {&start, 1}, limits) == std::vector<std::int64_t>{5, 5, 5}));
  BOOST_TEST(people_of_each(network, people, {}, limits).empty());
}

BOOST_AUTO_TEST_CASE(it_can_be_given_up) {
  const WalkNetwork network = network_of_lines({{{0, 0}, {100, 0}}});
  std::stop_source stop;
  stop.request_stop();
  const WalkStart start{at_node(network, 0)};
  BOOST_CHECK_THROW(
      people_of_each(network, WalkPeople(network, {}, {}), {&start, 1}, limits, 2, Progress(stop.get_token(), {})),
      Error);
}

BOOST_AUTO_TEST_SUITE_END()
