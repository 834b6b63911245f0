// Which kinds of places people have near.

#include "gis/analysis/walking_time.h"
#include "gis/questions/kinds.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

using Figures = std::vector<std::optional<double>>;

FindingTable table_of(const KindsAnswer& found, const Plan& plan) {
  std::vector<DistrictKinds> rows = found.reached.districts;
  std::vector<Id> ids;
  for (const DistrictKinds& row : rows) ids.push_back(row.district);
  rows.push_back(found.reached.everybody);
  const auto figures = [&](auto get) {
    Figures out;
    for (const DistrictKinds& row : rows) out.emplace_back(get(row));
    return out;
  };
  FindingTable table = district_table(plan, std::move(ids), true);
  const Figures people = figures([](const auto& row) { return row.people; });
  table.columns.push_back(figures_column(text("People"), people));
  FindingColumn index = figures_column(text("Index, %"), figures([](const auto& row) { return row.index; }), 1);
  index.share = true;
  table.columns.push_back(std::move(index));
  table.columns.push_back(figures_column(text("with every kind"), figures([](const auto& row) { return row.all; })));
  table.columns.push_back(figures_column(text("with none"), figures([](const auto& row) { return row.none; })));
  for (std::size_t k = 0; k < found.kinds.size(); ++k)
    table.columns.push_back(
        share_column(text("{1}, %", found.kinds[k]), figures([&](const auto& row) { return row.by_kind[k]; }), people));
  return table;
}

/// The kinds, with how many places each has.
FindingTable kinds_table(const KindsAnswer& found) {
  Figures places, people, everybody;
  for (std::size_t k = 0; k < found.kinds.size(); ++k) {
    places.emplace_back(static_cast<double>(found.places[k]));
    people.emplace_back(found.reached.everybody.by_kind[k]);
    everybody.emplace_back(found.reached.everybody.people);
  }
  FindingTable table;
  table.title = text("By kind");
  table.columns = {words_column(text("Kind"), found.kinds), figures_column(text("Number of places"), places),
                   figures_column(text("People who have it in reach"), people),
                   share_column(text("of all, %"), people, everybody)};
  return table;
}

}  // namespace

KindsQuestion kinds_question(const QuestionOptions& options) {
  KindsQuestion question;
  question.places = options.places("places");
  if (question.places.none())
    throw Error(ErrorKind::usage,
                text("Say which kinds of places people are to reach: --places LAYER --places LAYER …"));
  KindsSettings& settings = question.settings;
  const AskedDistances far = options.distances();
  if (far.metres.size() > 1)
    throw Error(ErrorKind::usage, text("Reach counts within one distance; ask again for another."));
  constexpr double a_quarter_of_an_hour = 15;
  settings.speed_kmh = far.metres.empty() ? walking_speed_kmh : far.speed_kmh;
  settings.distance_m = far.metres.empty() ? metres_in(a_quarter_of_an_hour, walking_speed_kmh) : far.metres.front();
  settings.by = options.by(DistanceBy::walk);
  settings.ages = options.ages();
  settings.level = options.level();
  return question;
}

Answer ask_reach(const AskedPlan& asked) {
  return told(answer(kinds_question(asked.options), asked.plan, asked.place, asked.progress), asked.options);
}

Answer told(const KindsAnswer& found, const QuestionOptions& options) {
  const KindsSettings& settings = found.question.settings;
  Answer out;
  Finding& finding = out.finding;
  finding.name = str(text("Kinds of places within {1}", far_in_words(settings.distance_m, settings.speed_kmh)));
  finding.sentences = sentences_of(found, options.plan());
  finding.method = found.method;
  finding.sources = found.sources;
  finding.tables = {table_of(found, options.plan()), kinds_table(found)};
  finding.chart = {FindingChart::Kind::bars, 1, 0, 3};
  if (found.homes.features.size() > 0) out.map = FoundLayer{layer_of_kinds(found, finding.name), found.homes};
  return out;
}

}  // namespace smile
