#pragma once
// The steps as a list with small pictures: chosen one or several at a time, put in order by dragging, named in place.

#include <QListWidget>

#include "gis/plan/step.h"

namespace smile::viewer {

class Document;

class StepsList : public QListWidget {
  Q_OBJECT
public:
  StepsList(Document& document, QWidget* parent);

  /// The one whose words are shown; 0: none.
  Id chosen() const;
  /// In the order of the list.
  std::vector<Id> selected() const;
  /// These and no others; the first is the chosen one, and as many as fit are in sight.
  void choose(const std::vector<Id>& steps);
  void edit_title();  ///< of the chosen one, in its place
  /// Shows the steps as the plan has them. True: there are others than before, or in another order.
  bool follow_plan();
  void show_picture(Id step, const QImage& picture);
  std::vector<Id> order() const;

signals:
  void named(smile::Id step, const QString& title);

private:
  bool fill(const std::vector<Id>& steps);
  void describe(QListWidgetItem& item, const Step& step, int number);
  QListWidgetItem* item_of(Id step) const;

  Document& document_;
};

}  // namespace smile::viewer
