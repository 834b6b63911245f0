// analyse PLAN sites: which of the candidates would do most.

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

Json to_json(const SitePlan& found, const SitePlanning& question, const Plan& plan) {
  Json sites = Json::array();
  for (std::size_t i = 0; i < found.sites.size(); ++i)
    sites.push_back({{"candidate", found.answer.sites[i]},
                     {"name", found.sites[i].name},
                     {"x", found.sites[i].at.x},
                     {"y", found.sites[i].at.y},
                     {"gain", found.sites[i].gain}});
  const double gap = found.answer.gap();
  return {{"chosen", sites},
          {"distance_m", question.distance_m},
          {"people", found.answer.people},
          {"reached_before", found.answer.reached_before},
          {"reached", found.answer.reached},
          {"walked_before_m", found.answer.walked_before_m},
          {"walked_m", found.answer.walked_m},
          {"bound", found.answer.bound},
          {"proven", found.answer.state == SiteAnswer::State::proven},
          {"gap", std::isfinite(gap) ? Json(gap) : Json()},
          {"method", in_words(found.method)},
          {"crs", crs_code(plan.crs)},
          {"sources", found.sources},
          {"issues", command::to_json(found.answer.issues)}};
}

void print(const SitePlan& found, const SitePlanning& question) {
  print_sentences(sentences_of(found, question));
  std::cout << "\n";
  for (std::size_t i = 0; i < found.sites.size(); ++i) {
    const PlannedSite& site = found.sites[i];
    std::cout << i + 1 << "\t" << site_name(found, i) << "\t" << std::llround(site.at.x) << " "
              << std::llround(site.at.y) << "\t+" << format_number(language(), std::round(site.gain)) << "\n";
  }
  print_method(found.method, found.sources);
  print_issues(found.answer.issues);
}

}  // namespace

int analyse_sites(const Call& call) {
  return asked(
      call,
      [](const Asking& asking) {
        return plan_sites(site_question(asking.options()), *asking.plan, asking.place(), terminal_progress());
      },
      [](const SitePlan& found, const Asking& asking) {
        const SitePlanning question = site_question(asking.options());
        if (asking.call.json())
          print_json(to_json(found, question, *asking.plan));
        else
          print(found, question);
        return found.answer.issues;
      });
}

}  // namespace smile::viewer::command
