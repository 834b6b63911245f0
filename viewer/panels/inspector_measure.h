#pragma once
// The page of the inspector for one or several measures.

#include <QWidget>
#include <vector>

#include "gis/plan/plan.h"
#include "viewer/panels/inspector_field.h"

class QLabel;

namespace smile::viewer {

class Document;
class PlaceSection;

class MeasurePage : public QWidget {
  Q_OBJECT
public:
  MeasurePage(Document& document, QWidget* parent);

  /// What is selected, or changed. What is being typed for other measures is taken over first.
  void show_selection();
  void finish();
  /// The title gets the keyboard, all of it selected.
  void edit_title();

private:
  void build_header();
  void build_groups();
  void add_fields(const QString& heading, const std::vector<std::string>& keys);
  void add_where();
  void set_field_of_all(const MeasureField& field, const Value& value);
  void show_header(const std::vector<const Measure*>& measures, const Plan& plan);
  void show_history(const Measure* single);
  void show_links(const Measure* single);
  void show_extra(const Measure* single);
  std::vector<const Measure*> selected(const Plan& plan) const;

  Document& document_;
  std::vector<Id> measures_;
  std::vector<FieldEditor*> editors_;
  PlaceSection* place_ = nullptr;
  QLabel* symbol_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* subtitle_ = nullptr;
  QLabel* history_ = nullptr;
  QWidget* links_ = nullptr;
  QWidget* extra_ = nullptr;
  QLabel* extra_heading_ = nullptr;
};

}  // namespace smile::viewer
