// Which ways of OpenStreetMap people may walk along.

#include <algorithm>
#include <initializer_list>

#include "gis/formats/osm.h"

namespace smile {
namespace {

bool one_of(std::string_view value, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), value) != words.end();
}

/// "primary_link" is walked along as "primary" is.
std::string_view without_link(std::string_view highway) {
  return highway.ends_with("_link") ? highway.substr(0, highway.size() - 5) : highway;
}

bool has_pavement(const OsmTags& tags) {
  for (const char* key : {"sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"})
    if (one_of(tags(key), {"yes", "both", "left", "right"})) return true;
  return false;
}

}  // namespace

bool may_walk(const OsmTags& tags) {
  const std::string_view highway = without_link(tags("highway"));
  const std::string_view foot = tags("foot");
  if (one_of(foot, {"no", "private", "use_sidepath"})) return false;
  const bool said = one_of(foot, {"yes", "designated", "permissive", "official", "destination"});
  if (one_of(tags("access"), {"no", "private"}) && !said) return false;
  if (one_of(highway, {"motorway", "trunk"}) || tags("motorroad") == "yes")
    return !highway.empty() && (said || has_pavement(tags));
  if (one_of(highway, {"cycleway", "bridleway"})) return said || !tags("segregated").empty();
  return one_of(highway, {"footway", "pedestrian", "path", "steps", "living_street", "residential", "service", "track",
                          "unclassified", "tertiary", "secondary", "primary", "road", "platform", "corridor"});
}

}  // namespace smile
