#pragma once
// What district sheets are to be: how they look, which is an edit of the plan, and for which districts.

#include <QWidget>
#include <functional>
#include <vector>

#include "gis/plan/plan.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace smile::viewer {

class Document;
class LogoField;

/// What isn't in the plan: whose sheets.
struct SheetChoice {
  Id level = 0;  ///< 0: the plan has none
  bool all = true;
  std::vector<Id> districts;  ///< that are ticked
  bool operator==(const SheetChoice&) const = default;
};

class SheetsForm : public QWidget {
  Q_OBJECT
public:
  SheetsForm(Document& document, QWidget* parent);

  /// The plan's; of a plan that can't be changed: what was chosen here.
  const SheetSettings& look() const { return look_; }
  SheetChoice choice() const;

signals:
  void changed();

private:
  using Change = std::function<void(SheetSettings&)>;
  void add_city(QFormLayout& form);
  void add_colours(QFormLayout& form);
  void add_paper(QFormLayout& form);
  void add_districts(QFormLayout& form);
  void change(const Change& change, const char* merge_key = "");
  void ask_for_colour(std::string SheetSettings::*which, const QString& title);
  void follow_plan();
  void show_look();
  void fill_levels();
  void fill_districts();
  void take_whose();

  Document& document_;
  PlanPtr shown_;
  SheetSettings look_;
  QLineEdit* city_ = nullptr;
  LogoField* logo_ = nullptr;
  QPushButton* dark_ = nullptr;
  QPushButton* bright_ = nullptr;
  QPushButton* usual_colours_ = nullptr;
  QComboBox* for_whom_ = nullptr;
  QComboBox* paper_ = nullptr;
  QComboBox* orientation_ = nullptr;
  QComboBox* participation_ = nullptr;
  QComboBox* level_ = nullptr;
  QComboBox* whose_ = nullptr;
  QListWidget* districts_ = nullptr;
  QLabel* read_only_ = nullptr;
};

}  // namespace smile::viewer
