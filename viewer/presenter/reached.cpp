#include "viewer/presenter/reached.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// Paths have strokes, which would part groups of settings.
QString key_of(const std::filesystem::path& plan) {
  const QByteArray path = QFileInfo(q(plan.string())).absoluteFilePath().toUtf8();
  return "presented/" + QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24);
}

}  // namespace

void keep_reached(const std::filesystem::path& plan, Id step) {
  QSettings settings;
  if (step == 0)
    settings.remove(key_of(plan));
  else
    settings.setValue(key_of(plan), static_cast<qlonglong>(step));
  settings.sync();
}

Id reached_step(const std::filesystem::path& plan) {
  return QSettings().value(key_of(plan)).toLongLong();
}

}  // namespace smile::viewer
