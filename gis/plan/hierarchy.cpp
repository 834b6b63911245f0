#include "gis/plan/hierarchy.h"

#include "gis/geometry/overlay.h"

namespace smile {
namespace {

struct Parent {
  Id id = 0;
  double share = 0;  ///< of the child's area
};

Parent largest_overlap(const District& child, const std::vector<DistrictPtr>& candidates) {
  Parent best;
  const Box box = bounds(child.geometry);
  const double whole = area(child.geometry);
  for (const DistrictPtr& candidate : candidates) {
    if (!box.intersects(bounds(candidate->geometry)) || whole <= 0) continue;
    const double share = area(intersection(child.geometry, candidate->geometry)) / whole;
    if (share > best.share) best = {candidate->id, share};
  }
  return best;
}

Issue doubtful(const District& child, double share) {
  constexpr double clear_share = 0.9;
  Issue issue;
  issue.severity = Severity::warning;
  issue.district = child.id;
  issue.value = child.name;
  if (share <= 0) {
    issue.kind = "parent_missing";
    issue.message = text("“{1}” lies in no district of the level above.", child.name);
  } else if (share < clear_share) {
    issue.kind = "parent_doubtful";
    issue.message = text("Only {1} % of “{2}” lie in the district of the level above it was given to.", share * 100, child.name);
  }
  return issue;
}

}  // namespace

Issues find_parents(Plan& plan) {
  Issues issues;
  for (std::size_t i = 1; i < plan.levels.size(); ++i) {
    const std::vector<DistrictPtr> above = districts_of(plan, plan.levels[i - 1].id);
    for (DistrictPtr& record : plan.districts) {
      if (record->level != plan.levels[i].id) continue;
      const Parent parent = largest_overlap(*record, above);
      if (Issue issue = doubtful(*record, parent.share); !issue.kind.empty()) issues.push_back(std::move(issue));
      if (record->parent == parent.id) continue;
      auto changed = std::make_shared<District>(*record);
      changed->parent = parent.id;
      record = std::move(changed);
    }
  }
  return issues;
}

bool lies_in(const Plan& plan, Id inner, Id outer) {
  for (const District* district = find_district(plan, inner); district && district->parent != 0;
       district = find_district(plan, district->parent))
    if (district->parent == outer) return true;
  return false;
}

}  // namespace smile
