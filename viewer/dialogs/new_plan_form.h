#pragma once
// The form for a new plan, with the check of the districts' coordinate system when a file of districts is named.

#include <QDialog>
#include <filesystem>
#include <optional>

#include "viewer/dialogs/import_source.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace smile::viewer {

class CrsChooser;
class TaskStrip;

class NewPlanForm : public QDialog {
  Q_OBJECT
public:
  explicit NewPlanForm(QWidget* parent);

  /// The file that was written, once the dialog was accepted.
  std::filesystem::path file() const { return file_; }
  void set_districts(const QString& file);

protected:
  void showEvent(QShowEvent* event) override;

private:
  void fit_height();
  void build_fields();
  void build_districts();
  QLayout* make_buttons();
  void choose_place();
  void read(const SourceSettings& settings);
  void take_source(const SourceData& source);
  void take_intake(const Intake& intake);
  void propose_file();
  Plan start() const;
  void create();
  void update_buttons();

  std::filesystem::path file_;
  std::optional<SourceData> source_;
  std::optional<Intake> intake_;
  bool place_chosen_ = false;

  QWidget* form_ = nullptr;
  QLineEdit* title_ = nullptr;
  QLineEdit* place_ = nullptr;
  QComboBox* currency_ = nullptr;
  QLineEdit* districts_ = nullptr;
  CrsChooser* crs_ = nullptr;
  QLabel* plan_crs_ = nullptr;
  QLabel* problem_ = nullptr;
  TaskStrip* strip_ = nullptr;
  QPushButton* create_ = nullptr;
};

}  // namespace smile::viewer
