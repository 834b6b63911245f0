#include "gis/intake/districts.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <map>

#include "gis/geometry/overlay.h"
#include "gis/intake/district_columns.h"
#include "gis/plan/hierarchy.h"

namespace smile {
namespace {

/// A district and the rows it came from.
struct Draft {
  District district;
  std::vector<std::int64_t> rows;
};

Issue issue(Severity severity, std::string kind, const Report& report, Text message, Text proposal = {}) {
  Issue out;
  out.severity = severity;
  out.kind = std::move(kind);
  out.file = report.file;
  out.message = std::move(message);
  out.proposal = std::move(proposal);
  return out;
}

int column_of(const FeatureTable& table, const std::optional<std::string>& wanted, int guessed) {
  if (!wanted) return guessed;
  const int found = find_column(table, *wanted);
  if (found < 0) {
    std::string names;
    for (const Column& column : table.columns) names += (names.empty() ? "" : ", ") + column.name;
    throw Error(ErrorKind::usage, text("“{1}” has no field “{2}”; there are {3}.", table.report.file, *wanted, names));
  }
  return found;
}

DistrictColumns columns_of(const FeatureTable& table, const DistrictOptions& options) {
  const DistrictColumns guessed = guess_district_columns(table);
  return {column_of(table, options.name_field, guessed.name), column_of(table, options.code_field, guessed.code)};
}

std::string cell(const Feature& feature, int column) {
  if (column < 0) return {};
  std::string value = feature.cells[static_cast<std::size_t>(column)];
  while (!value.empty() && value.back() == ' ') value.pop_back();
  while (!value.empty() && value.front() == ' ') value.erase(0, 1);
  return value;
}

std::optional<double> number(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' || !(value > 0) ? std::nullopt : std::optional(value);
}

/// The plan's system, or the one it is to get.
Crs target_crs(const FeatureTable& table, const DistrictOptions& options, const Plan& plan) {
  if (!table.crs.known())
    throw Error(
        ErrorKind::needs_answer,
        text("The coordinate system of “{1}” is not known: say which it is with --crs EPSG:n.", table.report.file));
  if (plan.crs.known()) return plan.crs;
  if (options.plan_crs && is_geographic(*options.plan_crs))
    throw Error(ErrorKind::usage,
                text("A plan measures in metres, {1} in degrees; choose a projected system such as EPSG:25833.",
                     crs_code(*options.plan_crs)));
  if (options.plan_crs) return *options.plan_crs;
  Box box;
  for (const Feature& feature : table.features) box.add(bounds(feature.geometry));
  const auto centre = Transform(table.crs, crs_from_epsg(4326))(box.centre());
  if (!centre)
    throw Error(ErrorKind::needs_answer,
                text("No coordinate system for the plan can be chosen from “{1}”: say which with --plan-crs EPSG:n.",
                     table.report.file));
  return utm_of(centre->x, centre->y);
}

/// Rows that are no areas stay out, each with its reason.
std::vector<const Feature*> areas_of(const FeatureTable& table, Report& report) {
  std::vector<const Feature*> out;
  for (const Feature& feature : table.features) {
    if (feature.geometry.kind == GeometryKind::area && !feature.geometry.empty()) {
      out.push_back(&feature);
      continue;
    }
    ++report.skipped;
    Issue& left =
        report.issues.emplace_back(issue(Severity::error, "no_area", report,
                                         text("A district needs an area; this record has none and did not come in.")));
    left.row = feature.row;
  }
  if (out.empty())
    throw Error(ErrorKind::refused, text("“{1}” holds no areas; districts need a file of areas.", report.file));
  return out;
}

std::string unique_code(const std::string& code, const std::map<std::string, std::size_t>& taken) {
  std::string out = code;
  for (int n = 2; taken.contains(out); ++n) out = code + "-" + std::to_string(n);
  return out;
}

/// Features become districts: parts of one district are joined, codes are made unique.
class Collector {
public:
  Collector(const FeatureTable& table, DistrictColumns columns, Report& report)
      : columns_(columns), official_(find_column(table, "official_area_m2")), report_(report) {}

