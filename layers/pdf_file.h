#pragma once
// PDF files of one or many pages: the same drawing gives the same bytes on every day.

#include <QPainter>
#include <QString>
#include <functional>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/plan/plan.h"
#include "layers/drawn_file.h"
#include "layers/sheet.h"

namespace smile::layers {

struct PdfSettings {
  QString title;
  QSizeF size_mm{297, 210};
  Date date;  ///< stands as the day it was made
};

/// Draws a part of a page in logical pixels of 1/96 inch; returns what could not be drawn.
using PartDrawing = std::function<Issues(QPainter&, MapDepth)>;
/// Pages are made ready and drawn on any thread. The ground is drawn first, by itself, then what lies above it (see
/// pdf_paths.h): its text above all else on the page. The whole is drawn where the ground has pictures or patterns.
struct PdfPage {
  std::function<PartDrawing()> make_ready;
  QString bookmark = {};  ///< in the outline; "": none
};
/// Of a page on paper, which has to stay.
PartDrawing drawing_of(const SheetPage& page);
struct DrawnPdf {
  FileWriting write;
  Issues issues;  ///< in the order of the pages
};
/// Long documents are drawn in parts side by side. Throws Error{cancelled}.
DrawnPdf pdf_of(const PdfSettings& settings, const std::vector<PdfPage>& pages, const Progress& progress = {});

/// The state of the plan (see page.h); where it has none, one that stays the same.
Date day_of(const Plan& plan);

}  // namespace smile::layers
