#include "layers/pdf_file.h"

#include <QBuffer>
#include <QHashFunctions>
#include <QPdfWriter>
#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <span>
#include <thread>

#include "layers/page.h"
#include "layers/pdf_parts.h"

namespace smile::layers {
namespace {

/// QPdfWriter stamps the time of writing. The state of the plan takes its place, in as many bytes, so that no offset in
/// the file moves.
void set_creation_date(QByteArray& pdf, const Date& date) {
  char stamp[24];
  std::snprintf(stamp, sizeof stamp, "D:%04d%02d%02d000000", date.year, std::clamp(date.part, 1, 12),
                std::clamp(date.day, 1, 31));
  const QByteArray marker("/CreationDate (D:");
  for (qsizetype at = pdf.indexOf(marker); at >= 0; at = pdf.indexOf(marker, at + 1)) {
    const qsizetype begin = at + marker.size() - 2;
    const qsizetype end = pdf.indexOf(')', begin);
    if (end - begin < 16) continue;
    QByteArray replacement(stamp, 16);
    if (end - begin == 17) replacement += 'Z';
    if (end - begin >= 23) replacement += "+00'00'";
    while (replacement.size() < end - begin) replacement += ' ';
    pdf.replace(begin, end - begin, replacement);
  }
}

/// Each piece of work on a thread of its own that has set no text yet: Qt keeps fonts for each thread, and what was set
/// before moves a glyph by a 64th of a pixel. Of what they throw, the first is thrown on.
template <class Work>
void on_fresh_threads(std::size_t count, Work work) {
  std::vector<std::exception_ptr> problems(count);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < count; ++i)
      threads.emplace_back([&, i] {
        try {
          work(i);
        } catch (...) {
          problems[i] = std::current_exception();
        }
      });
  }
  for (const std::exception_ptr& problem : problems)
    if (problem) std::rethrow_exception(problem);
}

constexpr int resolution = 600;

Issues draw_in_pixels(QPainter& painter, const PartDrawing& draw, MapDepth what) {
  painter.save();
  painter.scale(resolution / 96.0, resolution / 96.0);
  Issues found = draw(painter, what);
  painter.restore();
  return found;
}

/// Paths into the part, everything else onto the page of the painter.
Issues draw_page(QPainter& painter, QSize points, const PartDrawing& draw, PdfPart& part) {
  std::vector<PathSpool::Place>& paths = part.paths.emplace_back();
  Issues issues;
  const auto ground =
      paths_of(points, resolution, [&](QPainter& onto) { issues = draw_in_pixels(onto, draw, MapDepth::ground); });
  if (!ground) return draw_in_pixels(painter, draw, MapDepth::whole);
  const auto draw_above = [&](QPainter& onto) {
    const Issues found = draw_in_pixels(onto, draw, MapDepth::above);
    issues.insert(issues.end(), found.begin(), found.end());
  };
  paths.push_back(part.spool.keep(*ground));
  paths.push_back(part.spool.keep(paths_of(points, resolution, draw_above, painter)));
  return issues;
}

PdfPart drawn_part(const PdfSettings& settings, std::span<const PdfPage> pages, std::span<Issues> issues,
                   const Progress& progress, const std::function<void()>& note_page) {
  PdfPart part;
  QBuffer buffer(&part.file);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(resolution);
  writer.setPageSize(QPageSize(settings.size_mm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF(0, 0, 0, 0));
  writer.setTitle(settings.title);
  writer.setCreator(QStringLiteral("Smile Places"));
  const QSize points = writer.pageLayout().fullRectPoints().size();
  QPainter painter(&writer);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    progress.check();
    if (i > 0) writer.newPage();
    const PartDrawing draw = pages[i].make_ready();
    issues[i] = draw_page(painter, points, draw, part);
    note_page();
  }
  painter.end();
  set_creation_date(part.file, settings.date);
  return part;
}

}  // namespace

PartDrawing drawing_of(const SheetPage& page) {
  return [ready = std::make_shared<const SheetDrawing>(page, language())](QPainter& painter, MapDepth part) {
    return ready->draw(painter, part);
  };
}

DrawnPdf pdf_of(const PdfSettings& settings, const std::vector<PdfPage>& pages, const Progress& progress) {
  QHashSeed::setDeterministicGlobalSeed();  // fonts are written in the order of a hash
  // As many parts on every machine: each carries the fonts it uses, so their number shows in the bytes.
  const std::size_t count = pages.size() < 8 ? 1 : 4;
  const auto parts = std::make_shared<std::vector<PdfPart>>(count);
  std::vector<Issues> issues(pages.size());
  std::size_t drawn = 0;
  std::mutex mutex;  // who listens expects one voice
  const auto note_page = [&] {
    const std::lock_guard lock(mutex);
    progress.report(text("Drawing the pages"), static_cast<double>(++drawn) / static_cast<double>(pages.size()));
  };
  on_fresh_threads(count, [&](std::size_t part) {
    const std::size_t begin = pages.size() * part / count, end = pages.size() * (part + 1) / count;
    (*parts)[part] = drawn_part(settings, std::span(pages).subspan(begin, end - begin),
                                std::span(issues).subspan(begin, end - begin), progress, note_page);
  });
  std::vector<QString> bookmarks;
  for (const PdfPage& page : pages) bookmarks.push_back(page.bookmark);
  const QString words = language() == Language::german ? QStringLiteral("de") : QStringLiteral("en");
  DrawnPdf out{[=](QIODevice& to) { return write_joined(to, *parts, bookmarks, words); }, {}};
  QHashSeed::resetRandomGlobalSeed();
  for (const Issues& found : issues) out.issues.insert(out.issues.end(), found.begin(), found.end());
  return out;
}

Date day_of(const Plan& plan) {
  return state_of(plan).value_or(Date{2000, DatePrecision::day, 1, 1});
}

}  // namespace smile::layers