  void add(const Feature& feature) {
    const std::string name = cell(feature, columns_.name);
    std::string code = cell(feature, columns_.code);
    if (code.empty()) code = std::to_string(feature.row);
    const auto known = by_code_.find(code);
    if (known != by_code_.end() && drafts_[known->second].district.name == (name.empty() ? code : name))
      return join(drafts_[known->second], feature);
    if (known != by_code_.end()) {
      const std::string made = unique_code(code, by_code_);
      Issue& twice = report_.issues.emplace_back(
          issue(Severity::warning, "code_twice", report_,
                text("The code {1} stands there twice; this district got the code {2}.", code, made),
                text("Give each district a code of its own, or choose another column with --code-field.")));
      twice.row = feature.row;
      code = made;
    }
    start(feature, code, name);
  }

  std::vector<Draft> take() {
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const Draft& a, const Draft& b) { return natural_less(a.district.code, b.district.code); });
    return std::move(drafts_);
  }

private:
  void start(const Feature& feature, const std::string& code, const std::string& name) {
    by_code_.emplace(code, drafts_.size());
    Draft& draft = drafts_.emplace_back();
    draft.district.code = code;
    draft.district.name = name.empty() ? code : name;
    draft.district.geometry = feature.geometry;
    draft.district.official_area_m2 = number(cell(feature, official_));
    draft.rows = {feature.row};
  }

  void join(Draft& draft, const Feature& feature) {
    draft.district.geometry = united({draft.district.geometry, feature.geometry});
    draft.rows.push_back(feature.row);
    Issue& joined = report_.issues.emplace_back(
        issue(Severity::note, "parts_joined", report_,
              text("“{1}” stands there in several parts; they were joined into one district.", draft.district.name)));
    joined.row = feature.row;
    joined.value = draft.district.code;
  }

  DistrictColumns columns_;
  int official_;
  Report& report_;
  std::vector<Draft> drafts_;
  std::map<std::string, std::size_t> by_code_;
};

double rounded(double square_metres) {
  return std::round(square_metres * 10) / 10;
}

/// Slivers are in every real file: below a ten-thousandth of the area they are a note.
Severity severity_of(double square_metres, double whole) {
  return square_metres <= 1e-4 * whole ? Severity::note : Severity::warning;
}

void list_large_overlaps(const std::vector<Draft>& drafts, const std::vector<Overlap>& pairs, double whole,
                         Report& report) {
  for (const Overlap& pair : pairs) {
    if (severity_of(pair.area_m2, whole) == Severity::note) continue;
    Issue& one = report.issues.emplace_back(
        issue(Severity::warning, "districts_overlap_pair", report,
              text("“{1}” and “{2}” overlap by {3} m².", drafts[pair.first].district.name,
                   drafts[pair.second].district.name, rounded(pair.area_m2)),
              text("Look at both on the map; a place there counts for the one with the lower code.")));
    one.row = drafts[pair.second].rows.front();
  }
}

void report_partition(const std::vector<Draft>& drafts, Report& report) {
  std::vector<Geometry> geometries;
  double whole = 0;
  for (const Draft& draft : drafts) {
    geometries.push_back(draft.district.geometry);
    whole += draft.district.area_m2;
  }
  const Partition found = measure_partition(geometries);
  if (rounded(found.overlap_m2) > 0)
    report.issues.push_back(issue(
        severity_of(found.overlap_m2, whole), "districts_overlap", report,
        text_n(found.overlapping_pairs, "{1} pair of districts overlaps, by {2} m² in all.",
               "{1} pairs of districts overlap, by {2} m² in all.", found.overlapping_pairs, rounded(found.overlap_m2)),
        text("A place in an overlap counts for the district with the lower code.")));
  if (severity_of(found.overlap_m2, whole) == Severity::warning)
    list_large_overlaps(drafts, overlaps(geometries), whole, report);
  if (rounded(found.gap_m2) > 0)
    report.issues.push_back(
        issue(severity_of(found.gap_m2, whole), "districts_gap", report,
              text_n(found.gaps, "There is {1} gap between the districts, {2} m² in all.",
                     "There are {1} gaps between the districts, {2} m² in all.", found.gaps, rounded(found.gap_m2)),
              text("A place in a gap belongs to no district.")));
}

