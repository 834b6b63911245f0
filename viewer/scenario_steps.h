#pragma once
// What menus, keys and tables do to the scenario that is shown.

class QMenu;
class QWidget;

namespace smile::viewer {

class Document;

/// Of the selected measures; asks for its name. Shown from then on.
void new_scenario(Document& document, QWidget* parent);
/// Another name for the one that is shown.
void rename_shown_scenario(Document& document, QWidget* parent);
/// The selected measures come into the one that is shown; where all of them are in it, they go.
void switch_selected(Document& document);
/// Whether there is something to switch: a scenario is shown, measures are selected, the plan may be changed.
bool can_switch_selected(const Document& document);

/// Which scenario is shown, and what can be done to scenarios. An empty list says what belongs there.
void fill_scenario_menu(QMenu& menu, Document& document, QWidget* parent);

}  // namespace smile::viewer
