#include "layers/paper.h"

#include <QGuiApplication>
#include <QImage>
#include <algorithm>
#include <cmath>

#include "layers/drawn_file.h"
#include "layers/page.h"
#include "layers/pdf_file.h"

namespace smile::layers {
namespace {

struct Drawn {
  FileWriting write;
  Issues issues;
};

Drawn png(const PlanPtr& plan, const PaperSettings& settings, const Progress& progress) {
  QSize pixels =
      settings.pixels.value_or((QSizeF(settings.width_mm, settings.height_mm) / 25.4 * settings.dpi).toSize());
  double ratio = settings.dpi / 96;
  // A picture of given size is an A4 page seen from so far that it fits: letters keep their share of it.
  if (settings.pixels)
    ratio =
        std::clamp(std::min(pixels.width() / (297 * pixels_per_mm), pixels.height() / (210 * pixels_per_mm)), 0.6, 8.0);
  QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    throw Error(ErrorKind::usage, text("A picture of {1} × {2} pixels is too large.", pixels.width(), pixels.height()));
  image.setDevicePixelRatio(ratio);
  QPainter painter(&image);
  Issues issues = Page(plan, settings, QSizeF(pixels) / ratio, ratio, progress).draw(painter);
  painter.end();
  return {writing_of(png_of(std::move(image), settings.pixels ? 96 : settings.dpi)), std::move(issues)};
}

Drawn svg(const PlanPtr& plan, const PaperSettings& settings, const Progress& progress) {
  const QSizeF size = page_size(settings);
  const Page page(plan, settings, size, 2, progress);
  Issues issues;
  QByteArray bytes = svg_of(size, page.title(), [&](QPainter& painter) { issues = page.draw(painter); });
  return {writing_of(std::move(bytes)), std::move(issues)};
}

Drawn pdf(const PlanPtr& plan, const PaperSettings& settings, const Progress& progress) {
  const Page page(plan, settings, page_size(settings), 2, progress);
  const PdfSettings file{page.title(), {settings.width_mm, settings.height_mm}, settings.date.value_or(day_of(*plan))};
  DrawnPdf drawn =
      pdf_of(file, {{[&] { return [&](QPainter& painter, MapDepth depth) { return page.draw(painter, depth); }; }}});
  return {std::move(drawn.write), std::move(drawn.issues)};
}

Drawn draw_as_ending(const PlanPtr& plan, const PaperSettings& settings, const std::filesystem::path& file,
                     const Progress& progress) {
  const std::string ending = ending_of(file);
  if (ending == ".png") return png(plan, settings, progress);
  if (ending == ".svg") return svg(plan, settings, progress);
  if (ending == ".pdf") return pdf(plan, settings, progress);
  throw Error(ErrorKind::usage,
              text("A map is written as .png, .svg or .pdf; “{1}” ends otherwise.", file.filename().string()));
}

void check_settings(const PaperSettings& settings) {
  const bool fits =
      settings.width_mm >= 60 && settings.height_mm >= 60 && settings.width_mm <= 3000 && settings.height_mm <= 3000;
  if (!fits) throw Error(ErrorKind::usage, text("A page is between 60 and 3000 mm wide and high."));
  if (!(settings.dpi >= 30 && settings.dpi <= 1200))
    throw Error(ErrorKind::usage, text("A picture has between 30 and 1200 dots per inch."));
  if (settings.scale && !(*settings.scale >= 10 && *settings.scale <= 1e8))
    throw Error(ErrorKind::usage, text("A scale is between 1:10 and 1:100,000,000."));
  if (settings.pixels && (settings.pixels->width() < 200 || settings.pixels->height() < 150))
    throw Error(ErrorKind::usage, text("A picture is at least 200 × 150 pixels large."));
}

}  // namespace

Issues write_map(PlanPtr plan, const PaperSettings& settings, const std::filesystem::path& file, bool overwrite,
                 const Progress& progress) {
  load_fonts();
  check_settings(settings);
  if (!overwrite) refuse_to_replace(file);
  progress.report(text("Drawing the map"), 0.1);
  const auto [write, issues] = draw_as_ending(plan, settings, file, progress);
  progress.check();
  write_drawn(file, write);
  progress.report(text("Drawing the map"), 1);
  return issues;
}

}  // namespace smile::layers
