#pragma once
// One field of one or several measures: its editor by type, "several values" where they differ, and the reason under it
// when what was typed can't be read.

#include <QWidget>
#include <functional>
#include <string>
#include <vector>

#include "gis/plan/fields.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace smile::viewer {

class FieldEditor : public QWidget {
  Q_OBJECT
public:
  using Commit = std::function<void(const MeasureField& field, const Value& value)>;
  FieldEditor(const MeasureField& field, Commit commit, QWidget* parent);

  const MeasureField& field() const { return field_; }
  /// forget: what is being typed belongs to other measures and goes; else it stays while the field has the keyboard or
  /// a problem.
  void show_values(const std::vector<const Measure*>& measures, const std::string& currency, bool forget);
  /// Takes over what was typed and not yet taken: before the selection changes.
  void finish();
  /// The keyboard goes here, and what is typed replaces what stands here.
  void edit_all();
  QString problem() const;

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void build_line(QVBoxLayout& column);
  void build_long_text(QVBoxLayout& column);
  void build_choice(QVBoxLayout& column);
  void take_typed();
  bool is_modified() const;
  QString typed() const;
  void set_text(const QString& text, bool several);
  void show_choice(const Value& value, bool several);

  const MeasureField& field_;
  Commit commit_;
  QLineEdit* line_ = nullptr;
  QPlainTextEdit* long_text_ = nullptr;
  QComboBox* choice_ = nullptr;
  QLabel* problem_ = nullptr;
};

}  // namespace smile::viewer
