// Districts that are like one of them.

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "gis/questions/kinds.h"

namespace smile {
namespace {

Between limits_of(const std::string& given) {
  Between limits;
  char rest = 0;
  if (std::sscanf(given.c_str(), "%lf,%lf%c", &limits.low, &limits.high, &rest) != 2)
    throw Error(ErrorKind::usage, text("“{1}” after --between is no pair of limits; write it as 10,20.", given));
  return limits;
}

/// The reference, those like it, then all others.
std::vector<Id> rows_of(const SimilarAnswer& found) {
  std::vector<Id> ids;
  if (found.question.reference != 0) ids.push_back(found.question.reference);
  for (const SimilarDistrict& one : found.similar) ids.push_back(one.district);
  for (const auto& [district, figure] : found.figures.front().figures)
    if (std::find(ids.begin(), ids.end(), district) == ids.end()) ids.push_back(district);
  return ids;
}

std::vector<std::string> similar_or_not(const SimilarAnswer& found, std::size_t rows) {
  std::vector<std::string> words;
  if (found.question.reference != 0) words.push_back(say("reference"));
  words.resize(words.size() + found.similar.size(), say("similar"));
  words.resize(rows);
  return words;
}

/// How far from the reference, as a share of its value.
std::vector<std::optional<double>> off(const std::vector<Figure>& figures, const Figure& reference) {
  std::vector<std::optional<double>> shares;
  for (const Figure& figure : figures)
    shares.push_back(figure.state == Figure::State::value && reference.value != 0
                         ? std::optional((figure.value - reference.value) / std::abs(reference.value))
                         : std::nullopt);
  return shares;
}

FindingTable table_of(const SimilarAnswer& found, const Plan& plan) {
  const std::vector<Id> ids = rows_of(found);
  FindingTable table = district_table(plan, ids, false);
  table.columns.push_back(words_column(text("Similar"), similar_or_not(found, ids.size())));
  for (std::size_t k = 0; k < found.figures.size(); ++k) {
    const AskedFigure& asked = found.figures[k];
    const std::vector<Figure> figures = figures_of(asked.figures, ids);
    table.columns.push_back(figures_column(asked.choice.label, figures));
    if (found.reference.empty()) continue;
    FindingColumn& column = table.columns.emplace_back(
        figures_column(text("{1}, off by %", str(asked.choice.label)), off(figures, found.reference[k]), 1));
    column.share = true;
  }
  return table;
}

FindingChart chart_of(const SimilarAnswer& found) {
  const int step = found.reference.empty() ? 1 : 2;
  if (found.figures.size() < 2) return {FindingChart::Kind::bars, 1, 0, 3};
  return {FindingChart::Kind::scatter, 1, 3, 3 + step};
}

}  // namespace

SimilarQuestion similar_question(const QuestionOptions& options) {
  SimilarQuestion question;
  question.reference = options.district("district");
  question.figures = options.words("figure");
  question.level = options.level();
  if (options.has("tolerance") && options.has("between"))
    throw Error(ErrorKind::usage, text("Give a tolerance or limits, not both: --tolerance PERCENT or --between "
                                       "MIN,MAX."));
  question.tolerance_percent = options.number("tolerance", question.tolerance_percent);
  for (const std::string& given : options.words("between")) question.between.push_back(limits_of(given));
  return question;
}

Answer ask_similar(const AskedPlan& asked) {
  return told(answer(similar_question(asked.options), asked.plan), asked.options);
}

Answer told(const SimilarAnswer& found, const QuestionOptions& options) {
  const Plan& plan = options.plan();
  const District* reference = find_district(plan, found.question.reference);
  Answer out;
  out.finding.name = reference ? str(text("Districts like {1}", reference->name))
                               : str(text("{1}: districts between limits", str(found.figures.front().choice.label)));
  out.finding.sentences = sentences_of(found, plan);
  out.finding.method = {found.method};
  out.finding.sources = found.sources;
  out.finding.tables = {table_of(found, plan)};
  out.finding.chart = chart_of(found);
  return out;
}

}  // namespace smile
