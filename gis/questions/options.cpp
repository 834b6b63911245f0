#include "gis/questions/options.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "gis/analysis/needed.h"
#include "gis/analysis/walking_time.h"

namespace smile {
namespace {

std::string option(std::string_view key) {
  return "--" + std::string(key);
}

double read_number(const std::string& word, std::string_view key) {
  char* end = nullptr;
  const double value = std::strtod(word.c_str(), &end);
  if (word.empty() || *end != '\0' || !std::isfinite(value))
    throw Error(ErrorKind::usage, text("“{1}” after {2} is no number.", word, option(key)));
  return value;
}

Id read_id(std::string_view digits) {
  Id id = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  return problem == std::errc{} && end == digits.data() + digits.size() ? id : 0;
}

Id existing_layer(const Plan& plan, const std::string& id) {
  const MapLayer* layer = find_layer(plan, read_id(id));
  if (layer == nullptr) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", id));
  return layer->id;
}

Id existing_scenario(const Plan& plan, const std::string& id) {
  const Scenario* scenario = find_scenario(plan, read_id(id));
  if (scenario == nullptr) throw Error(ErrorKind::not_found, text("The plan has no scenario {1}.", id));
  return scenario->id;
}

constexpr std::string_view of_scenario = "scenario:";

}  // namespace

bool QuestionOptions::has(std::string_view key) const {
  return !word(key).empty();
}

std::string QuestionOptions::word(std::string_view key) const {
  const auto found = question_.options.find(std::string(key));
  return found == question_.options.end() ? std::string() : found->second;
}

std::size_t QuestionOptions::one_of(std::string_view key, const std::vector<std::string>& words) const {
  if (!has(key)) return 0;
  const auto found = std::find(words.begin(), words.end(), word(key));
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string known;
  for (const std::string& one : words) known += (known.empty() ? "" : ", ") + one;
  throw Error(ErrorKind::usage, text("“{1}” after {2} is none of {3}.", word(key), option(key), known));
}

double QuestionOptions::number(std::string_view key, double otherwise) const {
  return has(key) ? read_number(word(key), key) : otherwise;
}

std::vector<std::string> QuestionOptions::words(std::string_view key) const {
  std::vector<std::string> out;
  std::string rest = word(key);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    if (end > 0) out.push_back(rest.substr(0, end));
    rest.erase(0, std::min(end + 1, rest.size()));
  }
  return out;
}

std::vector<double> QuestionOptions::numbers(std::string_view key) const {
  std::vector<double> out;
  for (const std::string& one : words(key)) out.push_back(read_number(one, key));
  return out;
}

AgeRange QuestionOptions::ages() const {
  if (!has("ages")) return {};
  const std::string given = word("ages");
  AgeRange range;
  char end = 0;
  const int read = std::sscanf(given.c_str(), "%d-%d%c", &range.from, &range.to, &end);
  const bool and_older = read == 1 && given.back() == '+';
  if (and_older) range.to = oldest_age;
  if ((read != 2 && !and_older) || range.from < 0 || range.to < range.from || range.from > oldest_age)
    throw Error(ErrorKind::usage, text("“{1}” after --ages is no range of years; write 0-5 or 65+.", given));
  return range;
}

DistanceBy QuestionOptions::by(DistanceBy otherwise) const {
  if (!has("by")) return otherwise;
  return one_of("by", {"line", "walk"}) == 1 ? DistanceBy::walk : DistanceBy::line;
}

