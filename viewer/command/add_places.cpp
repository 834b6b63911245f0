// add PLAN places FILE: what people walk to becomes a layer of the plan, in use as places.

#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/intake/place_kinds.h"
#include "gis/intake/places.h"
#include "gis/store/plan_file.h"
#include "viewer/command/intake.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

/// "FIELD=VALUE": the first sign parts them, values may hold more.
std::vector<std::pair<std::string, std::string>> conditions(const Call& call) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const std::string& given : call.values("--where")) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos || equals == 0)
      throw Error(ErrorKind::usage,
                  text("“{1}” after {2} needs an equals sign between two words.", given, std::string("--where")));
    all.emplace_back(given.substr(0, equals), given.substr(equals + 1));
  }
  return all;
}

/// Names of the layers that were added, in the order of the plan.
std::vector<std::string> take_into(PlanFile& file, const PlacesIntake& places) {
  const std::size_t before = file.plan()->layers.size();
  const auto tables = file.take_features(places.data, places.layer.name, places.crs, terminal_progress());
  const Edit edit = together(text("Add layer “{1}”", places.layer.name),
                             {add_taken(places.layer, tables, places.crs), add_report(places.report)});
  file.save(std::make_shared<const Plan>(edit.apply(*file.plan())));
  std::vector<std::string> names;
  for (std::size_t i = before; i < file.plan()->layers.size(); ++i) names.push_back(file.plan()->layers[i]->name);
  return names;
}

int report(const PlacesIntake& places, const std::vector<std::string>& layers, const Call& call) {
  const auto count = std::ssize(places.data.features.kinds);
  if (call.json()) {
    const Report& r = places.report;
    print_json({{"added", 1},
                {"updated", 0},
                {"unchanged", 0},
                {"rows", r.declared},
                {"placed", count},
                {"unplaced", r.skipped},
                {"places", count},
                {"kind", places.layer.use.place_kind},
                {"layers", layers},
                {"name_field", places.layer.style.label_field},
                {"capacity_field", places.layer.use.capacity_field},
                {"service_day", places.service_day.empty() ? Json() : Json(places.service_day)},
                {"method", say(places.layer.use.method)},
                {"credit", places.layer.credit},
                {"issues", to_json(r.issues)}});
  } else {
    std::cout << str(text_n(count, "{1} place in the layer “{2}”.", "{1} places in the layer “{2}”.", count,
                            places.layer.name))
              << "\n";
    print_issues(places.report.issues);
  }
  return exit_code(places.report.issues);
}

}  // namespace

PlacesIntake prepare_places(const std::string& file, const Call& call, const Plan& plan) {
  PlacesOptions options;
  options.kind = call.value("--kind").value_or("");
  options.name = call.value("--name").value_or("");
  options.credit = call.value("--credit").value_or("");
  options.capacity = call.value("--capacity").value_or("");
  options.where = conditions(call);
  options.read = read_options(call, plan);
  return intake_places(file, options, plan, terminal_progress());
}

int add_places(const Call& call) {
  if (call.words.size() < 3)
    throw Error(ErrorKind::usage, text("Say which file is to be added: smileplaces add PLAN {1} FILE", call.words[1]));
  const bool dry = call.has("--dry-run");
  PlanFile file = PlanFile::open(call.words[0], dry ? PlanFile::Mode::read : PlanFile::Mode::write);
  const PlacesIntake places = prepare_places(call.words[2], call, *file.plan());
  return report(places, dry ? std::vector<std::string>{} : take_into(file, places), call);
}

}  // namespace smile::viewer::command
