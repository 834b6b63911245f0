#pragma once
// Finds measures and districts by number, title, name or code, and goes there.

#include <QLineEdit>

class QStandardItemModel;

namespace smile::viewer {

class Document;

class SearchField : public QLineEdit {
public:
  SearchField(Document& document, QWidget* parent);

private:
  void fill();
  void go(const QString& row);

  Document& document_;
  QStandardItemModel* rows_;
  bool stale_ = true;

protected:
  void focusInEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace smile::viewer
