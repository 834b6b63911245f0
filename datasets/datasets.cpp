#include "datasets/datasets.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "datasets/people.h"
#include "datasets/places.h"
#include "datasets/surroundings.h"
#include "gis/formats/archive.h"
#include "gis/intake/districts.h"
#include "gis/intake/measures.h"
#include "gis/intake/statistics.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

constexpr const char* state_of_the_set = "2026-11-22T00:00:00Z";

/// GDAL reads files: the embedded layers are put into a folder of their own that is gone afterwards.
class Unpacked {
public:
  Unpacked() {
    std::string pattern = (fs::temp_directory_path() / "smile-places-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
      throw Error(ErrorKind::disk, text("No temporary folder can be made in {1}.", fs::temp_directory_path().string()));
    folder_ = pattern;
  }
  ~Unpacked() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Unpacked(const Unpacked&) = delete;
  Unpacked& operator=(const Unpacked&) = delete;

  const fs::path& folder() const { return folder_; }

  fs::path operator()(std::string_view name) const {
    const fs::path path = folder_ / fs::path(name).filename();
    const std::string_view bytes = embedded_file(name);
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw Error(ErrorKind::disk, text("{1} can't be written.", path.string()));
    return path;
  }

private:
  fs::path folder_;
};

/// The edit of an import, with a report that says the same on every machine and day.
Plan with(const Plan& plan, const Intake& intake, const std::string& name) {
  Plan next = intake.edit.apply(plan);
  if (next.reports.size() == plan.reports.size()) return next;
  Report report = *next.reports.back();
  report.file = name;
  report.when = state_of_the_set;
  for (Issue& issue : report.issues) issue.file = name;
  next.reports.back() = std::make_shared<const Report>(std::move(report));
  return next;
}

Plan with_districts(const Plan& plan, const Unpacked& unpacked, const std::string& name, const std::string& level) {
  DistrictOptions options;
  options.level = level;
  return with(plan, intake_districts(read_features(unpacked(name)), options, plan), name);
}

Plan with_statistics(const Plan& plan, const std::string& name, const std::string& level) {
  StatisticsOptions options;
  options.level = level;
  return with(plan, intake_statistics(parse_csv(embedded_file(name), name), name, options, plan), name);
}

Plan with_sources(Plan plan) {
  const std::vector<Source> sources = {
      {"Stadtbereiche und Ortsteile (schematisch gezeichnet)", "Smile Places", "Apache-2.0", "2026", true},
      {"Namen, Flächen, Einwohner 2017 und 2023", "Hanse- und Universitätsstadt Rostock, Statistik", "", "2023", false},
      {"Ideenpool (erfunden)", "Smile Places", "Apache-2.0", "2026", false}};
  plan.sources.clear();
  for (const Source& source : sources) plan = add_source(source).apply(plan);
  return plan;
}

/// A GeoPackage that is embedded in an archive.
fs::path unpacked_package(const Unpacked& unpacked, std::string_view name) {
  const fs::path archive = unpacked(name);
  return unpacked.folder() / extract_archive(archive, unpacked.folder(), {"gpkg"}, {}).front();
}

/// Since when a measure is in its phase is the day of the set, not the day somebody looks at it.
Plan with_fixed_dates(Plan plan) {
  const Date day{2026, DatePrecision::day, 11, 22};
  for (MeasurePtr& record : plan.measures) {
    Measure dated = *record;
    for (PhaseChange& change : dated.phase_history) change.date = day;
    record = std::make_shared<const Measure>(std::move(dated));
  }
  return plan;
}

}  // namespace

std::string_view embedded_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files())
    if (file.name == name) return file.bytes;
  return {};
}

Demo demo() {
  const Unpacked unpacked;
  Plan plan = set_title("Ideenpool Rostock (Beispiel)").apply(Plan{});
  plan = with_districts(plan, unpacked, "rostock/stadtbereiche.geojson", "Stadtbereiche");
  plan = with_districts(plan, unpacked, "rostock/ortsteile.geojson", "Ortsteile");
  plan = with_statistics(plan, "rostock/einwohner.csv", "Stadtbereiche");
  plan = with_statistics(plan, "rostock/einwohner_ortsteile.csv", "Ortsteile");
  const std::string ideas = "rostock/ideenpool.csv", places = "rostock/ideenpool_orte.geojson";
  plan = with(plan, intake_measures(parse_csv(embedded_file(ideas), ideas), ideas, {}, plan), ideas);
  plan = with(plan, intake_measures(read_features(unpacked(places)), places, {}, plan), places);
  Demo made{with_sources(with_fixed_dates(std::move(plan))), {}};
  made.plan =
      with_surroundings(std::move(made.plan), unpacked_package(unpacked, "rostock/umgebung.gpkg.zip"), made.tables);
  const Plan with_ages = with_statistics(made.plan, "rostock/alter_erfunden.csv", "Stadtbereiche");
  made.plan = with_people(std::move(made.plan), with_ages, made.tables);
  made.plan = with_places(std::move(made.plan), unpacked_package(unpacked, "rostock/orte.gpkg.zip"), made.tables);
  return made;
}

Plan demo_plan() {
  return demo().plan;
}

PlanFile create_demo(const fs::path& path, bool overwrite) {
  const Demo made = demo();
  return PlanFile::create(path, made.plan, overwrite, made.tables);
}

}  // namespace smile
