#include "viewer/command/demo_answers.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/conflicts.h"
#include "gis/analysis/district_figures.h"
#include "gis/plan/stack.h"
#include "gis/questions/deck.h"
#include "gis/questions/keep.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

Id layer_of(const Plan& plan, const auto& fits) {
  const auto found =
      std::find_if(plan.layers.begin(), plan.layers.end(), [&](const MapLayerPtr& layer) { return fits(*layer); });
  return found == plan.layers.end() ? 0 : (*found)->id;
}

Id places_of_kind(const Plan& plan, std::string_view kind) {
  return layer_of(plan, [&](const MapLayer& layer) { return layer.use.place_kind == kind; });
}

/// An answer is a layer among others: who opens the demo sees the city first.
Plan with_map_put_away(Plan plan, const std::string& name) {
  const Finding* finding = find_finding(plan, name);
  if (finding == nullptr || finding->layer == 0) return plan;
  const std::string key = layer_key(finding->layer);
  for (LayerSettings& settings : plan.style.layers)
    if (settings.layer == key) settings.visible = false;
  plan.style = put_in_group(plan.style, key, say("Results"));
  return plan;
}

class Demo {
public:
  explicit Demo(PlanFile& file) : file_(file) {}

  Finding kept(const Question& question, const Text& name) {
    Answer answer = answered(question);
    answer.finding.name = str(name);
    std::vector<TakenTable> tables;
    if (answer.map)
      tables = file_.take_features(answer.map->data, answer.finding.name, file_.plan()->crs, terminal_progress());
    const Plan next = smile::keep_answer(answer, tables).apply(*file_.plan());
    file_.save(std::make_shared<const Plan>(with_map_put_away(next, answer.finding.name)));
    out.kept.push_back(answer.finding.name);
    return answer.finding;
  }

  void edit(const Edit& edit) { file_.save(std::make_shared<const Plan>(edit.apply(plan()))); }

  void say_gap(const Finding& finding) {
    const FindingTable& gaps = finding.tables.back();
    if (finding.tables.size() < 2 || gaps.columns[0].words.empty()) return;
    out.sentences.push_back(text("The largest gap: {1} people in {2}.",
                                 std::llround(gaps.columns[1].figures[0].value_or(0)), gaps.columns[0].words[0]));
  }

  const Plan& plan() const { return *file_.plan(); }
  const PlanFile& file() const { return file_; }

  DemoAnswers out;

private:
  Answer answered(const Question& question) const {
    return ask(question, plan(), place_of(file_.path()), terminal_progress());
  }

  PlanFile& file_;
};

void ask_for_gaps(Demo& demo) {
  const std::string stops = std::to_string(places_of_kind(demo.plan(), "stop"));
  const Finding no_stop = demo.kept({"gaps", {{"places", stops}, {"distance", "500"}, {"by", "walk"}}},
                                    text("Who has no stop within 500 m to walk"));
  demo.out.sentences.push_back(text("Stops: {1}", str(no_stop.sentences.at(1))));
  demo.say_gap(no_stop);
  const std::string lawns = std::to_string(places_of_kind(demo.plan(), "playground"));
  const Finding no_lawn = demo.kept({"gaps", {{"places", lawns}, {"distance", "200"}, {"by", "walk"}, {"ages", "0-5"}}},
                                    text("Children under 6 without a playground within 200 m to walk"));
  demo.out.sentences.push_back(text("Playgrounds: {1}", str(no_lawn.sentences.at(1))));
  demo.say_gap(no_lawn);
}

void ask_for_measures(Demo& demo) {
  const Finding reached = demo.kept({"catchment", {{"places", "measures"}, {"distance", "500"}, {"by", "walk"}}},
                                    text("Whom the measures reach within 500 m to walk"));
  demo.out.sentences.push_back(text("Measures: {1}", str(reached.sentences.front())));
  const Id areas =
      layer_of(demo.plan(), [](const MapLayer& layer) { return layer.style.topic == LayerTopic::protection; });
  const std::vector<std::string> kinds = question_kinds();
  const bool can_be_kept = std::find(kinds.begin(), kinds.end(), "conflicts") != kinds.end();
  const std::vector<Text> conflicts =
      can_be_kept
          ? demo.kept({"conflicts", {{"layer", std::to_string(areas)}}}, text("Measures in protected areas")).sentences
          : sentences_of(answer_conflicts(areas, demo.plan(), place_of(demo.file().path()), terminal_progress()));
  demo.out.sentences.push_back(text("Protected areas: {1}", str(conflicts.front())));
}

/// The city, and the district with most measures: of the level whose figures the sheets tell.
void add_presentation(Demo& demo) {
  const FiguresResult figures = district_figures(demo.plan(), coarsest_level(demo.plan())->id);
  const auto most =
      std::max_element(figures.districts.begin(), figures.districts.end(),
                       [](const DistrictFigures& a, const DistrictFigures& b) { return a.measures < b.measures; });
  demo.edit(add_deck(demo.plan(), 0));
  demo.edit(add_deck(demo.plan(), most->district));
}

}  // namespace

DemoAnswers ask_demo(PlanFile& file) {
  Demo demo(file);
  ask_for_gaps(demo);
  ask_for_measures(demo);
  add_presentation(demo);
  demo.out.sentences.push_back(
      text("Surroundings, places and ideas are made up: these answers show what can be asked, they do not describe "
           "Rostock."));
  return std::move(demo.out);
}

}  // namespace smile::viewer::command
