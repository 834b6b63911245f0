// add PLAN network FILE: streets and paths become the network people walk along, kept in the plan.

#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/analysis/network.h"
#include "gis/intake/network.h"
#include "gis/store/plan_file.h"
#include "viewer/command/intake.h"

namespace smile::viewer::command {
namespace {

void take_into(PlanFile& file, const NetworkIntake& network, const Progress& progress) {
  const auto tables = file.take_features(network.edges, network.layer.name, network.crs, progress);
  const Plan with_layer = add_taken(network.layer, tables, network.crs).apply(*file.plan());
  const Plan in_use = use_layer(with_layer.layers.back()->id, network.layer.use).apply(with_layer);
  file.save(std::make_shared<const Plan>(add_report(network.report).apply(in_use)));
}

/// The counts of `add`, for a network: rows are ways or lines of the file.
Intake counts_of(const NetworkIntake& network) {
  Intake intake;
  intake.rows = network.report.declared;
  intake.added = 1;
  intake.placed = network.report.read;
  intake.report = network.report;
  return intake;
}

}  // namespace

int add_network(const Call& call) {
  if (call.words.size() < 3)
    throw Error(ErrorKind::usage, text("Say which file is to be added: smileplaces add PLAN {1} FILE", call.words[1]));
  const bool dry = call.has("--dry-run");
  PlanFile file = PlanFile::open(call.words[0], dry ? PlanFile::Mode::read : PlanFile::Mode::write);
  const Plan& plan = *file.plan();
  const Progress progress = terminal_progress();
  const std::filesystem::path folder = std::filesystem::absolute(call.words[0]).parent_path();
  NetworkIntake network = intake_network(call.words[2], layer_options(call, plan), plan, folder, progress);
  const Connectivity found = connectivity(network_of(network.edges, progress));
  for (const Issue& issue : issues_of(found, network.report.file)) network.report.issues.push_back(issue);
  if (!dry) take_into(file, network, progress);
  const double kilometres = std::round(static_cast<double>(found.length) / 1e3) / 1e3;
  return report(counts_of(network), call,
                {{"nodes", found.nodes},
                 {"edges", found.edges},
                 {"length_km", kilometres},
                 {"components", found.components},
                 {"largest_component_share", std::round(found.largest_share * 1e6) / 1e6},
                 {"dead_ends", found.dead_ends}});
}

}  // namespace smile::viewer::command
