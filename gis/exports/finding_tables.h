#pragma once
// What the plan keeps of its analyses, on its way into spreadsheets.

#include "gis/exports/tables.h"

namespace smile::exports {

struct FindingSheet {
  std::string name;  ///< "result_luecken": of files and sheets, without ending
  FindingPtr finding;
  std::string question;  ///< as it is typed
  bool outdated = false;
};

/// result: the name of one; "": all. Throws Error{not_found} that lists what there is.
std::vector<FindingSheet> finding_sheets(const Plan& plan, const std::string& result);
/// Its tables with figures as they are shown: rounded to the digits that are true, shares as per cent. Named
/// "result_luecken_1", "result_luecken_2" …
std::vector<Table> finding_tables(const FindingSheet& sheet);

}  // namespace smile::exports
