#include "gis/formats/map_service.h"

#include <cpl_minixml.h>

#include <algorithm>
#include <cmath>

#include "gis/formats/raster_open.h"
#include "gis/formats/service_description.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

bool starts_like(std::string_view text, std::string_view begin) {
  return text.size() >= begin.size() && std::equal(begin.begin(), begin.end(), text.begin(), [](char a, char b) {
           return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
         });
}

/// Between "://" and the next "/", "?" or "#".
std::string_view authority_of(std::string_view address) {
  const std::size_t begin = address.find("://");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = address.substr(begin + 3);
  return rest.substr(0, rest.find_first_of("/?#"));
}

struct FreeXml {
  void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
using Xml = std::unique_ptr<CPLXMLNode, FreeXml>;

bool is_element(const CPLXMLNode* node, std::string_view name) {
  return node->eType == CXT_Element && node->pszValue == name;
}

/// Layers stand in layers; those without a name only group others.
void collect(const CPLXMLNode* parent, const char* name_tag, int depth, std::vector<ServiceLayer>& layers) {
  constexpr int deepest = 20;
  if (depth > deepest) return;
  for (const CPLXMLNode* node = parent->psChild; node != nullptr; node = node->psNext) {
    if (!is_element(node, "Layer")) continue;
    const std::string name = CPLGetXMLValue(node, name_tag, "");
    const std::string title = CPLGetXMLValue(node, "Title", name.c_str());
    if (!name.empty()) layers.push_back({name, title});
    collect(node, name_tag, depth + 1, layers);
  }
}

/// Afresh: somebody asks what there is now.
Xml read_capabilities(const RasterSource& service, const Progress& progress) {
  Xml xml(CPLParseXMLFile(kept_capabilities(service, progress, true).c_str()));
  if (xml) CPLStripXMLNamespace(xml.get(), nullptr, TRUE);
  return xml;
}

const CPLXMLNode* layers_root(const CPLXMLNode* xml, bool wmts) {
  for (const CPLXMLNode* node = xml; node != nullptr; node = node->psNext) {
    if (node->eType != CXT_Element) continue;
    if (const CPLXMLNode* found = CPLGetXMLNode(const_cast<CPLXMLNode*>(node), wmts ? "Contents" : "Capability"))
      return found;
  }
  return nullptr;
}

[[noreturn]] void no_such_layer(const RasterSource& service) {
  throw Error(ErrorKind::not_found, text("The map service {1} has no layer “{2}”; ask it what it has.",
                                         host_of(service.address), service.layer));
}

/// One small piece of the map at this place: what the server refuses, it refuses now.
void try_out(const RasterSource& service, Point place, const Progress& progress) {
  const Crs mercator = crs_from_epsg(3857);
  const auto at = Transform(crs_from_epsg(4326), mercator)(place);
  if (!at) return;
  constexpr double reach = 500;
  read_raster(service, Box{at->x - reach, at->y - reach, at->x + reach, at->y + reach}, mercator, 256, 256, progress);
}

/// Old and new servers, those that have the plan's system and those that only have the world's.
RasterSource chosen_wms(const RasterSource& service, const Crs& plan, Point place, const Progress& progress) {
  std::vector<std::pair<std::string, std::string>> ways;
  if (plan.epsg != 0) ways = {{"1.1.1", crs_code(plan)}, {"1.3.0", crs_code(plan)}};
  ways.insert(ways.end(), {{"1.1.1", "EPSG:3857"}, {"1.3.0", "EPSG:3857"}, {"1.1.1", "EPSG:4326"}});
  std::optional<Error> first;
  const std::string format = parameter_of(service.address, "FORMAT");
  for (const auto& [version, crs] : ways) {
    RasterSource tried = service;
    tried.address = with_parameter(with_parameter(base_address(service), "VERSION", version), "CRS", crs);
    tried.address = with_parameter(tried.address, "FORMAT", format.empty() ? "image/png" : format);
    try {
      try_out(tried, place, progress);
      return tried;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::unreadable) throw;
      if (error.sentence().english.find("does not answer") != std::string::npos) throw;
      if (!first) first = error;
    }
  }
  throw *first;
}

/// Identifiers of the layer's tile matrix sets.
std::vector<std::string> matrix_sets(const CPLXMLNode* contents, const std::string& layer) {
  std::vector<std::string> sets;
  for (const CPLXMLNode* node = contents->psChild; node != nullptr; node = node->psNext) {
    if (!is_element(node, "Layer") || layer != CPLGetXMLValue(node, "Identifier", "")) continue;
    for (const CPLXMLNode* link = node->psChild; link != nullptr; link = link->psNext)
      if (is_element(link, "TileMatrixSetLink")) sets.emplace_back(CPLGetXMLValue(link, "TileMatrixSet", ""));
  }
  return sets;
}

