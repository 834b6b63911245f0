#include "gis/formats/features.h"

#include <algorithm>

#include "gis/formats/decide_crs.h"
#include "gis/formats/decode_cells.h"
#include "gis/formats/encoded_twice.h"
#include "gis/formats/gate.h"
#include "gis/formats/raw_layer.h"

namespace smile {
namespace {

/// A layer and the dataset it stands in.
struct Choice {
  LayerInfo info;
  const Dataset* dataset = nullptr;
  std::string inner;  ///< its name inside the dataset
};

/// Names of layers are unique in an archive: those of datasets with the same layer name carry the file's name before
/// them.
std::vector<Choice> choices(const SourceFiles& source) {
  std::vector<Choice> out;
  for (const Dataset& dataset : source.datasets) {
    const std::vector<LayerInfo> layers = list_layers(dataset);
    for (const LayerInfo& layer : layers) {
      Choice choice{layer, &dataset, layer.name};
      if (source.datasets.size() > 1)
        choice.info.name = layers.size() == 1 ? dataset.name : dataset.name + "/" + layer.name;
      out.push_back(std::move(choice));
    }
  }
  return out;
}

/// Areas before all else, then the one with most features.
bool better(const Choice& a, const Choice& b) {
  const auto rank = [](const Choice& c) { return std::pair(c.info.kind == GeometryKind::area, c.info.features); };
  return rank(a) > rank(b);
}

std::string names_of(const std::vector<Choice>& all) {
  std::string out;
  for (const Choice& choice : all) out += (out.empty() ? "" : ", ") + choice.info.name;
  return out;
}

[[noreturn]] void no_such_layer(const SourceFiles& source, const std::string& name, const std::vector<Choice>& all) {
  throw Error(ErrorKind::not_found,
              text("“{1}” has no layer “{2}”; there are {3}.", source.shown, name, names_of(all)));
}

const Choice& choose(const std::vector<Choice>& all, const SourceFiles& source, const ReadOptions& options,
                     IssueList& issues) {
  if (all.empty()) throw Error(ErrorKind::unreadable, text("“{1}” has no layer with features.", source.shown));
  if (options.layer) {
    const auto named = std::find_if(all.begin(), all.end(), [&](const Choice& choice) {
      return choice.info.name == *options.layer || choice.inner == *options.layer;
    });
    if (named == all.end()) no_such_layer(source, *options.layer, all);
    return *named;
  }
  const auto best = std::min_element(all.begin(), all.end(), better);
  if (all.size() > 1)
    issues
        .add(Severity::note, "layer_chosen",
             text("The file has {1} layers: {2}; “{3}” was read.", static_cast<std::int64_t>(all.size()), names_of(all),
                  best->info.name),
             text("Another one can be chosen with --layer."))
        .value = best->info.name;
  return *best;
}

void exchange_axes(std::vector<Feature>& features) {
  for (Feature& feature : features)
    for (Point& p : feature.geometry.points) std::swap(p.x, p.y);
}

void fill_report(FeatureTable& table, const SourceFiles& source, const RawLayer& raw, const Decoded& decoded) {
  Report& report = table.report;
  report.file = source.shown;
  report.driver = raw.driver;
  report.encoding = decoded.encoding;
  report.crs = crs_code(table.crs);
  report.read = static_cast<std::int64_t>(table.features.size());
  report.declared = std::max(raw.declared, raw.declared < 0 ? raw.declared : report.read);
  report.skipped = std::max<std::int64_t>(report.declared - report.read, 0);
}

void say_skipped(const Report& report, IssueList& issues) {
  if (report.skipped > 0)
    issues.add(Severity::error, "records_lost",
               text("{1} of {2} records could not be read.", report.skipped, report.declared),
               text("Ask for the file again: it is damaged or was cut."));
}

}  // namespace

std::vector<LayerInfo> layers_in(const std::filesystem::path& file) {
  const SourceFiles source = open_source(file, {});
  std::vector<LayerInfo> out;
  for (Choice& choice : choices(source)) out.push_back(std::move(choice.info));
  return out;
}

FeatureTable read_features(const std::filesystem::path& file, const ReadOptions& options, const Progress& progress) {
  progress.check();
  const SourceFiles source = open_source(file, progress);
  IssueList issues(source.shown);
  const std::vector<Choice> all = choices(source);
  const Choice& choice = choose(all, source, options, issues);
  RawLayer raw = read_layer(*choice.dataset, choice.inner, issues, progress);
  const Decoded decoded = decode_cells(raw, options.encoding, issues);
  decode_twice_encoded(raw.features, issues);
  drop_not_finite(raw.features, issues);
  CrsDecision crs = decide_crs(raw, options, issues);
  if (crs.swap) exchange_axes(raw.features);

  FeatureTable table;
  table.layer = choice.info.name;
  table.columns = std::move(raw.columns);
  table.features = std::move(raw.features);
  table.crs = std::move(crs.crs);
  table.crs_guessed = crs.guessed;
  table.crs_proposals = std::move(crs.proposals);
  table.encoding_guessed = decoded.guessed;
  fill_report(table, source, raw, decoded);
  table.report.repaired = pass_gate(table.features, table.crs, issues, progress);
  say_skipped(table.report, issues);
  table.report.issues = issues.take();
  return table;
}

void transform(FeatureTable& table, const Crs& to) {
  if (table.crs == to) return;
  const Transform transformation(table.crs, to);
  IssueList issues(table.report.file);
  for (Feature& feature : table.features) {
    auto moved = transformation(feature.geometry);
    if (moved) {
      feature.geometry = std::move(*moved);
      continue;
    }
    feature.geometry = {feature.geometry.kind, {}, {}, {}};
    issues.add_row(Severity::error, "not_transformable", feature.row,
                   text("The shape can't be brought into {1}; the record came in without its geometry.", crs_code(to)),
                   text("Check the coordinate system of the file."));
  }
  table.crs = to;
  for (Issue& issue : issues.take()) table.report.issues.push_back(std::move(issue));
}

}  // namespace smile
