#pragma once
// Captions beside small pictures: as many lines as the picture is high, the last one ending in … where there is more.

#include <QString>

class QAbstractItemDelegate;
class QFont;
class QObject;

namespace smile::viewer {

/// Broken between words, or within one that is too long; lines are parted by QChar::LineSeparator.
QString in_lines(const QString& words, const QFont& font, int width, int most_lines);
/// Its title alone is typed, one line in the middle.
QAbstractItemDelegate* make_caption_delegate(QObject* parent);
inline constexpr int caption_title_role = Qt::UserRole + 1;

}  // namespace smile::viewer
