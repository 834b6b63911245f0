#include "layers/legend.h"

#include <algorithm>
#include <array>

#include "gis/analysis/district_figures.h"
#include "gis/analysis/which_district.h"
#include "gis/plan/fields.h"
#include "gis/questions/map_words.h"
#include "gis/words/numbers.h"
#include "layers/badge.h"
#include "layers/scene.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

QString words(Language language, const Text& sentence) {
  return QString::fromStdString(in(language, sentence));
}

/// The unit as people read it behind a figure's name.
Text unit_text(const std::string& unit) {
  if (unit == "people/km²") return text("people per km²");
  if (unit == "EUR") return text("€");
  return text("{1}", unit);
}

QString figure_title(const Scene& scene, Id level) {
  const Language language = scene.settings.language;
  for (const FigureChoice& choice : figures_to_choose(*scene.plan, level)) {
    if (choice.key != scene.settings.style.choropleth.figure) continue;
    const std::string name = in(language, choice.label);
    const std::string unit = choice.unit.empty() ? std::string() : in(language, unit_text(choice.unit));
    const Scenario* scenario = counts_measures(choice.key) ? shown_scenario(scene) : nullptr;
    const std::string of = scenario != nullptr ? in(language, text(" in “{1}”", scenario->name)) : std::string();
    if (unit.empty() || choice.unit == "people") return QString::fromStdString(name + of);  // it says what is counted
    return words(language, text("{1} ({2})", name + of, unit));
  }
  return {};
}

Text method_text(ClassMethod method, int classes) {
  switch (method) {
    case ClassMethod::natural_breaks:
    case ClassMethod::manual:
      break;
    case ClassMethod::quantile:
      return text("{1} classes with about equally many districts each, limits rounded.", classes);
    case ClassMethod::equal:
      return text("{1} classes of about equal width, limits rounded.", classes);
    case ClassMethod::pretty:
      return text("{1} classes with round limits.", classes);
  }
  return text(
      "{1} classes by natural breaks (Fisher–Jenks), limits rounded; a value on a limit belongs to the higher class.",
      classes);
}

void add_classes(Scene& scene) {
  const LevelShapes* shown = scene.shown_level();
  if (scene.class_of.empty() || shown == nullptr) return;
  const Language language = scene.settings.language;
  Legend& legend = scene.legend;
  legend.figure = figure_title(scene, shown->level.id);
  legend.method = words(language, method_text(scene.settings.style.choropleth.method, scene.classes.count()));
  const LayerSettings* districts_layer = scene.layer("districts");
  const double opacity = districts_layer != nullptr ? districts_layer->opacity : 1;
  for (int i = 0; i < scene.classes.count(); ++i) {
    const auto districts = std::count(scene.class_of.begin(), scene.class_of.end(), i);
    legend.classes.push_back({scene.colours[static_cast<std::size_t>(i)],
                              QString::fromStdString(class_label(language, scene.classes, i)),
                              static_cast<int>(districts), false, opacity});
  }
  const auto unknown = std::count(scene.class_of.begin(), scene.class_of.end(), -1);
  if (unknown > 0)
    legend.classes.push_back({palette(scene.settings.theme).land, words(language, text("no data")),
                              static_cast<int>(unknown), true, opacity});
}

template <class Enum>
QString choice_label(Language language, std::span<const Choice> choices, Enum value) {
  for (const Choice& choice : choices)
    if (choice.word == word(value)) return words(language, Text{std::string(choice.label), {}});
  return {};
}

/// Which measures a legend speaks of: those of the district that is meant, else those in the frame, else all.
class Counted {
public:
  explicit Counted(const Scene& scene) : scene_(scene) {
    if (!scene.settings.counted) return;
    const District* focus = find_district(*scene.plan, scene.settings.focus_district);
    if (focus != nullptr) focus_ = district_index(*scene.plan, focus->level);
  }

  bool holds(const Measure& measure) const {
    if (!scene_.settings.counted || measure.location.placement == Placement::city) return true;
    if (focus_ != nullptr) return lies_in_focus(measure);
    if (measure.location.placement != Placement::district) return is_seen(measure.location.geometry);
    const auto& named = measure.location.districts;
    return std::any_of(named.begin(), named.end(), [&](Id id) {
      const District* district = find_district(*scene_.plan, id);
      return district != nullptr && is_seen(district->geometry);
    });
  }

private:
  bool lies_in_focus(const Measure& measure) const {
    const auto shares = districts_of_measure(measure, *scene_.plan, *focus_);
    return std::any_of(shares.begin(), shares.end(),
                       [&](const DistrictShare& share) { return share.district == scene_.settings.focus_district; });
  }
  /// Of sites at least one; a line or an area by its box.
  bool is_seen(const Geometry& geometry) const {
    const Box& frame = *scene_.settings.counted;
    if (geometry.kind != GeometryKind::point) return frame.intersects(bounds(geometry));
    return std::any_of(geometry.points.begin(), geometry.points.end(), [&](Point p) { return frame.contains(p); });
  }

  const Scene& scene_;
  std::shared_ptr<const DistrictIndex> focus_;
};

/// Of each measure whether a sign, line or area on the map tells its phase: its own, or that of a pill whose measures
/// are all in the same phase.
std::vector<bool> phases_told(const Scene& scene) {
  std::vector<bool> told;
  for (const MeasurePtr& measure : scene.plan->measures) told.push_back(!measure->location.geometry.empty());
  for (const SceneBadge& badge : scene.badges)
    for (const BadgeGroup& group : badge_groups(scene, badge))
      for (const std::uint32_t measure : group.measures) told[measure] = told[measure] || group.phase;
  return told;
}

