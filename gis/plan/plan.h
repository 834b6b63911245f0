#pragma once
// The plan: the document. A plain value; records are shared between snapshots and compared by pointer.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/crs/crs.h"
#include "gis/plan/district.h"
#include "gis/plan/finding.h"
#include "gis/plan/layer.h"
#include "gis/plan/measure.h"
#include "gis/plan/scenario.h"
#include "gis/plan/sheet_settings.h"
#include "gis/plan/statistic.h"
#include "gis/plan/step.h"
#include "gis/plan/style.h"
#include "gis/words/report.h"

namespace smile {

/// Where data came from: the line at the foot of maps and sheets.
struct Source {
  std::string what;        ///< "Stadtbereiche"
  std::string holder;      ///< "Hanse- und Universitätsstadt Rostock"
  std::string licence;     ///< "CC0 1.0"
  std::string date;        ///< state of the data, as the source writes it
  bool schematic = false;  ///< boundaries are drawn by hand, not surveyed: every map made from it says so
  bool operator==(const Source&) const = default;
};

using ReportPtr = std::shared_ptr<const Report>;

/// Which column of a table fills which field; kept for the next file with the same header.
struct ColumnMapping {
  std::string header;  ///< the header cells joined by '\x1f'
  std::map<std::string, std::string>
      fields;  ///< header cell -> field key, or "position", "x", "y", "district", "ignore"
  bool operator==(const ColumnMapping&) const = default;
};

/// A view worth coming back to.
struct Bookmark {
  std::string name;
  Box ground;  ///< plan's system; shown whole
  bool operator==(const Bookmark&) const = default;
};

struct Plan {
  std::string title;
  std::string currency = "EUR";        ///< ISO 4217
  Crs crs;                             ///< of every geometry in the plan; projected, metres
  std::vector<Level> levels;           ///< coarsest first
  std::vector<DistrictPtr> districts;  ///< by level, then by code
  std::vector<StatisticPtr> statistics;
  std::vector<Alias> aliases;
  std::vector<MeasurePtr> measures;  ///< in the order of the list
  std::vector<Source> sources;
  std::vector<ReportPtr> reports;  ///< oldest first
  std::vector<ColumnMapping> mappings;
  MapStyle style;
  std::vector<MapLayerPtr> layers;  ///< of context; their order on the map is style.layers
  std::vector<Bookmark> bookmarks;
  std::vector<Scenario> scenarios;   ///< in the order of the list
  std::vector<FindingPtr> findings;  ///< oldest first
  std::vector<StepPtr> steps;        ///< of the presentation, in their order
  SheetSettings sheets;
  Id next_id = 1;
  bool operator==(const Plan& other) const = default;  ///< by pointer for records: use same_content for values
};

using PlanPtr = std::shared_ptr<const Plan>;

/// Deep comparison: the plans say the same, whatever the records' addresses.
bool same_content(const Plan& a, const Plan& b);

const Measure* find_measure(const Plan& plan, Id id);
const Measure* find_measure_by_number(const Plan& plan, std::string_view number);
const District* find_district(const Plan& plan, Id id);
/// By code, name or alias in a level (0: any level, finest first), ignoring case and "Seebad "-like prefixes is not
/// done here: exact after trimming and case folding.
const District* find_district(const Plan& plan, std::string_view code_or_name, Id level = 0);
const Level* find_level(const Plan& plan, Id id);
const Level* find_level(const Plan& plan, std::string_view name);
/// The finest level (largest rank), nullptr for a plan without districts.
const Level* finest_level(const Plan& plan);
const Level* coarsest_level(const Plan& plan);
std::vector<DistrictPtr> districts_of(const Plan& plan, Id level);
/// The newest statistic that counts inhabitants on this level, nullptr if none.
const Statistic* inhabitants_of(const Plan& plan, Id level);
/// Inhabitants of a district: its own figure, else nothing (never the sum of parts that are incomplete).
std::optional<double> inhabitants(const Plan& plan, Id district);
const MapLayer* find_layer(const Plan& plan, Id id);
const Scenario* find_scenario(const Plan& plan, Id id);
const Scenario* find_scenario(const Plan& plan, std::string_view name);
const Finding* find_finding(const Plan& plan, Id id);
const Finding* find_finding(const Plan& plan, std::string_view name);
/// Of a scenario, in the order of the list; 0: all.
std::vector<MeasurePtr> measures_of(const Plan& plan, Id scenario);
/// "layer:<id>": how LayerSettings name a layer of context; 0 for the fixed ones.
std::string layer_key(Id id);
Id layer_of_key(std::string_view key);
/// What the layers that are to be seen ask to have said of them, each once.
std::vector<std::string> credits_of(const Plan& plan);
/// Extent of the districts, else of the measures; empty for an empty plan.
Box extent(const Plan& plan);
/// The same in longitude/latitude, grown by a tenth: the city that readers judge the plausibility of coordinates by.
Box city_in_degrees(const Plan& plan);
/// True if some source is schematic.
bool is_schematic(const Plan& plan);

}  // namespace smile
