#pragma once
// Private to this room: from what the user named to the datasets in it. What a file is, is decided by its content,
// never by its name alone.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/formats/working_folder.h"
#include "gis/jobs/progress.h"

namespace smile {

enum class Format { shapefile, geopackage, geojson, geojson_lines, kml, gml, flatgeobuf, dxf };

struct Dataset {
  Format format = Format::geojson;
  std::filesystem::path file;  ///< a regular file, absolute
  std::string name;            ///< stem; with its folder inside an archive
};

struct SourceFiles {
  std::string shown;              ///< as the user named it
  std::vector<Dataset> datasets;  ///< at least one
  std::optional<WorkingFolder> unpacked;
};

/// Throws Error{not_found|refused|unreadable|disk|cancelled}.
SourceFiles open_source(const std::filesystem::path& file, const Progress& progress);

/// What the file's first bytes say; std::nullopt for anything that isn't read here.
std::optional<Format> format_of(const std::filesystem::path& file);

/// Refuses XML that declares a document type or entities (bombs), or nests absurdly deep. Throws Error{refused}.
void check_xml(const std::filesystem::path& file);

}  // namespace smile
