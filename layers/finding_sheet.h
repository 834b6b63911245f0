#pragma once
// What an analysis found on paper, A4 landscape: the message large, chart and table beside each other, how it was made
// and from what at the foot; long tables go on, nothing is cut. Findings with a map have a page with it.

#include <filesystem>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/plan/plan.h"
#include "gis/plan/plan_place.h"
#include "layers/sheet.h"

namespace smile::layers {

struct FindingSheet {
  std::vector<SheetPage> pages;  ///< all boxes lie inside the margins, no two of them overlap
};
inline constexpr double sheet_width_mm = 297, sheet_height_mm = 210;
/// In the language of the program. with_map: the page after the first is the map and counted.
FindingSheet lay_out_sheet(const Finding& finding, const Plan& plan, bool with_map);

/// The plan as a finding's map shows it: its layer on top, no other finding's, layers it was asked about, measures
/// where it speaks of them, districts without colours.
PlanPtr plan_of_map(const Plan& plan, const Finding& finding);

struct SheetsWritten {
  int pages = 0;
  Issues issues;  ///< layers that could not be drawn
};
/// All sheets in one PDF; the same plan gives the same bytes. Writes beside and renames. Throws Error{exists} unless
/// overwrite, {usage} for another ending, {disk}, {cancelled}.
SheetsWritten write_finding_sheets(const PlanPtr& plan, const std::vector<FindingPtr>& findings, const PlanPlace& place,
                                   const std::filesystem::path& file, bool overwrite, const Progress& progress = {});

}  // namespace smile::layers
