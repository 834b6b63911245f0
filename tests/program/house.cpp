// The rules of the house, held against the sources: who may include whom, which libraries stay in which room,
// and that nothing foreign is ever shown as rich text.

#include <boost/test/unit_test.hpp>
#include <map>
#include <regex>
#include <set>

#include "tests/support/sources.h"

using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(house)

static std::vector<std::string> includes_of(const SourceFile& file) {
  static const std::regex include(R"re(#\s*include\s*[<"]([^>"]+)[>"])re");
  std::vector<std::string> found;
  for (std::sregex_iterator it(file.text.begin(), file.text.end(), include), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

/// "gis/formats/csv.cpp" → "formats"; other folders by their first part.
static std::string room_of(const std::string& path) {
  const auto first = path.find('/');
  const std::string top = path.substr(0, first);
  if (top != "gis" || first == std::string::npos) return top;
  return path.substr(first + 1, path.find('/', first + 1) - first - 1);
}

/// Whom each room may include besides itself. A room that isn't here may not exist.
static const std::map<std::string, std::set<std::string>> arrows = {
    {"words", {}},
    {"jobs", {"words"}},
    {"geometry", {"words", "jobs"}},
    {"database", {"words", "jobs"}},
    {"crs", {"words", "jobs", "geometry"}},
    {"formats", {"words", "jobs", "geometry", "database", "crs"}},
    {"plan", {"words", "jobs", "geometry", "crs"}},
    {"solver", {"words", "jobs"}},
    {"intake", {"words", "jobs", "geometry", "crs", "formats", "plan"}},
    {"store", {"words", "jobs", "geometry", "database", "crs", "formats", "plan"}},
    {"analysis", {"words", "jobs", "geometry", "crs", "formats", "plan", "intake", "store", "solver"}},
    {"questions", {"words", "jobs", "geometry", "crs", "formats", "plan", "store", "analysis"}},
    {"exports", {"words", "jobs", "geometry", "crs", "formats", "plan", "intake", "store", "analysis", "questions"}},
    {"datasets", {"words", "jobs", "geometry", "crs", "formats", "plan", "intake", "store", "analysis"}},
};

BOOST_AUTO_TEST_CASE(every_room_includes_only_rooms_below_it) {
  for (const std::string folder : {"gis", "datasets"})
    for (const SourceFile& file : source_files(folder)) {
      const std::string room = room_of(file.path);
      BOOST_REQUIRE_MESSAGE(arrows.count(room) == 1, file.path + " stands in a room the house does not know");
      for (const std::string& include : includes_of(file)) {
        const bool ours = include.rfind("gis/", 0) == 0 || include.rfind("layers/", 0) == 0 ||
                          include.rfind("viewer/", 0) == 0 || include.rfind("datasets/", 0) == 0 ||
                          include.rfind("tests/", 0) == 0;
        const std::string other = room_of(include);
        BOOST_CHECK_MESSAGE(!ours || other == room || arrows.at(room).count(other) == 1,
                            file.path + " must not include " + include);
      }
    }
}

BOOST_AUTO_TEST_CASE(the_core_knows_no_qt_and_drawing_knows_no_widgets) {
  static const std::regex qt("Q[A-Z][A-Za-z]+(/.*)?|Qt[A-Z].*");
  static const std::regex widgets(
      "Q(Widget|MainWindow|Application|Dialog|Label|Layout|DockWidget|Table|Tree|List|Menu|Action).*|QtWidgets.*");
  for (const std::string folder : {"gis", "datasets"})
    for (const SourceFile& file : source_files(folder))
      for (const std::string& include : includes_of(file))
        BOOST_CHECK_MESSAGE(!std::regex_match(include, qt), file.path + " includes " + include);
  for (const SourceFile& file : source_files("layers"))
    for (const std::string& include : includes_of(file)) {
      BOOST_CHECK_MESSAGE(!std::regex_match(include, widgets), file.path + " includes " + include);
      BOOST_CHECK_MESSAGE(include.rfind("viewer/", 0) != 0, file.path + " includes " + include);
    }
}

BOOST_AUTO_TEST_CASE(each_foreign_library_stays_in_its_rooms_and_out_of_headers) {
  const std::vector<std::pair<std::regex, std::set<std::string>>> homes = {
      {std::regex("(gdal|ogr|cpl|gnm)[a-z_]*\\.h"), {"formats", "exports"}},
      {std::regex("geos_c\\.h"), {"geometry"}},
      {std::regex("(proj|proj_experimental|geodesic)\\.h"), {"crs"}},
      {std::regex("(osmium|protozero)/.*"), {"formats"}},
      {std::regex("sqlite3\\.h"), {"database"}},
      {std::regex("xlsxwriter\\.h"), {"exports"}},
      {std::regex("(libodfgen|librevenge)/.*|zip\\.h"), {"layers"}},
      {std::regex("(coin/)?(Cbc|Cgl|Clp|Coin|Osi)[A-Za-z0-9_]*\\.h(pp)?"), {"solver"}},
  };
  for (const std::string folder : {"gis", "datasets", "layers", "viewer"})
    for (const SourceFile& file : source_files(folder))
      for (const std::string& include : includes_of(file))
        for (const auto& [library, rooms] : homes) {
          if (!std::regex_match(include, library)) continue;
          BOOST_CHECK_MESSAGE(rooms.count(room_of(file.path)) == 1, file.path + " includes " + include);
        }
}

BOOST_AUTO_TEST_CASE(nothing_is_ever_shown_as_rich_text) {
  static const std::regex forbidden(
      R"(RichText|AutoText|setHtml|insertHtml|setMarkdown|QTextBrowser|Qt::convertFromPlainText)");
  for (const SourceFile& file : source_files("viewer")) {
    if (file.path.rfind("viewer/text.", 0) == 0) continue;
    const std::string code = without_comments(file.text);
    std::smatch match;
    const bool found = std::regex_search(code, match, forbidden);
    BOOST_CHECK_MESSAGE(!found, file.path + " uses " + (found ? match.str() : std::string()));
    // A label decides by itself whether its text is HTML; plain_label() decides for it.
    BOOST_CHECK_MESSAGE(code.find("new QLabel(") == std::string::npos && code.find("QLabel{") == std::string::npos,
                        file.path + " makes a QLabel of its own; use plain_label()");
  }
}

BOOST_AUTO_TEST_CASE(tool_tips_hold_sentences_or_escaped_data) {
  static const std::regex tip(R"(setToolTip\(([^;]*)\);)");
  for (const SourceFile& file : source_files("viewer")) {
    const std::string code = without_comments(file.text);
    for (std::sregex_iterator it(code.begin(), code.end(), tip), end; it != end; ++it) {
      const std::string argument = (*it)[1];
      const bool safe = argument.find("tr_(") != std::string::npos || argument.find("literal(") != std::string::npos ||
                        argument == "{}" || argument == "QString()";
      BOOST_CHECK_MESSAGE(safe, file.path + " sets a tool tip from data: " + argument);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
