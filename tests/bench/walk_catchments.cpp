// People within 500 m and 800 m of every stop, along the streets: bench_walk_catchments CITY_FOLDER [OUT.csv]
// Beside catchment_scipy.py and catchment_pgrouting.sh, by their definition: stops and people stand at their nearest
// street node, and the way there is not counted. `each` is a catchment per stop, `any` people near any stop, once.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "gis/analysis/walk_people.h"
#include "gis/database/sqlite.h"
#include "gis/intake/noding.h"
#include "tests/bench/measure.h"

using namespace smile;
using namespace smile::bench;

namespace {

constexpr int runs = 9;
constexpr Millimetres limits[] = {500'000, 800'000};

struct City {
  LayerData streets;
  std::vector<Point> people, stops;
  std::vector<std::int64_t> inhabitants, stop_ids;
};

/// Points of a layer and a number of each.
void read_points(const LayerData& data, const char* column, std::vector<Point>& at,
                 std::vector<std::int64_t>& numbers) {
  const auto& columns = data.features.columns;
  const auto values = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == column; });
  for (std::size_t i = 0; i < data.features.size(); ++i) {
    at.push_back(data.features.points_of(i)[0]);
    numbers.push_back(values->kind == ValueColumn::Kind::real ? static_cast<std::int64_t>(values->reals[i])
                                                              : values->integers[i]);
  }
}

City read_city(const std::string& file) {
  const auto layer = [&](const char* name) {
    ReadOptions options;
    options.layer = name;
    return read_layer_data(file, options, crs_from_epsg(25833));
  };
  City city;
  city.streets = layer("streets");
  read_points(layer("population_points"), "inhabitants", city.people, city.inhabitants);
  read_points(layer("stops"), "id", city.stops, city.stop_ids);
  return city;
}

std::vector<Attachment> at_nodes(const WalkNetwork& network, const NetworkIndex& index,
                                 const std::vector<Point>& places) {
  std::vector<Attachment> found;
  for (const Point& place : places) found.push_back(at_node(network, index.nearest_node(place)));
  return found;
}

/// id, people within 500 m, people within 800 m: the table whose checksum all peers share.
std::string table_of(const City& city, const std::vector<std::int64_t>& sums) {
  std::vector<std::size_t> order(city.stops.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return city.stop_ids[a] < city.stop_ids[b]; });
  std::string table;
  for (const std::size_t i : order)
    table += std::to_string(city.stop_ids[i]) + "," + std::to_string(sums[2 * i]) + "," +
             std::to_string(sums[2 * i + 1]) + "\n";
  return table;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::cerr << "bench_walk_catchments CITY_FOLDER [OUT.csv]\n";
    return 2;
  }
  City city;
  const double read = median(timed(1, [&] { city = read_city(std::string(words[1]) + "/city.gpkg"); }));
  LayerData edges;
  const double node = median(timed(1, [&] { edges = noded(shared_lines(city.streets), {}); }));
  WalkNetwork network;
  const double build = median(timed(3, [&] { network = network_of(edges); }));
  std::vector<Attachment> homes, stops;
  const double nearest = median(timed(3, [&] {
    const NetworkIndex index(network);
    homes = at_nodes(network, index, city.people);
    stops = at_nodes(network, index, city.stops);
  }));
  const double part_way = median(timed(3, [&] {
    const NetworkIndex index(network);
    for (const Point& place : city.people) homes.front().distance += index.nearest(place).distance * 1e-9;
  }));
  std::vector<WalkStart> starts;
  for (const Attachment& stop : stops) starts.push_back({stop});
  const WalkPeople people(network, homes, city.inhabitants);

  std::vector<std::int64_t> each, one_thread, any;
  const double each_one = median(timed(runs, [&] { one_thread = people_of_each(network, people, starts, limits, 1); }));
  const double each_all = median(timed(runs, [&] { each = people_of_each(network, people, starts, limits); }));
  WalkSearch search(network);
  const double union_s = median(timed(runs, [&] { any = people_of_any(search, people, starts, limits); }));

  const std::string table = table_of(city, each);
  if (count > 2) std::ofstream(words[2]) << table;
  std::int64_t sums[2] = {};
  for (std::size_t i = 0; i < each.size(); ++i) sums[i % 2] += each[i];
  const nlohmann::ordered_json line = {{"script", "bench_walk_catchments"},
                                       {"facilities", city.stops.size()},
                                       {"nodes", network.nodes.size()},
                                       {"edges", network.edges.size()},
                                       {"load_s", read},
                                       {"noding_s", node},
                                       {"graph_s", build},
                                       {"nearest_s", nearest},
                                       {"nearest_edge_s", part_way},
                                       {"search_s", each_all},
                                       {"search_one_thread_s", each_one},
                                       {"union_s", union_s},
                                       {"people_500", any[0]},
                                       {"people_800", any[1]},
                                       {"sum_500", sums[0]},
                                       {"sum_800", sums[1]},
                                       {"same_with_one_thread", each == one_thread},
                                       {"crc32", hex(crc32(table))}};
  std::cout << line.dump() << "\n";
  return 0;
}
