#pragma once
// Everything that can be asked of the map: kinds of questions left, the fields of the chosen one right. The answer is
// kept in the plan and shown among its results.

#include "gis/plan/finding.h"

class QDialog;
class QWidget;

namespace smile::viewer {

class Document;

/// Does not hold the window; there is one at a time. owner: shown as long as the plan is, the dialog goes with it.
/// question: what it begins with; an empty kind: what stands in a dialog that is open already, else the first.
QDialog* open_ask_dialog(Document& document, QWidget& owner, const Question& question = {});

}  // namespace smile::viewer
