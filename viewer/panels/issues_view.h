#pragma once
// The quiet tree that shows issues: the sentence that matters is read in full, over several lines if it must be.

#include <QTreeView>

namespace smile::viewer {

class IssuesModel;

class IssuesView : public QTreeView {
  Q_OBJECT
public:
  IssuesView(IssuesModel& model, QWidget* parent);

  /// Shows the group of notes by its line alone.
  void collapse_notes();

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void take_model();
  void fit_columns();
  int take_width(int column, int most);
  int content_width(int column) const;

  IssuesModel& model_;
};

}  // namespace smile::viewer
