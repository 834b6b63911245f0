#pragma once
// PDF files of one or many pages, and pictures on the disk: the same drawing gives the same bytes on every day.

#include <QByteArray>
#include <QPainter>
#include <QString>
#include <filesystem>
#include <functional>
#include <vector>

#include "gis/plan/plan.h"

namespace smile::layers {

struct PdfSettings {
  QString title;
  QSizeF size_mm{297, 210};
  Date date;  ///< stands as the day it was made
};

/// Each page is drawn in logical pixels of 1/96 inch.
QByteArray pdf_of(const PdfSettings& settings, const std::vector<std::function<void(QPainter&)>>& pages);

/// The state of the plan (see page.h); where it has none, one that stays the same.
Date day_of(const Plan& plan);

/// Written beside, synced and renamed. Throws Error{disk}.
void write_drawn(const std::filesystem::path& file, const QByteArray& bytes);

}  // namespace smile::layers
