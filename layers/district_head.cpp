#include "layers/district_head.h"

#include <algorithm>
#include <optional>

#include "gis/plan/pursued.h"
#include "gis/words/numbers.h"
#include "layers/sheet_map.h"

namespace smile::layers {
namespace {

QString above(const Plan& plan, const District* district) {
  QStringList parts;
  if (district != nullptr && !plan.sheets.city.empty()) parts << sheet_words(plan.sheets.city);
  parts << sheet_words(plan.title);
  if (district != nullptr)
    if (const District* parent = find_district(plan, district->parent)) parts << sheet_words(parent->name);
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

/// "": none.
std::string costs_of(const SheetContent& content, Id district) {
  Money cost = content.profile.cost;
  for (const DistrictFigures& row : content.profile.figures.districts)
    if (row.district == district) cost = row.cost;
  return cost.cents <= 0 ? std::string() : format_rough_money(language(), cost.cents, content.plan->currency);
}

/// " 2 further ones are rejected and not counted."; "": none.
QString further_rejected(std::int64_t rejected) {
  if (rejected == 0) return {};
  return u' ' + sheet_words(text_n(rejected, "A further one is rejected and not counted.",
                                   "{1} further ones are rejected and not counted.", rejected));
}

/// Before there are measures: "1,450 inhabitants on 0.16 km²."
QString who_lives_where(const SheetContent& content, Id district) {
  double area_m2 = 0;
  std::optional<double> people = 0;
  for (const DistrictFigures& row : content.profile.figures.districts) {
    if (district != 0 && row.district != district) continue;
    area_m2 += row.area_m2;
    people = people && row.inhabitants ? std::optional(*people + *row.inhabitants) : std::nullopt;
  }
  const std::string area = format_area(language(), area_m2);
  if (!people) return sheet_words(text("{1} in area; no measure yet.", area));
  return sheet_words(text("{1} inhabitants on {2}; no measure yet.", format_number(language(), *people), area));
}

QString message_of_city(const SheetContent& content) {
  const CostOfMeasures pool = cost_of(content.plan->measures);
  const std::string costs = costs_of(content, 0);
  const std::int64_t all = pool.measures;
  const Text sentence = costs.empty()
                            ? text_n(all, "The idea pool has one measure.", "The idea pool has {1} measures.", all)
                            : text_n(all, "The idea pool has one measure, for about {2}.",
                                     "The idea pool has {1} measures, together for about {2}.", all, costs);
  return sheet_words(sentence) + further_rejected(pool.rejected);
}

QString message_of(const SheetContent& content, const District& district) {
  const auto found = content.profile.measures.find(district.id);
  std::int64_t here = 0, rejected = 0;
  if (found != content.profile.measures.end())
    for (const LocalMeasure& local : found->second) ++(is_pursued(*local.measure) ? here : rejected);
  const int for_city = content.profile.figures.for_city;
  QStringList sentences{here == 0
                            ? sheet_words(text("No measure is for this district alone."))
                            : sheet_words(text_n(here, "One measure lies here.", "{1} measures lie here.", here))};
  sentences.back() += further_rejected(rejected);
  if (for_city > 0)
    sentences << sheet_words(text_n(for_city, "One is for the whole city.", "{1} are for the whole city.", for_city));
  if (const std::string costs = costs_of(content, district.id); !costs.empty())
    sentences << sheet_words(text("Costs of about {1} fall on this district.", costs));
  if (!ground_to_show(district).whole)
    sentences << sheet_words(text("A part of the district lies outside of the map."));
  return sentences.join(u' ');
}

}  // namespace

SheetHead head_of_district(const SheetContent& content, Id id) {
  const Plan& plan = *content.plan;
  const District* district = find_district(plan, id);
  SheetHead head;
  head.above = above(plan, district);
  head.title = sheet_words(district != nullptr        ? district->name
                           : plan.sheets.city.empty() ? str(text("The whole city"))
                                                      : plan.sheets.city);
  head.message = plan.measures.empty() ? who_lives_where(content, id)
                 : district == nullptr ? message_of_city(content)
                                       : message_of(content, *district);
  return head;
}

}  // namespace smile::layers
