#include "gis/analysis/people.h"

#include <algorithm>

#include "gis/geometry/overlay.h"

namespace smile {
namespace {

std::vector<double> numbers_of(const LayerData& data, const std::string& field, const std::string& layer) {
  const auto& columns = data.features.columns;
  const auto column =
      std::find_if(columns.begin(), columns.end(), [&](const ValueColumn& c) { return c.name == field; });
  if (column == columns.end())
    throw Error(ErrorKind::not_found, text("Layer “{1}” has no column “{2}”.", layer, field));
  std::vector<double> numbers(data.features.size(), 0.0);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (column->null[i]) continue;
    if (column->kind == ValueColumn::Kind::integer) numbers[i] = static_cast<double>(column->integers[i]);
    if (column->kind == ValueColumn::Kind::real) numbers[i] = column->reals[i];
    if (!(numbers[i] >= 0)) numbers[i] = 0;  // the intake has told about those that are kept secret
  }
  return numbers;
}

bool is_box(const Geometry& shape) {
  return shape.paths() == 1 && shape.points.size() == 5;
}

Point middle_of(const Geometry& shape) {
  if (shape.kind == GeometryKind::point) return shape.points.front();
  // Cells of a grid lie by the hundred thousand.
  return is_box(shape) ? bounds(shape).centre() : label_point(shape);
}

/// Years of a group, an open one's people taken to be 94 at most: older ones are few.
int last_year(const AgeGroup& group) {
  constexpr int last_that_counts = 94;
  return group.to >= oldest_age ? std::max(group.from, last_that_counts) : group.to;
}

/// Which part of the group's years lies in the range.
double share_of(const AgeGroup& group, AgeRange range) {
  if (group.from >= range.from && group.to <= range.to) return 1;
  const int from = std::max(group.from, range.from);
  const int to = std::min(last_year(group), range.to);
  return to < from ? 0 : static_cast<double>(to - from + 1) / (last_year(group) - group.from + 1);
}

/// True if each year of the range lies in a group.
bool covers(const std::vector<AgeGroup>& ages, AgeRange range) {
  int next = range.from;
  for (const AgeGroup& group : ages)
    if (group.from <= next && group.to >= next) next = group.to + 1;
  return next > range.to;
}

}  // namespace

double sum_of(std::span<const double> values) {
  constexpr std::size_t few = 64;
  if (values.size() > few) {
    const std::size_t half = values.size() / 2;
    return sum_of(values.first(half)) + sum_of(values.subspan(half));
  }
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

double People::total() const {
  return sum_of(all);
}

People people_of(const MapLayer& layer, const LayerData& data) {
  const std::vector<double> all = numbers_of(data, layer.use.total_field, layer.name);
  std::vector<std::vector<double>> by_age;
  for (const AgeGroup& group : layer.use.age_groups) by_age.push_back(numbers_of(data, group.field, layer.name));
  People people;
  people.ages = layer.use.age_groups;
  people.by_age.resize(by_age.size());
  for (std::size_t i = 0; i < data.features.size(); ++i) {
    const Geometry shape = data.features.geometry(i);
    if (shape.empty() || !(all[i] > 0)) continue;
    people.at.push_back(middle_of(shape));
    people.rows.push_back(static_cast<std::uint32_t>(i));
    people.all.push_back(all[i]);
    for (std::size_t k = 0; k < by_age.size(); ++k) people.by_age[k].push_back(by_age[k][i]);
  }
  return people;
}

namespace {

/// "0–5, 6–17, 65+"
std::string ages_in_words(const std::vector<AgeGroup>& groups) {
  std::string words;
  for (const AgeGroup& group : groups)
    words += (words.empty() ? "" : ", ") + std::to_string(group.from) +
             (group.to >= oldest_age ? std::string("+") : "–" + std::to_string(group.to));
  return words;
}

}  // namespace

PeopleOfAge of_age(const People& people, AgeRange range) {
  if (range.everybody()) return {people.all, false};
  if (people.ages.empty())
    throw Error(
        ErrorKind::needs_answer,
        text("The population of the plan does not say how old people are; ask for everybody, or add figures by age."));
  if (!covers(people.ages, range))
    throw Error(ErrorKind::needs_answer,
                text("The plan counts people of the ages {1}: ask for ages within these.", ages_in_words(people.ages)));
  PeopleOfAge out{std::vector<double>(people.size(), 0.0), false};
  for (std::size_t k = 0; k < people.ages.size(); ++k) {
    const double share = share_of(people.ages[k], range);
    if (share <= 0) continue;
    out.shared_out = out.shared_out || share < 1;
    for (std::size_t i = 0; i < people.size(); ++i) out.count[i] += share * people.by_age[k][i];
  }
  return out;
}

Text ages_shared_out() {
  return text("Age groups that the range cuts were shared out evenly over their years.");
}

const MapLayer* population_layer(const Plan& plan) {
  const auto newest = std::find_if(plan.layers.rbegin(), plan.layers.rend(),
                                   [](const auto& layer) { return layer->use.kind == LayerUse::Kind::population; });
  return newest == plan.layers.rend() ? nullptr : newest->get();
}

}  // namespace smile
