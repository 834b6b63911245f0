#pragma once
// The steps of the presentation: a list with small pictures that is put in order by dragging or with Ctrl and the arrow
// keys, and the words of the chosen one.

#include <functional>

#include "gis/plan/district.h"

class QWidget;

namespace smile::viewer {

class Document;
class LayerStore;
class MapView;

/// present: begins the presentation at a step.
QWidget* make_steps_panel(Document& document, MapView& map, LayerStore& layers, std::function<void(Id)> present,
                          QWidget* parent);
/// The step that is chosen in a panel; 0: none.
Id chosen_step(const QWidget& panel);
void choose_step(QWidget& panel, Id step);

}  // namespace smile::viewer
