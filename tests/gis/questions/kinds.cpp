// What holds for every kind of question.

#include "gis/questions/kinds.h"

#include "gis/analysis/needed.h"
#include "gis/plan/pursued.h"
#include "gis/plan/scenarios.h"
#include "gis/questions/fields.h"
#include "gis/questions/map_words.h"
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
  /// What takes measures as places, of this scenario or of all.
  std::vector<Question> about_measures(const std::string& measures) const {
    return {{"catchment", {{"places", measures}, {"distance", "2000"}}},
            {"gaps", {{"places", measures}, {"distance", "2000"}}},
            {"supply", {{"places", measures}, {"capacity", "count"}, {"distance", "2000"}}},
            {"reach", {{"places", measures}, {"by", "line"}, {"distance", "2000"}}},
            {"sites", {{"candidates", id_of("Flächen")}, {"places", measures}, {"distance", "2000"}}},
            {"density", {{"places", measures}, {"radius", "300"}}},
            {"compare", {{"before", "none"}, {"after", measures == "measures" ? "all" : measures}}}};
  }
  Id bench() const { return file.plan()->measures[2]->id; }
  void reject(Id id) { apply(set_field({id}, "phase", std::string("rejected"))); }
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

BOOST_AUTO_TEST_CASE(a_rejected_measure_is_no_place_and_the_method_says_so) {
  std::vector<Id> all;
  for (const MeasurePtr& measure : file.plan()->measures) all.push_back(measure->id);
  apply(add_scenario({0, "Variante", all}));
  const PlanPlace place = place_of(file.path());
  const Plan without = remove_measures({bench()}).apply(*file.plan());
  reject(bench());
  for (const std::string& measures :
       {std::string("measures"), "scenario:" + std::to_string(file.plan()->scenarios.front().id)})
    for (const Question& question : about_measures(measures)) {
      const Finding finding = answer(question).finding, expected = ask(question, without, place).finding;
      BOOST_TEST_CONTEXT(as_command(question, *file.plan())) {
        BOOST_TEST((finding.tables == expected.tables));
        BOOST_TEST((finding.sentences == expected.sentences));
        BOOST_TEST(std::count(finding.method.begin(), finding.method.end(), rejected_in_words(1)) == 1);
        BOOST_TEST(std::count(expected.method.begin(), expected.method.end(), rejected_in_words(1)) == 0);
      }
    }
}

BOOST_AUTO_TEST_CASE(what_counted_a_measure_is_outdated_once_it_is_rejected) {
  const Finding finding = answer({"catchment", {{"places", "measures"}}}).finding;
  BOOST_TEST(!outdated(finding, *file.plan()));
  reject(bench());
  BOOST_TEST(outdated(finding, *file.plan()));
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

BOOST_AUTO_TEST_CASE(what_needs_districts_says_that_there_are_none) {
  Plan bare = *file.plan();
  bare.districts.clear(), bare.levels.clear();
  for (const Question& question : {Question{"districts", {}}, Question{"equity", {{"figure", "density"}}},
                                   Question{"similar", {{"district", "L"}, {"figure", "density"}}},
                                   Question{"trend", {{"figure", "inhabitants"}}}}) {
    BOOST_CHECK_EXCEPTION(ask(question, bare, place_of(file.path())), Needed, [](const Needed& error) {
      return str(error.sentence()) == "The plan has no districts yet: add them first." &&
             error.command() == "smileplaces add PLAN districts FILE";
    });
  }
}

BOOST_AUTO_TEST_CASE(maps_of_answers_say_what_their_colours_tell) {
  const auto words = [](const Question& question) {
    Finding finding;
    finding.question = question;
    return str(map_words(finding));
  };
  BOOST_TEST(words({"gaps", {}}) == "not reached: people in each cell or building");
  BOOST_TEST(words({"gaps", {{"ages", "0-5"}}}) == "not reached: people of this age in each cell or building");
  BOOST_TEST(words({"compare", {}}) == "reached in addition (+) or no longer (−): people in each cell or building");
  BOOST_TEST(words({"reach", {{"places", "3;7;9"}}}) == "kinds of places in reach, of 3");
  BOOST_TEST(words({"supply", {{"target", "2"}, {"distance", "300"}}}) == "coverage of what is needed, in %");
  BOOST_TEST(words({"supply", {{"distance", "300"}}}) == "people with a place in reach, in %");
  BOOST_TEST(words({"catchment", {}}).empty());  // "within 300 m" says so itself
}

BOOST_AUTO_TEST_SUITE_END()
