#pragma once
// The fields of one kind of question, made from what the core says about it.

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "gis/plan/plan.h"
#include "gis/questions/fields.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace smile::viewer {

class QuestionForm : public QWidget {
  Q_OBJECT
public:
  QuestionForm(const QuestionKind& kind, QWidget* parent);

  /// Offers what the plan has; what was chosen stays where it can.
  void show_plan(const Plan& plan);
  /// Fills fields, as a preset or a question asked before has them.
  void take(const std::map<std::string, std::string>& options);
  /// Nothing while a field can't be read or a choice is missing; the form says which.
  std::optional<Question> question();

signals:
  void changed();

private:
  /// One field on the screen.
  struct Row {
    QuestionField field;
    std::function<void(const Plan&)> show_plan;
    std::function<void(const QString&)> set;
    std::function<QString()> value;
    std::function<QString(const QString&)> problem;  ///< a sentence, or empty
  };
  void add_presets();
  void add(const QuestionField& field);
  void add_widget(const QuestionField& field, QWidget* widget);
  Row combo_row(const QuestionField& field);
  Row word_row(const QuestionField& field);
  Row line_row(const QuestionField& field);
  Row row_of(QLineEdit& line, const QuestionField& field);
  void add_distances(const QuestionField& field);
  static Row only_with(QComboBox& unit, int chosen, Row row);
  Row places_row(const QuestionField& field);
  Row list_row(const QuestionField& field);

  QuestionKind kind_;
  QFormLayout* form_;
  QComboBox* preset_ = nullptr;
  std::vector<Row> rows_;
  QLabel* problem_;
};

}  // namespace smile::viewer
