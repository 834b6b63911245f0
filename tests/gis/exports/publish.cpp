#include "gis/exports/publish.h"

#include <fstream>
#include <sstream>

#include "gis/exports/export.h"
#include "tests/gis/exports/plans.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;
using smile::exports::Staging;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

std::size_t entries(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

ErrorKind kind_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  BOOST_FAIL("no error");
  return ErrorKind::usage;
}

ExportSettings csv_to(const std::filesystem::path& folder) {
  ExportSettings settings;
  settings.format = ExportFormat::csv;
  settings.folder = folder;
  return settings;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(publish)

BOOST_AUTO_TEST_CASE(files_appear_together_and_nothing_else_stays) {
  const TemporaryFolder folder;
  {
    Staging staging(folder / "new" / "deep");
    write(staging.path() / "a", "1");
    staging.publish({"a"}, {}, false);
  }
  BOOST_TEST(read(folder.path() / "new" / "deep" / "a") == "1");
  BOOST_TEST(entries(folder.path() / "new" / "deep") == 1U);
}

BOOST_AUTO_TEST_CASE(a_folder_made_for_nothing_goes_again) {
  const TemporaryFolder folder;
  { const Staging staging(folder / "new" / "deep"); }
  BOOST_TEST(entries(folder.path()) == 0U);
}

BOOST_AUTO_TEST_CASE(nothing_is_overwritten_unasked) {
  const TemporaryFolder folder;
  write(folder / "b", "old");
  Staging staging(folder.path());
  write(staging.path() / "a", "new");
  write(staging.path() / "b", "new");
  BOOST_TEST((kind_of([&] { staging.publish({"a", "b"}, {}, false); }) == ErrorKind::exists));
  BOOST_TEST(read(folder / "b") == "old");
  BOOST_TEST(!std::filesystem::exists(folder / "a"));
}

BOOST_AUTO_TEST_CASE(a_failure_half_way_brings_the_old_files_back) {
  const TemporaryFolder folder;
  write(folder / "a", "old");
  std::filesystem::create_directory(folder / "c");
  write(folder.path() / "c" / "inside", "kept");
  {
    Staging staging(folder.path());
    for (const char* name : {"a", "b", "c"}) write(staging.path() / name, "new");
    BOOST_TEST((kind_of([&] { staging.publish({"a", "b", "c"}, {}, true); }) == ErrorKind::disk));
  }
  BOOST_TEST(read(folder / "a") == "old");
  BOOST_TEST(!std::filesystem::exists(folder / "b"));
  BOOST_TEST(read(folder.path() / "c" / "inside") == "kept");
  BOOST_TEST(entries(folder.path()) == 2U);
}

BOOST_AUTO_TEST_CASE(the_first_file_in_the_way_is_named) {
  const TemporaryFolder folder;
  const Plan plan = small_plan();
  export_plan(plan, csv_to(folder.path()));
  const std::string before = read(folder / "measures.csv");
  BOOST_CHECK_EXCEPTION(export_plan(plan, csv_to(folder.path())), Error, [](const Error& e) {
    return e.kind() == ErrorKind::exists && std::string(e.what()).find("measures.csv") != std::string::npos;
  });
  ExportSettings again = csv_to(folder.path());
  again.overwrite = true;
  export_plan(set_title("x").apply(plan), again);
  BOOST_TEST(read(folder / "measures.csv") == before);
}

BOOST_AUTO_TEST_CASE(a_cancelled_hand_over_leaves_nothing) {
  for (const ExportFormat format :
       {ExportFormat::shapefile, ExportFormat::gpkg, ExportFormat::geojson, ExportFormat::csv, ExportFormat::xlsx}) {
    const TemporaryFolder folder;
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](const Text&, double share) {
      if (share != 0) stop.request_stop();
    });
    ExportSettings settings = csv_to(folder / "out");
    settings.format = format;
    if (format == ExportFormat::xlsx) stop.request_stop();
    BOOST_TEST((kind_of([&] { export_plan(small_plan(), settings, progress); }) == ErrorKind::cancelled), word(format));
    BOOST_TEST(entries(folder.path()) == 0U, word(format));
  }
}

BOOST_AUTO_TEST_CASE(a_stale_spatial_index_goes_with_the_shapefile_it_belonged_to) {
  const TemporaryFolder folder;
  ExportSettings settings = csv_to(folder.path());
  settings.format = ExportFormat::shapefile;
  export_plan(small_plan(), settings);
  write(folder / "measures_points.qix", "old index");
  settings.overwrite = true;
  export_plan(small_plan(), settings);
  BOOST_TEST(!std::filesystem::exists(folder / "measures_points.qix"));
}

BOOST_AUTO_TEST_CASE(what_an_earlier_hand_over_left_is_said) {
  const TemporaryFolder folder;
  ExportSettings settings = csv_to(folder.path());
  settings.format = ExportFormat::shapefile;
  write(folder / "measures_lines.shp", "old");
  settings.measures = {small_plan().measures.front()->id};
  const Issues issues = preflight(small_plan(), settings).issues;
  BOOST_TEST(std::any_of(issues.begin(), issues.end(), [](const Issue& i) { return i.kind == "left_over"; }));
}

BOOST_AUTO_TEST_CASE(chosen_measures_only_and_unknown_ones_refused) {
  const TemporaryFolder folder;
  ExportSettings settings = csv_to(folder.path());
  settings.measures = {999999};
  BOOST_TEST((kind_of([&] { preflight(small_plan(), settings); }) == ErrorKind::not_found));
  settings.measures = {small_plan().measures[2]->id};
  export_plan(small_plan(), settings);
  const std::string csv = read(folder / "measures.csv");
  BOOST_TEST(std::count(csv.begin(), csv.end(), '\n') == 2);
}

BOOST_AUTO_TEST_SUITE_END()
