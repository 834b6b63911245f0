#include "gis/intake/statistics.h"

#include <boost/test/unit_test.hpp>

#include "gis/intake/district_names.h"
#include "gis/intake/statistics_cells.h"
#include "tests/gis/analysis/city.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(statistics)

namespace {

DistrictPtr named(Id id, std::string code, std::string name, Id level = 1) {
  District made = *district(id, std::move(code), square(static_cast<double>(id) * 10, 0, 10), level);
  made.name = std::move(name);
  return std::make_shared<const District>(std::move(made));
}

Plan small_city() {
  Plan plan =
      plan_of({named(1, "A", "Warnemünde"), named(2, "B", "Groß Klein"), named(3, "C", "Gartenstadt/Stadtweide")});
  plan.levels.push_back({2, "Ortsteile", 1});
  for (int i = 1; i <= 5; ++i)
    plan.districts.push_back(named(10 + i, "0" + std::to_string(i), "Teil " + std::to_string(i), 2));
  return plan;
}

struct Outcome {
  Intake intake;
  Plan plan;
  const Statistic& statistic(std::string_view name, int year) const {
    for (const StatisticPtr& s : plan.statistics)
      if (s->name == name && s->year == year) return *s;
    throw std::runtime_error("no statistic " + std::string(name));
  }
  std::int64_t count(std::string_view kind) const {
    return std::count_if(intake.report.issues.begin(), intake.report.issues.end(),
                         [&](const Issue& i) { return i.kind == kind; });
  }
};

Outcome outcome(const TextTable& table, const std::string& file, const Plan& plan,
                const StatisticsOptions& options = {}) {
  Outcome out{intake_statistics(table, file, options, plan), {}};
  out.plan = out.intake.edit.apply(plan);
  for (const Issue& issue : out.intake.report.issues)
    BOOST_TEST((issue.message.empty() || !german(issue.message.english).empty()), issue.message.english);
  return out;
}

Outcome join(std::string_view csv, const std::string& file = "einwohner_2023.csv",
             const StatisticsOptions& options = {}) {
  return outcome(parse_csv(csv, file), file, small_city(), options);
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_unnamed_row_number_is_no_code) {
  const Outcome out = join(
      "\"\",\"code\",\"name\",\"einwohnerzahl\"\n\"1\",\"C\",\"Gartenstadt-Stadtweide\",30\n\"2\",\"A\",\"Warnemünde\","
      "10\n\"3\",\"B\",\"Groß Klein\",20\n");
  BOOST_TEST(out.plan.statistics.size() == 1U);
  const Statistic& people = out.statistic("einwohnerzahl", 2023);
  BOOST_TEST(people.level == 1);
  BOOST_TEST(people.inhabitants);
  BOOST_TEST((people.figures.at(3) == Figure{Figure::State::value, 30}));
  BOOST_TEST(out.intake.placed == 3);
  BOOST_TEST(!has_warnings(out.intake.report.issues));
}

BOOST_AUTO_TEST_CASE(names_alone_join_too_however_they_are_spelled) {
  const Outcome out = join("Stadtbereich;Einwohner\nSeebad Warnemünde;1\nGROSS KLEIN;2\nGartenstadt – Stadtweide;3\n");
  BOOST_TEST(out.statistic("Einwohner", 2023).figures.size() == 2U);
  BOOST_TEST(out.count("name_differs") == 2);
  BOOST_TEST(out.count("name_unmatched") == 1);
}

BOOST_AUTO_TEST_CASE(suppressed_missing_and_zero_stay_three_things) {
  const Outcome out = join("code;anzahl\nA;x\nB;\nC;0\n");
  const Statistic& figures = out.statistic("anzahl", 2023);
  BOOST_TEST((figures.figures.at(1).state == Figure::State::suppressed));
  BOOST_TEST((figures.figures.at(2).state == Figure::State::missing));
  BOOST_TEST((figures.figures.at(3) == Figure{Figure::State::value, 0}));
  BOOST_TEST(out.count("suppressed") == 1);
  BOOST_TEST(out.count("missing") == 1);
}

BOOST_AUTO_TEST_CASE(minus_one_among_counts_is_a_secret_but_a_balance_may_be_negative) {
  const Outcome out = join("code;kinder;saldo\nA;-1;-1\nB;12;-7\nC;0;3\n");
  BOOST_TEST((out.statistic("kinder", 2023).figures.at(1).state == Figure::State::suppressed));
  BOOST_TEST((out.statistic("saldo", 2023).figures.at(1) == Figure{Figure::State::value, -1}));
}

BOOST_AUTO_TEST_CASE(subtotals_are_left_out_and_told) {
  const Outcome out = join(
      "name;code;2010;2011\nWarnemünde;A;1;5\nGroß Klein;B;2;6\nWesten;;3;11\nGartenstadt/Stadtweide;C;4;1\nStadt "
      "Rostock;;7;12\n",
      "haushalte.csv");
  BOOST_TEST(out.count("subtotal") == 2);
  BOOST_TEST(out.intake.unplaced == 2);
  BOOST_TEST(out.statistic("haushalte", 2011).figures.size() == 3U);
  BOOST_TEST(!out.statistic("haushalte", 2010).inhabitants);
  BOOST_TEST(!has_warnings(out.intake.report.issues));
}

BOOST_AUTO_TEST_CASE(a_misspelt_name_is_reported_with_what_it_may_mean) {
  const Outcome out = join("name;einwohner\nWarnemünd;10\nGroß Klein;20\n");
  BOOST_REQUIRE(out.count("name_unmatched") == 1);
  for (const Issue& issue : out.intake.report.issues) {
    if (issue.kind != "name_unmatched") continue;
    BOOST_TEST((issue.severity == Severity::warning));
    BOOST_TEST(*issue.row == 2);
    BOOST_TEST(issue.value == "Warnemünd");
    BOOST_TEST(in(Language::german, issue.proposal).find("Warnemünde") != std::string::npos);
  }
  StatisticsOptions options;
  options.aliases = {{"Warnemünd", "A"}};
  const Outcome again = join("name;einwohner\nWarnemünd;10\nGroß Klein;20\n", "einwohner_2023.csv", options);
  BOOST_TEST(again.count("name_unmatched") == 0);
  BOOST_TEST(again.plan.aliases.size() == 1U);
  BOOST_TEST(again.statistic("einwohner", 2023).figures.at(1).value == 10.0);
}

BOOST_AUTO_TEST_CASE(a_code_that_matches_under_another_name_is_a_note_under_another_districts_name_a_warning) {
  const Outcome note = join("code;name;einwohner\nA;Altes Fischerdorf;10\nB;Groß Klein;20\n");
  BOOST_TEST(note.count("name_differs") == 1);
  BOOST_TEST(!has_warnings(note.intake.report.issues));
  const Outcome warning = join("code;name;einwohner\nA;Warnemünde;10\nB;Warnemünde;20\nC;Gartenstadt/Stadtweide;4\n");
  BOOST_TEST(warning.count("code_and_name_differ") == 1);
  BOOST_TEST(has_warnings(warning.intake.report.issues));
}

BOOST_AUTO_TEST_CASE(a_district_comes_in_once) {
  const Outcome out = join("code;einwohner\nA;10\nA;11\nB;1\n");
  BOOST_TEST(out.count("district_twice") == 1);
  BOOST_TEST(out.statistic("einwohner", 2023).figures.at(1).value == 10.0);
  BOOST_TEST(out.count("district_without_row") == 1);
}

BOOST_AUTO_TEST_CASE(the_same_table_again_changes_nothing) {
  const Outcome first = join("code;einwohner\nA;10\nB;1\n");
  const TextTable table = parse_csv("code;einwohner\nA;10\nB;1\n", "einwohner_2023.csv");
  BOOST_TEST(outcome(table, "einwohner_2023.csv", first.plan).intake.unchanged == 1);
  const TextTable changed = parse_csv("code;einwohner\nA;10\nB;2\n", "einwohner_2023.csv");
  const Outcome second = outcome(changed, "einwohner_2023.csv", first.plan);
  BOOST_TEST(second.intake.updated == 1);
  BOOST_TEST(second.plan.statistics.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_table_of_something_else_is_refused_with_the_options_that_help) {
  const TextTable table = parse_csv("ort;zahl\nHamburg;1\nBremen;2\n", "x.csv");
  BOOST_CHECK_EXCEPTION(intake_statistics(table, "x.csv", {}, small_city()), Error, [](const Error& error) {
    return error.kind() == ErrorKind::needs_answer &&
           std::string(error.what()).find("--key-field") != std::string::npos;
  });
  StatisticsOptions options;
  options.key_field = "nichts";
  BOOST_CHECK_THROW(intake_statistics(table, "x.csv", options, small_city()), Error);
  BOOST_CHECK_THROW(intake_statistics(table, "x.csv", {}, Plan{}), Error);
}

BOOST_AUTO_TEST_CASE(numbers_are_read_as_their_column_writes_them) {
  BOOST_TEST(*number_in("1.234,5", true) == 1234.5);
  BOOST_TEST(*number_in("1,234.5", false) == 1234.5);
  BOOST_TEST(*number_in("12 400", true) == 12400.0);
  BOOST_TEST(*number_in("−3", false) == -3.0);
  BOOST_TEST(!number_in("12.34", true));
  BOOST_TEST(!number_in("1,23,4", false));
  BOOST_TEST(!number_in("abc", true));
  BOOST_TEST(!number_in("", true));
  BOOST_TEST(!number_in("inf", true));
  BOOST_TEST(figure_style({"5975.3", "2301"}, true).decimal_comma == false);
  BOOST_TEST(figure_style({"1.234", "56,7"}, false).decimal_comma == true);
  BOOST_TEST(figure_style({"1.234", "567"}, true).guessed == true);
}

BOOST_AUTO_TEST_CASE(loose_names_meet_across_spellings) {
  BOOST_TEST(loose_form("Gartenstadt/Stadtweide") == loose_form("gartenstadt - stadtweide"));
  BOOST_TEST(loose_form("Seebad Warnemünde") == loose_form("WARNEMUENDE"));
  BOOST_TEST(loose_form("Groß Klein") == loose_form("Gross-Klein"));
  BOOST_TEST(loose_form("Dierkow-Ost") != loose_form("Dierkow-West"));
}

namespace {

/// The real names and codes, with squares for boundaries: joining needs no geometry.
Plan with_districts_of(const std::string& csv_file, std::size_t code_column, std::size_t name_column,
                       bool only_with_code) {
  const TextTable table = read_text_table(csv_file);
  std::vector<DistrictPtr> districts;
  for (const TextRow& row : table.rows)
    if (!only_with_code || !row.cells[code_column].empty())
      districts.push_back(named(static_cast<Id>(districts.size()) + 1, row.cells[code_column], row.cells[name_column]));
  return plan_of(districts);
}

double sum(const Statistic& statistic) {
  double total = 0;
  for (const auto& [district, figure] : statistic.figures) total += figure.value;
  return total;
}

}  // namespace

BOOST_AUTO_TEST_CASE(rostocks_inhabitants_join_by_code) {
  if (!have_shared_data()) return;
  const auto folder = shared_data() / "rostock" / "einwohner";
  const Plan plan = with_districts_of((folder / "insgesamt_2023.csv").string(), 1, 2, false);
  const Outcome out = outcome(read_text_table(folder / "insgesamt_2023.csv"), "insgesamt_2023.csv", plan);
  BOOST_TEST(sum(out.statistic("einwohnerzahl", 2023)) == 211692.0);
  BOOST_TEST(out.statistic("einwohnerzahl", 2023).inhabitants);
  BOOST_TEST(!out.statistic("bevoelkerungsdichte", 2023).inhabitants);
  BOOST_TEST(!has_warnings(out.intake.report.issues));
  const Outcome ages = outcome(read_text_table(folder / "alter_2023.csv"), "alter_2023.csv", plan);
  BOOST_TEST(ages.plan.statistics.size() == 23U);
  BOOST_TEST(ages.statistic("anzahl_juenger_3", 2023).figures.size() == 21U);
  BOOST_TEST(!has_warnings(ages.intake.report.issues));
}

BOOST_AUTO_TEST_CASE(muensters_subtotals_and_its_other_name_are_reported) {
  if (!have_shared_data()) return;
  const auto folder = shared_data() / "muenster";
  Plan plan = with_districts_of((folder / "ms_haushalte.csv").string(), 1, 0, true);
  for (DistrictPtr& record : plan.districts) {
    if (record->code != "34") continue;
    District renamed = *record;
    renamed.name = "Düesbergweg";
    record = std::make_shared<const District>(renamed);
  }
  BOOST_REQUIRE(plan.districts.size() == 45U);
  const Outcome out = outcome(read_text_table(folder / "ms_wohnberechtigte.csv"), "ms_wohnberechtigte.csv", plan);
  BOOST_TEST(out.plan.statistics.size() == 5U);
  BOOST_TEST(out.statistic("ms_wohnberechtigte", 2014).inhabitants);
  BOOST_TEST(out.statistic("ms_wohnberechtigte", 2014).figures.size() == 45U);
  BOOST_TEST(out.count("name_differs") == 1);
  BOOST_TEST(out.count("subtotal") == out.intake.unplaced);
  BOOST_TEST(out.intake.placed == 45);
  const Outcome jobless = outcome(read_text_table(folder / "ms_arbeitslose.csv"), "ms_arbeitslose.csv", plan);
  BOOST_TEST(jobless.count("no_district") == 1);
  StatisticsOptions by_name;
  by_name.key_field = "BezirkName";
  const Outcome names = outcome(read_text_table(folder / "ms_haushalte.csv"), "ms_haushalte.csv", plan, by_name);
  BOOST_TEST(names.count("name_unmatched") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
