#pragma once
// The fields of "Whom do these places reach?".

#include <QWidget>
#include <optional>

#include "gis/analysis/reach_question.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace smile::viewer {

class ReachForm : public QWidget {
  Q_OBJECT
public:
  explicit ReachForm(QWidget* parent);

  /// Offers what the plan has: places, whether there is a network, levels. What was chosen stays where it can.
  void show_plan(const Plan& plan);
  /// Nothing while a field can't be read; the form says which.
  std::optional<ReachQuestion> question();

signals:
  void changed();

private:
  void add_presets();
  void take_preset(int index);

  QComboBox* preset_;
  QComboBox* places_;
  QLineEdit* distances_;
  QComboBox* by_;
  QLineEdit* ages_;
  QComboBox* level_;
  QLabel* problem_;
};

}  // namespace smile::viewer
