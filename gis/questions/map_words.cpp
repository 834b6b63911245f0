#include "gis/questions/map_words.h"

#include <algorithm>

namespace smile {
namespace {

std::string asked(const Finding& finding, const char* key) {
  const auto found = finding.question.options.find(key);
  return found == finding.question.options.end() ? std::string() : found->second;
}

}  // namespace

Text map_words(const Finding& finding) {
  const std::string& kind = finding.question.kind;
  const bool of_age = !asked(finding, "ages").empty() || asked(finding, "preset").starts_with("din-");
  const std::string whom = of_age ? say("people of this age") : say("people");
  if (kind == "gaps") return text("not reached: {1} in each cell or building", whom);
  if (kind == "compare") return text("reached in addition (+) or no longer (−): {1} in each cell or building", whom);
  if (kind == "reach") {
    const std::string places = asked(finding, "places");
    return text("kinds of places in reach, of {1}",
                static_cast<std::int64_t>(std::count(places.begin(), places.end(), ';') + 1));
  }
  if (kind == "supply") {
    const bool reach = !asked(finding, "distance").empty() || !asked(finding, "preset").empty();
    return !asked(finding, "target").empty() ? text("coverage of what is needed, in %")
           : reach                           ? text("people with a place in reach, in %")
                                             : text("capacity, measured by the people there are");
  }
  return kind == "density" ? text("per km²") : Text{};
}

}  // namespace smile
