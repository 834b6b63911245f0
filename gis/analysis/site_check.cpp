#include "gis/analysis/site_check.h"

#include <algorithm>
#include <cmath>

namespace smile {
namespace {

[[noreturn]] void refuse(Text sentence) {
  throw Error(ErrorKind::refused, std::move(sentence));
}

bool is_amount(double value) {
  return std::isfinite(value) && value >= 0;
}

void check_lists(const SiteReach& places, const SiteQuestion& question) {
  const std::size_t last = places.ends.empty() ? 0 : places.ends.back();
  const auto in_range = [&](std::int32_t d) { return d >= 0 && static_cast<std::size_t>(d) < question.people.size(); };
  const bool measured = places.distance.size() == places.demand.size();
  const bool unmeasured = places.distance.empty() && question.goal == SiteQuestion::Goal::coverage;
  if (last != places.demand.size() || !std::is_sorted(places.ends.begin(), places.ends.end()) ||
      !std::all_of(places.demand.begin(), places.demand.end(), in_range) || (!measured && !unmeasured) ||
      (!places.seats.empty() && places.seats.size() != places.size()))
    refuse(
        text("The lists of places and of the people they reach do not fit each other: work out again who is reached."));
}

void check_places(const SiteReach& places, const SiteQuestion& question) {
  check_lists(places, question);
  for (const double distance : places.distance)
    if (!is_amount(distance))
      refuse(
          text("The way from a place to the people it reaches is no number of metres from 0 up: work it out again."));
  for (std::size_t s = 0; s < places.seats.size(); ++s)
    if (std::isnan(places.seats[s]) || places.seats[s] < 0)
      refuse(text("The capacity of place {1} is no number from 0 up: correct it in its layer.", s + 1));
}

Issue oddity(const char* kind, Severity severity, Text message) {
  Issue issue;
  issue.kind = kind;
  issue.severity = severity;
  issue.message = std::move(message);
  return issue;
}

}  // namespace

void check_question(const SiteQuestion& question) {
  for (std::size_t d = 0; d < question.people.size(); ++d)
    if (!is_amount(question.people[d]))
      refuse(text("The number of people at point {1} is no number from 0 up: correct the population.", d + 1));
  if (question.count < 0) refuse(text("{1} places can't be chosen: ask for 0 or more.", question.count));
  if (question.goal == SiteQuestion::Goal::distance && !(is_amount(question.unreached_m) && question.unreached_m > 0))
    refuse(text("Say which way counts for people without a place in reach: a number of metres above 0."));
  check_places(question.existing, question);
  check_places(question.candidates, question);
}

Issues oddities_of(const SiteQuestion& question, bool something_to_gain) {
  Issues issues;
  const auto candidates = static_cast<std::int64_t>(question.candidates.size());
  const auto& seats = question.candidates.seats;
  const auto above_0 = [](double value) { return value > 0; };
  if (std::none_of(question.people.begin(), question.people.end(), above_0))
    issues.push_back(oddity("no_people", Severity::warning, text("There are no people to be reached.")));
  else if (candidates == 0)
    issues.push_back(oddity("no_candidates", Severity::warning, text("There are no sites to choose from.")));
  else if (!seats.empty() && std::none_of(seats.begin(), seats.end(), above_0))
    issues.push_back(oddity("no_seats", Severity::warning, text("None of the sites has room for anybody.")));
  else if (!something_to_gain)
    issues.push_back(oddity("nothing_to_gain", Severity::warning,
                            text("None of the sites does anything for anybody who is not "
                                 "served as well already.")));
  if (candidates > 0 && question.count > candidates)
    issues.push_back(
        oddity("few_candidates", Severity::note,
               text_n(candidates, "{2} places were asked for, but there is {1} site only.",
                      "{2} places were asked for, but there are {1} sites only.", candidates, question.count)));
  return issues;
}

}  // namespace smile
