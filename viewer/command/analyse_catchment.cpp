// analyse PLAN catchment, analyse PLAN gaps: whom places reach, and whom they don't.

#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/walking_time.h"
#include "gis/questions/options.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

struct Asked {
  const ReachAnswer& answer;
  const PlanPtr& plan;
  const CatchmentSettings& settings() const { return answer.question.settings; }
};

ReachAnswer find(const Asking& asking) {
  ReachQuestion question = reach_question(asking.options());
  question.ground = asking.keeps() && asking.question.kind == "catchment";
  return answer(question, *asking.plan, asking.place(), terminal_progress());
}

double rounded(double people) {
  return std::round(people * 1000) / 1000;
}

Json within(const CatchmentCount& count, const CatchmentSettings& settings) {
  Json bands = Json::array();
  for (std::size_t k = 0; k < settings.distances_m.size(); ++k) {
    Json band = {{"distance_m", settings.distances_m[k]},
                 {"people", rounded(count.within[k])},
                 {"share", count.people > 0 ? Json(count.within[k] / count.people) : Json()}};
    if (settings.speed_kmh > 0) band["minutes"] = rounded(minutes_for(settings.distances_m[k], settings.speed_kmh));
    bands.push_back(std::move(band));
  }
  return bands;
}

Json districts(const Asked& asked) {
  Json list = Json::array();
  for (const CatchmentCount& count : asked.answer.catchment.districts) {
    const District* district = find_district(*asked.plan, count.district);
    list.push_back({{"code", district ? Json(district->code) : Json()},
                    {"name", district ? Json(district->name) : Json()},
                    {"inhabitants", rounded(count.people)},
                    {"bands", within(count, asked.settings())}});
  }
  return list;
}

std::string method_in_words(const Asked& asked) {
  std::string words;
  for (const Text& sentence : asked.answer.method) words += (words.empty() ? "" : " ") + str(sentence);
  return words;
}

Json to_json(const Asked& asked) {
  const Catchment& result = asked.answer.catchment;
  const CatchmentSettings& settings = asked.settings();
  return {{"people", rounded(result.all.within.back())},
          {"places", result.places},
          {"distance_m", settings.distances_m.back()},
          {"by", settings.by == DistanceBy::walk ? "walk" : "line"},
          {"ages", {{"from", settings.ages.from}, {"to", settings.ages.to}}},
          {"inhabitants", rounded(result.all.people)},
          {"bands", within(result.all, settings)},
          {"districts", districts(asked)},
          {"method", method_in_words(asked)},
          {"crs", crs_code(asked.plan->crs)},
          {"sources", asked.answer.sources}};
}

Json gaps_to_json(const Asked& asked) {
  Json list = Json::array();
  for (const Gap& gap : asked.answer.gaps.gaps)
    list.push_back({{"people", rounded(gap.people)},
                    {"district", gap.name},
                    {"more_districts", gap.more},
                    {"x", gap.at.x},
                    {"y", gap.at.y}});
  Json out = to_json(asked);
  out["not_reached"] = rounded(asked.answer.gaps.not_reached);
  out["gaps"] = list;
  return out;
}

std::string people_in_words(double people) {
  return format_number(language(), std::round(people));
}

void print_table(const Asked& asked) {
  std::cout << "\n" << say("Code") << "\t" << say("District") << "\t" << say("Inhabitants");
  for (const double far : asked.settings().distances_m)
    std::cout << "\t" << str(text("within {1}", far_in_words(far, asked.settings().speed_kmh))) << "\t%";
  std::cout << "\n";
  for (const CatchmentCount& count : asked.answer.catchment.districts) {
    const District* district = find_district(*asked.plan, count.district);
    std::cout << (district ? district->code : "") << "\t" << (district ? district->name : say("outside")) << "\t"
              << people_in_words(count.people);
    for (const double reached : count.within)
      std::cout << "\t" << people_in_words(reached) << "\t" << share_in_words(reached, count.people);
    std::cout << "\n";
  }
  std::cout << "\n" << method_in_words(asked) << "\n" << say("Sources") << ": ";
  for (std::size_t i = 0; i < asked.answer.sources.size(); ++i)
    std::cout << (i == 0 ? "" : " · ") << asked.answer.sources[i];
  std::cout << "\n";
}

void print_gaps(const Asked& asked) {
  std::cout << str(gap_sentence(asked.answer)) << "\n\n" << say("Largest gaps") << "\n";
  constexpr std::size_t most = 10;
  const auto& gaps = asked.answer.gaps.gaps;
  for (std::size_t i = 0; i < std::min(most, gaps.size()); ++i)
    std::cout << people_in_words(gaps[i].people) << "\t" << place_in_words(gaps[i]) << "\t"
              << std::llround(gaps[i].at.x) << " " << std::llround(gaps[i].at.y) << "\n";
}

}  // namespace

int analyse_catchment(const Call& call) {
  if (call.value("--by") == "both") return print_answer(call);
  return asked(call, find, [](const ReachAnswer& found, const Asking& asking) {
    const Asked asked{found, asking.plan};
    if (asking.call.json()) {
      print_json(to_json(asked));
    } else {
      print_sentences(sentences_of(found));
      print_table(asked);
    }
    return Issues{};
  });
}

int analyse_gaps(const Call& call) {
  return asked(call, find, [](const ReachAnswer& found, const Asking& asking) {
    const Asked asked{found, asking.plan};
    if (asking.call.json()) {
      print_json(gaps_to_json(asked));
    } else {
      print_gaps(asked);
      print_table(asked);
    }
    return Issues{};
  });
}

}  // namespace smile::viewer::command
