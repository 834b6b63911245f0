// analyse PLAN compare: what one scenario does that another doesn't.

#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/questions/options.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double people) {
  return std::round(people * 1000) / 1000;
}

template <class Value>
Json three(Value before, Value after) {
  return {{"before", before}, {"after", after}, {"difference", after - before}};
}

double amount(std::int64_t cents) {
  return static_cast<double>(cents) / 100;
}

Json costs(std::int64_t before, std::int64_t after) {
  return {{"before", amount(before)}, {"after", amount(after)}, {"difference", amount(after - before)}};
}

Json share(double part, double whole) {
  return whole > 0 ? Json(part / whole) : Json();
}

void add_figures(Json& out, const ComparedRow& row, bool people) {
  out["measures"] = three(row.before.measures, row.after.measures);
  out["cost"] = costs(row.before.cost.cents, row.after.cost.cents);
  if (!people) return;
  out["inhabitants"] = rounded(row.people);
  out["reached"] = {{"before", rounded(row.before.reached)},
                    {"after", rounded(row.after.reached)},
                    {"difference", rounded(row.more_reached())}};
  out["share"] = {{"before", share(row.before.reached, row.people)},
                  {"after", share(row.after.reached, row.people)},
                  {"difference", row.more_of_people() ? Json(*row.more_of_people()) : Json()}};
}

Json district_to_json(const ComparedRow& row, const Plan& plan, bool people) {
  constexpr std::string_view words[] = {"district", "outside", "no_place", "all"};
  const District* district = find_district(plan, row.district);
  Json out = {{"code", district ? Json(district->code) : Json()},
              {"name", district ? Json(district->name) : Json()},
              {"where", words[static_cast<std::size_t>(row.where)]}};
  add_figures(out, row, people);
  return out;
}

/// "all", "none" or the scenario's name.
std::string asked_word(const std::optional<Id>& measures, const Plan& plan) {
  if (!measures) return "none";
  const Scenario* scenario = find_scenario(plan, *measures);
  return scenario ? scenario->name : "all";
}

Json to_json(const ComparisonAnswer& found, const Plan& plan) {
  const ComparisonQuestion& question = found.question;
  Json out = {{"before", asked_word(question.before, plan)}, {"after", asked_word(question.after, plan)}};
  if (found.people) {
    out["distance_m"] = question.settings.distances_m.front();
    out["by"] = question.settings.by == DistanceBy::walk ? "walk" : "line";
    out["ages"] = {{"from", question.settings.ages.from}, {"to", question.settings.ages.to}};
  }
  out["currency"] = plan.currency;
  add_figures(out, found.all, found.people);
  out["without_cost"] = three(found.all.before.without_cost, found.all.after.without_cost);
  out["only_before"] = found.only_before;
  out["only_after"] = found.only_after;
  if (found.people) {
    out["gained"] = rounded(found.gained);
    out["lost"] = rounded(found.lost);
  }
  out["districts"] = Json::array();
  for (const ComparedRow& row : found.rows) out["districts"].push_back(district_to_json(row, plan, found.people));
  out["sentences"] = in_words(sentences_of(found, plan));
  out["method"] = in_words(found.method);
  out["crs"] = crs_code(plan.crs);
  out["sources"] = found.sources;
  return out;
}

std::string with_sign(double value) {
  const std::string number = format_number(language(), std::abs(std::round(value)));
  return (value >= 0.5 ? "+" : value <= -0.5 ? "−" : "") + number;
}

void print_row(const ComparedRow& row, const Plan& plan, bool people) {
  const District* district = find_district(plan, row.district);
  std::cout << (district ? district->code : "") << "\t" << name_of(row, plan);
  if (people)
    std::cout << "\t" << format_number(language(), std::round(row.before.reached)) << "\t"
              << format_number(language(), std::round(row.after.reached)) << "\t" << with_sign(row.more_reached());
  std::cout << "\t" << row.before.measures << "\t" << row.after.measures << "\t"
            << format_money(language(), row.before.cost.cents, plan.currency) << "\t"
            << format_money(language(), row.after.cost.cents, plan.currency) << "\n";
}

void print(const ComparisonAnswer& found, const Plan& plan) {
  print_sentences(sentences_of(found, plan));
  std::cout << "\n" << say("Code") << "\t" << say("District");
  if (found.people)
    std::cout << "\t" << say("Reached before") << "\t" << say("Reached after") << "\t" << say("Reached, difference");
  std::cout << "\t" << say("Measures before") << "\t" << say("Measures after") << "\t"
            << str(text("Costs before, {1}", plan.currency)) << "\t" << str(text("Costs after, {1}", plan.currency))
            << "\n";
  for (const ComparedRow& row : found.rows) print_row(row, plan, found.people);
  print_row(found.all, plan, found.people);
  print_method(found.method, found.sources);
}

}  // namespace

int analyse_compare(const Call& call) {
  return asked(
      call,
      [](const Asking& asking) {
        return answer(comparison_question(asking.options()), *asking.plan, asking.place(), terminal_progress());
      },
      [](const ComparisonAnswer& found, const Asking& asking) {
        if (asking.call.json())
          print_json(to_json(found, *asking.plan));
        else
          print(found, *asking.plan);
        return Issues{};
      });
}

}  // namespace smile::viewer::command
