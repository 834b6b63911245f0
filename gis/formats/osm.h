#pragma once
// Ways people may walk along, from OpenStreetMap files; read by libosmium, which keeps the numbers of nodes that GDAL
// drops.

#include <filesystem>
#include <functional>
#include <string_view>

#include "gis/formats/shared_lines.h"
#include "gis/jobs/progress.h"
#include "gis/words/report.h"

namespace smile {

/// The value of a tag; "" where the way doesn't have it.
using OsmTags = std::function<std::string_view(const char* key)>;

/// Whether people may walk along a way with these tags, as OpenStreetMap's table of access in Germany has it:
/// streets, paths and steps unless foot or access forbid it; motorways, trunk roads and motor roads only with a
/// pavement or where it is said; cycleways and bridleways only where it is said. area=yes changes nothing: of squares
/// the outline is walked along.
bool may_walk(const OsmTags& tags);

/// .osm.pbf, .osm, .osm.gz, .osm.bz2, as the first bytes say.
bool is_osm_file(const std::filesystem::path& file);

struct OsmWays {
  SharedLines lines;  ///< longitude, latitude; vertices are the file's nodes
  Report report;      ///< declared: ways of the file; read: those people may walk along
};

/// Ways whose extent meets `around` (longitude/latitude; empty: all of them). A way with nodes that are missing in the
/// file (an extract) is cut there. Throws Error{not_found|refused|unreadable|cancelled}.
OsmWays read_osm_ways(const std::filesystem::path& file, const Box& around, const Progress& progress = {});

}  // namespace smile
