#pragma once
// What the menus do to measures and to the window, beyond one line.

#include "viewer/window/settings.h"

namespace smile::viewer {

class MainWindow;

void new_measure(MainWindow& window);
void duplicate_selected(MainWindow& window);
void delete_selected(MainWindow& window);
void select_all(MainWindow& window);
void select_by_value(MainWindow& window);
void ask_the_map(MainWindow& window);
void show_results(MainWindow& window);
void focus_search(MainWindow& window);
void focus_scale(MainWindow& window);
void show_selection(MainWindow& window);
void place_in_city(MainWindow& window);
void remove_place(MainWindow& window);
/// Whether drawing meets what is there; kept for the next start.
void toggle_snapping(MainWindow& window);
void toggle_projector(MainWindow& window);
void type_coordinates(MainWindow& window);
void open_settings(MainWindow& window);
/// Keep the choice and make the window anew at once.
void switch_language(MainWindow& window, Language language);
void switch_theme(MainWindow& window, ThemeChoice theme);
void show_keys(MainWindow& window);
void show_about(MainWindow& window);

}  // namespace smile::viewer
