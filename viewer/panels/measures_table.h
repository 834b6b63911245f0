#pragma once
// The idea pool as a table: sort by true values, filter, copy to a spreadsheet. Its selection is the Document's.

class QWidget;

namespace smile::viewer {

class Document;

QWidget* make_measures_table(Document& document, QWidget* parent);

}  // namespace smile::viewer
