#include "gis/analysis/select_measures.h"

#include <boost/test/unit_test.hpp>

#include "gis/words/issue.h"
#include "tests/gis/analysis/city.h"

using namespace smile;
using namespace smile::tests;

namespace {

using Ids = std::vector<Id>;

/// Four measures, ids 1 to 4, in two districts; the last one knows nothing.
struct Pool {
  Plan plan = plan_of({district(11, "A", square(0, 0, 1000)), district(12, "B", square(1000, 0, 1000))});
  Pool() {
    Measure bench = measure(1, Placement::point, make_point({100, 100}), 450000);
    bench.title = "Mitfahrbank GROSS KLEIN";
    bench.number = "7";
    bench.phase = Phase::in_progress;
    bench.start = parse_date("2025-08-15");
    bench.extra = {{"Höhe", "1.234,5"}};
    Measure cafe = measure(2, Placement::line, make_line({{900, 500}, {1100, 500}}), 1200000);
    cafe.title = "Müllcafé";
    cafe.number = "12";
    cafe.phase = Phase::idea;
    cafe.start = parse_date("Q3 2025");
    cafe.extra = {{"Höhe", "20"}};
    Measure trail = measure(3, Placement::point, make_point({1500, 500}), 500000);
    trail.title = "Lehrpfad";
    trail.number = "77";
    trail.start = parse_date("2026");
    trail.extra = {{"Höhe", "hoch"}};
    Measure nothing;
    nothing.id = 4;
    for (Measure* one : {&bench, &cafe, &trail, &nothing}) add(plan, *one);
  }
  Ids found(std::string field, Condition condition, std::string value = {}, std::string up_to = {},
            Language language = Language::german) const {
    return select_measures(plan, {std::move(field), condition, std::move(value), std::move(up_to), language});
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(select_by_value)

BOOST_FIXTURE_TEST_CASE(words_are_compared_whole_or_in_part_without_capitals, Pool) {
  BOOST_TEST((found("title", Condition::is, " müllCAFÉ ") == Ids{2}));
  BOOST_TEST((found("title", Condition::is, "Müll").empty()));
  BOOST_TEST((found("title", Condition::contains, "groß klein").empty()));  // ß is not ss
  BOOST_TEST((found("title", Condition::contains, "groSS") == Ids{1}));
  BOOST_TEST((found("number", Condition::is, "7") == Ids{1}));
  BOOST_TEST((found("number", Condition::contains, "7") == Ids{1, 3}));
  BOOST_TEST((found("title", Condition::is_not, "Lehrpfad") == Ids{1, 2, 4}));
}

BOOST_FIXTURE_TEST_CASE(choices_are_asked_for_in_the_language_people_read, Pool) {
  BOOST_TEST((found("phase", Condition::is, "In Umsetzung") == Ids{1}));
  BOOST_TEST((found("phase", Condition::is, "In progress", {}, Language::english) == Ids{1}));
  BOOST_TEST((found("phase", Condition::is_empty) == Ids{3, 4}));
  BOOST_TEST((found("phase", Condition::is_given) == Ids{1, 2}));
}

BOOST_FIXTURE_TEST_CASE(amounts_are_compared_as_amounts_and_missing_is_not_zero, Pool) {
  BOOST_TEST((found("cost", Condition::at_least, "5.000 €") == Ids{2, 3}));
  BOOST_TEST((found("cost", Condition::at_least, "5,000.00", {}, Language::english) == Ids{2, 3}));
  BOOST_TEST((found("cost", Condition::at_most, "5.000") == Ids{1, 3}));
  BOOST_TEST((found("cost", Condition::between, "4.500", "5.000") == Ids{1, 3}));
  BOOST_TEST((found("cost", Condition::is, "12 T€") == Ids{2}));
  BOOST_TEST((found("cost", Condition::is_empty) == Ids{4}));
}

BOOST_FIXTURE_TEST_CASE(a_year_holds_its_days_and_quarters, Pool) {
  BOOST_TEST((found("start", Condition::is, "2025") == Ids{1, 2}));
  BOOST_TEST((found("start", Condition::is, "Q3 2025") == Ids{1, 2}));
  BOOST_TEST((found("start", Condition::is, "15.08.2025") == Ids{1}));
  BOOST_TEST((found("start", Condition::at_least, "2026") == Ids{3}));
  BOOST_TEST((found("start", Condition::at_most, "31.12.2025") == Ids{1, 2}));
  BOOST_TEST((found("start", Condition::between, "2025", "2026") == Ids{1, 2, 3}));
}

BOOST_FIXTURE_TEST_CASE(columns_of_the_source_are_words_and_where_they_are_numbers_ordered, Pool) {
  BOOST_TEST((found("extra:Höhe", Condition::is, "20") == Ids{2}));
  BOOST_TEST((found("extra:Höhe", Condition::at_least, "1.000") == Ids{1}));
  BOOST_TEST((found("extra:Höhe", Condition::at_least, "0") == Ids{1, 2}));
  BOOST_TEST((found("extra:Höhe", Condition::is_empty) == Ids{4}));
}

BOOST_FIXTURE_TEST_CASE(a_measure_lies_in_every_district_it_touches, Pool) {
  BOOST_TEST((found("district:1", Condition::is, "District A") == Ids{1, 2}));
  BOOST_TEST((found("district:1", Condition::is, "District B") == Ids{2, 3}));
  BOOST_TEST((found("district:1", Condition::is_empty) == Ids{4}));
  BOOST_TEST((found("placement", Condition::is, "Linie") == Ids{2}));
}

BOOST_FIXTURE_TEST_CASE(what_is_no_answer_is_refused_in_a_sentence, Pool) {
  BOOST_CHECK_THROW(found("nirgends", Condition::is, "1"), Error);
  BOOST_CHECK_THROW(found("district:99", Condition::is, "1"), Error);
  BOOST_CHECK_THROW(found("cost", Condition::at_least, "viel"), Error);
  BOOST_CHECK_THROW(found("start", Condition::is, "bald"), Error);
  BOOST_CHECK_THROW(found("number", Condition::at_least, "x"), Error);
}

BOOST_FIXTURE_TEST_CASE(suggestions_are_what_is_there_and_all_choices, Pool) {
  using Words = std::vector<std::string>;
  BOOST_TEST((known_values(plan, "number", Language::german) == Words{"12", "7", "77"}));
  BOOST_TEST(known_values(plan, "phase", Language::german).size() == phase_choices().size());
  BOOST_TEST((known_values(plan, "district:1", Language::german) == Words{"District A", "District B"}));
}

BOOST_FIXTURE_TEST_CASE(every_field_that_is_offered_can_be_asked_about, Pool) {
  for (const AskedField& field : asked_fields(plan)) {
    BOOST_TEST(found(field.key, Condition::is_empty).size() + found(field.key, Condition::is_given).size() == 4U);
    BOOST_TEST(!conditions_for(field.type).empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
