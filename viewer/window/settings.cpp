#include "viewer/window/settings.h"

#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr qsizetype most_recent = 10;
constexpr int layout_version = 2;  ///< a layout of another version is not restored

}  // namespace

Language kept_language() {
  const QString kept = QSettings().value("language").toString();
  if (kept == "de") return Language::german;
  if (kept == "en") return Language::english;
  return QLocale::system().language() == QLocale::German ? Language::german : Language::english;
}

void keep_language(Language language) {
  QSettings().setValue("language", language == Language::german ? "de" : "en");
}

ThemeChoice kept_theme() {
  const QString kept = QSettings().value("theme").toString();
  return kept == "light" ? ThemeChoice::light : kept == "dark" ? ThemeChoice::dark : ThemeChoice::system;
}

void keep_theme(ThemeChoice theme) {
  QSettings().setValue("theme", theme == ThemeChoice::light ? "light" : theme == ThemeChoice::dark ? "dark" : "system");
}

bool kept_snapping() {
  return QSettings().value("snapping", true).toBool();
}

void keep_snapping(bool on) {
  QSettings().setValue("snapping", on);
}

QStringList recent_plans() {
  QStringList there;
  for (const QString& plan : QSettings().value("recent").toStringList())
    if (QFileInfo::exists(plan)) there << plan;
  return there;
}

void remember_plan(const std::filesystem::path& plan) {
  const QString name = QFileInfo(q(plan.string())).absoluteFilePath();
  QStringList all = recent_plans();
  all.removeAll(name);
  all.prepend(name);
  QSettings().setValue("recent", all.mid(0, most_recent));
}

PaperChoice kept_paper() {
  const QSettings kept;
  return {kept.value("paper/a3", false).toBool(), kept.value("paper/portrait", false).toBool(),
          kept.value("paper/dpi", 150).toInt(), kept.value("paper/scale", 0).toDouble()};
}

void keep_paper(const PaperChoice& paper) {
  QSettings kept;
  kept.setValue("paper/a3", paper.a3);
  kept.setValue("paper/portrait", paper.portrait);
  kept.setValue("paper/dpi", paper.dpi);
  kept.setValue("paper/scale", paper.scale);
}

QByteArray kept_geometry() {
  return QSettings().value("geometry").toByteArray();
}

QByteArray kept_layout() {
  return QSettings().value("layout_version").toInt() == layout_version ? QSettings().value("layout").toByteArray()
                                                                       : QByteArray();
}

void keep_layout(const QByteArray& geometry, const QByteArray& layout) {
  QSettings settings;
  settings.setValue("geometry", geometry);
  if (layout.isEmpty()) return;
  settings.setValue("layout", layout);
  settings.setValue("layout_version", layout_version);
}

QString last_folder() {
  const QString kept = QSettings().value("folder").toString();
  return QFileInfo(kept).isDir() ? kept : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void keep_folder(const QString& file) {
  QSettings().setValue("folder", QFileInfo(file).absolutePath());
}

}  // namespace smile::viewer
