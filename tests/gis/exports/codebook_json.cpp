#include <boost/test/unit_test.hpp>

#include "gis/exports/codebook_file.h"
#include "tests/gis/exports/plans.h"

using namespace smile;
using namespace smile::exports;
using namespace smile::tests;

namespace {

/// Districts travel without boundaries; everything else has to come back.
Plan without_boundaries(Plan plan) {
  for (DistrictPtr& district : plan.districts) {
    District copy = *district;
    copy.geometry = {};
    district = std::make_shared<const District>(std::move(copy));
  }
  return plan;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codebook_json)

BOOST_AUTO_TEST_CASE(every_value_of_a_plan_comes_back) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Codebook codebook;
    codebook.rest = without_boundaries(random_plan(seed));
    codebook.rest.style.choropleth = {"statistic:7", 4, ClassMethod::quantile};
    codebook.rest.style.measure_labels = false;
    codebook.rest.style.layers[1].opacity = 0.1;
    codebook.rest.mappings.push_back(
        {"a\x1f"
         "b",
         {{"a", "title"}, {"b", "ignore"}}});
    BOOST_TEST(same_content(codebook.rest, codebook_from_json(to_json(codebook)).rest), "seed " << seed);
  }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_do_not_stop_a_hand_over) {
  Codebook codebook;
  codebook.rest.title =
      "Gr\xF6\xDF"
      "e";
  BOOST_CHECK_NO_THROW(codebook_from_json(to_json(codebook)));
}

BOOST_AUTO_TEST_CASE(text_that_is_no_codebook_is_refused) {
  for (const char* text : {"", "{", "[]", "{}", "null", "{\"smile_places_codebook\":1}", "\xff"})
    BOOST_CHECK_THROW(codebook_from_json(text), Error);
}

BOOST_AUTO_TEST_CASE(a_codebook_comes_back_as_it_was) {
  Codebook codebook;
  codebook.rest = without_boundaries(small_plan());
  codebook.files.push_back(
      {"districts_x.shp", TableKind::districts, 1, {{"EINWO23_5", "einwohner_2023", 5}, {"ID", "id", 0}}});
  codebook.cells[{TableKind::measures, 7, "summary"}] = {"ku", "kurz\nund \"lang\""};
  codebook.geometries[{TableKind::districts, 3}] = {0xFFFFFFFFFFFFFFFFULL, {1, -2}, {2}, {}};
  codebook.geometries[{TableKind::measures, 4}] = {1, {}, {}, area_with_hole(0, 0)};
  const Codebook back = codebook_from_json(to_json(codebook));
  BOOST_TEST(same_content(codebook.rest, back.rest));
  BOOST_REQUIRE_EQUAL(back.files.size(), 1U);
  BOOST_TEST(back.files[0].columns[0].statistic == 5);
  BOOST_TEST(back.files[0].columns[1].short_name == "ID");
  BOOST_TEST(back.cells.at({TableKind::measures, 7, "summary"}).whole == "kurz\nund \"lang\"");
  const CodebookGeometry& rings = back.geometries.at({TableKind::districts, 3});
  BOOST_TEST(rings.written == 0xFFFFFFFFFFFFFFFFULL);
  BOOST_TEST(rings.rings == (std::vector<int>{1, -2}));
  BOOST_TEST((back.geometries.at({TableKind::measures, 4}).whole == area_with_hole(0, 0)));
}

BOOST_AUTO_TEST_CASE(a_newer_codebook_is_refused_with_the_reason) {
  std::string json = to_json(Codebook{});
  json.replace(json.find("codebook\": 1"), 12, "codebook\": 2");
  BOOST_CHECK_EXCEPTION(codebook_from_json(json), Error, [](const Error& e) { return e.kind() == ErrorKind::refused; });
}

BOOST_AUTO_TEST_SUITE_END()
