#pragma once
// A table of figures is joined to the districts by code or name.

#include <optional>
#include <string>
#include <vector>

#include "gis/formats/text_table.h"
#include "gis/intake/districts.h"

namespace smile {

struct StatisticsOptions {
  std::optional<std::string> level;        ///< default: the level most rows match
  std::optional<std::string> key_field;    ///< column with codes or names; default: guessed by how many rows match
  std::optional<int> year;                 ///< default: from the column or the file name
  std::optional<std::string> inhabitants;  ///< column that counts all inhabitants; default: guessed ("einwohner", "population", "Gesamt" …)
  std::vector<std::pair<std::string, std::string>> aliases;  ///< name in the table, code or name of the district
};

/// Subtotal rows (a name or code that is no district and whose figures are the sum of others, or says "gesamt", "Stadt", a coarser level's name) are notes;
/// names that match nothing are warnings with the nearest names as proposal; "x", ".", "–" and −1 in counts are suppressed or missing, never 0: each kind is counted in a note.
Intake intake_statistics(const TextTable& table, const std::string& file, const StatisticsOptions& options, const Plan& plan,
                         const Progress& progress = {});

}  // namespace smile
