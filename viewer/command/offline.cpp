// A map service's layer into a file, so that the plan needs no network.

#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/intake/rasters.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

namespace fs = std::filesystem;

/// Beside the plan, under the layer's name.
fs::path file_for(const Call& call, const MapLayer& layer) {
  if (call.words.size() > 2) return fs::absolute(call.words[2]);
  std::string stem = layer.name;
  std::replace_if(
      stem.begin(), stem.end(), [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20; }, '_');
  return fs::absolute(call.words[0]).parent_path() / (stem + ".gpkg");
}

void check_file(const fs::path& file, const fs::path& plan, bool overwrite) {
  std::error_code different;
  if (fs::equivalent(file, plan, different))
    throw Error(ErrorKind::usage, text("“{1}” is the plan itself; give the tiles a name of their own.", file.string()));
  if (file.extension() != ".gpkg" && !is_mbtiles(file))
    throw Error(ErrorKind::usage,
                text("Tiles are written into a .gpkg or .mbtiles; “{1}” ends otherwise.", file.filename().string()));
  if (!overwrite && fs::exists(file))
    throw Error(ErrorKind::exists,
                text("“{1}” is there already; choose another name or allow overwriting.", file.string()));
}

int say_result(const Call& call, const PackageSize& size, const fs::path& file) {
  const double megabytes = std::max(1.0, std::round(static_cast<double>(size.bytes) / 1e6));
  if (call.json())
    print_json({{"file", file.string()}, {"zooms", size.zooms}, {"tiles", size.tiles}, {"megabytes", megabytes}});
  else
    std::cout << str(text("{1} tiles in {2} zooms, about {3} MB: {4}", size.tiles, size.zooms,
                          format_number(language(), megabytes), file.string()))
              << "\n";
  return 0;
}

}  // namespace

int run_offline(const Call& call) {
  const bool dry = call.has("--dry-run");
  PlanFile plan = PlanFile::open(call.words[0], dry ? PlanFile::Mode::read : PlanFile::Mode::write);
  const MapLayer& layer = layer_named(*plan.plan(), call.words[1]);
  const fs::path folder = fs::absolute(call.words[0]).parent_path();
  if (call.has("--online")) {
    plan.save(std::make_shared<const Plan>(use_offline(layer, {}, folder).apply(*plan.plan())));
    return 0;
  }
  const TilePackage package = package_of(layer, *plan.plan(), scale_of(call.value("--scale").value_or("5000")));
  const fs::path file = file_for(call, layer);
  check_file(file, call.words[0], call.has("--overwrite"));
  const PackageSize size = size_of(package, terminal_progress());
  if (dry) return say_result(call, size, file);
  write_package(package, file, terminal_progress());
  plan.save(std::make_shared<const Plan>(use_offline(layer, file, folder).apply(*plan.plan())));
  return say_result(call, size, file);
}

}  // namespace smile::viewer::command
