#include "gis/plan/plan.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "gis/words/folded.h"

namespace smile {
namespace {

constexpr std::string_view layer_prefix = "layer:";

template <class Record>
bool same_records(const std::vector<std::shared_ptr<const Record>>& a,
                  const std::vector<std::shared_ptr<const Record>>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x == y || *x == *y; });
}

template <class Record>
const Record* find_by_id(const std::vector<std::shared_ptr<const Record>>& records, Id id) {
  const auto found = std::find_if(records.begin(), records.end(), [&](const auto& r) { return r->id == id; });
  return found == records.end() ? nullptr : found->get();
}

}  // namespace

bool same_content(const Plan& a, const Plan& b) {
  return a.title == b.title && a.currency == b.currency && a.crs == b.crs && a.levels == b.levels &&
         same_records(a.districts, b.districts) && same_records(a.statistics, b.statistics) && a.aliases == b.aliases &&
         same_records(a.measures, b.measures) && a.sources == b.sources && same_records(a.reports, b.reports) &&
         a.mappings == b.mappings && a.style == b.style && same_records(a.layers, b.layers) &&
         a.bookmarks == b.bookmarks && a.scenarios == b.scenarios && same_records(a.findings, b.findings) &&
         same_records(a.steps, b.steps) && a.sheets == b.sheets && a.next_id == b.next_id;
}

const MapLayer* find_layer(const Plan& plan, Id id) {
  return find_by_id(plan.layers, id);
}

const Scenario* find_scenario(const Plan& plan, Id id) {
  const auto found =
      std::find_if(plan.scenarios.begin(), plan.scenarios.end(), [&](const Scenario& s) { return s.id == id; });
  return found == plan.scenarios.end() ? nullptr : &*found;
}

const Scenario* find_scenario(const Plan& plan, std::string_view name) {
  const std::string wanted = folded(name);
  const auto found = std::find_if(plan.scenarios.begin(), plan.scenarios.end(),
                                  [&](const Scenario& s) { return folded(s.name) == wanted; });
  return found == plan.scenarios.end() ? nullptr : &*found;
}

const Finding* find_finding(const Plan& plan, Id id) {
  return find_by_id(plan.findings, id);
}

const Finding* find_finding(const Plan& plan, std::string_view name) {
  const std::string wanted = folded(name);
  const auto found = std::find_if(plan.findings.begin(), plan.findings.end(),
                                  [&](const FindingPtr& f) { return folded(f->name) == wanted; });
  return found == plan.findings.end() ? nullptr : found->get();
}

std::vector<MeasurePtr> measures_of(const Plan& plan, Id id) {
  const Scenario* scenario = find_scenario(plan, id);
  if (!scenario) return plan.measures;
  std::vector<MeasurePtr> measures;
  std::copy_if(plan.measures.begin(), plan.measures.end(), std::back_inserter(measures),
               [&](const MeasurePtr& measure) {
                 return std::binary_search(scenario->measures.begin(), scenario->measures.end(), measure->id);
               });
  return measures;
}

std::string layer_key(Id id) {
  return std::string(layer_prefix) + std::to_string(id);
}

Id layer_of_key(std::string_view key) {
  Id id = 0;
  if (key.starts_with(layer_prefix)) std::from_chars(key.data() + layer_prefix.size(), key.data() + key.size(), id);
  return id;
}

namespace {

/// What stands for a layer whose holder nobody has said: the file it is in, or came from, unless a source of the plan
/// names it already. What the plan found itself came from none.
std::string credit_of(const MapLayer& layer, const Plan& plan) {
  const bool of_file = layer.source.kind == LayerSource::Kind::file || layer.source.kind == LayerSource::Kind::plan;
  if (!layer.credit.empty() || !of_file) return layer.credit;
  const std::string file = std::filesystem::path(layer.source.file).filename().string();
  const bool named = std::any_of(plan.sources.begin(), plan.sources.end(),
                                 [&](const Source& source) { return source.holder == file; });
  return named ? std::string() : file;
}

}  // namespace

std::vector<std::string> credits_of(const Plan& plan) {
  std::vector<std::string> credits;
  for (const LayerSettings& settings : plan.style.layers) {
    const MapLayer* layer = settings.visible ? find_layer(plan, layer_of_key(settings.layer)) : nullptr;
    const std::string credit = layer != nullptr ? credit_of(*layer, plan) : std::string();
    if (!credit.empty() && std::find(credits.begin(), credits.end(), credit) == credits.end())
      credits.push_back(credit);
  }
  return credits;
}

