#include "viewer/panels/place_words.h"

#include <QStringList>

#include "gis/jobs/side_by_side.h"
#include "gis/plan/fields.h"
#include "gis/words/numbers.h"
#include "viewer/text.h"

namespace smile::viewer {

QString district_label(const District& district) {
  if (district.code.empty()) return q(district.name);
  return district.name.empty() ? q(district.code) : q(district.code) + ' ' + q(district.name);
}

const Level* shown_level(const Plan& plan) {
  const Level* chosen = plan.style.level != 0 ? find_level(plan, plan.style.level) : nullptr;
  return chosen != nullptr ? chosen : coarsest_level(plan);
}

std::vector<DistrictShare> shares_of(const Measure& measure, const Plan& plan) {
  const Level* level = shown_level(plan);
  const Placement placement = measure.location.placement;
  if (level == nullptr || placement == Placement::none || placement == Placement::city) return {};
  return districts_of_measure(measure, plan, *district_index(plan, level->id));
}

void find_shares(const Plan& plan) {
  constexpr std::size_t at_once = 16;
  side_by_side(plan.measures.size() / at_once + 1, [&](std::size_t part) {
    const std::size_t end = std::min((part + 1) * at_once, plan.measures.size());
    for (std::size_t i = part * at_once; i < end; ++i) shares_of(*plan.measures[i], plan);
  });
}

QString places_label(const Measure& measure, const std::vector<DistrictShare>& shares, const Plan& plan) {
  if (measure.location.placement == Placement::city) return tr_("Whole city");
  QStringList names;
  for (const DistrictShare& share : shares) {
    const District* district = find_district(plan, share.district);
    if (district == nullptr) continue;
    const QString name = q(district->name.empty() ? district->code : district->name);
    names << (shares.size() == 1 ? name : name + ' ' + q(format_share(language(), share.share)));
  }
  return names.join(QStringLiteral(", "));
}

QString placement_label(const Measure& measure) {
  const std::size_t sites = measure.location.geometry.parts();
  if (measure.location.placement == Placement::sites)
    return tr_(text_n(static_cast<std::int64_t>(sites), "{1} site", "{1} sites", sites));
  const auto index = static_cast<std::size_t>(measure.location.placement);
  return q(say(placement_choices()[index].label));
}

}  // namespace smile::viewer
