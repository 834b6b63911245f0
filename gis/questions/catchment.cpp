// Whom some places reach, and whom they don't.

#include <algorithm>
#include <cmath>

#include "gis/analysis/reach_question.h"
#include "gis/analysis/reached_area.h"
#include "gis/analysis/walking_time.h"
#include "gis/questions/kinds.h"
#include "gis/questions/live.h"
#include "gis/questions/presets.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

std::string far_word(const CatchmentSettings& settings, std::size_t k) {
  return far_in_words(settings.distances_m[k], settings.speed_kmh);
}

std::string people_in_words(double people) {
  return format_number(language(), std::round(people));
}

/// Where nobody was counted, nobody is reached or missed either: nothing, not 0.
std::optional<double> of_somebody(const CatchmentCount& row, double count) {
  return row.people > 0 ? std::optional(count) : std::nullopt;
}

Finding finding_of(const ReachAnswer& found, const Plan& plan) {
  Finding finding;
  finding.sentences = sentences_of(found);
  finding.method = found.method;
  finding.sources = found.sources;
  const Catchment& result = found.catchment;
  std::vector<Id> ids;
  for (const CatchmentCount& count : result.districts) ids.push_back(count.district);
  std::vector<CatchmentCount> rows = result.districts;
  rows.push_back(result.all);
  FindingTable table = district_table(plan, std::move(ids), true);
  std::vector<std::optional<double>> people;
  for (const CatchmentCount& row : rows) people.emplace_back(row.people);
  const CatchmentSettings& settings = found.question.settings;
  table.columns.push_back(figures_column(inhabitants_heading(settings.ages), people));
  for (std::size_t k = 0; k < settings.distances_m.size(); ++k) {
    std::vector<std::optional<double>> within;
    for (const CatchmentCount& row : rows) within.push_back(of_somebody(row, row.within[k]));
    table.columns.push_back(figures_column(text("within {1}", far_word(settings, k)), within));
    table.columns.push_back(share_column(text("within {1}, %", far_word(settings, k)), within, people));
  }
  finding.chart = {FindingChart::Kind::bars, 1, 0, static_cast<int>(table.columns.size()) - 1};
  finding.tables.push_back(std::move(table));
  return finding;
}

FindingTable gaps_table(const Gaps& gaps, const Plan& plan) {
  constexpr std::size_t most = 20;
  const std::size_t rows = std::min(most, gaps.gaps.size());
  std::vector<std::string> names;
  std::vector<std::optional<double>> people, x, y;
  FindingTable table;
  table.title = text("Largest gaps");
  for (std::size_t i = 0; i < rows; ++i) {
    const Gap& gap = gaps.gaps[i];
    names.push_back(place_in_words(gap));
    people.emplace_back(gap.people), x.emplace_back(gap.at.x), y.emplace_back(gap.at.y);
    table.districts.push_back(gap.district);
  }
  table.columns = {words_column(heading_of(plan, table.districts), names), figures_column(text("not reached"), people),
                   figures_column(text("Easting"), x), figures_column(text("Northing"), y)};
  return table;
}

/// Who is missed, beside who isn't: the question was for them.
void add_missed(Finding& finding, const ReachAnswer& found) {
  FindingTable& table = finding.tables.front();
  std::vector<CatchmentCount> rows = found.catchment.districts;
  rows.push_back(found.catchment.all);
  std::vector<std::optional<double>> people, missed;
  for (const CatchmentCount& row : rows)
    people.emplace_back(row.people), missed.push_back(of_somebody(row, row.people - row.within.back()));
  const auto behind_people = table.columns.begin() + 3;
  table.columns.insert(behind_people, {figures_column(text("not reached"), missed),
                                       share_column(text("not reached, %"), missed, people)});
  finding.chart.y = 3;
}

std::string farthest(const ReachAnswer& found) {
  return far_word(found.question.settings, found.question.settings.distances_m.size() - 1);
}

std::string places_words(const QuestionOptions& options) {
  return in_words(options.places("places"), options.plan());
}

}  // namespace

ReachQuestion reach_question(const QuestionOptions& options) {
  ReachQuestion question;
  question.places = options.places("places");
  if (question.places.none())
    throw Error(ErrorKind::usage, text("Say what people are to reach: --places LAYER, or --places measures."));
  CatchmentSettings& settings = question.settings;
  settings.by = options.by();
  settings.ages = options.ages();
  AskedDistances far = options.distances();
  if (const std::vector<Preset> presets = presets_of(options); !presets.empty()) {
    if (presets.size() > 1)
      throw Error(ErrorKind::usage, text("Only one --preset can be asked for here; supply takes several."));
    take_preset(presets.front(), settings.by, far, settings.ages);
  }
  if (!far.metres.empty()) settings.distances_m = std::move(far.metres);
  settings.speed_kmh = far.speed_kmh;
  settings.join = options.one_of("join", {"edge", "node"}) == 1 ? JoinBy::node : JoinBy::edge;
  settings.level = options.level();
  return question;
}

