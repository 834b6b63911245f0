#include "viewer/command/add_population.h"

#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/spread_people.h"
#include "gis/intake/layers.h"
#include "gis/intake/population.h"
#include "gis/store/plan_file.h"
#include "viewer/command/intake.h"

namespace smile::viewer::command {
namespace {

/// What is to be taken into the plan, whichever way it was made.
struct Prepared {
  LayerData data;
  MapLayer layer;
  Crs crs;
  double people = 0;
  std::int64_t secret = 0;
  Report report;
};

std::optional<SpreadBy> spread_option(const Call& call) {
  const auto given = call.value("--spread");
  if (!given) return std::nullopt;
  if (*given == "floor-area") return SpreadBy::floor_area;
  if (*given == "buildings") return SpreadBy::buildings;
  if (*given == "ground") return SpreadBy::ground;
  throw Error(ErrorKind::usage, text("“{1}” after --spread is none of floor-area, buildings, ground.", *given));
}

/// A file, or a layer the plan has already.
LayerData buildings_of(const Call& call, const PlanFile& file) {
  const Plan& plan = *file.plan();
  const Progress progress = terminal_progress();
  for (const MapLayerPtr& layer : plan.layers)
    if (layer->name == call.words[2]) return *load_layer(*layer, plan, place_of(file.path()), progress);
  LayerData data = read_layer_data(call.words[2], read_options(call, plan), plan.crs, progress);
  data.layer = call.words[2];
  return data;
}

Prepared spread(const Call& call, const PlanFile& file, SpreadBy by) {
  SpreadOptions options;
  options.by = by;
  options.level = level_option(call, *file.plan());
  options.year = static_cast<int>(integer(call, "--year").value_or(0));
  options.use_field = call.value("--use-field");
  options.storeys_field = call.value("--storeys-field");
  options.residential = call.values("--residential");
  if (by != SpreadBy::ground && call.words.size() < 3)
    throw Error(ErrorKind::usage, text("Say which buildings people live in: a file, or a layer of the plan."));
  std::optional<LayerData> buildings;
  if (by != SpreadBy::ground) buildings = buildings_of(call, file);
  SpreadPeople people = spread_people(*file.plan(), buildings ? &*buildings : nullptr, options, terminal_progress());
  Prepared out;
  out.crs = file.plan()->crs;
  out.people = people.people;
  out.layer.use = people.use;
  out.layer.name = call.value("--name").value_or(str(text("Inhabitants")));
  out.layer.credit = call.value("--credit").value_or("");
  out.layer.style.method = StyleMethod::classes;
  out.layer.style.field = people.use.total_field;
  out.layer.style.ramp = "purple";
  out.layer.style.width = 4;
  out.report.verb = "population";
  out.report.when = now_utc();
  out.report.file = call.words.size() > 2 ? call.words[2] : "";
  out.report.read = buildings ? static_cast<std::int64_t>(buildings->features.size()) : people.buildings;
  out.report.issues = people.issues;
  out.data = std::move(people.data);
  return out;
}

Prepared counted(const Call& call, const Plan& plan) {
  if (call.words.size() < 3)
    throw Error(ErrorKind::usage, text("Say which file is to be added: smileplaces add PLAN {1} FILE", call.words[1]));
  PopulationOptions options;
  options.name = call.value("--name").value_or("");
  options.credit = call.value("--credit").value_or("");
  options.total = call.value("--inhabitants");
  options.read = read_options(call, plan);
  options.table = table_options(call);
  PopulationIntake intake = intake_population(call.words[2], options, plan, terminal_progress());
  return {std::move(intake.data), std::move(intake.layer), std::move(intake.crs),
          intake.people,          intake.secret,           std::move(intake.report)};
}

int report(const Prepared& made, const Call& call) {
  if (call.json()) {
    auto ages = nlohmann::ordered_json::array();
    for (const AgeGroup& group : made.layer.use.age_groups)
      ages.push_back({{"field", group.field}, {"from", group.from}, {"to", group.to}});
    print_json({{"added", 1},
                {"rows", made.report.read},
                {"features", made.data.features.size()},
                {"people", made.people},
                {"secret", made.secret},
                {"total_field", made.layer.use.total_field},
                {"age_groups", ages},
                {"method", say(made.layer.use.method)},
                {"issues", to_json(made.report.issues)}});
  } else {
    std::cout << str(text("{1} people at {2} places. {3}", std::llround(made.people),
                          static_cast<std::int64_t>(made.data.features.size()), say(made.layer.use.method)))
              << "\n";
    print_issues(made.report.issues);
  }
  return exit_code(made.report.issues);
}

}  // namespace

int add_population(const Call& call) {
  const bool dry = call.has("--dry-run");
  PlanFile file = PlanFile::open(call.words[0], dry ? PlanFile::Mode::read : PlanFile::Mode::write);
  const auto by = spread_option(call);
  const Prepared made = by ? spread(call, file, *by) : counted(call, *file.plan());
  if (!dry) {
    const auto tables = file.take_features(made.data, made.layer.name, made.crs, terminal_progress());
    const Edit edit = together(text("Add layer “{1}”", made.layer.name),
                               {add_taken(made.layer, tables, made.crs), add_report(made.report)});
    file.save(std::make_shared<const Plan>(edit.apply(*file.plan())));
  }
  return report(made, call);
}

}  // namespace smile::viewer::command