AskedDistances QuestionOptions::distances() const {
  if (has("distance") && has("minutes"))
    throw Error(ErrorKind::usage,
                text("Say how far either in metres (--distance) or in minutes (--minutes), not both."));
  if (has("speed") && !has("minutes"))
    throw Error(ErrorKind::usage, text("A speed only counts together with --minutes."));
  AskedDistances far{numbers("distance"), 0};
  if (has("minutes")) {
    far.speed_kmh = number("speed", walking_speed_kmh);
    if (!(far.speed_kmh > 0) || far.speed_kmh > 30)
      throw Error(ErrorKind::usage, text("A speed is above 0 and up to 30 km/h; people walk at about 5."));
    for (const double minutes : numbers("minutes")) far.metres.push_back(metres_in(minutes, far.speed_kmh));
  }
  std::sort(far.metres.begin(), far.metres.end());
  if (has("minutes") && !far.metres.empty() && (!(far.metres.front() > 0) || far.metres.back() > 100'000))
    throw Error(ErrorKind::usage, text("Minutes are above 0, and no more than lead 100 km far."));
  if (!far.metres.empty() && (!(far.metres.front() > 0) || far.metres.back() > 100'000))
    throw Error(ErrorKind::usage,
                text("Distances are metres above 0 and up to 100,000, each larger than the one before."));
  return far;
}

Id QuestionOptions::level() const {
  if (!has("level")) return 0;
  if (const Level* level = find_level(plan_, word("level"))) return level->id;
  throw Error(ErrorKind::not_found, text("The plan has no level “{1}”.", word("level")));
}

Id QuestionOptions::district(std::string_view key) const {
  if (!has(key)) return 0;
  if (plan_.districts.empty()) throw needs_districts();
  for (const Level& level : plan_.levels)
    if (const District* district = find_district(plan_, word(key), level.id)) return district->id;
  throw Error(ErrorKind::not_found,
              text("The plan has no district “{1}”; see smileplaces list PLAN districts.", word(key)));
}

Id QuestionOptions::layer(std::string_view key) const {
  return has(key) ? existing_layer(plan_, word(key)) : 0;
}

AskedPlaces QuestionOptions::places(std::string_view key) const {
  AskedPlaces places;
  for (const std::string& one : words(key)) {
    if (one == "measures")
      places.measures = 0;
    else if (one.starts_with(of_scenario))
      places.measures = existing_scenario(plan_, one.substr(of_scenario.size()));
    else
      places.layers.push_back(existing_layer(plan_, one));
  }
  return places;
}

std::optional<Id> QuestionOptions::measures(std::string_view key) const {
  const std::string given = word(key);
  if (given == "none") return std::nullopt;
  if (given == "all") return 0;
  return existing_scenario(plan_, given.starts_with(of_scenario) ? given.substr(of_scenario.size()) : given);
}

bool names_measures(std::string_view key) {
  return key == "before" || key == "after";
}

bool names_places(std::string_view key) {
  return key == "places" || key == "candidates" || key == "areas" || key == "layer";
}

const MapLayer* layer_named(std::string_view key, const std::string& word, const Plan& plan) {
  const bool number = names_places(key) && !word.empty() && word.size() < 18 &&
                      std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? find_layer(plan, std::stoll(word)) : nullptr;
}

std::string written(AgeRange ages) {
  if (ages.everybody()) return {};
  if (ages.to >= oldest_age) return std::to_string(ages.from) + "+";
  return std::to_string(ages.from) + "-" + std::to_string(ages.to);
}

std::string written(const AskedPlaces& places) {
  std::string out;
  const auto add = [&out](const std::string& word) { out += (out.empty() ? "" : ";") + word; };
  for (const Id layer : places.layers) add(std::to_string(layer));
  if (places.measures)
    add(*places.measures == 0 ? "measures" : std::string(of_scenario) + std::to_string(*places.measures));
  return out;
}

std::string in_words(const AskedPlaces& places, const Plan& plan) {
  std::string out;
  const auto add = [&out](const std::string& word) { out += (out.empty() ? "" : ", ") + word; };
  for (const Id id : places.layers)
    if (const MapLayer* layer = find_layer(plan, id)) add(layer->name);
  if (!places.measures) return out;
  const Scenario* scenario = find_scenario(plan, *places.measures);
  add(scenario ? str(text("measures of “{1}”", scenario->name)) : say("measures"));
  return out;
}

}  // namespace smile
