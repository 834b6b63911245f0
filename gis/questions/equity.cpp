// How evenly a figure is spread over the districts.

#include <algorithm>

#include "gis/questions/kinds.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

constexpr std::pair<std::string_view, Weighing> weighings[] = {
    {"districts", Weighing::districts}, {"inhabitants", Weighing::inhabitants}, {"per-head", Weighing::per_head}};

/// Those that could be compared, the least first, then those that were left out.
std::vector<Id> rows_of(const EquityAnswer& found) {
  std::vector<Id> ids;
  for (const EquityDistrict& one : found.equity.districts) ids.push_back(one.district);
  for (const auto& [district, figure] : found.figure.figures)
    if (std::find(ids.begin(), ids.end(), district) == ids.end()) ids.push_back(district);
  return ids;
}

/// The value compared; of districts left out what is known of the figure itself, unless it is shared out.
std::vector<Figure> values_of(const EquityAnswer& found, const std::vector<Id>& ids) {
  std::vector<Figure> values = figures_of(found.figure.figures, ids);
  const bool shared_out = found.question.weighing == Weighing::per_head;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool compared = i < found.equity.districts.size();
    if (compared) values[i].value = found.equity.districts[i].value * (shared_out ? 1000 : 1);
    if (!compared && shared_out && values[i].state == Figure::State::value) values[i] = {};
  }
  return values;
}

/// What stands behind the Lorenz curve: how much each district counts, and how much of the whole it has.
void add_weights(FindingTable& table, const EquityAnswer& found) {
  const bool districts = found.question.weighing == Weighing::districts;
  std::vector<Figure> weights, amounts;
  for (const EquityDistrict& one : found.equity.districts) {
    weights.push_back({Figure::State::value, one.weight});
    amounts.push_back({Figure::State::value, one.weight * one.value});
  }
  weights.resize(table.districts.size()), amounts.resize(table.districts.size());
  table.columns.push_back(figures_column(districts ? text("Districts") : text("Inhabitants"), weights));
  if (found.question.weighing == Weighing::inhabitants)
    table.columns.push_back(figures_column(text("{1} × inhabitants", str(found.figure.choice.label)), amounts));
  if (found.question.weighing == Weighing::per_head)
    table.columns.push_back(figures_column(found.figure.choice.label, amounts));
}

FindingTable district_rows(const EquityAnswer& found, const Plan& plan) {
  const std::vector<Id> ids = rows_of(found);
  FindingTable table = district_table(plan, ids, false);
  std::vector<std::optional<double>> quarters;
  for (const EquityDistrict& one : found.equity.districts) quarters.emplace_back(one.quartile);
  quarters.resize(ids.size());
  table.columns.push_back(figures_column(text("Quarter"), quarters));
  table.columns.push_back(figures_column(text("{1}", label_in_words(found)), values_of(found, ids)));
  add_weights(table, found);
  return table;
}

FindingTable quarter_rows(const EquityAnswer& found) {
  const double shown = found.question.weighing == Weighing::per_head ? 1000 : 1;
  std::vector<std::string> names;
  std::vector<std::optional<double>> districts, shares;
  std::vector<Figure> means;
  for (std::size_t i = 0; i < found.equity.quartiles.size(); ++i) {
    const Quartile& quartile = found.equity.quartiles[i];
    names.push_back(std::to_string(i + 1));
    districts.emplace_back(quartile.districts);
    means.push_back(quartile.districts > 0 ? Figure{Figure::State::value, quartile.mean * shown} : Figure{});
    shares.push_back(quartile.share);
  }
  FindingTable table;
  table.title = text("Quarters, the least first");
  table.columns = {
      words_column(text("Quarter"), names), figures_column(text("Districts"), districts),
      figures_column(text("{1}, mean", label_in_words(found)), means),
      share_column(text("of the whole, %"), shares, std::vector<std::optional<double>>(shares.size(), 1.0))};
  return table;
}

}  // namespace

std::string_view word(Weighing wanted) {
  return weighings[static_cast<std::size_t>(wanted)].first;
}

EquityQuestion equity_question(const QuestionOptions& options) {
  EquityQuestion question{options.word("figure"), options.level(), Weighing::districts};
  std::vector<std::string> words;
  for (const auto& [name, weighing] : weighings) words.emplace_back(name);
  question.weighing = weighings[options.one_of("weight", words)].second;
  return question;
}

Answer ask_equity(const AskedPlan& asked) {
  return told(answer(equity_question(asked.options), asked.plan), asked.options);
}

Answer told(const EquityAnswer& found, const QuestionOptions& options) {
  Answer out;
  out.finding.name = str(text("{1}: how evenly it is spread", label_in_words(found)));
  out.finding.sentences = sentences_of(found);
  out.finding.method = {found.method};
  out.finding.sources = found.sources;
  out.finding.tables = {district_rows(found, options.plan()), quarter_rows(found)};
  const int last = static_cast<int>(out.finding.tables.front().columns.size()) - 1;
  const bool by_districts = found.question.weighing == Weighing::districts;
  if (!found.equity.curve.empty())
    out.finding.chart = {FindingChart::Kind::lorenz, 1, by_districts ? last : last - 1, by_districts ? last - 1 : last};
  return out;
}

}  // namespace smile
