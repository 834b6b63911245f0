#include "gis/crs/crs.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <mutex>

#include "gis/crs/proj_context.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

using proj::context;
using proj::Object;

/// A description of a coordinate system is a few kilobytes; anything longer is something else.
constexpr std::size_t longest_text = 64 * 1024;

std::string wkt_of(const PJ* object, PJ_WKT_TYPE type, const char* multiline) {
  const char* const options[] = {multiline, nullptr};
  const char* wkt = proj_as_wkt(context(), object, type, options);
  return wkt == nullptr ? std::string() : std::string(wkt);
}

Object from_code(int code) {
  return Object(
      proj_create_from_database(context(), "EPSG", std::to_string(code).c_str(), PJ_CATEGORY_CRS, 0, nullptr));
}

bool is_horizontal(PJ_TYPE type) {
  return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_PROJECTED_CRS;
}

/// The part that says where x and y are: without heights. Null for geocentric, local and vertical systems.
Object horizontal(Object crs) {
  for (int step = 0; crs && step < 4; ++step) {
    const PJ_TYPE type = proj_get_type(crs.get());
    if (type == PJ_TYPE_COMPOUND_CRS)
      crs.reset(proj_crs_get_sub_crs(context(), crs.get(), 0));
    else if (type == PJ_TYPE_GEOGRAPHIC_3D_CRS)
      crs.reset(proj_crs_demote_to_2D(context(), nullptr, crs.get()));
    else
      break;
  }
  if (!crs) return nullptr;
  const PJ_TYPE type = proj_get_type(crs.get());
  if (type == PJ_TYPE_BOUND_CRS) {
    const Object source(proj_get_source_crs(context(), crs.get()));
    return source && is_horizontal(proj_get_type(source.get())) ? std::move(crs) : nullptr;
  }
  return is_horizontal(type) ? std::move(crs) : nullptr;
}

int own_code(const PJ* object) {
  const char* authority = proj_get_id_auth_name(object, 0);
  const char* code = proj_get_id_code(object, 0);
  if (authority == nullptr || code == nullptr || std::string_view(authority) != "EPSG") return 0;
  int number = 0;
  std::from_chars(code, code + std::char_traits<char>::length(code), number);
  return number;
}

/// The EPSG code of a system that doesn't carry one, e.g. from a .prj file; 0 if PROJ isn't sure.
int identified_code(const PJ* object) {
  int* confidence = nullptr;
  PJ_OBJ_LIST* matches = proj_identify(context(), object, "EPSG", nullptr, &confidence);
  int code = 0;
  if (matches != nullptr && proj_list_get_count(matches) > 0 && confidence != nullptr && confidence[0] >= 90)
    code = own_code(Object(proj_list_get(context(), matches, 0)).get());
  proj_list_destroy(matches);
  proj_int_list_destroy(confidence);
  return code;
}

int code_of(const PJ* object) {
  if (const int code = own_code(object)) return code;
  if (const int code = identified_code(object)) return code;
  if (proj_get_type(object) != PJ_TYPE_BOUND_CRS) return 0;
  // A datum shift written into the file says less than what PROJ knows about a system it recognises.
  const Object source(proj_get_source_crs(context(), object));
  if (!source) return 0;
  const int code = own_code(source.get());
  return code != 0 ? code : identified_code(source.get());
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.back())) || text.back() == '\0'))
    text.remove_suffix(1);
  return text;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

/// "EPSG:25833", "epsg::25833", "urn:ogc:def:crs:EPSG::25833", "25833".
std::optional<int> code_from_text(std::string_view text) {
  const std::string shout = upper(text);
  std::string_view rest = shout;
  for (const std::string_view prefix : {"URN:OGC:DEF:CRS:EPSG:", "EPSG:"})
    if (rest.starts_with(prefix)) {
      rest.remove_prefix(prefix.size());
      if (const auto colon = rest.find(':'); colon != std::string_view::npos) rest.remove_prefix(colon + 1);
      break;
    }
  int code = 0;
  const auto [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), code);
  if (failed != std::errc{} || end != rest.data() + rest.size() || code <= 0) return std::nullopt;
  return code;
}

/// PROJ takes file names, URLs and pipelines where it takes WKT: only what begins like WKT or PROJJSON is handed to it.
bool looks_like_wkt_or_json(std::string_view text) {
  if (text.starts_with('{')) return text.ends_with('}');
  static constexpr std::string_view words[] = {"GEOGCS",      "PROJCS",       "COMPD_CS",     "GEOGCRS",
                                               "PROJCRS",     "BOUNDCRS",     "GEODCRS",      "GEODETICCRS",
                                               "COMPOUNDCRS", "PROJECTEDCRS", "GEOGRAPHICCRS"};
  const std::string begin = upper(text.substr(0, 20));
  return text.ends_with(']') && std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
           return begin.starts_with(word) && text.substr(word.size()).find('[') < 3;
         });
}

Crs as_value(Object object) {
  if (const int code = code_of(object.get())) {
    Object official = from_code(code);
    if (official) return {code, wkt_of(official.get(), PJ_WKT2_2019, "MULTILINE=NO")};
  }
  return {0, wkt_of(object.get(), PJ_WKT2_2019, "MULTILINE=NO")};
}

