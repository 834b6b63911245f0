#include "viewer/dialogs/print_sheets.h"

#include <QPageLayout>
#include <QPainter>
#include <QPrinter>
#include <algorithm>

#include "gis/words/issue.h"
#include "layers/page.h"

namespace smile::viewer {

void set_paper(QPrinter& printer, const layers::SheetPage& page) {
  const QSizeF mm = page.size * page.zoom / layers::pixels_per_mm;
  const bool portrait = mm.height() > mm.width();
  printer.setFullPage(true);
  printer.setPageSize(QPageSize(portrait ? mm : mm.transposed(), QPageSize::Millimeter, {}, QPageSize::FuzzyMatch));
  printer.setPageOrientation(portrait ? QPageLayout::Portrait : QPageLayout::Landscape);
}

Issues print_sheets(QPrinter& printer, const std::vector<layers::SheetPage>& pages, Language language,
                    const Progress& progress) {
  const int count = static_cast<int>(pages.size());
  const int first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
  const int end = printer.toPage() > 0 ? std::min(printer.toPage(), count) : count;
  const auto refuse = [] { return Error(ErrorKind::disk, text("The printer does not take the pages.")); };
  QPainter painter;
  if (!painter.begin(&printer)) throw refuse();
  const double scale = printer.resolution() / 96.0;
  Issues issues;
  for (int page = first; page < end; ++page) {
    if (progress.stopped()) printer.abort();
    progress.check();
    progress.report(text("Page {1} of {2}", page + 1, count), static_cast<double>(page - first) / (end - first));
    if (page > first && !printer.newPage()) throw refuse();
    painter.save();
    painter.scale(scale, scale);
    const Issues found = layers::draw(painter, pages[static_cast<std::size_t>(page)], language);
    issues.insert(issues.end(), found.begin(), found.end());
    painter.restore();
  }
  if (!painter.end()) throw refuse();
  return issues;
}

}  // namespace smile::viewer
