#include "viewer/fresh_measure.h"

#include <algorithm>
#include <charconv>

#include "viewer/document.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size() && value >= 0 && value < 1'000'000'000;
  return whole ? std::optional(value) : std::nullopt;
}

/// "" where no measure has a number, or one of them is no whole number: another office's scheme is not guessed at.
std::string next_number(const Plan& plan) {
  std::int64_t highest = -1;
  for (const MeasurePtr& measure : plan.measures) {
    if (measure->number.empty()) continue;
    const std::optional<std::int64_t> number = whole_number(measure->number);
    if (!number) return {};
    highest = std::max(highest, *number);
  }
  return highest < 0 ? std::string{} : std::to_string(highest + 1);
}

}  // namespace

Measure fresh_measure(const Plan& plan) {
  Measure measure;
  measure.title = say("New measure");
  measure.number = next_number(plan);
  measure.phase = Phase::idea;
  measure.phase_history = {{Phase::idea, today()}};
  return measure;
}

Id add_fresh_measure(Document& document) {
  document.seal();
  if (!document.apply(add_measures({fresh_measure(*document.plan())}))) return 0;
  const Id id = document.plan()->measures.back()->id;
  document.select_measures({id});
  return id;
}

}  // namespace smile::viewer
