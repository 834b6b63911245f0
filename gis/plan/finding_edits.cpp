#include <algorithm>
#include <set>

#include "gis/plan/edits.h"
#include "gis/words/folded.h"

namespace smile {
namespace {

/// Each once, rising; all of them in the plan.
void settle_measures(const Plan& plan, Scenario& scenario) {
  std::sort(scenario.measures.begin(), scenario.measures.end());
  scenario.measures.erase(std::unique(scenario.measures.begin(), scenario.measures.end()), scenario.measures.end());
  for (const Id measure : scenario.measures)
    if (!find_measure(plan, measure))
      throw Error(ErrorKind::not_found,
                  text("Scenario “{1}” names a measure that the plan doesn't have.", scenario.name));
}

void check_name(const std::string& name, std::set<std::string>& taken) {
  if (name.empty()) throw Error(ErrorKind::usage, text("A scenario needs a name."));
  if (!taken.insert(folded(name)).second)
    throw Error(ErrorKind::usage, text("There is a scenario “{1}” already; take another name.", name));
}

Error no_such_finding() {
  return Error(ErrorKind::not_found, text("The plan doesn't have that result any more."));
}

}  // namespace

Edit set_scenarios(std::vector<Scenario> scenarios, Text name) {
  return {std::move(name), {}, [scenarios = std::move(scenarios)](const Plan& plan) {
            Plan next = plan;
            next.scenarios = scenarios;
            std::set<std::string> taken;
            for (Scenario& scenario : next.scenarios) {
              check_name(scenario.name, taken);
              settle_measures(plan, scenario);
              if (scenario.id == 0) scenario.id = next.next_id++;
            }
            if (!find_scenario(next, next.style.scenario)) next.style.scenario = 0;
            return next;
          }};
}

Edit keep_finding(Finding finding) {
  return {text("Keep the result “{1}”", finding.name), {}, [finding = std::move(finding)](const Plan& plan) {
            Plan next = plan;
            auto record = std::make_shared<Finding>(finding);
            const Finding* same = find_finding(plan, finding.name);
            const auto old = std::find_if(next.findings.begin(), next.findings.end(),
                                          [&](const FindingPtr& kept) { return kept.get() == same; });
            record->id = same ? same->id : next.next_id++;
            if (old != next.findings.end())
              *old = std::move(record);
            else
              next.findings.push_back(std::move(record));
            return next;
          }};
}

Edit rename_finding(Id id, std::string name) {
  return {text("Rename a result"), {}, [id, name = std::move(name)](const Plan& plan) {
            const Finding* same = find_finding(plan, name);
            if (name.empty() || (same && same->id != id))
              throw Error(ErrorKind::usage, text("A result needs a name that no other result has."));
            Plan next = plan;
            for (FindingPtr& finding : next.findings) {
              if (finding->id != id) continue;
              auto renamed = std::make_shared<Finding>(*finding);
              renamed->name = name;
              finding = std::move(renamed);
              return next;
            }
            throw no_such_finding();
          }};
}

Edit remove_finding(Id id) {
  return {text("Remove a result"), {}, [id](const Plan& plan) {
            Plan next = plan;
            if (std::erase_if(next.findings, [&](const FindingPtr& finding) { return finding->id == id; }) == 0)
              throw no_such_finding();
            return next;
          }};
}

}  // namespace smile
