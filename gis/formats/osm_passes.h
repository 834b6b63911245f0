#pragma once
// Private to this room: files of OpenStreetMap pass by pass, and the positions of the nodes somebody needs. libosmium
// stays behind it.

#include <algorithm>
#include <filesystem>
#include <limits>
#include <osmium/io/any_input.hpp>
#include <osmium/osm.hpp>
#include <string>
#include <vector>

#include "gis/geometry/geometry.h"
#include "gis/jobs/progress.h"
#include "gis/words/issue.h"

namespace smile {

/// How libosmium calls the format of the file, by its first bytes; "" for what is none of OpenStreetMap's.
std::string osm_format(const std::filesystem::path& file);

/// One pass through the file.
template <class Object, class Use>
void each_osm(const osmium::io::File& file, osmium::osm_entity_bits::type entity, const Progress& progress, Use use) {
  osmium::io::Reader reader(file, entity);
  while (const osmium::memory::Buffer buffer = reader.read()) {
    progress.check();
    progress.report(text("Reading OpenStreetMap"),
                    reader.file_size() == 0
                        ? -1.0
                        : static_cast<double>(reader.offset()) / static_cast<double>(reader.file_size()));
    for (const Object& object : buffer.select<Object>())
      if (object.visible()) use(object);
  }
  reader.close();
}

/// read(file, its name) with what libosmium throws, and zlib and expat through it, as a sentence. Throws
/// Error{not_found|refused|unreadable}, and what read throws.
template <class Read>
auto read_osm(const std::filesystem::path& file, Read read) {
  const std::string shown = file.filename().string();
  if (!std::filesystem::exists(file)) throw Error(ErrorKind::not_found, text("There is no file “{1}”.", file.string()));
  const std::string format = std::filesystem::is_regular_file(file) ? osm_format(file) : "";
  if (format.empty())
    throw Error(ErrorKind::refused, text("“{1}” is no file of OpenStreetMap (.osm.pbf or .osm).", shown));
  try {
    return read(osmium::io::File(file.string(), format), shown);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& problem) {
    throw Error(ErrorKind::unreadable,
                text("“{1}” is damaged ({2}); download it again.", shown, std::string(problem.what())));
  }
}

/// Positions of nodes by their id; those the file lacks stay unknown.
class OsmNodePlaces {
public:
  explicit OsmNodePlaces(std::vector<osmium::object_id_type> ids) : ids_(std::move(ids)) {
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    at_.assign(ids_.size(), {unknown, unknown});
  }
  void keep(const osmium::Node& node) {
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), node.id());
    if (found == ids_.end() || *found != node.id() || !node.location().valid()) return;
    at_[static_cast<std::size_t>(found - ids_.begin())] = {node.location().lon(), node.location().lat()};
  }
  /// Of a node that was asked for.
  std::uint32_t number(osmium::object_id_type id) const {
    return static_cast<std::uint32_t>(std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin());
  }
  Point operator[](std::uint32_t number) const { return at_[number]; }
  bool known(std::uint32_t number) const { return at_[number].x == at_[number].x; }
  std::size_t size() const { return at_.size(); }

private:
  std::vector<osmium::object_id_type> ids_;
  std::vector<Point> at_;
};

}  // namespace smile
