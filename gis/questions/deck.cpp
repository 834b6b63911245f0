#include "gis/questions/deck.h"

#include <algorithm>

#include "gis/analysis/step_facts.h"
#include "gis/plan/edit_json_parts.h"
#include "gis/plan/steps.h"
#include "gis/questions/district_results.h"
#include "gis/questions/live.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

/// Titles hold no figures: those stand beside the map and are counted anew from the plan as it is.
class Deck {
public:
  Deck(const Plan& plan, Id district) : plan_(plan), district_(find_district(plan, district)) {
    if (district != 0 && district_ == nullptr)
      throw Error(ErrorKind::not_found, text("The plan has no such district."));
  }

  std::vector<Step> made() {
    where_we_are();
    who_lives_here();
    what_is_proposed();
    found_by("catchment");
    found_by("gaps");
    what_it_costs();
    what_we_ask();
    return std::move(steps_);
  }

private:
  std::string here() const { return district_ != nullptr ? district_->name : plan_.title; }

  /// The district alone, the map without colours, results and the cells that people are counted in.
  Step begun(std::string title) const {
    Step step;
    step.title = std::move(title);
    step.ground = district_ != nullptr ? bounds(district_->geometry) : extent(plan_);
    step.district = district_ != nullptr ? district_->id : 0;
    step.style = plan_.style;
    step.style.choropleth.figure.clear();
    if (district_ != nullptr) step.style.level = district_->level;
    for (const FindingPtr& finding : plan_.findings) show(step, finding->layer, false);
    for (const MapLayerPtr& layer : plan_.layers)  // where people live is counted, not shown
      if (layer->use.kind == LayerUse::Kind::population) show(step, layer->id, false);
    return step;
  }

  static void show(Step& step, Id layer, bool visible) {
    if (layer != 0) show(step, layer_key(layer), visible);
  }
  static void show(Step& step, const std::string& key, bool visible) {
    for (LayerSettings& settings : step.style.layers)
      if (settings.layer == key) settings.visible = visible;
  }

  void where_we_are() {
    Step step =
        begun(district_ != nullptr ? str(text("We are talking about {1}", here())) : say("Our city and its ideas"));
    step.ground = extent(plan_);
    show(step, "measures", district_ == nullptr);
    if (district_ != nullptr) step.body = how_large();
    step.notes = say("Welcome everybody; say who sits at the table and what happens with what is said today.");
    steps_.push_back(std::move(step));
  }

  std::string how_large() const {
    const auto area = [](const District& one) { return one.official_area_m2.value_or(one.area_m2); };
    double city = 0;
    for (const DistrictPtr& one : districts_of(plan_, district_->level)) city += area(*one);
    return str(text("{1} in area, {2} of the city", format_area(language(), area(*district_)),
                    format_share(language(), area(*district_) / city)));
  }

  void who_lives_here() {
    const bool knows = district_ != nullptr ? inhabitants(plan_, district_->id).has_value()
                                            : std::any_of(plan_.statistics.begin(), plan_.statistics.end(),
                                                          [](const StatisticPtr& one) { return one->inhabitants; });
    if (!knows && ages_around(plan_, district_ != nullptr ? district_->id : 0).groups.empty()) return;
    Step step = begun(district_ != nullptr ? str(text("Who lives in {1}", here())) : say("Who lives here"));
    step.panel = StepPanel::people;
    show(step, "measures", false);
    if (district_ == nullptr) step.style.choropleth.figure = "inhabitants";
    steps_.push_back(std::move(step));
  }

  void what_is_proposed() {
    Step step = begun(district_ != nullptr ? str(text("Ideas for {1}", here())) : say("The idea pool"));
    step.panel = StepPanel::measures;
    if (measures_meant(plan_, step).empty()) return;
    step.notes = say("Show them on the map one by one. Z frees the map.");
    if (any_follows()) step.notes += " " + say("A measure that is dragged shows whom it reaches.");
    steps_.push_back(std::move(step));
  }

  bool any_follows() const {
    return std::any_of(plan_.findings.begin(), plan_.findings.end(),
                       [](const FindingPtr& finding) { return can_follow(finding->question); });
  }

  /// The newest result of that kind that has a row for the district, else one whose map shows it.
  void found_by(const std::string& kind) {
    const Finding* best = nullptr;
    for (const FindingPtr& finding : plan_.findings) {
      const bool told = tells_here(*finding);
      if (finding->question.kind != kind || (!told && finding->layer == 0)) continue;
      if (best == nullptr || told || !tells_here(*best)) best = finding.get();
    }
    if (best != nullptr) found(*best);
  }

  bool tells_here(const Finding& finding) const {
    const auto result = result_in(finding, plan_, district_ != nullptr ? district_->id : 0);
    return result && !result->here.empty();
  }

  void found(const Finding& finding) {
    const bool gaps = finding.question.kind == "gaps";
    Step step = begun(district_ != nullptr ? finding.name + " – " + here() : finding.name);
    for (const Text& sentence : finding.method) step.notes += (step.notes.empty() ? "" : "\n") + str(sentence);
    step.panel = StepPanel::result;
    step.finding = finding.id;
    show(step, finding.layer, true);
    if (gaps) show(step, "measures", false);
    steps_.push_back(std::move(step));
  }

  void what_it_costs() {
    Step step = begun(district_ != nullptr ? str(text("What it costs in {1}", here())) : say("What it costs"));
    step.panel = StepPanel::costs;
    if (costs_by_block(measures_meant(plan_, step)).all.cents == 0) return;
    steps_.push_back(std::move(step));
  }

  void what_we_ask() {
    Step step = begun(say("What do you think?"));
    step.body = say("What matters most here?") + "\n" + say("What is missing?") + "\n" + say("What belongs elsewhere?");
    step.notes = say("Leave time. Write down on the map what is said: a new idea is one click.");
    steps_.push_back(std::move(step));
  }

  const Plan& plan_;
  const District* district_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> deck_for(const Plan& plan, Id district) {
  return Deck(plan, district).made();
}

Edit add_deck(const Plan& plan, Id district) {
  const District* one = find_district(plan, district);
  std::vector<Step> steps = deck_for(plan, district);
  return add_steps(std::move(steps),
                   one != nullptr ? text("Make steps for “{1}”", one->name) : text("Make steps for the whole city"));
}

OtherEdits deck_edits() {
  return {{"deck", [](std::string_view line, const Plan& plan) {
             const edit_json::Json edit = edit_json::Json::parse(line);
             edit_json::allow_only(edit, {"edit", "district"});
             return add_deck(plan, edit_json::district_of(edit, plan));
           }}};
}

}  // namespace smile
