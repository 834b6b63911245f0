// A city's sheets as a PDF, or as a picture for each page.

#include <algorithm>

#include "layers/drawn_file.h"
#include "layers/page.h"
#include "layers/pdf_file.h"
#include "layers/sheets.h"

namespace smile::layers {
namespace {

namespace fs = std::filesystem;

constexpr double picture_dpi = 150;

QSizeF size_mm(const SheetPage& page) {
  return page.size * page.zoom / pixels_per_mm;
}

QByteArray picture_of(const SheetPage& page, Issues& issues) {
  const double ratio = picture_dpi / 96;
  QImage image((page.size * page.zoom * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  image.setDevicePixelRatio(ratio);
  QPainter painter(&image);
  issues = draw(painter, page, language());
  painter.end();
  return png_of(std::move(image), picture_dpi);
}

/// "blatt.png" → "blatt-07.png".
fs::path numbered(const fs::path& file, std::size_t number, std::size_t all) {
  std::string digits = std::to_string(number);
  digits.insert(0, std::max<std::size_t>(2, std::to_string(all).size()) - std::min<std::size_t>(2, digits.size()), '0');
  return file.parent_path() / (file.stem().string() + "-" + digits + file.extension().string());
}

Issues write_pictures(const std::vector<SheetPage>& pages, const fs::path& file, bool overwrite,
                      const Progress& progress) {
  Issues issues;
  for (std::size_t i = 0; i < pages.size() && !overwrite; ++i) refuse_to_replace(numbered(file, i + 1, pages.size()));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    progress.check();
    Issues found;
    write_drawn(numbered(file, i + 1, pages.size()), writing_of(picture_of(pages[i], found)));
    issues.insert(issues.end(), found.begin(), found.end());
    progress.report(text("Drawing the pages"), static_cast<double>(i + 1) / static_cast<double>(pages.size()));
  }
  return issues;
}

Issues write_pdf(const Plan& plan, const std::vector<SheetPage>& pages, const fs::path& file,
                 const Progress& progress) {
  std::vector<PdfPage> drawn;
  for (const SheetPage& page : pages) drawn.push_back({[&page] { return drawing_of(page); }, page.bookmark});
  const PdfSettings settings{QString::fromStdString(plan.title), size_mm(pages.front()), day_of(plan)};
  const DrawnPdf pdf = pdf_of(settings, drawn, progress);
  write_drawn(file, pdf.write);
  return pdf.issues;
}

}  // namespace

SheetsWritten write_sheets(const SheetContent& content, const std::vector<SheetPage>& pages, const fs::path& file,
                           bool overwrite, const Progress& progress) {
  const std::string ending = ending_of(file);
  if (ending != ".pdf" && ending != ".png")
    throw Error(ErrorKind::usage, text("Sheets are written as .pdf, or page by page as .png; “{1}” ends otherwise.",
                                       file.filename().string()));
  SheetsWritten written{static_cast<int>(pages.size()), content.issues};
  if (ending == ".pdf" && !overwrite) refuse_to_replace(file);
  const Issues found = ending == ".pdf" ? write_pdf(*content.plan, pages, file, progress)
                                        : write_pictures(pages, file, overwrite, progress);
  written.issues.insert(written.issues.end(), found.begin(), found.end());
  keep_each_once(written.issues);
  return written;
}

}  // namespace smile::layers
