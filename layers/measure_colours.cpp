// Symbols of measures coloured by their phase or their cost.

#include <cmath>

#include "gis/plan/classify.h"
#include "gis/plan/fields.h"
#include "layers/scene.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

QString words(Language language, const Text& sentence) {
  return QString::fromStdString(in(language, sentence));
}

void count(Legend& legend, std::size_t entry) {
  ++legend.measure_classes[entry].districts;
}

/// One entry for the phases that look alike.
void by_phase(Scene& scene) {
  const Language language = scene.settings.language;
  Legend& legend = scene.legend;
  legend.measure_colours = words(language, text("Colours of measures: phase"));
  std::vector<LegendPhase> phases;
  for (const Choice& choice : phase_choices())
    if (const auto phase = phase_from_word(choice.word))
      phases.push_back({*phase, words(language, Text{std::string(choice.label), {}}), 0});
  for (const LegendPhase& entry : phases_by_fill(phases))
    legend.measure_classes.push_back({phase_colour(entry.phase), entry.label, 0, false});
  for (const MeasurePtr& measure : scene.plan->measures) {
    const QColor colour = phase_colour(measure->phase);
    const bool faint = scene.is_faint(scene.measure_colours.size());
    scene.measure_colours.push_back(colour);
    for (std::size_t i = 0; !faint && i < legend.measure_classes.size(); ++i)
      if (legend.measure_classes[i].fill == colour) count(legend, i);
  }
}

double cost_of(const Measure& measure) {
  return measure.cost.likely ? static_cast<double>(measure.cost.likely->cents) / 100 : NAN;
}

void by_cost(Scene& scene) {
  const Language language = scene.settings.language;
  Legend& legend = scene.legend;
  std::vector<double> costs;
  for (const MeasurePtr& measure : scene.plan->measures) costs.push_back(cost_of(*measure));
  const Classes classes = classify(costs, 4, ClassMethod::natural_breaks);
  // The palest steps would not be seen on the ground.
  std::vector<QColor> colours = ramp(Theme::light, classes.count() + 2, "purple");
  colours.erase(colours.begin(), colours.begin() + 2);
  legend.measure_colours = words(language, text("Colours of measures: one-off cost ({1})", scene.plan->currency));
  for (int i = 0; i < classes.count(); ++i)
    legend.measure_classes.push_back(
        {colours[static_cast<std::size_t>(i)], QString::fromStdString(class_label(language, classes, i)), 0, false});
  legend.measure_classes.push_back({phase_colour(Phase::none), words(language, text("no cost stated")), 0, false});
  for (const double cost : costs) {
    const int of_class = classes.class_of(cost);
    const auto entry = static_cast<std::size_t>(of_class < 0 ? classes.count() : of_class);
    if (!scene.is_faint(scene.measure_colours.size())) count(legend, entry);
    scene.measure_colours.push_back(legend.measure_classes[entry].fill);
  }
}

}  // namespace

void prepare_measure_colours(Scene& scene) {
  if (scene.settings.style.measure_colours == MeasureColours::phase) by_phase(scene);
  if (scene.settings.style.measure_colours == MeasureColours::cost) by_cost(scene);
  std::erase_if(scene.legend.measure_classes, [](const LegendClass& entry) { return entry.districts == 0; });
}

}  // namespace smile::layers