RasterSource chosen_wmts(const RasterSource& service, const Crs& plan, const Progress& progress) {
  const Xml xml = read_capabilities(service, progress);
  const CPLXMLNode* contents = layers_root(xml.get(), true);
  const std::vector<std::string> sets = contents ? matrix_sets(contents, service.layer) : std::vector<std::string>{};
  if (sets.empty()) no_such_layer(service);
  std::optional<std::pair<int, RasterSource>> best;
  for (const std::string& set : sets) {
    RasterSource tried = service;
    tried.address = with_parameter(base_address(service), "TILEMATRIXSET", set);
    try {
      const Crs crs = raster_info(tried, {}, progress).crs;
      const int rank = crs == plan ? 0 : crs.epsg == 3857 ? 1 : 2;
      if (!best || rank < best->first) best.emplace(rank, tried);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::cancelled) throw;
    }
  }
  if (!best)
    throw Error(ErrorKind::refused, text("The map service {1} has layer “{2}” in no form this program reads.",
                                         host_of(service.address), service.layer));
  return best->second;
}

}  // namespace

void check_address(std::string_view address) {
  constexpr std::size_t longest = 2000;
  constexpr std::string_view forbidden = "\"'<>\\^`|$";
  const bool web = starts_like(address, "http://") || starts_like(address, "https://");
  const bool plain = std::all_of(address.begin(), address.end(), [&](char c) {
    return c > 0x20 && c < 0x7F && forbidden.find(c) == std::string_view::npos;
  });
  const std::string_view authority = authority_of(address);
  if (!web || !plain || authority.empty() || address.size() > longest)
    throw Error(ErrorKind::refused,
                text("“{1}” is no web address this program asks; it begins with https:// and holds no spaces or "
                     "quotation marks.",
                     std::string(address.substr(0, 200))));
  if (authority.find('@') != std::string_view::npos)
    throw Error(ErrorKind::refused,
                text("An address with a name and password would stand in the plan for everybody; leave them out."));
}

void check_service_layer(std::string_view layer) {
  const bool good = !layer.empty() && layer.size() <= 500 && std::all_of(layer.begin(), layer.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F &&
           std::string_view("<>&\"',=").find(c) == std::string_view::npos;
  });
  if (!good)
    throw Error(ErrorKind::refused,
                text("“{1}” is no name of a layer of a map service.", std::string(layer.substr(0, 200))));
}

std::string host_of(const std::string& address) {
  return std::string(authority_of(address));
}

std::vector<ServiceLayer> layers_of_service(const RasterSource& service, const Progress& progress) {
  progress.check();
  check_address(service.address);
  if (service.kind == RasterSource::Kind::xyz) return {};
  const bool wmts = service.kind == RasterSource::Kind::wmts;
  const raster::Guard guard(service);
  const Xml xml = read_capabilities(service, progress);
  const CPLXMLNode* root = xml ? layers_root(xml.get(), wmts) : nullptr;
  std::vector<ServiceLayer> layers;
  if (root != nullptr) collect(root, wmts ? "Identifier" : "Name", 0, layers);
  std::erase_if(layers, [](const ServiceLayer& layer) {
    try {
      check_service_layer(layer.name);
      return false;
    } catch (const Error&) {
      return true;
    }
  });
  if (layers.empty())
    throw Error(
        ErrorKind::unreadable,
        text("{1} answers, but names no layers; check the kind of service and the address.", host_of(service.address)));
  return layers;
}

RasterSource chosen_service(RasterSource service, const Crs& plan, Point place, const Progress& progress) {
  check_address(service.address);
  if (service.kind != RasterSource::Kind::xyz) check_service_layer(service.layer);
  const raster::Guard guard(service);
  if (service.kind == RasterSource::Kind::wms) return chosen_wms(service, plan, place, progress);
  if (service.kind == RasterSource::Kind::wmts) service = chosen_wmts(service, plan, progress);
  if (service.kind == RasterSource::Kind::xyz)
    for (const char* part : {"{x}", "{z}"})
      if (service.address.find(part) == std::string::npos)
        throw Error(ErrorKind::refused,
                    text("An address of tiles has {1}, for example https://tile.example.org/{2}.png.", "{z}, {x}, {y}",
                         "{z}/{x}/{y}"));
  try_out(service, place, progress);
  return service;
}

void trim_cache(const fs::path& folder, std::uintmax_t most) {
  struct Kept {
    fs::path file;
    fs::file_time_type when;
    std::uintmax_t bytes = 0;
  };
  std::vector<Kept> all;
  std::uintmax_t sum = 0;
  std::error_code ignored;
  for (fs::recursive_directory_iterator at(folder, ignored), end; at != end; at.increment(ignored)) {
    if (ignored) break;
    if (!at->is_regular_file(ignored)) continue;
    all.push_back({at->path(), at->last_write_time(ignored), at->file_size(ignored)});
    sum += all.back().bytes;
  }
  if (sum <= most) return;
  std::sort(all.begin(), all.end(), [](const Kept& a, const Kept& b) { return a.when < b.when; });
  for (const Kept& kept : all) {
    if (sum <= most / 5 * 4) break;
    fs::remove(kept.file, ignored);
    sum -= kept.bytes;
  }
}

}  // namespace smile
