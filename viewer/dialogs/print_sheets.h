#pragma once
// Sheets on a printer: drawn as everywhere else.

#include "gis/jobs/progress.h"
#include "layers/sheet.h"

class QPrinter;

namespace smile::viewer {

/// Paper and orientation of these pages, their margins being their own.
void set_paper(QPrinter& printer, const layers::SheetPage& page);
/// Those the printer is asked for (from 1; 0: all). May run on any thread. Throws Error{disk}, {cancelled}.
Issues print_sheets(QPrinter& printer, const std::vector<layers::SheetPage>& pages, Language language,
                    const Progress& progress = {});

}  // namespace smile::viewer
