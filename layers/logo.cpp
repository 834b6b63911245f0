#include "layers/logo.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include "gis/words/issue.h"

namespace smile::layers {

std::string read_logo(const std::filesystem::path& file) {
  constexpr int longest = 600;  // pixels: 6 cm at 250 to the inch
  std::error_code problem;
  if (!std::filesystem::is_regular_file(file, problem))
    throw Error(ErrorKind::not_found, text("There is no file “{1}” to take the logo from.", file.string()));
  QImageReader reader(QString::fromStdString(file.string()));
  reader.setAutoTransform(true);
  reader.setDecideFormatFromContent(true);
  // Scaled while it is read: a photo of any size takes little memory.
  if (const QSize size = reader.size(); size.width() > longest || size.height() > longest)
    reader.setScaledSize(size.scaled(longest, longest, Qt::KeepAspectRatio));
  const QImage image = reader.read();
  if (image.isNull())
    throw Error(ErrorKind::unreadable,
                text("“{1}” is no picture that can be read; take a PNG, JPEG or SVG as logo.", file.string()));
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes.toBase64().toStdString();
}

}  // namespace smile::layers
