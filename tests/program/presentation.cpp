// Presentations on the command line: steps as edits, decks, the list, what the demo leaves.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "tests/program/program.h"

using namespace smile::tests;

namespace {

/// The demo, made once.
const std::string& demo_plan() {
  static const TemporaryFolder folder;
  static const std::string plan = [] {
    BOOST_REQUIRE(smileplaces({"demo", (folder / "demo").string()}).exit == 0);
    return (folder / "demo" / "rostock.gpkg").string();
  }();
  return plan;
}

nlohmann::json listed(const std::string& plan) {
  return smileplaces({"list", plan, "steps", "--json"}).json()["steps"];
}

struct Copy {
  TemporaryFolder folder;
  std::string plan = (folder / "plan.gpkg").string();
  Copy() { std::filesystem::copy_file(demo_plan(), plan); }
  Run edit(const std::string& lines) const { return smileplaces({"edit", plan, "-"}, lines); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(presentation, Copy)

BOOST_AUTO_TEST_CASE(the_demo_leaves_a_presentation_of_the_city_and_of_a_district) {
  const auto steps = listed(plan);
  BOOST_TEST(steps.size() >= 12U);
  BOOST_TEST(steps.front()["district"].is_null());
  BOOST_TEST(!steps.back()["district"].is_null());
  bool told = false;
  for (const auto& step : steps) told = told || step["panel"] == "result";
  BOOST_TEST(told);
}

BOOST_AUTO_TEST_CASE(a_step_is_added_changed_and_deleted_by_lines_of_json) {
  const std::size_t before = listed(plan).size();
  const Run added = edit(R"({"edit":"step","title":"Hier","district":"N","panel":"costs","notes":"kurz"})");
  BOOST_TEST(added.exit == 0, added.out);
  const auto id = added.json()["id"];
  const auto step = listed(plan).back();
  BOOST_TEST(step["id"] == id);
  BOOST_TEST(step["number"] == before + 1);
  BOOST_TEST(step["title"] == "Hier");
  BOOST_TEST(step["panel"] == "costs");
  BOOST_TEST(step["notes"] == "kurz");
  BOOST_TEST(edit(R"({"edit":"step","step":)" + id.dump() + R"(,"title":"Da"})").exit == 0);
  BOOST_TEST(listed(plan).back()["title"] == "Da");
  BOOST_TEST(edit(R"({"edit":"remove_step","step":)" + id.dump() + "}").exit == 0);
  BOOST_TEST(listed(plan).size() == before);
  const Run gone = edit(R"({"edit":"remove_step","step":)" + id.dump() + "}");
  BOOST_TEST(gone.exit == 2);
  BOOST_TEST(gone.out.find("list PLAN steps") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_deck_for_a_district_is_one_line) {
  const std::size_t before = listed(plan).size();
  BOOST_TEST(edit(R"({"edit":"deck","district":"K"})").exit == 0);
  const auto steps = listed(plan);
  BOOST_TEST(steps.size() > before + 3);
  BOOST_TEST(steps[before]["title"].get<std::string>().starts_with("We are talking about "));
  BOOST_TEST(steps.back()["district"] == "K");
  BOOST_TEST(edit(R"({"edit":"deck","district":"nowhere"})").exit == 2);
}

BOOST_AUTO_TEST_CASE(the_list_has_a_line_for_each_step) {
  const Run run = smileplaces({"list", plan, "steps"});
  BOOST_TEST(run.exit == 0);
  BOOST_TEST(static_cast<std::size_t>(std::count(run.out.begin(), run.out.end(), '\n')) == listed(plan).size() + 1);
}

BOOST_AUTO_TEST_SUITE_END()
