#pragma once
// What can be done with a layer of context.

#include <QString>
#include <QStringList>

#include "gis/plan/plan.h"

namespace smile::viewer {

class MainWindow;

/// Opens the dialog that makes places of a file, of this one where it is said.
void add_places(MainWindow& window, const QString& file = {});
/// Asks for a file and opens the import assistant on it.
void add_layer_from_file(MainWindow& window);
/// Several files become layers as one step that undo takes back; those that can't be read are said, each with its
/// reason.
void add_layers_from_files(MainWindow& window, const QStringList& files);
/// Asks where the file of a layer is now.
void find_layer_file(MainWindow& window, Id layer);
/// Its features are copied into the plan file, in a task; then the plan needs the layer's file no more.
void take_into_plan(MainWindow& window, Id layer);
/// "Take into the plan (8 MB)": the size as far as it is known.
QString take_into_plan_label(MainWindow& window, Id layer);
/// Asks for a file and writes the layer's features into it, in a task.
void save_layer_as(MainWindow& window, Id layer);
void save_layer_to(MainWindow& window, Id layer, const QString& file);
void remove_layer_of(MainWindow& window, Id layer);
/// One step up (towards the reader) or down among the layers of context.
void move_layer(MainWindow& window, Id layer, int steps);
void zoom_to_layer(MainWindow& window, Id layer);

}  // namespace smile::viewer
