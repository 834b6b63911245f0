// Which of the candidates would do most.

#include <cmath>

#include "gis/questions/kinds.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

FindingTable table_of(const SitePlan& found, const SitePlanning& question) {
  std::vector<std::string> ranks, names;
  std::vector<std::optional<double>> gains, x, y;
  for (std::size_t i = 0; i < found.sites.size(); ++i) {
    const PlannedSite& site = found.sites[i];
    ranks.push_back(std::to_string(i + 1));
    names.push_back(site_name(found, i));
    gains.emplace_back(site.gain), x.emplace_back(site.at.x), y.emplace_back(site.at.y);
  }
  FindingTable table;
  table.title = text("Chosen sites");
  table.columns = {words_column(text("Rank"), ranks), words_column(text("Site"), names),
                   figures_column(question.goal == SiteQuestion::Goal::coverage ? text("People reached in addition")
                                                                                : text("Metres saved in all"),
                                  gains),
                   figures_column(text("Easting"), x), figures_column(text("Northing"), y)};
  return table;
}

}  // namespace

SitePlanning site_question(const QuestionOptions& options) {
  SitePlanning question;
  question.candidates = options.places("candidates");
  if (question.candidates.none())
    throw Error(ErrorKind::usage, text("Say where new places could be: --candidates LAYER."));
  question.existing = options.places("places");
  const double count = options.number("count", 1);
  if (count != std::floor(count)) throw Error(ErrorKind::usage, text("Sites are counted in whole numbers."));
  question.count = static_cast<std::int64_t>(count);
  question.distance_m = options.number("distance", 500);
  question.by = options.by();
  question.ages = options.ages();
  question.options.seconds = options.number("seconds", question.options.seconds);
  if (options.one_of("goal", {"coverage", "distance"}) == 1) question.goal = SiteQuestion::Goal::distance;
  return question;
}

Answer ask_sites(const AskedPlan& asked) {
  return told(plan_sites(site_question(asked.options), asked.plan, asked.place, asked.progress), asked.options);
}

Answer told(const SitePlan& found, const QuestionOptions& options) {
  const SitePlanning question = site_question(options);
  Answer out;
  const std::string candidates = in_words(question.candidates, options.plan());
  out.finding.name = str(text("{1}: the best {2} within {3} m", candidates, question.count,
                              format_number(language(), question.distance_m)));
  out.finding.sentences = sentences_of(found, question);
  out.finding.method = found.method;
  out.finding.sources = found.sources;
  out.finding.tables = {table_of(found, question)};
  out.finding.chart = {FindingChart::Kind::bars, 1, 0, 2};
  if (!found.sites.empty()) out.map = FoundLayer{layer_of_sites(out.finding.name), found.chosen};
  return out;
}

}  // namespace smile
