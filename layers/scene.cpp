#include "layers/scene.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "gis/analysis/district_figures.h"
#include "gis/jobs/side_by_side.h"
#include "gis/plan/scenarios.h"

namespace smile::layers {
namespace {

/// Runs one part of the preparation; what it throws becomes an issue and the rest of the map is still drawn.
template <class Work>
void attempt(Issues& issues, const Text& layer, Work work) {
  try {
    work();
  } catch (const std::exception& problem) {
    Issue issue;
    issue.severity = Severity::warning;
    issue.kind = "layer_not_drawn";
    issue.message = text("“{1}” could not be drawn: {2}", str(layer), problem.what());
    issues.push_back(issue);
  }
}

void prepare_levels(Scene& scene) {
  const Plan& plan = *scene.plan;
  std::vector<Level> levels = plan.levels;
  std::stable_sort(levels.begin(), levels.end(), [](const Level& a, const Level& b) { return a.rank < b.rank; });
  for (const Level& level : levels) {
    const std::vector<DistrictPtr> districts = districts_of(plan, level.id);
    if (districts.empty()) continue;
    scene.levels.push_back(level_shapes(level, districts));
    if (level.id == scene.settings.style.level) scene.shown = scene.levels.size() - 1;
  }
}

/// The figures of the last few questions: selecting or pointing makes a new scene of the same plan, and some figures
/// need overlays.
std::map<Id, Figure> figures_of(const PlanPtr& plan, const std::string& figure, Id level) {
  struct Known {
    PlanPtr plan;
    std::string figure;
    Id level = 0;
    std::map<Id, Figure> figures;
    bool answers(const Plan& other, const std::string& key, Id on) const {
      return figure == key && level == on && plan->districts == other.districts && plan->measures == other.measures &&
             plan->statistics == other.statistics;
    }
  };
  static std::mutex mutex;
  static std::deque<Known> kept;
  {
    const std::lock_guard lock(mutex);
    for (const Known& known : kept)
      if (known.answers(*plan, figure, level)) return known.figures;
  }
  Known fresh{plan, figure, level, figure_by_district(*plan, figure, level)};
  const std::lock_guard lock(mutex);
  kept.push_front(fresh);
  if (kept.size() > 4) kept.pop_back();
  return fresh.figures;
}

void prepare_classes(Scene& scene) {
  const Choropleth& choropleth = scene.settings.style.choropleth;
  const LevelShapes* shown = scene.shown_level();
  if (choropleth.figure.empty() || shown == nullptr || scene.layer("districts") == nullptr) return;
  const bool of_scenario = shown_scenario(scene) != nullptr && counts_measures(choropleth.figure);
  const PlanPtr counted =
      of_scenario ? std::make_shared<const Plan>(as_if_only(*scene.plan, scene.settings.style.scenario)) : scene.plan;
  const std::map<Id, Figure> figures = figures_of(counted, choropleth.figure, shown->level.id);
  std::vector<double> values;
  for (const auto& [district, figure] : figures)
    if (figure.state == Figure::State::value) values.push_back(figure.value);
  scene.classes = classify(values, choropleth.classes, choropleth.method);
  if (scene.classes.count() == 0) return;
  scene.colours = ramp(scene.settings.theme, scene.classes.count());
  for (const DistrictShape& shape : shown->districts) {
    const auto figure = figures.find(shape.district->id);
    const bool known = figure != figures.end() && figure->second.state == Figure::State::value;
    scene.class_of.push_back(known ? scene.classes.class_of(figure->second.value) : -1);
  }
}

void prepare_context_layers(Scene& scene) {
  struct Task {
    MapLayerPtr layer;
    LayerDataPtr data;
    ContextLayerPtr prepared;
    Issues issues;
  };
  std::vector<Task> tasks;
  for (const MapLayerPtr& layer : scene.plan->layers)
    if (const auto data = scene.layers.find(layer->id);
        data != scene.layers.end() && scene.layer(layer_key(layer->id)) != nullptr)
      tasks.push_back({layer, data->second, nullptr, {}});
  side_by_side(tasks.size(), [&](std::size_t i) {
    Task& task = tasks[i];
    attempt(task.issues, text("{1}", task.layer->name), [&] {
      task.prepared = kept_context(task.layer, task.data, scene.settings.theme, scene.settings.language);
    });
  });
  for (Task& task : tasks) {
    if (task.prepared) scene.context.push_back(std::move(task.prepared));
    scene.issues.insert(scene.issues.end(), task.issues.begin(), task.issues.end());
  }
}

void prepare_faint(Scene& scene) {
  const Scenario* scenario = shown_scenario(scene);
  if (scenario == nullptr) return;
  for (const MeasurePtr& measure : scene.plan->measures) scene.faint.push_back(!is_in(*scenario, measure->id));
}

/// Rejected ones lie lowest, what is decided and done lies above what is only thought of.
int drawing_rank(const Measure& measure) {
  return measure.phase == Phase::rejected ? -1 : static_cast<int>(measure.phase);
}

void prepare_symbols(Scene& scene) {
  const auto& measures = scene.plan->measures;
  for (std::uint32_t i = 0; i < measures.size(); ++i) {
    scene.measures.push_back(measure_shape(measures[i]));
    const bool selected = scene.is_selected(measures[i]->id);
    const double size = scene.measures.back()->paths.empty() ? symbol_size : symbol_size - 3;
    for (const Point& at : scene.measures.back()->symbols) scene.symbols.push_back({at, i, size, selected});
  }
  std::stable_sort(scene.symbols.begin(), scene.symbols.end(), [&](const SceneSymbol& a, const SceneSymbol& b) {
    if (a.selected != b.selected) return b.selected;
    if (scene.is_faint(a.measure) != scene.is_faint(b.measure)) return scene.is_faint(a.measure);
    return drawing_rank(*measures[a.measure]) < drawing_rank(*measures[b.measure]);
  });
}

const DistrictShape* shape_of(const Scene& scene, Id district) {
  for (const LevelShapesPtr& level : scene.levels)
    if (const DistrictShape* shape = level->find(district)) return shape;
  return nullptr;
}

void prepare_badges(Scene& scene) {
  std::map<Id, std::vector<std::uint32_t>> by_district;
  for (std::uint32_t i = 0; i < scene.plan->measures.size(); ++i) {
    if (scene.is_faint(i)) continue;  // a number can't be faint: it counts those of the scenario
    const Location& location = scene.plan->measures[i]->location;
    if (location.placement == Placement::city) by_district[0].push_back(i);
    if (location.placement == Placement::district)
      for (const Id district : std::set<Id>(location.districts.begin(), location.districts.end()))
        by_district[district].push_back(i);
  }
  for (auto& [district, measures] : by_district) {
    const DistrictShape* shape = shape_of(scene, district);
    if (district != 0 && shape == nullptr) continue;
    scene.badges.push_back({district, shape, std::move(measures)});
  }
}

}  // namespace

const LayerSettings* Scene::layer(std::string_view name) const {
  for (const LayerSettings& settings_of_layer : settings.style.layers)
    if (settings_of_layer.layer == name) return settings_of_layer.visible ? &settings_of_layer : nullptr;
  return nullptr;
}

const Scenario* shown_scenario(const Scene& scene) {
  return find_scenario(*scene.plan, scene.settings.style.scenario);
}

const ContextLayer* Scene::context_layer(Id layer) const {
  for (const ContextLayerPtr& one : context)
    if (one->layer->id == layer) return one.get();
  return nullptr;
}

bool Scene::is_selected(Id measure) const {
  const auto& selected = settings.selected_measures;
  return std::find(selected.begin(), selected.end(), measure) != selected.end();
}

void prepare(Scene& scene) {
  attempt(scene.issues, text("Districts"), [&] {
    prepare_levels(scene);
    prepare_classes(scene);
  });
  prepare_context_layers(scene);
  if (scene.layer("measures") != nullptr)
    attempt(scene.issues, text("Measures"), [&] {
      prepare_faint(scene);
      prepare_measure_colours(scene);
      prepare_symbols(scene);
      prepare_badges(scene);
    });
  attempt(scene.issues, text("Legend"), [&] { prepare_legend(scene); });
}

}  // namespace smile::layers
