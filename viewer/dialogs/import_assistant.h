#pragma once
// From a file to an edit of the plan: what it is, how it is read, which column is what, and the report – before
// anything changes.

#include <QString>
#include <optional>

#include "viewer/dialogs/import_source.h"

class QWidget;

namespace smile::viewer {

class Document;
class Tasks;

/// Opens above `parent` and returns; without a file it asks for one.
void open_import_assistant(QWidget* parent, Document& document, Tasks& tasks, const QString& file = {},
                           std::optional<ImportKind> kind = {});

}  // namespace smile::viewer