void add_phases(Scene& scene, const std::array<int, 10>& measures, int of_several) {
  const Language language = scene.settings.language;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const auto phase = static_cast<Phase>(i);
    const QString label = i == 0 ? words(language, text("no phase")) : choice_label(language, phase_choices(), phase);
    if (measures[i] > 0) scene.legend.phase_symbols.push_back({phase, label, measures[i]});
  }
  if (of_several > 0)
    scene.legend.phase_symbols.push_back(
        {Phase::none, words(language, text("several phases")), of_several, PhaseFill::half});
}

void add_symbols(Scene& scene) {
  if (scene.layer("measures") == nullptr) return;
  const Language language = scene.settings.language;
  std::array<int, 5> by_block{};
  std::array<int, 10> by_phase{};
  int of_several = 0;
  const std::vector<bool> told = phases_told(scene);
  const Counted counted(scene);
  const auto& measures = scene.plan->measures;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const MeasurePtr& measure = measures[i];
    if (scene.is_faint(i)) continue;
    if (measure->location.placement == Placement::none) {
      ++scene.legend.unplaced;
      continue;
    }
    if (!counted.holds(*measure)) continue;
    ++scene.legend.measures;
    const Placement placement = measure->location.placement;
    if (placement == Placement::district || placement == Placement::city) ++scene.legend.of_districts;
    ++by_block[static_cast<std::size_t>(measure->block)];
    told[i] ? ++by_phase[static_cast<std::size_t>(measure->phase)] : ++of_several;
  }
  for (const std::size_t i : {1u, 2u, 3u, 4u, 0u}) {
    const auto block = static_cast<Block>(i);
    const QString label =
        i == 0 ? words(language, text("no building block")) : choice_label(language, block_choices(), block);
    if (by_block[i] > 0) scene.legend.symbols.push_back({block, label, by_block[i]});
  }
  add_phases(scene, by_phase, of_several);
}

void add_scenario(Scene& scene) {
  const Scenario* scenario = shown_scenario(scene);
  if (scenario == nullptr || scene.layer("measures") == nullptr) return;
  const std::size_t all = scene.plan->measures.size(), own = scenario->measures.size();
  scene.legend.scenario =
      words(scene.settings.language,
            own == all ? text("Scenario “{1}”: all {2} measures", scenario->name, all)
                       : text("Scenario “{1}”: {2} of {3} measures; the others are faint", scenario->name, own, all));
}

/// A picture of the ground has one line: how it is drawn, and its name.
FeaturePaint picture_paint(const MapLayer& layer, Theme theme) {
  FeaturePaint paint;
  if (layer.style.grey) paint.fill = QColor(128, 128, 128);
  paint.edge = palette(theme).border;
  paint.features = -1;
  return paint;
}

const Finding* finding_of(const Plan& plan, Id layer) {
  const auto found = std::find_if(plan.findings.begin(), plan.findings.end(),
                                  [layer](const FindingPtr& finding) { return finding->layer == layer; });
  return found == plan.findings.end() ? nullptr : found->get();
}

void add_layers(Scene& scene) {
  for (const LayerSettings& settings : scene.settings.style.layers) {
    const Id id = layer_of_key(settings.layer);
    const MapLayer* layer = find_layer(*scene.plan, id);
    if (layer == nullptr || !settings.visible) continue;
    LegendLayer entry;
    entry.layer = id;
    entry.name = QString::fromStdString(layer->name);
    entry.opacity = settings.opacity;
    entry.closest = settings.closest;
    entry.farthest = settings.farthest;
    if (layer->content == LayerContent::raster) entry.paints.push_back(picture_paint(*layer, scene.settings.theme));
    if (const ContextLayer* context = scene.context_layer(id)) {
      entry.kind = sample_kind(*context);
      entry.method = context->method;
      entry.paints = legend_paints(*context, scene.settings.counted);
    }
    if (const Finding* finding = finding_of(*scene.plan, id)) {
      entry.finding = true;
      if (const Text told = map_words(*finding); !told.empty()) entry.method = words(scene.settings.language, told);
      for (FeaturePaint& paint : entry.paints) paint.features = -1;  // how many cells they are says nothing
    }
    if (!entry.paints.empty()) scene.legend.layers.push_back(std::move(entry));
  }
}

}  // namespace

void prepare_legend(Scene& scene) {
  add_classes(scene);
  add_symbols(scene);
  add_scenario(scene);
  add_layers(scene);
  if (!scene.legend.phase_symbols.empty())
    scene.legend.phases =
        words(scene.settings.language,
              text("Fill tells the phase: hollow = idea, pale = proposed or checked, core = in the choice, "
                   "full = decided, dotted = in progress, ringed = done, crossed = rejected, half = several phases."));
}

Legend legend_at(Legend legend, double scale_denominator) {
  std::erase_if(legend.layers, [&](const LegendLayer& layer) {
    return scale_denominator < layer.closest || (layer.farthest > 0 && scale_denominator > layer.farthest);
  });
  return legend;
}

std::vector<LegendPhase> phases_by_fill(const std::vector<LegendPhase>& phases) {
  std::vector<LegendPhase> out;
  for (const LegendPhase& phase : phases) {
    if (out.empty() || out.back().fill != phase.fill) {
      out.push_back(phase);
      continue;
    }
    out.back().label += QStringLiteral(" / ") + phase.label;
    out.back().measures += phase.measures;
  }
  return out;
}

}  // namespace smile::layers
