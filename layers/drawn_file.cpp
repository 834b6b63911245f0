#include "layers/drawn_file.h"

#include <QBuffer>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <regex>

#include "layers/label.h"

namespace smile::layers {
namespace {

/// QSvgGenerator writes neither the spacing of letters nor what to take where the font is missing.
QByteArray with_text_attributes(const QByteArray& svg) {
  std::string out = svg.toStdString();
  out = std::regex_replace(out, std::regex("font-family=\"Open Sans\""),
                           "font-family=\"Open Sans, Noto Sans, Arial, sans-serif\"");
  char spacing[40];
  std::snprintf(spacing, sizeof spacing, "$& letter-spacing=\"%.2f\"", 11 * district_spacing);
  out = std::regex_replace(out, std::regex("font-size=\"11\" font-weight=\"600\""), spacing);
  return QByteArray::fromStdString(out);
}

}  // namespace

std::string ending_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending;
}

void refuse_to_replace(const std::filesystem::path& file) {
  if (std::filesystem::exists(file))
    throw Error(ErrorKind::exists,
                text("“{1}” is there already; choose another name or allow overwriting.", file.string()));
}

FileWriting writing_of(QByteArray bytes) {
  return [bytes = std::move(bytes)](QIODevice& out) { return out.write(bytes) == bytes.size(); };
}

void write_drawn(const std::filesystem::path& file, const FileWriting& write) {
  QSaveFile out(QString::fromStdString(file.string()));
  const bool opened = out.open(QIODevice::WriteOnly);
  errno = 0;
  const bool written = opened && write(out);
  const qint64 size = opened ? out.size() : 0;
  if (written && out.commit()) return;
  // Of a full disk Qt says no more than "Unknown error".
  const bool no_room = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
  std::error_code problem;
  const auto space = std::filesystem::space(std::filesystem::absolute(file).parent_path(), problem);
  if (opened && (no_room || (!problem && space.available < static_cast<std::uintmax_t>(size))))
    throw Error(
        ErrorKind::disk,
        text("“{1}” could not be written: the disk is full; make room there or choose another folder.", file.string()));
  throw Error(ErrorKind::disk, text("“{1}” could not be written: {2}", file.string(), out.errorString().toStdString()));
}

QByteArray png_of(QImage image, double dpi) {
  image.setDevicePixelRatio(1);
  image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / 0.0254)));
  image.setDotsPerMeterY(image.dotsPerMeterX());
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (image.format() != QImage::Format_Indexed8) image = image.convertToFormat(QImage::Format_RGB32);
  image.save(&buffer, "PNG");
  return bytes;
}

QByteArray svg_of(QSizeF size, const QString& title, const std::function<void(QPainter&)>& draw) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(96);
  generator.setSize(size.toSize());
  generator.setViewBox(QRectF(QPointF(), size));
  generator.setTitle(title);
  QPainter painter(&generator);
  draw(painter);
  painter.end();
  return with_text_attributes(bytes);
}

void keep_each_once(Issues& issues) {
  Issues once;
  for (Issue& issue : issues)
    if (std::none_of(once.begin(), once.end(), [&](const Issue& other) { return other.message == issue.message; }))
      once.push_back(std::move(issue));
  issues = std::move(once);
}

}  // namespace smile::layers
