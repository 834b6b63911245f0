#pragma once
// What the menu Present does.

#include "gis/plan/district.h"

namespace smile::viewer {

class MainWindow;
class Presenter;

/// From the first step; where there is none, the panel that makes them is shown.
void present(MainWindow& window);
/// From that step; 0: the first.
void present_at(MainWindow& window, Id step);
/// From the step that is chosen in the panel.
void present_from_here(MainWindow& window);
void show_steps_panel(MainWindow& window);
/// In the status bar, for a while: that so many steps were made at once.
void say_how_many_steps(MainWindow& window, std::size_t made);
void new_step(MainWindow& window);
/// For the selected district; where none is, the panel asks which.
void make_district_steps(MainWindow& window);
void make_city_steps(MainWindow& window);
/// After a crash: offers to go on at the step that was reached.
void offer_to_continue(MainWindow& window);
/// Of the open plan; nullptr: never presented.
Presenter* presenter_of(MainWindow& window);

}  // namespace smile::viewer
