#include "layers/pdf_file.h"

#include <QBuffer>
#include <QHashFunctions>
#include <QPdfWriter>
#include <QSaveFile>
#include <algorithm>

#include "gis/words/issue.h"
#include "layers/page.h"
#include "layers/pdf_fonts.h"

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

}  // namespace

QByteArray pdf_of(const PdfSettings& settings, const std::vector<std::function<void(QPainter&)>>& pages) {
  constexpr int resolution = 600;
  QHashSeed::setDeterministicGlobalSeed();  // fonts are written in the order of a hash
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(resolution);
  writer.setPageSize(QPageSize(settings.size_mm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF(0, 0, 0, 0));
  writer.setTitle(settings.title);
  writer.setCreator(QStringLiteral("Smile Places"));
  QPainter painter(&writer);
  painter.scale(resolution / 96.0, resolution / 96.0);
  for (const auto& draw : pages) {
    if (&draw != &pages.front()) writer.newPage();
    painter.save();
    draw(painter);
    painter.restore();
  }
  painter.end();
  set_creation_date(bytes, settings.date);
  QHashSeed::resetRandomGlobalSeed();
  return with_timeless_fonts(bytes);
}

Date day_of(const Plan& plan) {
  return state_of(plan).value_or(Date{2000, DatePrecision::day, 1, 1});
}

void write_drawn(const std::filesystem::path& file, const QByteArray& bytes) {
  QSaveFile out(QString::fromStdString(file.string()));
  const bool written = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
  if (!written)
    throw Error(ErrorKind::disk,
                text("“{1}” could not be written: {2}", file.string(), out.errorString().toStdString()));
}

}  // namespace smile::layers