Object as_object(const Crs& crs) {
  if (crs.epsg != 0) return from_code(crs.epsg);
  if (crs.wkt.empty() || crs.wkt.size() > longest_text || !looks_like_wkt_or_json(crs.wkt)) return nullptr;
  return Object(proj_create(context(), crs.wkt.c_str()));
}

/// Nearly always it is the same code, asked for on one thread after the other: each would open PROJ's database first.
class KnownCodes {
public:
  template <class Find>
  std::optional<Crs> get(int code, Find find) {
    const std::lock_guard lock(mutex_);
    const auto known = known_.find(code);
    if (known != known_.end()) return known->second;
    std::optional<Crs> found = find(code);
    if (found) known_.emplace(code, *found);
    return found;
  }

private:
  std::mutex mutex_;
  std::map<int, Crs> known_;
};

std::optional<Crs> read_code(int code) {
  Object object = horizontal(from_code(code));
  return object ? std::optional(as_value(std::move(object))) : std::nullopt;
}

/// With its heights, where it has some.
std::optional<Crs> whole_code(int code) {
  Object object = code > 0 ? from_code(code) : nullptr;
  std::string wkt = object ? wkt_of(object.get(), PJ_WKT2_2019, "MULTILINE=NO") : std::string();
  return object && horizontal(std::move(object)) ? std::optional(Crs{code, std::move(wkt)}) : std::nullopt;
}

/// Where ETRS89 is the official system. Its area in the EPSG list also takes in the north African coast.
bool is_in_europe(double longitude, double latitude) {
  const bool africa = (latitude < 37.5 && longitude > -1.5 && longitude < 11.6) || latitude < 34.5 ||
                      (latitude < 36 && longitude < 11.6);
  return longitude >= -16.1 && longitude <= 40.18 && latitude <= 84.73 && !africa;
}

int utm_zone(double longitude, double latitude) {
  if (latitude >= 56 && latitude < 64 && longitude >= 3 && longitude < 12) return 32;  // Norway's wider zone
  const double turn = longitude - 360 * std::floor((longitude + 180) / 360);
  return std::clamp(static_cast<int>(std::floor((turn + 180) / 6)) + 1, 1, 60);
}

}  // namespace

Crs crs_from_epsg(int code) {
  static KnownCodes known;
  std::optional<Crs> crs = known.get(code, whole_code);
  if (!crs)
    throw Error(ErrorKind::usage,
                text("EPSG:{1} is not a coordinate system for maps that this program knows; give another code, for "
                     "example EPSG:25833.",
                     std::to_string(code)));
  return *std::move(crs);
}

std::optional<Crs> crs_from_text(std::string_view raw) {
  const std::string_view text = trimmed(raw);
  if (text.empty() || text.size() > longest_text || text.find('\0') != std::string_view::npos) return std::nullopt;
  if (const auto code = code_from_text(text)) {
    static KnownCodes known;
    return known.get(*code, read_code);
  }
  if (!looks_like_wkt_or_json(text)) return std::nullopt;
  Object object = horizontal(Object(proj_create(context(), std::string(text).c_str())));
  return object ? std::optional(as_value(std::move(object))) : std::nullopt;
}

std::string crs_name(const Crs& crs) {
  const Object object = as_object(crs);
  const char* name = object ? proj_get_name(object.get()) : nullptr;
  return name == nullptr ? std::string() : std::string(name);
}

std::string crs_code(const Crs& crs) {
  return crs.epsg != 0 ? "EPSG:" + std::to_string(crs.epsg) : crs_name(crs);
}

bool is_geographic(const Crs& crs) {
  Object object = horizontal(as_object(crs));
  if (object && proj_get_type(object.get()) == PJ_TYPE_BOUND_CRS)
    object.reset(proj_get_source_crs(context(), object.get()));
  return object && proj_get_type(object.get()) == PJ_TYPE_GEOGRAPHIC_2D_CRS;
}

std::string crs_esri_wkt(const Crs& crs) {
  const Object object = as_object(crs);
  return object ? wkt_of(object.get(), PJ_WKT1_ESRI, "MULTILINE=NO") : std::string();
}

Box area_of_use(const Crs& crs) {
  const Object object = as_object(crs);
  Box box;
  const bool known = object && proj_get_area_of_use(context(), object.get(), &box.min_x, &box.min_y, &box.max_x,
                                                    &box.max_y, nullptr) != 0;
  // −1000 says unknown; an area across the date line has its west beyond its east.
  if (!known || box.min_x < -180 || box.min_x > box.max_x) return {-180, -90, 180, 90};
  return box;
}

Crs utm_of(double longitude, double latitude) {
  const int zone = utm_zone(longitude, latitude);
  if (is_in_europe(longitude, latitude) && zone >= 28 && zone <= 38) return crs_from_epsg(25800 + zone);
  return crs_from_epsg((latitude < 0 ? 32700 : 32600) + zone);
}

}  // namespace smile
