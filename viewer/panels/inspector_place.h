#pragma once
// Where a measure is: its kind of place, the districts with shares, coordinates to read and to type, and the ways to
// place it.

#include <QWidget>
#include <vector>

#include "gis/plan/plan.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace smile::viewer {

class Document;

class PlaceSection : public QWidget {
  Q_OBJECT
public:
  PlaceSection(Document& document, QWidget* parent);

  void show_measures(const std::vector<const Measure*>& measures);

private:
  void build_kind();
  void build_districts();
  void build_coordinates();
  void refill_districts(const Plan& plan);
  void show_single(const Measure& measure, const Plan& plan);
  void show_several(const std::vector<const Measure*>& measures);
  void show_hint(const Measure& measure, const Plan& plan);
  void place_all(const Location& location);
  void choose_kind();
  void choose_district();
  void take_coordinates();

  Document& document_;
  std::vector<Id> measures_;
  std::vector<DistrictPtr> listed_districts_;
  QComboBox* kind_ = nullptr;
  QComboBox* district_ = nullptr;
  QLineEdit* coordinates_ = nullptr;
  QLabel* problem_ = nullptr;
  QLabel* longitude_latitude_ = nullptr;
  QLabel* lies_in_ = nullptr;
  QLabel* as_written_ = nullptr;
  QLabel* hint_ = nullptr;
  QPushButton* place_at_hint_ = nullptr;
  Id hinted_district_ = 0;
};

}  // namespace smile::viewer
