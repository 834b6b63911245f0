#include "gis/analysis/spread_people.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gis/analysis/level_ages.h"
#include "gis/analysis/needed.h"
#include "gis/analysis/people.h"
#include "gis/analysis/which_district.h"
#include "gis/formats/feature_values.h"
#include "gis/geometry/overlay.h"
#include "gis/intake/cell_words.h"
#include "gis/intake/population.h"

namespace smile {
namespace {

constexpr double ground_step_m = 100;  ///< people on the ground stand on a lattice as the census has it

// --- which figures ---

struct Figures {
  Level level;
  const Statistic* all = nullptr;
  LevelAges ages;
};

const Statistic* newest(const Plan& plan, Id level, int year) {
  const Statistic* best = nullptr;
  for (const StatisticPtr& s : plan.statistics)
    if (s->level == level && s->inhabitants && (year == 0 || s->year == year) && (!best || s->year > best->year))
      best = s.get();
  return best;
}

Figures figures_for(const Plan& plan, const SpreadOptions& options) {
  std::vector<Level> levels = plan.levels;
  std::stable_sort(levels.begin(), levels.end(), [](const Level& a, const Level& b) { return a.rank > b.rank; });
  for (const Level& level : levels) {
    if (options.level != 0 && level.id != options.level) continue;
    const Figures figures{level, newest(plan, level.id, options.year), level_ages(plan, level.id, options.year)};
    if (figures.all != nullptr || !figures.ages.groups.empty()) return figures;
  }
  throw needs_inhabitants();
}

// --- which buildings ---

const ValueColumn* column_named(const LayerData& data, const std::optional<std::string>& name, auto fits) {
  for (const ValueColumn& column : data.features.columns)
    if (name ? column.name == *name : fits(word_form(column.name))) return &column;
  return nullptr;
}

bool says_home(const std::string& value) {
  const std::string word = word_form(value);
  for (const std::string_view part : {"wohn", "residential", "apartment", "house", "dwelling", "mehrfamilien",
                                      "einfamilien", "doppelhaus", "reihenhaus", "detached", "terrace"})
    if (word.find(part) != std::string::npos)
      return word.find("gewaechs") == std::string::npos && word != "warehouse" && word != "greenhouse";
  return false;
}

class Homes {
public:
  Homes(const LayerData& data, const SpreadOptions& options) : data_(data), options_(options) {
    use_ = column_named(data, options.use_field, [](const std::string& name) {
      for (const std::string_view word :
           {"use", "nutzung", "funktion", "gebaeudefunktion", "building", "art", "type", "gfk"})
        if (name == word) return true;
      return name.starts_with("nutzung") || name.starts_with("gebaeudefunktion");
    });
    storeys_ = column_named(data, options.storeys_field, [](const std::string& name) {
      return name.find("storey") != std::string::npos || name.find("geschoss") != std::string::npos ||
             name == "floors" || name == "building levels" || name == "levels" || name == "aog";
    });
    const auto require = [&](const std::optional<std::string>& name, const ValueColumn* column) {
      if (name && column == nullptr)
        throw Error(ErrorKind::usage, text("“{1}” has no column “{2}”.", data.layer, *name));
    };
    require(options.use_field, use_);
    require(options.storeys_field, storeys_);
  }

  bool knows_storeys() const { return storeys_ != nullptr; }
  bool knows_use() const { return use_ != nullptr; }

  bool is_home(std::size_t i) const {
    if (use_ == nullptr) return true;
    const std::string value = cell_text(*use_, i);
    if (options_.residential.empty()) return says_home(value);
    return std::find(options_.residential.begin(), options_.residential.end(), value) != options_.residential.end();
  }

