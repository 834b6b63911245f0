#pragma once
// Palette, fonts and icons of the window, light and dark.

#include <QIcon>
#include <QPalette>

#include "layers/camera.h"
#include "layers/palette.h"
#include "viewer/window/settings.h"

namespace smile::viewer {

/// Call once before the first apply_look: remembers what the system's colours and font are.
void learn_system_look();
layers::Theme theme_of(ThemeChoice choice);
/// Style, palette, style sheet, font and icon theme of the whole program.
void apply_look(layers::Theme theme);
layers::Theme current_theme();
/// Whether the window is to be read from the back of a room: apply_look then takes large fonts and strong contrasts.
void set_for_projector(bool on);
bool for_projector();
/// The map's smallest texts have ten pixels; eighteen are read from afar.
using layers::projector_magnification;
QPalette palette_of(layers::Theme theme);  ///< with strong contrasts while for_projector()
/// Edges of boxes and fields.
QColor outline_of(layers::Theme theme);
/// An icon of the icon theme by its standard name.
QIcon icon(const char* name);
/// Loads Qt's own words (file dialogs, menus of text fields) for the language of the program.
void load_qt_words();

}  // namespace smile::viewer
