#include "gis/analysis/trend.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

#include "gis/analysis/asked_figure.h"
#include "gis/analysis/needed.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

/// Of several for the same year the one that was added last.
std::map<int, const Statistic*> by_year(const Plan& plan, const std::string& figure, Id level) {
  std::map<int, const Statistic*> years;
  for (const StatisticPtr& statistic : plan.statistics) {
    const bool asked = figure == "inhabitants" ? statistic->inhabitants : statistic->name == figure;
    if (asked && statistic->level == level && statistic->year > 0) years[statistic->year] = statistic.get();
  }
  return years;
}

Figure figure_of(const Statistic& statistic, Id district) {
  const auto found = statistic.figures.find(district);
  return found == statistic.figures.end() ? Figure{} : found->second;
}

Figure sum_of(const std::vector<DistrictTrend>& districts, std::size_t year) {
  Figure sum{Figure::State::value, 0};
  for (const DistrictTrend& one : districts) {
    if (one.by_year[year].state != Figure::State::value) return {};
    sum.value += one.by_year[year].value;
  }
  return sum;
}

std::string signed_words(double change) {
  return (change > 0 ? "+" : change < 0 ? "−" : "±") + figure_in_words(std::abs(change));
}

std::string percent(double change, double from) {
  return from > 0 ? (change < 0 ? "−" : "+") + format_number(language(), std::abs(100 * change / from), 1) + " %" : "–";
}

const DistrictTrend* extreme(const TrendAnswer& answer, bool most) {
  const DistrictTrend* found = nullptr;
  for (const DistrictTrend& one : answer.districts) {
    const auto change = change_of(one.by_year);
    if (!change || (most ? *change <= 0 : *change >= 0)) continue;
    if (!found || (most ? *change > *change_of(found->by_year) : *change < *change_of(found->by_year))) found = &one;
  }
  return found;
}

Text extreme_sentence(const DistrictTrend& one, const Plan& plan, bool most) {
  const double change = *change_of(one.by_year);
  const std::string name = find_district(plan, one.district)->name, by = signed_words(change);
  const std::string share = percent(change, one.by_year.front().value);
  return most ? text("Most was gained in {1}: {2} ({3}).", name, by, share)
              : text("Most was lost in {1}: {2} ({3}).", name, by, share);
}

}  // namespace

TrendAnswer answer(const TrendQuestion& question, const Plan& plan) {
  if (question.figure.empty())
    throw Error(ErrorKind::usage, text("Say which statistic: --figure inhabitants, or the name of another."));
  if (plan.districts.empty()) throw needs_districts();
  TrendAnswer out;
  std::map<int, const Statistic*> years;
  for (auto level = plan.levels.rbegin(); level != plan.levels.rend() && years.size() < 2; ++level) {
    if (question.level != 0 && question.level != level->id) continue;
    years = by_year(plan, question.figure, level->id);
    out.level = level->id;
  }
  if (years.size() < 2)
    throw Needed(text("The plan has “{1}” for less than two years: add the tables of more years.", question.figure),
                 "smileplaces add PLAN statistics FILE --year N");
  for (const DistrictPtr& district : districts_of(plan, out.level)) out.districts.push_back({district->id, {}});
  for (const auto& [year, statistic] : years) {
    out.years.push_back(year);
    for (DistrictTrend& one : out.districts) one.by_year.push_back(figure_of(*statistic, one.district));
    out.city.push_back(sum_of(out.districts, out.years.size() - 1));
    const std::string source = std::filesystem::path(statistic->source).filename().string();
    if (!source.empty() && std::find(out.sources.begin(), out.sources.end(), source) == out.sources.end())
      out.sources.push_back(source);
  }
  out.figure = question.figure == "inhabitants" ? str(text("Inhabitants")) : question.figure;
  return out;
}

std::optional<double> change_of(const std::vector<Figure>& by_year) {
  const Figure &first = by_year.front(), &last = by_year.back();
  if (first.state != Figure::State::value || last.state != Figure::State::value) return std::nullopt;
  return last.value - first.value;
}

std::vector<Text> sentences_of(const TrendAnswer& answer, const Plan& plan) {
  std::vector<Text> sentences;
  const std::string first = std::to_string(answer.years.front()), last = std::to_string(answer.years.back());
  if (const auto change = change_of(answer.city))
    sentences.push_back(text("{1} went from {2} in {3} to {4} in {5}: {6} ({7}).", answer.figure,
                             figure_in_words(answer.city.front().value), first,
                             figure_in_words(answer.city.back().value), last, signed_words(*change),
                             percent(*change, answer.city.front().value)));
  else
    sentences.push_back(
        text("{1} from {2} to {3}: not every district is known, so there is no sum.", answer.figure, first, last));
  for (const bool most : {true, false})
    if (const DistrictTrend* one = extreme(answer, most)) sentences.push_back(extreme_sentence(*one, plan, most));
  return sentences;
}

}  // namespace smile
