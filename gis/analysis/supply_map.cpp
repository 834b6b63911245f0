// The map of a supply: districts with their figures.

#include <algorithm>
#include <cmath>

#include "gis/analysis/supply_question.h"
#include "gis/formats/feature_values.h"

namespace smile {
namespace {

struct Field {
  const char* name;
  std::optional<double> (*of)(const DistrictSupply&);
};

constexpr double per_cent = 100;

std::optional<double> coverage(const DistrictSupply& row) {
  return row.coverage ? std::optional(*row.coverage * per_cent) : std::nullopt;
}
std::optional<double> reached(const DistrictSupply& row) {
  return row.people > 0 ? std::optional(row.reached / row.people * per_cent) : std::nullopt;
}

/// Columns of the features, the one that the map shows first. Per cent as people read it.
std::vector<Field> fields_of(const SupplySettings& settings) {
  std::vector<Field> fields;
  if (settings.target) fields.push_back({"coverage", coverage});
  if (settings.distance_m > 0) {
    fields.push_back({"reached", reached});
    fields.push_back({"in_reach", [](const DistrictSupply& row) { return row.in_reach; }});
  }
  fields.push_back({"ratio", [](const DistrictSupply& row) { return row.ratio; }});
  fields.push_back({"people", [](const DistrictSupply& row) { return std::optional(row.people); }});
  fields.push_back({"capacity", [](const DistrictSupply& row) { return row.capacity; }});
  if (settings.target) fields.push_back({"missing", [](const DistrictSupply& row) { return row.missing; }});
  return fields;
}

/// "coverage"; of several groups "coverage_2" of the second.
std::string field_name(const Field& field, std::size_t group) {
  return group == 0 ? field.name : field.name + ("_" + std::to_string(group + 1));
}

/// The figures of one district, in the order of the columns.
void add_figures(std::vector<FeatureValue>& values, const SupplyAnswer& answer, std::size_t row) {
  for (std::size_t g = 0; g < answer.groups.size(); ++g)
    for (const Field& field : fields_of(answer.question.groups[g])) {
      const auto& districts = answer.groups[g].districts;
      const auto value = row < districts.size() ? field.of(districts[row]) : std::nullopt;
      values.push_back(value ? FeatureValue(*value) : FeatureValue());
    }
}

}  // namespace

LayerData supply_features(const SupplyAnswer& answer, const Plan& plan) {
  LayerData data;
  data.kind = GeometryKind::area;
  data.source_crs = plan.crs;
  add_column(data.features, "code", ValueColumn::Kind::text);
  add_column(data.features, "name", ValueColumn::Kind::text);
  for (std::size_t g = 0; g < answer.groups.size(); ++g)
    for (const Field& field : fields_of(answer.question.groups[g]))
      add_column(data.features, field_name(field, g), ValueColumn::Kind::real);
  const auto& rows = answer.groups.front().districts;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const District* district = find_district(plan, rows[row].district);
    if (district == nullptr) continue;
    std::vector<FeatureValue> values{district->code, district->name};
    add_figures(values, answer, row);
    append_values(data, district->geometry, values);
  }
  return data;
}

MapLayer layer_of_supply(const SupplyAnswer& answer, const std::string& name) {
  MapLayer layer;
  layer.name = name;
  layer.credit = answer.credit;
  layer.kind = GeometryKind::area;
  layer.style.method = StyleMethod::classes;
  layer.style.field = fields_of(answer.question.groups.front()).front().name;
  layer.style.ramp = "green";
  if (!answer.question.groups.front().target) return layer;
  // A quarter each of what is needed, and what is more than that.
  double most = 200;
  for (const DistrictSupply& row : answer.groups.front().districts) most = std::max(most, coverage(row).value_or(0));
  layer.style.class_method = ClassMethod::manual;
  layer.style.classes = 5;
  layer.style.limits = {0, 25, 50, 75, 100, std::ceil(most / per_cent) * per_cent};
  return layer;
}

}  // namespace smile
