#include "viewer/scenario_steps.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <algorithm>

#include "gis/plan/pursued.h"
#include "gis/plan/scenarios.h"
#include "gis/words/numbers.h"
#include "viewer/document.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

const Scenario* shown(const Plan& plan) {
  return find_scenario(plan, plan.style.scenario);
}

std::optional<std::string> ask_name(QWidget* parent, const QString& title, const QString& label,
                                    const std::string& proposal) {
  bool given = false;
  const QString name = QInputDialog::getText(parent, title, label, QLineEdit::Normal, q(proposal), &given).trimmed();
  return given && !name.isEmpty() ? std::optional(name.toStdString()) : std::nullopt;
}

void apply(Document& document, const Edit& edit) {
  document.seal();
  document.apply(edit);
}

/// "Variante A – 12 measures, 340,000 €".
QString line_of(const Plan& plan, Id scenario, const std::string& name) {
  const std::vector<MeasurePtr> measures = measures_of(plan, scenario);
  const CostOfMeasures of = cost_of(measures);
  const std::string cost = format_money(language(), of.sum.cents, plan.currency);
  return tr_(text_n(of.measures, "{2} – {1} measure, {3}", "{2} – {1} measures, {3}", of.measures, name, cost))
      .replace('&', "&&");
}

void add_choices(QMenu& menu, Document& document) {
  const PlanPtr plan = document.plan();
  auto* group = new QActionGroup(&menu);
  const auto add = [&](Id id, const std::string& name) {
    QAction* action = menu.addAction(line_of(*plan, id, name), &menu, [&document, id] {
      if (document.plan()->style.scenario != id) apply(document, show_scenario(id));
    });
    action->setCheckable(true);
    action->setChecked(plan->style.scenario == id);
    action->setEnabled(!document.read_only());
    group->addAction(action);
  };
  add(0, say("All measures"));
  for (const Scenario& scenario : plan->scenarios) add(scenario.id, scenario.name);
  if (plan->scenarios.empty())
    menu.addAction(tr_("No scenarios yet: select measures and make one of them"))->setEnabled(false);
}

void add_steps(QMenu& menu, Document& document, QWidget* parent) {
  const bool writable = !document.read_only();
  const Id id = shown(*document.plan()) ? document.plan()->style.scenario : 0;
  const auto add = [&](const char* name, const QString& words, bool enabled, auto run) {
    QAction* action = menu.addAction(words, &menu, run);
    action->setObjectName(name);
    action->setEnabled(enabled);
  };
  add("make_scenario",
      document.selected_measures().empty() ? tr_("New empty scenario…") : tr_("New scenario of the selection…"),
      writable, [&document, parent] { new_scenario(document, parent); });
  add("switch_selected", tr_("Selected measures in or out"), can_switch_selected(document),
      [&document] { switch_selected(document); });
  add("rename_scenario", tr_("Rename…"), writable && id != 0,
      [&document, parent] { rename_shown_scenario(document, parent); });
  add("duplicate_scenario", tr_("Duplicate"), writable && id != 0,
      [&document, id] { apply(document, duplicate_scenario(id)); });
  add("delete_scenario", tr_("Delete"), writable && id != 0, [&document, id] { apply(document, remove_scenario(id)); });
}

}  // namespace

void new_scenario(Document& document, QWidget* parent) {
  const std::vector<Id> measures = document.selected_measures();
  const PlanPtr plan = document.plan();
  const auto count = static_cast<std::int64_t>(measures.size());
  const QString label = count == 0 ? tr_("Name of the scenario, empty to begin with:")
                                   : tr_(text_n(count, "Name of the scenario of the selected measure:",
                                                "Name of the scenario of the {1} selected measures:", count));
  const auto name = ask_name(parent, tr_("New scenario"), label, free_scenario_name(*plan, say("Scenario") + " 1"));
  if (name) apply(document, add_scenario({0, *name, measures}));
}

void rename_shown_scenario(Document& document, QWidget* parent) {
  const PlanPtr plan = document.plan();
  const Scenario* scenario = shown(*plan);
  if (!scenario) return;
  const auto name = ask_name(parent, tr_("Rename the scenario"), tr_("Name of the scenario:"), scenario->name);
  if (name && *name != scenario->name) apply(document, rename_scenario(scenario->id, *name));
}

void switch_selected(Document& document) {
  if (!can_switch_selected(document)) return;
  const Scenario& scenario = *shown(*document.plan());
  const std::vector<Id>& selected = document.selected_measures();
  const bool all_in = std::all_of(selected.begin(), selected.end(), [&](Id id) { return is_in(scenario, id); });
  apply(document, switch_measures(scenario.id, selected, !all_in));
}

bool can_switch_selected(const Document& document) {
  return !document.read_only() && !document.selected_measures().empty() && shown(*document.plan()) != nullptr;
}

void fill_scenario_menu(QMenu& menu, Document& document, QWidget* parent) {
  menu.clear();
  delete menu.findChild<QActionGroup*>();
  add_choices(menu, document);
  menu.addSeparator();
  add_steps(menu, document, parent);
}

}  // namespace smile::viewer