const Measure* find_measure(const Plan& plan, Id id) {
  return find_by_id(plan.measures, id);
}

const Measure* find_measure_by_number(const Plan& plan, std::string_view number) {
  if (number.empty()) return nullptr;
  const auto found =
      std::find_if(plan.measures.begin(), plan.measures.end(), [&](const auto& m) { return m->number == number; });
  return found == plan.measures.end() ? nullptr : found->get();
}

const District* find_district(const Plan& plan, Id id) {
  return find_by_id(plan.districts, id);
}

const District* find_district(const Plan& plan, std::string_view code_or_name, Id level) {
  const std::string wanted = folded(code_or_name);
  if (wanted.empty()) return nullptr;
  const auto in_level = [&](Id candidate) -> const District* {
    const District* by_name = nullptr;
    for (const DistrictPtr& district : plan.districts) {
      if (district->level != candidate) continue;
      if (folded(district->code) == wanted) return district.get();
      if (!by_name && folded(district->name) == wanted) by_name = district.get();
    }
    if (by_name) return by_name;
    for (const Alias& alias : plan.aliases) {
      const District* district = find_district(plan, alias.district);
      if (district && district->level == candidate && folded(alias.name) == wanted) return district;
    }
    return nullptr;
  };
  if (level != 0) return in_level(level);
  for (auto l = plan.levels.rbegin(); l != plan.levels.rend(); ++l)
    if (const District* district = in_level(l->id)) return district;
  return nullptr;
}

const Level* find_level(const Plan& plan, Id id) {
  const auto found = std::find_if(plan.levels.begin(), plan.levels.end(), [&](const Level& l) { return l.id == id; });
  return found == plan.levels.end() ? nullptr : &*found;
}

const Level* find_level(const Plan& plan, std::string_view name) {
  const std::string wanted = folded(name);
  const auto found =
      std::find_if(plan.levels.begin(), plan.levels.end(), [&](const Level& l) { return folded(l.name) == wanted; });
  return found == plan.levels.end() ? nullptr : &*found;
}

const Level* finest_level(const Plan& plan) {
  return plan.levels.empty() ? nullptr : &plan.levels.back();
}
const Level* coarsest_level(const Plan& plan) {
  return plan.levels.empty() ? nullptr : &plan.levels.front();
}

std::vector<DistrictPtr> districts_of(const Plan& plan, Id level) {
  std::vector<DistrictPtr> out;
  std::copy_if(plan.districts.begin(), plan.districts.end(), std::back_inserter(out),
               [&](const DistrictPtr& district) { return district->level == level; });
  return out;
}

const Statistic* inhabitants_of(const Plan& plan, Id level) {
  const Statistic* newest = nullptr;
  for (const StatisticPtr& statistic : plan.statistics)
    if (statistic->inhabitants && statistic->level == level && (!newest || statistic->year >= newest->year))
      newest = statistic.get();
  return newest;
}

std::optional<double> inhabitants(const Plan& plan, Id district_id) {
  const District* district = find_district(plan, district_id);
  const Statistic* statistic = district ? inhabitants_of(plan, district->level) : nullptr;
  if (!statistic) return std::nullopt;
  const auto found = statistic->figures.find(district_id);
  if (found == statistic->figures.end() || found->second.state != Figure::State::value) return std::nullopt;
  return found->second.value;
}

Box extent(const Plan& plan) {
  Box box;
  for (const DistrictPtr& district : plan.districts) box.add(bounds(district->geometry));
  if (!box.empty()) return box;
  for (const MeasurePtr& measure : plan.measures) box.add(bounds(measure->location.geometry));
  return box;
}

Box city_in_degrees(const Plan& plan) {
  const Box box = extent(plan);
  Box degrees;
  if (box.empty() || !plan.crs.known()) return degrees;
  const Transform transform(plan.crs, crs_from_epsg(4326));
  for (const Point corner : {Point{box.min_x, box.min_y}, Point{box.max_x, box.min_y}, Point{box.max_x, box.max_y},
                             Point{box.min_x, box.max_y}})
    if (const auto p = transform(corner)) degrees.add(*p);
  return degrees.empty() ? degrees : degrees.grown(std::max(degrees.width(), degrees.height()) / 10);
}

bool is_schematic(const Plan& plan) {
  return std::any_of(plan.sources.begin(), plan.sources.end(), [](const Source& source) { return source.schematic; });
}

}  // namespace smile
