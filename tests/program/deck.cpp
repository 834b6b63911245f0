// smileplaces deck: the presentation of the embedded city to take away.

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/program/program.h"

using namespace smile::tests;
namespace fs = std::filesystem;

namespace {

struct City {
  TemporaryFolder folder;
  std::string plan = (folder / "demo" / "rostock.gpkg").string();
  City() { BOOST_REQUIRE(smileplaces({"demo", (folder / "demo").string(), "--language", "de"}).exit == 0); }

  std::string file(const char* name) const { return (folder / name).string(); }
  static std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(deck)

BOOST_FIXTURE_TEST_CASE(each_kind_of_file_is_written_and_says_how_many_steps_it_holds, City) {
  const auto steps = smileplaces({"list", plan, "steps", "--json"}).json()["steps"].size();
  for (const char* name : {"a.pdf", "a.odp", "a.html"}) {
    const auto said = smileplaces({"deck", plan, file(name), "--json"}).json();
    BOOST_TEST(said["steps"] == steps, name);
    BOOST_TEST(said["file"] == file(name));
    BOOST_TEST(said["issues"].empty());
    BOOST_TEST(fs::file_size(file(name)) > 10000U);
  }
  BOOST_TEST(smileplaces({"deck", plan, file("h.pdf"), "--handout", "--language", "de"}).out.find("Schritte") !=
             std::string::npos);
  BOOST_TEST(text_of(file("a.html")).find("Der Ideenpool</h2>") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(nothing_is_replaced_unasked_and_no_other_ending_is_taken, City) {
  std::ofstream(file("a.html")) << "mine";
  const Run there = smileplaces({"deck", plan, file("a.html")});
  BOOST_TEST(there.exit == 2);
  BOOST_TEST(text_of(file("a.html")) == "mine");
  BOOST_TEST(smileplaces({"deck", plan, file("a.html"), "--overwrite"}).exit == 0);
  BOOST_TEST(smileplaces({"deck", plan, file("a.pptx")}).exit == 2);
  BOOST_TEST(smileplaces({"deck", plan, file("a.odp"), "--handout"}).exit == 2);
  BOOST_TEST(smileplaces({"deck", plan, file("none/a.pdf")}).exit == 2);
}

// A limit on the size of files stands for the disk: what the system then says goes the same way.
BOOST_FIXTURE_TEST_CASE(a_full_disk_is_said_and_nothing_half_written_stays, City) {
  const std::string small_disk = "true; trap '' XFSZ; ulimit -f 16; ";
  for (const char* name : {"d.pdf", "d.html", "d.odp", "map.png", "sheets.pdf"}) {
    const std::string verb = fs::path(name).stem() == "d" ? "deck" : fs::path(name).stem().string();
    const Run run = smileplaces({verb, plan, file(name), "--language", "en"}, {}, small_disk);
    BOOST_TEST(run.exit == 2, name);
    BOOST_TEST(run.err.find("the disk is full; make room there") != std::string::npos, run.err);
    BOOST_TEST(!fs::exists(file(name)), name);
  }
  for (const auto& entry : fs::directory_iterator(folder.path())) BOOST_TEST(entry.path().filename() == "demo");
}

BOOST_FIXTURE_TEST_CASE(notes_of_those_who_present_are_given_away_only_when_asked_for, City) {
  const std::string note = "Zeit lassen.";
  const auto holds = [&](const char* name) { return text_of(file(name)).find(note) != std::string::npos; };
  BOOST_TEST(!smileplaces({"deck", plan, file("a.html"), "--json"}).json()["notes"].get<bool>());
  BOOST_TEST(!holds("a.html"));
  BOOST_TEST(text_of((folder / "demo" / "deck.html").string()).find(note) == std::string::npos);
  BOOST_TEST(smileplaces({"deck", plan, file("b.html"), "--notes"}).exit == 0);
  BOOST_TEST(holds("b.html"));
  BOOST_TEST(smileplaces({"deck", plan, file("a.odp"), "--json"}).json()["notes"].get<bool>());
  BOOST_TEST(!smileplaces({"deck", plan, file("b.odp"), "--no-notes", "--json"}).json()["notes"].get<bool>());
  BOOST_TEST(smileplaces({"deck", plan, file("c.odp"), "--notes", "--no-notes"}).exit == 2);
  BOOST_TEST(smileplaces({"deck", plan, file("c.pdf"), "--notes"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(a_plan_without_a_presentation_says_how_to_make_one) {
  const TemporaryFolder folder;
  const std::string plan = (folder / "leer.gpkg").string(), file = (folder / "a.pdf").string();
  BOOST_REQUIRE(smileplaces({"new", plan}).exit == 0);
  const Run run = smileplaces({"deck", plan, file});
  BOOST_TEST(run.exit == 2);
  BOOST_TEST(run.err.find(R"({"edit":"deck"})") != std::string::npos, run.err);
  BOOST_TEST(!fs::exists(file));
}

BOOST_AUTO_TEST_SUITE_END()
