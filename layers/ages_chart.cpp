#include "layers/ages_chart.h"

#include "gis/analysis/district_profile.h"

namespace smile::layers {

BarChart ages_chart(const std::vector<AgeGroup>& groups, const std::vector<Figure>& people, int year) {
  BarChart chart;
  chart.head.title = year > 0 ? str(text("Inhabitants by age, {1}", std::to_string(year))) : say("Inhabitants by age");
  chart.series = {say("Inhabitants")};
  for (std::size_t group = 0; group < groups.size(); ++group)
    chart.rows.push_back({str(age_label(groups[group])), {people[group]}});
  return chart;
}

}  // namespace smile::layers
