// Where places or people lie close together.

#include "gis/questions/kinds.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

FindingTable table_of(const DensityAnswer& found, const Plan& plan) {
  std::vector<Id> ids;
  std::vector<std::optional<double>> highest, mean;
  for (const DistrictDensity& one : found.districts) {
    ids.push_back(one.district);
    highest.emplace_back(one.highest), mean.emplace_back(one.mean);
  }
  FindingTable table = district_table(plan, std::move(ids), false);
  table.columns.push_back(figures_column(text("highest per km²"), highest, found.highest < 100 ? 1 : 0));
  table.columns.push_back(figures_column(text("mean per km²"), mean, found.highest < 100 ? 1 : 0));
  return table;
}

}  // namespace

DensityQuestion density_question(const QuestionOptions& options) {
  DensityQuestion question;
  question.places = options.places("places");
  if (question.places.none())
    throw Error(ErrorKind::usage, text("Say what may lie close together: --places LAYER, or --places measures."));
  question.radius_m = options.number("radius", question.radius_m);
  question.cell_m = options.number("cell", question.radius_m / 5);
  if (options.has("cell") && !(question.cell_m > 0))
    throw Error(ErrorKind::usage, text("Cells are metres above 0 and no wider than the radius of {1} m.",
                                       format_number(language(), question.radius_m)));
  question.ages = options.ages();
  question.level = options.level();
  return question;
}

Answer ask_density(const AskedPlan& asked) {
  return told(answer(density_question(asked.options), asked.plan, asked.place, asked.progress), asked.options,
              asked.progress);
}

Answer told(const DensityAnswer& found, const QuestionOptions& options, const Progress& progress) {
  const Plan& plan = options.plan();
  Answer out;
  out.finding.name = str(text("{1}: how dense they lie, radius {2} m", in_words(found.question.places, plan),
                              format_number(language(), found.question.radius_m)));
  out.finding.sentences = sentences_of(found, plan);
  out.finding.method = found.method;
  out.finding.sources = found.sources;
  if (!plan.districts.empty()) out.finding.tables = {table_of(found, plan)};
  out.finding.chart = {FindingChart::Kind::bars, 1, 0, 2};
  LayerData cells = density_cells(found.grid, plan.crs, progress);
  if (cells.features.size() > 0) out.map = FoundLayer{layer_of_density(found, out.finding.name), std::move(cells)};
  return out;
}

}  // namespace smile
