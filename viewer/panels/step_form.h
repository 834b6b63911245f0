#pragma once
// The words of one step, edited in place: what is typed is in the plan with every letter, as one step of undo a field.

#include <QWidget>

#include "gis/plan/step.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace smile::viewer {

class Document;

class StepForm : public QWidget {
public:
  StepForm(Document& document, QWidget* parent);

  void show_step(Id step);
  void show_cut(bool cut);  ///< the picture has no room for all of it

private:
  template <class Change>
  void change(const char* field, Change change);
  void fill();
  void fill_findings(const Step& step);

  Document& document_;
  Id step_ = 0;
  bool filling_ = false;
  QLineEdit* title_;
  QPlainTextEdit *body_, *notes_;
  QComboBox *panel_, *finding_;
  QLabel *finding_label_, *cut_;
};

}  // namespace smile::viewer
