#pragma once
// The left side of the assistant: how the file is read. A change of one of these reads it again.

#include <QWidget>

#include "viewer/dialogs/import_source.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace smile::viewer {

class CrsChooser;

class ImportSettings : public QWidget {
  Q_OBJECT
public:
  explicit ImportSettings(QWidget* parent);

  /// What was read, and what is chosen by guess.
  void show_source(const SourceData& source, const ImportChoices& choices, const Plan& plan);
  /// Fills what stands here into the choices.
  void complete(ImportChoices& choices) const;

signals:
  void read_again(const smile::viewer::SourceSettings& settings);

private:
  void build_reading();
  void build_meaning();
  void show_layers(const SourceData& source);
  void show_reading(const SourceData& source);
  void show_meaning(const SourceData& source, const ImportChoices& choices, const Plan& plan);
  void ask_again();

  SourceSettings settings_;
  QComboBox* layer_ = nullptr;
  QComboBox* encoding_ = nullptr;
  QLabel* encoding_note_ = nullptr;
  QComboBox* delimiter_ = nullptr;
  QSpinBox* header_row_ = nullptr;
  CrsChooser* crs_ = nullptr;
  QWidget* crs_row_ = nullptr;
  QComboBox* level_ = nullptr;
  QLineEdit* year_ = nullptr;
  QComboBox* numbers_ = nullptr;
  QComboBox* dates_ = nullptr;
  QComboBox* table_crs_ = nullptr;
};

}  // namespace smile::viewer