namespace {

void add_ground(Answer& out, const ReachAnswer& found) {
  if (found.ground.features.size() == 0) return;
  out.map = FoundLayer{layer_of_ground(found, out.finding.name), found.ground, 0.6};
  if (found.question.settings.by == DistanceBy::walk)
    out.finding.method.push_back(text("The map shows the streets that are reached, with {1} m of ground beside them.",
                                      static_cast<std::int64_t>(beside_street_m)));
}

/// A rule's circle, and what of it is left on foot.
Answer ask_both(const AskedPlan& asked) {
  const QuestionOptions& options = asked.options;
  Question straight_question = options.question(), walked_question = straight_question;
  straight_question.options["by"] = "line";
  walked_question.options["by"] = "walk";
  ReachQuestion on_the_ground = reach_question({walked_question, asked.plan});
  on_the_ground.ground = true;
  const auto [straight, walked] = answer_both(reach_question({straight_question, asked.plan}), on_the_ground,
                                              asked.plan, asked.place, asked.progress);
  Answer out;
  Finding& finding = out.finding;
  finding = finding_of(straight, asked.plan);
  const Finding on_foot = finding_of(walked, asked.plan);
  const auto add_new = [](auto& all, const auto& more) {
    for (const auto& one : more)
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  };
  add_new(finding.sentences, on_foot.sentences);
  const double lost = straight.catchment.all.within.back() - walked.catchment.all.within.back();
  finding.sentences.push_back(
      text("The circle counts {1} people whom the way on foot does not.", people_in_words(lost)));
  add_new(finding.method, on_foot.method);
  add_new(finding.sources, on_foot.sources);
  std::vector<FindingColumn>& columns = finding.tables.front().columns;
  for (std::size_t i = 3; i < columns.size(); ++i) columns[i].name = text("{1}, straight", str(columns[i].name));
  for (std::size_t i = 3; i < on_foot.tables.front().columns.size(); ++i) {
    columns.push_back(on_foot.tables.front().columns[i]);
    columns.back().name = text("{1}, on foot", str(columns.back().name));
  }
  finding.chart.y = static_cast<int>(columns.size()) - 1;
  add_presets(finding.method, asked.options);
  finding.name = str(text("{1}: circle and way on foot", places_words(options)));
  add_ground(out, walked);
  return out;
}

}  // namespace

Answer ask_catchment(const AskedPlan& asked) {
  if (asked.options.word("by") == "both") return ask_both(asked);
  ReachQuestion question = reach_question(asked.options);
  question.ground = true;
  return told(answer(question, asked.plan, asked.place, asked.progress), asked.options);
}

Answer ask_gaps(const AskedPlan& asked) {
  return told(answer(reach_question(asked.options), asked.plan, asked.place, asked.progress), asked.options);
}

Answer told(const ReachAnswer& found, const QuestionOptions& options) {
  const bool gaps = options.question().kind == "gaps";
  Answer out;
  out.finding = finding_of(found, options.plan());
  add_presets(out.finding.method, options);
  out.finding.name = str(gaps ? text("{1}: who is not reached within {2}", places_words(options), farthest(found))
                              : text("{1}: whom they reach within {2}", places_words(options), farthest(found)));
  if (!gaps) {
    add_ground(out, found);
    return out;
  }
  out.finding.sentences.insert(out.finding.sentences.begin(), gap_sentence(found));
  add_missed(out.finding, found);
  out.finding.tables.push_back(gaps_table(found.gaps, options.plan()));
  if (found.not_reached.features.size() > 0)
    out.map = FoundLayer{layer_of_gaps(found, out.finding.name), found.not_reached};
  return out;
}

bool can_follow(const Question& question) {
  const auto places = question.options.find("places");
  const bool reach = question.kind == "catchment" || question.kind == "gaps";
  const auto by = question.options.find("by");
  if (by != question.options.end() && by->second == "both") return false;
  return reach && places != question.options.end() &&
         (places->second.find("measures") != std::string::npos ||
          places->second.find("scenario:") != std::string::npos);
}

LiveReach live_reach(const Question& question, const Plan& plan, const PlanPlace& place, const Progress& progress) {
  return LiveReach(reach_question({question, plan}), plan, place, progress);
}

Finding now(const Finding& kept, const LiveReach& live, const Plan& plan) {
  ReachAnswer found;
  found.question = reach_question({kept.question, plan});
  found.catchment = live.figures();
  Finding fresh = finding_of(found, plan);
  Finding out = kept;
  out.sentences = std::move(fresh.sentences);
  if (kept.question.kind == "gaps") {
    out.sentences.insert(out.sentences.begin(), gap_sentence(found));
    add_missed(fresh, found);
  }
  out.tables = std::move(fresh.tables);
  return out;
}

std::vector<Text> part_in_words(const LiveReach& live, const Question& question, const Measure& measure,
                                const Plan& plan) {
  const auto part = live.part_of(measure.id);
  if (!part) return {};
  const CatchmentSettings settings = reach_question({question, plan}).settings;
  const std::string far = far_word(settings, settings.distances_m.size() - 1);
  if (std::round(part->within.back()) == 0) return {text("“{1}” reaches nobody within {2}.", measure.title, far)};
  return {text("“{1}” reaches {2} people within {3},", measure.title, people_in_words(part->within.back()), far),
          text("{1} of them are reached by nothing else.", people_in_words(part->only.back()))};
}

}  // namespace smile