  double weight(std::size_t i, const Geometry& shape) const {
    if (options_.by == SpreadBy::buildings) return 1;
    const double storeys = storeys_ == nullptr ? 1 : storeys_of(i);
    return (shape.kind == GeometryKind::area ? std::abs(area(shape)) : 1) * storeys;
  }

private:
  double storeys_of(std::size_t i) const {
    if (storeys_->null[i]) return 1;
    if (storeys_->kind == ValueColumn::Kind::integer)
      return std::max<double>(1, static_cast<double>(storeys_->integers[i]));
    if (storeys_->kind == ValueColumn::Kind::real) return std::max(1.0, storeys_->reals[i]);
    const std::string cell = cell_text(*storeys_, i);
    return std::clamp(std::atof(cell.c_str()), 1.0, 200.0);
  }

  const LayerData& data_;
  const SpreadOptions& options_;
  const ValueColumn* use_ = nullptr;
  const ValueColumn* storeys_ = nullptr;
};

// --- spreading ---

struct Unit {
  Point at;
  double weight = 1;
};

std::vector<std::vector<Unit>> homes_by_district(const LayerData& buildings, const DistrictIndex& index,
                                                 const SpreadOptions& options, const Progress& progress) {
  const Homes homes(buildings, options);
  std::vector<std::vector<Unit>> units(index.districts().size());
  for (std::size_t i = 0; i < buildings.features.size(); ++i) {
    if (i % 4096 == 0) progress.check();
    if (!homes.is_home(i)) continue;
    const Geometry shape = buildings.features.geometry(i);
    if (shape.empty() || shape.kind == GeometryKind::line) continue;
    const Point at = shape.kind == GeometryKind::point ? shape.points.front() : bounds(shape).centre();
    const double weight = homes.weight(i, shape);
    if (const auto district = index.at(at).district; district != DistrictIndex::nowhere && weight > 0)
      units[static_cast<std::size_t>(district)].push_back({at, weight});
  }
  return units;
}

std::vector<std::vector<Unit>> ground_by_district(const DistrictIndex& index, const Progress& progress) {
  std::vector<std::vector<Unit>> units(index.districts().size());
  Box all;
  for (std::size_t i = 0; i < units.size(); ++i) all.add(index.bounds(static_cast<std::int32_t>(i)));
  const double left = std::floor(all.min_x / ground_step_m) * ground_step_m + ground_step_m / 2;
  const double low = std::floor(all.min_y / ground_step_m) * ground_step_m + ground_step_m / 2;
  for (double y = low; y < all.max_y; y += ground_step_m) {
    progress.check();
    for (double x = left; x < all.max_x; x += ground_step_m)
      if (const auto district = index.at({x, y}).district; district != DistrictIndex::nowhere)
        units[static_cast<std::size_t>(district)].push_back({{x, y}, 1});
  }
  return units;
}

class Spreader {
public:
  Spreader(const Plan& plan, const Figures& figures, SpreadBy by) : plan_(plan), figures_(figures), by_(by) {
    out_.use.kind = LayerUse::Kind::population;
    out_.use.total_field = figures.all != nullptr ? figures.all->name : "inhabitants";
    out_.use.age_groups = figures.ages.groups;
    out_.data.features = people_columns(out_.use);
  }

  void add(const District& district, std::vector<Unit> units) {
    const std::vector<double> figures = figures_of(district);
    if (figures.empty()) return;
    if (units.empty() && figures.front() > 0) {
      units.push_back({label_point(district.geometry), 1});
      complain("no_homes", district,
               by_ == SpreadBy::ground
                   ? text("{1} is too small for the lattice: its {2} people stand at its middle.", district.name,
                          std::llround(figures.front()))
                   : text("{1} has {2} inhabitants but no building that is a home: they stand at its middle.",
                          district.name, std::llround(figures.front())));
    }
    std::vector<double> weights;
    for (const Unit& unit : units) weights.push_back(unit.weight);
    std::vector<std::vector<double>> columns;
    for (const double figure : figures) columns.push_back(shared_out(figure, weights));
    for (std::size_t i = 0; i < units.size(); ++i) {
      std::vector<FeatureValue> values;
      for (const std::vector<double>& column : columns) values.emplace_back(column[i]);
      append_values(out_.data, make_point(units[i].at), values);
    }
    out_.buildings += std::ssize(units);
    out_.people += figures.front();
  }

