// What holds for every kind of question.

#include "gis/questions/kinds.h"

#include "gis/questions/fields.h"
#include "tests/gis/questions/town.h"

using namespace smile;
using namespace smile::tests;

namespace {

struct AskedTown : Town {
  std::vector<Question> questions() const {
    return {{"catchment", {{"places", id_of("Flächen")}, {"distance", "500"}}},
            {"gaps", {{"places", id_of("Flächen")}, {"distance", "60"}}},
            {"sites", {{"candidates", id_of("Flächen")}, {"count", "2"}, {"distance", "300"}}},
            {"conflicts", {{"layer", id_of("Schutz")}}},
            {"density", {{"places", id_of("Flächen")}, {"radius", "300"}}},
            {"equity", {{"figure", "inhabitants"}}},
            {"equity", {{"figure", "Bäume"}, {"weight", "per-head"}}},
            {"equity", {{"figure", "density"}, {"weight", "inhabitants"}}},
            {"similar", {{"district", "L"}, {"figure", "inhabitants;Bäume"}, {"tolerance", "40"}}},
            {"similar", {{"figure", "Bäume"}, {"between", "5,20"}}},
            {"districts", {}}};
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(question_kinds_, AskedTown)

BOOST_AUTO_TEST_CASE(every_kind_that_is_offered_is_answered) {
  const std::vector<std::string> kinds = question_kinds();
  for (const QuestionKind& offered : offered_questions())
    BOOST_TEST((std::find(kinds.begin(), kinds.end(), offered.kind) != kinds.end()), offered.kind);
}

BOOST_AUTO_TEST_CASE(every_answer_is_whole) {
  for (const Question& question : questions()) {
    const Finding finding = answer(question).finding;
    BOOST_TEST_CONTEXT(as_command(question, *file.plan())) {
      BOOST_TEST(!finding.name.empty());
      BOOST_TEST(!finding.sentences.empty());
      BOOST_TEST(!finding.method.empty());
      BOOST_TEST_REQUIRE(!finding.tables.empty());
      for (const FindingTable& table : finding.tables) {
        BOOST_TEST(!table.title.empty());
        for (const FindingColumn& one : table.columns)
          BOOST_TEST(one.figures.size() + one.words.size() == rows_of(table));
        for (const auto* ids : {&table.districts, &table.measures})
          BOOST_TEST((ids->empty() || ids->size() == rows_of(table)));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_chart_shows_columns_that_are_there) {
  for (const Question& question : questions()) {
    const Finding finding = answer(question).finding;
    const FindingChart& chart = finding.chart;
    if (chart.kind == FindingChart::Kind::none) continue;
    const auto& columns = finding.tables.front().columns;
    BOOST_TEST_CONTEXT(as_command(question, *file.plan())) {
      BOOST_TEST(!columns.at(static_cast<std::size_t>(chart.label)).words.empty());
      BOOST_TEST(!columns.at(static_cast<std::size_t>(chart.y)).figures.empty());
      if (chart.kind != FindingChart::Kind::bars)
        BOOST_TEST(!columns.at(static_cast<std::size_t>(chart.x)).figures.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_question_has_the_same_answer) {
  for (const Question& question : questions())
    BOOST_TEST((answer(question).finding == answer(question).finding), as_command(question, *file.plan()));
}

BOOST_AUTO_TEST_CASE(what_a_question_does_not_look_at_leaves_its_answer_current) {
  std::vector<Finding> findings;
  for (const Question& question : questions()) findings.push_back(answer(question).finding);
  apply(set_title("Ein anderer Titel"));
  statistic("Haltestellen", false, {{"K", 3}, {"L", 4}, {"M", 5}, {"N", 6}});
  for (const Finding& finding : findings) BOOST_TEST(!outdated(finding, *file.plan()), finding.name);
}

BOOST_AUTO_TEST_CASE(an_answer_is_outdated_when_figures_or_measures_it_rests_on_change) {
  const auto kinds_outdated_by = [&](const Edit& edit) {
    std::vector<std::string> kinds;
    const Plan before = *file.plan();
    const Plan after = edit.apply(before);
    for (const Question& question : questions())
      if (basis_of(question, before) != basis_of(question, after)) kinds.push_back(question.kind);
    return kinds;
  };
  Measure more;
  more.location = {Placement::point, make_point({311500, 6001500}), {}, {}};
  BOOST_TEST((kinds_outdated_by(add_measures({more})) == std::vector<std::string>{"conflicts", "districts"}));
  const auto figure = [&](const std::string& name) {
    std::vector<Statistic> changed;
    for (const StatisticPtr& one : file.plan()->statistics)
      if (one->name == name) changed.push_back(*one);
    changed.front().figures.begin()->second = {Figure::State::value, 77};
    return add_statistics(changed);
  };
  BOOST_TEST((kinds_outdated_by(figure("Bäume")) == std::vector<std::string>{"equity", "similar", "similar"}));
  BOOST_TEST((kinds_outdated_by(figure("Einwohner")) ==
              std::vector<std::string>{"equity", "equity", "equity", "similar", "districts"}));
}

BOOST_AUTO_TEST_CASE(a_number_among_the_options_is_no_layer) {
  const Question question{"sites", {{"candidates", id_of("Flächen")}, {"count", id_of("Schutz")}}};
  const std::string before = basis_of(question, *file.plan());
  Plan plan = *file.plan();
  plan.layers.pop_back();
  BOOST_TEST(basis_of(question, plan) == before);
}

BOOST_AUTO_TEST_SUITE_END()
