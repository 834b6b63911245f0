#include "gis/intake/rasters.h"

#include <cstdlib>

#include "gis/formats/map_service.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

Box moved(const Box& box, const Crs& from, const Crs& to) {
  if (from == to) return box;
  const Transform transform(from, to);
  Box out;
  for (const Point corner : {Point{box.min_x, box.min_y}, Point{box.min_x, box.max_y}, Point{box.max_x, box.min_y},
                             Point{box.max_x, box.max_y}})
    if (const auto p = transform(corner)) out.add(*p);
  return out;
}

RasterSource::Kind raster_kind(LayerSource::Kind kind) {
  switch (kind) {
    case LayerSource::Kind::wms:
      return RasterSource::Kind::wms;
    case LayerSource::Kind::wmts:
      return RasterSource::Kind::wmts;
    case LayerSource::Kind::xyz:
      return RasterSource::Kind::xyz;
    case LayerSource::Kind::file:
    case LayerSource::Kind::plan:
      break;
  }
  return RasterSource::Kind::file;
}

Intake intake_of(MapLayer layer, const Crs& crs, Report report) {
  Intake intake;
  intake.rows = intake.added = intake.placed = 1;
  intake.report = std::move(report);
  intake.report.when = now_utc();
  intake.edit = together(text("Add layer “{1}”", layer.name), {add_layer(layer, crs), add_report(intake.report)});
  return intake;
}

Point centre_in_degrees(const Plan& plan) {
  const Box city = city_in_degrees(plan);
  if (city.empty())
    throw Error(ErrorKind::usage, text("A map service needs a plan with districts or measures: add those first."));
  return city.centre();
}

std::string name_of(const ServiceOptions& options) {
  if (!options.name.empty()) return options.name;
  return options.kind == LayerSource::Kind::xyz ? host_of(options.address) : name_from_stem(options.layer);
}

/// Read, and where a service is silent, read from what is kept.
LayerPicture read(RasterSource source, const Crs& crs, const RasterView& view, bool grey, const Progress& progress) {
  LayerPicture picture;
  try {
    RasterImage image = read_raster(source, view.ground, crs, view.width, view.height, progress);
    if (grey) make_grey(image);
    if (!image.empty()) picture.image = std::make_shared<const RasterImage>(std::move(image));
    return picture;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::cancelled) throw;
    picture.problem = error;
  }
  if (source.kind == RasterSource::Kind::file || source.only_cache) return picture;
  source.only_cache = true;
  picture.image = read(std::move(source), crs, view, grey, progress).image;
  return picture;
}

}  // namespace

fs::path tile_cache() {
  const char* xdg = std::getenv("XDG_CACHE_HOME");
  if (xdg != nullptr && fs::path(xdg).is_absolute()) return fs::path(xdg) / "smile-places" / "tiles";
  const char* home = std::getenv("HOME");
  const fs::path base = home != nullptr && *home != '\0' ? fs::path(home) / ".cache" : fs::temp_directory_path();
  return base / "smile-places" / "tiles";
}

RasterSource service_source(const ServiceOptions& options) {
  return {raster_kind(options.kind), {}, options.address, options.layer, {}, tile_cache(), false};
}

RasterSource raster_source(const LayerSource& source, const fs::path& folder) {
  RasterSource out;
  out.kind = source.offline.empty() ? raster_kind(source.kind) : RasterSource::Kind::file;
  if (out.kind == RasterSource::Kind::file) {
    LayerSource at = source;
    if (!source.offline.empty()) at = {LayerSource::Kind::file, source.offline, {}, {}, false, {}, {}};
    out.file = layer_file(at, folder);
    out.layer = at.layer;
    out.crs = at.crs;
    return out;
  }
  out.address = source.file;
  out.layer = source.layer;
  out.cache = tile_cache();
  return out;
}

bool is_service(const LayerSource& source) {
  return source.offline.empty() && raster_kind(source.kind) != RasterSource::Kind::file;
}

bool is_in_range(const LayerSettings& settings, double scale) {
  return scale >= settings.closest && (settings.farthest <= 0 || scale <= settings.farthest);
}

