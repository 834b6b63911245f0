#include "viewer/panels/inspector.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include "viewer/document.h"
#include "viewer/panels/inspector_district.h"
#include "viewer/panels/inspector_measure.h"
#include "viewer/panels/inspector_plan.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

class Inspector : public QWidget {
public:
  Inspector(Document& document, QWidget* parent);

private:
  QWidget* add_page(QWidget* page);
  void follow();
  void show_top();
  bool fresh_selected() const;

  Document& document_;
  QStackedWidget* pages_;
  MeasurePage* measures_;
  DistrictPage* district_;
  PlanPage* plan_;
  Id known_ids_ = 0;  ///< ids below were given before the last selection
};

Inspector::Inspector(Document& document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      pages_(new QStackedWidget(this)),
      measures_(new MeasurePage(document, this)),
      district_(new DistrictPage(document, this)),
      plan_(new PlanPage(document, this)) {
  setObjectName("inspector");
  setAccessibleName(tr_("Inspector"));
  setMinimumWidth(280);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(pages_);
  for (QWidget* page :
       {static_cast<QWidget*>(plan_), static_cast<QWidget*>(measures_), static_cast<QWidget*>(district_)})
    add_page(page);
  known_ids_ = document_.plan()->next_id;
  connect(&document_, &Document::selection_changed, this, [this] {
    measures_->finish();  // what was typed belongs to what was selected until now
    follow();
    show_top();
    if (fresh_selected()) measures_->edit_title();
    known_ids_ = document_.plan()->next_id;
  });
  connect(&document_, &Document::plan_changed, this, &Inspector::follow);
  follow();
}

QWidget* Inspector::add_page(QWidget* page) {
  auto* scroll = new QScrollArea(pages_);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  page->setMinimumWidth(240);  // narrower than its parts would like: they shrink, nothing is cut off
  scroll->setWidget(page);
  pages_->addWidget(scroll);
  return scroll;
}

void Inspector::follow() {
  const PlanPtr plan = document_.plan();
  const bool any_measure = !document_.selected_measures().empty();
  const bool any_district = find_district(*plan, document_.selected_district()) != nullptr;
  pages_->setCurrentIndex(any_measure ? 1 : any_district ? 2 : 0);
  if (any_measure)
    measures_->show_selection();
  else if (any_district)
    district_->show_district();
  else
    plan_->show_plan();
}

void Inspector::show_top() {
  for (QScrollArea* area : pages_->findChildren<QScrollArea*>(QString(), Qt::FindDirectChildrenOnly))
    area->verticalScrollBar()->setValue(0);
}

/// A measure that was just made still has the name all new ones have: the next thing is to name it.
bool Inspector::fresh_selected() const {
  const std::vector<Id>& selected = document_.selected_measures();
  if (selected.size() != 1 || selected.front() < known_ids_) return false;
  const Measure* measure = find_measure(*document_.plan(), selected.front());
  return measure != nullptr && measure->title == say("New measure");
}

}  // namespace

QWidget* make_inspector(Document& document, QWidget* parent) {
  return new Inspector(document, parent);
}

}  // namespace smile::viewer
