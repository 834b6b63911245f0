#pragma once
// Private to this room: what the parts of a shapefile say about themselves, checked before GDAL trusts them.

#include <optional>

#include "gis/formats/issue_list.h"
#include "gis/formats/source_files.h"

namespace smile {

struct ShapefileCheck {
  std::filesystem::path open;  ///< the file GDAL may open: the user's, or a mended copy
  std::optional<WorkingFolder> mended;
  std::int64_t declared = 0;  ///< records by the headers: the larger of .shp/.shx and .dbf
  std::string projection;     ///< text of the .prj, "" if there is none
  std::string code_page;      ///< text of the .cpg, "" if there is none
  int language_driver = 0;    ///< byte 29 of the .dbf
};

/// Throws Error{unreadable} if not even the header of the .shp is whole.
ShapefileCheck check_shapefile(const std::filesystem::path& shp, IssueList& issues);

}  // namespace smile