Intake intake_raster(const fs::path& file, const LayerOptions& options, const Plan& plan, const fs::path& folder,
                     const Progress& progress) {
  ReadOptions read = options.read;
  if (read.city.empty()) read.city = city_in_degrees(plan);
  RasterSource source;
  source.file = file;
  source.layer = read.layer.value_or("");
  RasterInfo info = raster_info(source, read, progress);
  const Point centre = moved(info.box, info.crs, crs_from_epsg(4326)).centre();
  MapLayer layer;
  layer.content = LayerContent::raster;
  layer.name =
      !options.name.empty() ? options.name : name_from_stem(source.layer.empty() ? file.stem().string() : source.layer);
  layer.source.file = kept_path(file, folder);
  layer.source.layer = source.layer;
  // What was guessed is kept: another city around it must not move the picture.
  layer.source.crs = read.crs ? *read.crs : info.crs_guessed ? crs_code(info.crs) : std::string();
  layer.credit = options.credit;
  return intake_of(std::move(layer), plan.crs.known() ? plan.crs : utm_of(centre.x, centre.y), std::move(info.report));
}

Intake intake_service(const ServiceOptions& options, const Plan& plan, const Progress& progress) {
  const RasterSource chosen = chosen_service(service_source(options), plan.crs, centre_in_degrees(plan), progress);
  MapLayer layer;
  layer.content = LayerContent::raster;
  layer.name = name_of(options);
  layer.source.kind = options.kind;
  layer.source.file = chosen.address;
  layer.source.layer = chosen.layer;
  layer.credit = options.credit;
  Report report;
  report.verb = "layer";
  report.file = chosen.address;
  report.driver = options.kind == LayerSource::Kind::wms    ? "WMS"
                  : options.kind == LayerSource::Kind::wmts ? "WMTS"
                                                            : "XYZ";
  report.declared = report.read = 1;
  return intake_of(std::move(layer), plan.crs, std::move(report));
}

LayerPicture read_picture(const MapLayer& layer, const Plan& plan, const fs::path& folder, const RasterView& view,
                          bool ask, const Progress& progress) {
  RasterSource source = raster_source(layer.source, folder);
  source.only_cache = !ask;
  return read(std::move(source), plan.crs, view, layer.style.grey, progress);
}

Issue raster_issue(const MapLayer& layer, const Text& why, bool kept) {
  if (!is_service(layer.source)) return missing_layer(layer, why);
  Issue issue;
  issue.severity = Severity::warning;
  issue.kind = "service_silent";
  issue.file = layer.source.file;
  issue.value = layer.name;
  issue.message = kept ? text("Layer “{1}” shows what is kept of it: {2}", layer.name, str(why))
                       : text("Layer “{1}” is not shown: {2}", layer.name, str(why));
  issue.proposal = text("Try again later; a city taken offline needs no service.");
  return issue;
}

LoadedRasters load_rasters(const Plan& plan, const fs::path& folder, const RasterView& view, const Progress& progress) {
  LoadedRasters loaded;
  for (const LayerSettings& settings : plan.style.layers) {
    const MapLayer* layer = find_layer(plan, layer_of_key(settings.layer));
    if (layer == nullptr || layer->content != LayerContent::raster) continue;
    if (!settings.visible || !is_in_range(settings, view.scale)) continue;
    progress.report(text("Reading {1}", layer->name), -1);
    const LayerPicture picture = read_picture(*layer, plan, folder, view, true, progress);
    if (picture.image) loaded.rasters[layer->id].push_back(picture.image);
    if (picture.problem)
      loaded.issues.push_back(raster_issue(*layer, picture.problem->sentence(), picture.image != nullptr));
  }
  return loaded;
}

TilePackage package_of(const MapLayer& layer, const Plan& plan, double closest) {
  constexpr double screen = 800;  // pixels over which the whole city is seen
  constexpr double pixel_m = 0.0254 / 96;
  if (raster_kind(layer.source.kind) == RasterSource::Kind::file)
    throw Error(ErrorKind::usage, text("“{1}” is a file already; only map services are taken offline.", layer.name));
  const Box city = extent(plan);
  if (city.empty()) throw Error(ErrorKind::usage, text("The plan has no place yet that could be taken offline."));
  LayerSource online = layer.source;
  online.offline.clear();
  TilePackage package;
  package.source = raster_source(online, {});
  package.name = layer.name;
  package.crs = plan.crs;
  package.ground = city.grown(0.1 * std::max(city.width(), city.height()));
  package.finest = closest * pixel_m;
  package.coarsest = std::max(package.ground.width(), package.ground.height()) / screen;
  return package;
}

Edit use_offline(const MapLayer& layer, const fs::path& file, const fs::path& folder) {
  MapLayer next = layer;
  next.source.offline = file.empty() ? std::string() : kept_path(file, folder);
  return change_layer(next, file.empty() ? text("Layer “{1}” from its map service", layer.name)
                                         : text("Take layer “{1}” offline", layer.name));
}

}  // namespace smile
