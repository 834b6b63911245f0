#include "viewer/panels/inspector.h"

#include <QBoxLayout>
#include <QScrollArea>
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

  Document& document_;
  QStackedWidget* pages_;
  MeasurePage* measures_;
  DistrictPage* district_;
  PlanPage* plan_;
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
  connect(&document_, &Document::selection_changed, this, [this] {
    measures_->finish();  // what was typed belongs to what was selected until now
    follow();
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

}  // namespace

QWidget* make_inspector(Document& document, QWidget* parent) {
  return new Inspector(document, parent);
}

}  // namespace smile::viewer