bool same_district(const District& a, const District& b) {
  return a.name == b.name && a.geometry == b.geometry && a.official_area_m2 == b.official_area_m2;
}

void count_changes(Intake& intake, const std::vector<Draft>& drafts, const std::string& level, const Plan& plan) {
  const Level* existing = find_level(plan, level);
  std::map<std::string, DistrictPtr> old;
  if (existing != nullptr)
    for (const DistrictPtr& district : districts_of(plan, existing->id)) old.emplace(district->code, district);
  for (const Draft& draft : drafts) {
    const auto before = old.find(draft.district.code);
    if (before == old.end())
      ++intake.added;
    else
      ++(same_district(*before->second, draft.district) ? intake.unchanged : intake.updated);
    old.erase(draft.district.code);
  }
  for (const auto& [code, district] : old) {
    Issue& gone = intake.report.issues.emplace_back(
        issue(Severity::warning, "district_gone", intake.report,
              text("“{1}” is in the plan but not in the file; it leaves the level.", district->name)));
    gone.value = code;
  }
}

/// What finding parents will say of the new level and of the one below it.
void preview_parents(Intake& intake, const Edit& set, const std::string& level, const Plan& plan) {
  Plan next = set.apply(plan);
  const Level* made = find_level(next, level);
  for (Issue& found : find_parents(next)) {
    const District* district = find_district(next, found.district);
    const Level* own = district == nullptr ? nullptr : find_level(next, district->level);
    if (own == nullptr || made == nullptr || (own->rank != made->rank && own->rank != made->rank + 1)) continue;
    found.file = intake.report.file;
    intake.report.issues.push_back(std::move(found));
  }
}

std::vector<District> finished(const std::vector<Draft>& drafts) {
  std::vector<District> out;
  for (const Draft& draft : drafts) out.push_back(draft.district);
  return out;
}

}  // namespace

Intake intake_districts(FeatureTable table, const DistrictOptions& options, const Plan& plan,
                        const Progress& progress) {
  progress.report(text("Preparing districts"), -1);
  const DistrictColumns columns = columns_of(table, options);
  const Crs crs = target_crs(table, options, plan);
  transform(table, crs);

  Intake intake;
  intake.rows = static_cast<std::int64_t>(table.features.size());
  intake.report = table.report;
  intake.report.verb = "districts";
  intake.report.when = now_utc();
  Collector collector(table, columns, intake.report);
  for (const Feature* feature : areas_of(table, intake.report)) {
    progress.check();
    collector.add(*feature);
  }
  std::vector<Draft> drafts = collector.take();
  for (Draft& draft : drafts) draft.district.area_m2 = area(draft.district.geometry);
  intake.placed = intake.rows - intake.report.skipped;
  intake.unplaced = intake.rows - intake.placed;
  progress.report(text("Measuring gaps and overlaps"), -1);
  report_partition(drafts, intake.report);
  progress.check();

  const std::string level = options.level.empty() ? guess_level_name(table) : options.level;
  count_changes(intake, drafts, level, plan);
  const Edit set = set_level(level, finished(drafts), crs);
  preview_parents(intake, set, level, plan);
  const std::string file = std::filesystem::path(intake.report.file).filename().string();
  intake.edit = together(text("Load districts “{1}”", level),
                         {set, add_report(intake.report), add_source({level, file, "", "", false})});
  return intake;
}

}  // namespace smile
