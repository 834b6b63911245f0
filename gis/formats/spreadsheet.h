#pragma once
// XLSX and ODS sheets as rows of text, read by GDAL's two drivers and no other.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/formats/text_table.h"

namespace smile {

struct Sheet {
  std::string name;
  std::vector<std::string> all;  ///< names of the sheets that have rows, in the order of the file
  std::vector<TextRow> rows;     ///< numbered from 1 without gaps; dates as ISO, numbers with a point
};

/// format "XLSX" or "ODS"; sheet: default the first with at least two rows. Throws Error{refused} for what isn't such a
/// file or inflates to more than 256 MB, {not_found} for a sheet that isn't there, {unreadable}.
Sheet read_sheet(const std::filesystem::path& file, const std::string& format, const std::optional<std::string>& sheet,
                 const Progress& progress);

}  // namespace smile
