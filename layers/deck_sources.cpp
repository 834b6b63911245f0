#include "layers/deck_sources.h"

#include <algorithm>

#include "gis/plan/steps.h"
#include "layers/deck.h"
#include "layers/furniture.h"

namespace smile::layers {
namespace {

QStringList all_sources(const Plan& plan) {
  QStringList sources = source_line(plan, language()).split(QStringLiteral(" · "), Qt::SkipEmptyParts);
  if (const QString schematic = schematic_line(plan, language()); !schematic.isEmpty() && !sources.isEmpty())
    sources.prepend(schematic);
  return sources;
}

Step quiet_step(const Step& like) {
  Step step;
  step.title = say("Sources");
  step.style = like.style;
  step.style.choropleth.figure.clear();
  step.ground = like.ground;
  return step;
}

bool fits(const PlanPtr& plan, const Step& step) {
  return !lay_out_step(plan, step, deck_size, {}).cut;
}

bool says_all_sources(const PlanPtr& plan, const Step& step) {
  return !lay_out_step(plan, step, deck_size, {}).sources_left_out;
}

std::vector<StepPtr> in_steps(const QStringList& sources, const PlanPtr& plan, const Step& like) {
  std::vector<StepPtr> steps;
  Step step = quiet_step(like);
  for (const QString& source : sources) {
    Step longer = step;
    longer.body += (step.body.empty() ? "" : "\n") + source.toStdString();
    if (!step.body.empty() && !fits(plan, longer)) {
      steps.push_back(std::make_shared<const Step>(std::move(step)));
      longer = quiet_step(like);
      longer.body = source.toStdString();
    }
    step = std::move(longer);
  }
  steps.push_back(std::make_shared<const Step>(std::move(step)));
  return steps;
}

}  // namespace

std::vector<StepPtr> source_steps(const PlanPtr& plan, const std::vector<StepPtr>& told) {
  if (std::all_of(told.begin(), told.end(), [&](const StepPtr& step) { return says_all_sources(plan, *step); }))
    return {};
  QStringList sources = all_sources(*plan);
  for (const StepPtr& step : told)
    for (const QString& source : all_sources(as_in_step(*plan, *step)))
      if (!sources.contains(source)) sources << source;
  return in_steps(sources, plan, *told.front());
}

}  // namespace smile::layers
