#pragma once
// The presentation to take away: a file is asked for, and written while the work goes on.

#include <QString>
#include <string>
#include <vector>

#include "layers/deck.h"

namespace smile::viewer {

class MainWindow;

/// Where there is no step to show, the panel that makes them is shown instead.
void export_deck(MainWindow& window);
void export_handout(MainWindow& window);
/// Over what is there: whoever named the file was asked.
void write_deck_file(MainWindow& window, layers::DeckFile settings);

/// The kinds of file that are offered, as the dialog words them; what each means besides its ending.
struct DeckKind {
  QString filter;  ///< "PDF (*.pdf)"
  bool handout = false;
  bool notes = false;
};
std::vector<DeckKind> deck_kinds(bool handout);
/// The file that was named, as the kind that was chosen beside it; where its ending says another kind, that one
/// without notes: nobody has asked for them.
layers::DeckFile deck_file(const std::string& named, const std::vector<DeckKind>& kinds, const QString& filter);

}  // namespace smile::viewer
