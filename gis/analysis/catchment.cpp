#include "gis/analysis/catchment.h"

#include <algorithm>

#include "gis/analysis/which_district.h"

namespace smile {
namespace {

std::vector<Text> method_of(const CatchmentSettings& settings, bool shared_out) {
  std::vector<Text> method;
  if (settings.by == DistanceBy::line)
    method.push_back(
        text("Straight distance in the plan's system; people at the middle of their cell, block or building."));
  else if (settings.join == JoinBy::edge)
    method.push_back(
        text("Walked along the network, the way from the door to the nearest street included; people at the "
             "middle of their cell, block or building."));
  else
    method.push_back(text("Walked along the network from node to node; people and places at their nearest node."));
  method.push_back(text("Everybody is counted once, by the nearest place; areas can be entered all around."));
  if (shared_out) method.push_back(text("Age groups that the range cuts were shared out evenly over their years."));
  return method;
}

/// The people of each district at each home, so that they can be added in one fixed order.
class ByDistrict {
public:
  ByDistrict(const Plan& plan, Id level, std::span<const Point> homes) {
    if (plan.districts.empty()) return;
    index_ = district_index(plan, level);
    of_home_.resize(homes.size());
    index_->locate(homes, of_home_);
  }

  std::vector<CatchmentCount> count(const Catchment& result, const std::vector<Millimetres>& limits) const {
    std::vector<CatchmentCount> counts;
    if (!index_) return counts;
    for (const DistrictPtr& district : index_->districts())
      counts.push_back({district->id, 0, std::vector<double>(limits.size(), 0.0)});
    counts.push_back({0, 0, std::vector<double>(limits.size(), 0.0)});
    for (std::size_t i = 0; i < of_home_.size(); ++i) {
      const auto at = of_home_[i] == DistrictIndex::nowhere ? counts.size() - 1 : static_cast<std::size_t>(of_home_[i]);
      counts[at].people += result.counted[i];
      for (std::size_t k = 0; k < limits.size(); ++k)
        if (result.nearest[i] <= limits[k]) counts[at].within[k] += result.counted[i];
    }
    if (counts.back().people == 0) counts.pop_back();
    return counts;
  }

private:
  std::shared_ptr<const DistrictIndex> index_;
  std::vector<std::int32_t> of_home_;
};

}  // namespace

void check(const CatchmentSettings& settings, bool has_network) {
  const auto& far = settings.distances_m;
  const bool rising = std::adjacent_find(far.begin(), far.end(), std::greater_equal<>()) == far.end();
  if (far.empty() || !rising || !(far.front() > 0) || !(far.back() <= 100'000))
    throw Error(ErrorKind::usage,
                text("Distances are metres above 0 and up to 100,000, each larger than the one before."));
  if (settings.by == DistanceBy::walk && !has_network)
    throw Error(ErrorKind::needs_answer, text("The plan has no network to walk along; add one first: "
                                              "smileplaces add PLAN network FILE. Or ask for straight distances."));
}

Catchment catchment(const CatchmentSettings& settings, const CatchmentInput& input, const Progress& progress) {
  check(settings, input.network != nullptr);
  const PeopleOfAge people = of_age(input.people, settings.ages);
  std::vector<Millimetres> limits;
  for (const double far : settings.distances_m) limits.push_back(millimetres(far));
  Catchment result;
  result.places = static_cast<std::int64_t>(input.places.size());
  result.counted = people.count;
  result.nearest =
      settings.by == DistanceBy::line
          ? straight_distances(input.people.at, input.places, limits.back(), progress)
          : walked_distances(*input.network, input.people.at, input.places, limits.back(), settings.join, progress);
  result.all.people = sum_of(people.count);
  for (const Millimetres limit : limits) {
    std::vector<double> reached(people.count.size(), 0.0);
    for (std::size_t i = 0; i < reached.size(); ++i)
      if (result.nearest[i] <= limit) reached[i] = people.count[i];
    result.all.within.push_back(sum_of(reached));
  }
  result.districts = ByDistrict(input.plan, settings.level, input.people.at).count(result, limits);
  result.method = method_of(settings, people.shared_out);
  return result;
}

}  // namespace smile
