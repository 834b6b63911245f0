// smileplaces sheets PLAN OUT.pdf: a page or more for each district, with cover, city, contents, list and sources.

#include "layers/sheets.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/plan/steps.h"
#include "gis/store/plan_file.h"
#include "layers/logo.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

template <class Value>
using WordTable = std::initializer_list<std::pair<const char*, Value>>;

/// Leaves the value as it is where the option isn't given.
template <class Value>
void take_word(const Call& call, const char* option, WordTable<Value> words, Value& value) {
  const auto given = call.value(option);
  if (!given) return;
  std::string known;
  for (const auto& [word, meaning] : words) {
    if (*given == word) {
      value = meaning;
      return;
    }
    known += (known.empty() ? "" : ", ") + std::string(word);
  }
  throw Error(ErrorKind::usage, text("“{1}” can't stand behind {2}; say one of: {3}.", *given, option, known));
}

bool is_colour(const std::string& given) {
  return given.size() == 7 && given[0] == '#' &&
         given.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

void take_colours(const Call& call, SheetSettings& look) {
  const auto given = call.value("--colours");
  if (!given) return;
  const std::size_t comma = given->find(',');
  const std::string dark = given->substr(0, comma);
  const std::string bright = comma == std::string::npos ? "" : given->substr(comma + 1);
  if (!is_colour(dark) || !is_colour(bright))
    throw Error(ErrorKind::usage, text("“{1}” are no two colours; write them as #1F3A5F,#E0A526.", *given));
  look.dark = dark, look.bright = bright;
}

SheetSettings look_of(const Call& call, SheetSettings look) {
  if (const auto city = call.value("--city")) look.city = *city;
  if (const auto logo = call.value("--logo")) look.logo = *logo == "none" ? std::string() : layers::read_logo(*logo);
  take_colours(call, look);
  take_word<SheetTemplate>(call, "--for", {{"handout", SheetTemplate::handout}, {"council", SheetTemplate::council}},
                           look.for_whom);
  take_word<bool>(call, "--paper", {{"a4", false}, {"a3", true}}, look.a3);
  take_word<bool>(call, "--orientation", {{"landscape", false}, {"portrait", true}}, look.portrait);
  take_word<Participation>(call, "--participation",
                           {{"none", Participation::none},
                            {"inform", Participation::inform},
                            {"consult", Participation::consult},
                            {"involve", Participation::involve},
                            {"collaborate", Participation::collaborate},
                            {"empower", Participation::empower}},
                           look.participation);
  return look;
}

/// With its look; kept in the file where that is asked for.
PlanPtr plan_with_look(const Call& call) {
  const bool keeps = call.has("--keep-look");
  PlanFile file = PlanFile::open(call.words[0], keeps ? PlanFile::Mode::write : PlanFile::Mode::read);
  const PlanPtr plan = file.plan();
  const SheetSettings look = look_of(call, plan->sheets);
  if (look == plan->sheets) return plan;
  const auto changed = std::make_shared<const Plan>(set_sheet_settings(look).apply(*plan));
  if (keeps) file.save(changed);
  return changed;
}

}  // namespace

int run_sheets(const Call& call) {
  start_drawing();
  const PlanPtr plan = plan_with_look(call);
  std::vector<Id> districts;
  for (const std::string& given : call.values("--district")) districts.push_back(district_option(*plan, given));
  Id level = level_option(call, *plan);
  if (level == 0 && !districts.empty()) level = find_district(*plan, districts.front())->level;
  const layers::SheetContent content = layers::sheet_content(plan, place_of(call.words[0]), level, terminal_progress());
  const std::vector<layers::SheetPage> pages = layers::lay_out_sheets(content, districts);
  const layers::SheetsWritten written =
      layers::write_sheets(content, pages, call.words[1], call.has("--overwrite"), terminal_progress());
  if (call.json()) {
    print_json({{"pages", written.pages}, {"file", call.words[1]}, {"issues", to_json(written.issues)}});
  } else {
    std::cout << call.words[1] << ": " << str(text_n(written.pages, "one page", "{1} pages", written.pages)) << "\n";
    print_issues(written.issues);
  }
  return exit_code(written.issues);
}

}  // namespace smile::viewer::command
