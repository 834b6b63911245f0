#include <algorithm>
#include <cmath>

#include "gis/analysis/district_profile.h"
#include "gis/questions/kinds.h"

namespace smile {
namespace {

/// "4,826", "53.2", "0.087".
int digits_of(const std::vector<Figure>& figures) {
  double largest = 0;
  bool whole = true;
  for (const Figure& figure : figures) {
    if (figure.state != Figure::State::value) continue;
    largest = std::max(largest, std::abs(figure.value));
    whole = whole && figure.value == std::round(figure.value);
  }
  return whole || largest >= 100 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3;
}

}  // namespace

FindingColumn words_column(Text name, std::vector<std::string> words) {
  FindingColumn column;
  column.name = std::move(name);
  column.words = std::move(words);
  return column;
}

FindingColumn figures_column(Text name, std::vector<std::optional<double>> figures, int digits) {
  FindingColumn column;
  column.name = std::move(name);
  column.figures = std::move(figures);
  column.digits = digits;
  return column;
}

FindingColumn figures_column(Text name, const std::vector<Figure>& figures) {
  FindingColumn column = figures_column(std::move(name), {}, digits_of(figures));
  for (const Figure& figure : figures) {
    if (figure.state == Figure::State::suppressed) column.secret.push_back(std::ssize(column.figures));
    column.figures.push_back(figure.state == Figure::State::value ? std::optional(figure.value) : std::nullopt);
  }
  return column;
}

std::vector<Figure> figures_of(const std::map<Id, Figure>& figures, const std::vector<Id>& districts) {
  std::vector<Figure> out;
  for (const Id district : districts) {
    const auto found = figures.find(district);
    out.push_back(found == figures.end() ? Figure{} : found->second);
  }
  return out;
}

FindingColumn share_column(Text name, const std::vector<std::optional<double>>& parts,
                           const std::vector<std::optional<double>>& wholes) {
  FindingColumn column = figures_column(std::move(name), {}, 1);
  column.share = true;
  for (std::size_t i = 0; i < parts.size(); ++i)
    column.figures.push_back(parts[i] && wholes[i] && *wholes[i] > 0 ? std::optional(*parts[i] / *wholes[i])
                                                                     : std::nullopt);
  return column;
}

Text heading_of(const Plan& plan, const std::vector<Id>& districts) {
  for (const Id id : districts)
    if (const District* district = find_district(plan, id))
      if (const Level* level = find_level(plan, district->level)) return {level->name, {}};
  return text("District");
}

Text inhabitants_heading(AgeRange ages) {
  if (ages.everybody()) return text("Inhabitants");
  return text("Inhabitants {1}", str(age_label({"", ages.from, ages.to})));
}

FindingTable district_table(const Plan& plan, std::vector<Id> districts, bool total) {
  FindingTable table;
  table.title = text("By district");
  std::vector<std::string> codes, names;
  for (const Id id : districts) {
    const District* district = find_district(plan, id);
    codes.push_back(district ? district->code : std::string());
    names.push_back(district ? district->name : say("outside"));
  }
  if (total) {
    districts.push_back(0);
    codes.emplace_back();
    names.push_back(say("Everybody"));
  }
  table.total = total;
  table.columns = {words_column(text("Code"), std::move(codes)),
                   words_column(heading_of(plan, districts), std::move(names))};
  table.districts = std::move(districts);
  return table;
}

}  // namespace smile
