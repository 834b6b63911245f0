#pragma once
// What the program remembers between two starts: language, theme, recent plans, layout. Nothing of a plan.

#include <QByteArray>
#include <QStringList>
#include <filesystem>

#include "gis/words/words.h"

namespace smile::viewer {

enum class ThemeChoice { system, light, dark };

/// The language kept, else the system's: German for German, English for all others.
Language kept_language();
void keep_language(Language language);
ThemeChoice kept_theme();
void keep_theme(ThemeChoice theme);

/// Whether drawing meets what is there: yes until set.
bool kept_snapping();
void keep_snapping(bool on);

/// Newest first, at most ten, only those that are still there.
QStringList recent_plans();
void remember_plan(const std::filesystem::path& plan);

/// How the last map was put on paper.
struct PaperChoice {
  bool a3 = false;
  bool portrait = false;
  int dpi = 150;
  double scale = 0;  ///< 1:n; 0: as large as fits
};
PaperChoice kept_paper();
void keep_paper(const PaperChoice& paper);

QByteArray kept_geometry();
QByteArray kept_layout();
void keep_layout(const QByteArray& geometry, const QByteArray& layout);
/// The folder of the last file dialog, else the documents folder.
QString last_folder();
void keep_folder(const QString& file);

}  // namespace smile::viewer
