#pragma once
// The city of four squares with people, places and a street, for questions of who reaches what.

#include <algorithm>
#include <string>

#include "gis/analysis/catchment.h"
#include "tests/support/square_city.h"

namespace smile::tests {

struct LivedCity {
  Plan plan = square_city();
  People people;
  Places places;

  void live(double x, double y, double count) {
    people.rows.push_back(static_cast<std::uint32_t>(people.at.size()));
    people.at.push_back({x, y});
    people.all.push_back(count);
  }
  void place(Geometry shape) {
    places.shapes.push_back(std::move(shape));
    places.names.emplace_back();
  }
  CatchmentInput input(const WalkNetwork* network = nullptr) const { return {plan, people, places, network}; }
  /// The row of a district in a table by district.
  template <class Row>
  const Row& row_of(const std::vector<Row>& rows, const std::string& code) const {
    const Id id = find_district(plan, code)->id;
    return *std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.district == id; });
  }
};

/// A straight street of edges of 100 m along y = 6000000, from x = 305000.
inline LayerData street(int edges) {
  LayerData data;
  data.kind = GeometryKind::line;
  for (const auto& [name, kind] : {std::pair{"from_node", ValueColumn::Kind::integer},
                                   {"to_node", ValueColumn::Kind::integer},
                                   {"length_m", ValueColumn::Kind::real}}) {
    data.features.columns.emplace_back().name = name;
    data.features.columns.back().kind = kind;
  }
  for (int i = 0; i < edges; ++i) {
    const double x = 305000 + 100.0 * i;
    append_feature(data.features, make_line({{x, 6000000}, {x + 100, 6000000}}),
                   {std::to_string(i), std::to_string(i + 1), "100"});
  }
  return data;
}

}  // namespace smile::tests
