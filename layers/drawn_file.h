#pragma once
// What all drawings share that end as a file: by which ending, over what, as which bytes.

#include <QByteArray>
#include <QIODevice>
#include <QImage>
#include <QPainter>
#include <filesystem>
#include <functional>
#include <string>

#include "gis/words/issue.h"

namespace smile::layers {

/// In small letters: ".pdf".
std::string ending_of(const std::filesystem::path& file);
/// Throws Error{exists} if it is there.
void refuse_to_replace(const std::filesystem::path& file);
/// How bytes come into a file: a large one is not held. False: not all could be written.
using FileWriting = std::function<bool(QIODevice&)>;
FileWriting writing_of(QByteArray bytes);
/// Written beside, synced and renamed. Throws Error{disk}, and what `write` throws.
void write_drawn(const std::filesystem::path& file, const FileWriting& write);

/// Opaque, with its table of colours where it has one. dpi: how large it is meant to be.
QByteArray png_of(QImage image, double dpi = 96);
/// In logical pixels. Texts stay texts, of a font that the reader may not have.
QByteArray svg_of(QSizeF size, const QString& title, const std::function<void(QPainter&)>& draw);

/// A layer that fails does so on every page: once is enough.
void keep_each_once(Issues& issues);

}  // namespace smile::layers