  SpreadPeople take() {
    out_.data.kind = GeometryKind::point;
    out_.data.source_crs = plan_.crs;
    return std::move(out_);
  }

private:
  /// All, then by age; empty where nobody is known.
  std::vector<double> figures_of(const District& district) {
    std::vector<double> values{0};
    bool known_by_age = !figures_.ages.of_each_group.empty();
    for (const Statistic* statistic : figures_.ages.of_each_group) {
      const auto found = statistic->figures.find(district.id);
      const bool known = found != statistic->figures.end() && found->second.state == Figure::State::value;
      known_by_age = known_by_age && known;
      values.push_back(known ? std::max(0.0, found->second.value) : 0);
    }
    if (figures_.all == nullptr) {
      for (std::size_t i = 1; i < values.size(); ++i) values[0] += values[i];
      if (!known_by_age) return unknown(district);
      return values;
    }
    const auto all = figures_.all->figures.find(district.id);
    if (all == figures_.all->figures.end() || all->second.state != Figure::State::value) return unknown(district);
    values[0] = all->second.value;
    return values;
  }

  std::vector<double> unknown(const District& district) {
    complain("no_inhabitants", district,
             text("The inhabitants of {1} are not known or kept secret; nobody is counted there.", district.name));
    return {};
  }

  void complain(const char* kind, const District& district, Text sentence) {
    Issue issue;
    issue.severity = Severity::warning;
    issue.kind = kind;
    issue.district = district.id;
    issue.message = std::move(sentence);
    out_.issues.push_back(std::move(issue));
  }

  const Plan& plan_;
  const Figures& figures_;
  SpreadBy by_;
  SpreadPeople out_;
};

Text method_of(SpreadBy by) {
  switch (by) {
    case SpreadBy::floor_area:
      return text("People of each district, spread over its homes by floor area.");
    case SpreadBy::buildings:
      return text("People of each district, spread over its homes alike.");
    case SpreadBy::ground:
      break;
  }
  return text("People of each district, spread evenly over its ground.");
}

}  // namespace

std::vector<double> shared_out(double total, const std::vector<double>& weights) {
  const double all = sum_of(weights);
  std::vector<double> parts;
  for (const double weight : weights) parts.push_back(all > 0 ? total * weight / all : 0);
  if (parts.empty() || !(all > 0)) return parts;
  // What rounding lost goes to the largest part.
  const auto largest = std::max_element(parts.begin(), parts.end());
  *largest += total - sum_of(parts);
  return parts;
}

SpreadPeople spread_people(const Plan& plan, const LayerData* buildings, const SpreadOptions& options,
                           const Progress& progress) {
  const Figures figures = figures_for(plan, options);
  const auto index = district_index(plan, figures.level.id);
  std::vector<std::vector<Unit>> units = options.by == SpreadBy::ground || buildings == nullptr
                                             ? ground_by_district(*index, progress)
                                             : homes_by_district(*buildings, *index, options, progress);
  if (options.by != SpreadBy::ground &&
      std::all_of(units.begin(), units.end(), [](const auto& of_district) { return of_district.empty(); }))
    throw Error(ErrorKind::needs_answer,
                text("None of the buildings is known to be a home in a district; name the column and its values: "
                     "--use-field NAME --residential VALUE."));
  Spreader spreader(plan, figures, options.by);
  for (std::size_t i = 0; i < units.size(); ++i) spreader.add(*index->districts()[i], std::move(units[i]));
  SpreadPeople out = spreader.take();
  out.use.method = method_of(options.by).english;
  return out;
}

}  // namespace smile
