#pragma once
// A city's sheets: cover, the city, contents, a page or more for each district, all measures, sources. In the language
// of the program, A4 or A3, upright or across, as the plan's SheetSettings say.

#include <filesystem>

#include "gis/analysis/district_profile.h"
#include "gis/plan/plan_place.h"
#include "layers/finding_sheet.h"
#include "layers/sheet.h"

namespace smile::layers {

/// What the sheets of a plan are made from, read and counted once.
struct SheetContent {
  PlanPtr plan;
  PlanPtr map_plan;  ///< as maps on sheets show it
  LayerSet layers;
  std::filesystem::path folder;  ///< of the plan
  CityProfile profile;
  Issues issues;  ///< layers that could not be read
};
/// level 0: the one the plan shows, else the coarsest. Throws Error{needs_answer} for a plan without districts.
SheetContent sheet_content(const PlanPtr& plan, const PlanPlace& place, Id level = 0, const Progress& progress = {});

/// The same with another look: nothing is read or counted again.
SheetContent with_look(SheetContent content, SheetSettings look);

/// All pages, numbered. districts: only these, in the order of the plan, and nothing of the rest of the city; empty:
/// everything. Throws Error{not_found} for a district of another level, {cancelled}.
std::vector<SheetPage> lay_out_sheets(const SheetContent& content, const std::vector<Id>& districts = {},
                                      const Progress& progress = {});

/// One PDF with an outline, the same bytes for the same plan; or, with an ending of .png, a picture for each page
/// beside each other (“NAME-01.png” …). Throws Error{exists} unless overwrite, {usage} for another ending, {disk},
/// {cancelled}.
SheetsWritten write_sheets(const SheetContent& content, const std::vector<SheetPage>& pages,
                           const std::filesystem::path& file, bool overwrite, const Progress& progress = {});

}  // namespace smile::layers
