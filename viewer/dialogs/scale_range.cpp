#include "viewer/dialogs/scale_range.h"

#include <QBoxLayout>
#include <QComboBox>

#include "gis/words/numbers.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int usual_scales[] = {500, 1000, 2500, 5000, 10000, 15000, 25000, 40000, 60000, 100000, 200000};

/// The list with this scale chosen; one that is not usual is added.
void choose(QComboBox& list, double scale) {
  int found = list.findData(static_cast<int>(scale));
  if (found < 0) {
    list.addItem(q("1:" + format_integer(language(), static_cast<std::int64_t>(scale))), static_cast<int>(scale));
    found = list.count() - 1;
  }
  list.setCurrentIndex(found);
}

}  // namespace

ScaleRange::ScaleRange(QWidget* parent)
    : QWidget(parent), closest_(new QComboBox(this)), farthest_(new QComboBox(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  closest_->setObjectName("closest");
  closest_->setAccessibleName(tr_("Closest scale"));
  farthest_->setObjectName("farthest");
  farthest_->setAccessibleName(tr_("Farthest scale"));
  closest_->addItem(tr_("from any closeness"), 0);
  farthest_->addItem(tr_("to any distance"), 0);
  for (const int scale : usual_scales)
    for (QComboBox* list : {closest_, farthest_}) list->addItem(q("1:" + format_integer(language(), scale)), scale);
  for (QComboBox* list : {closest_, farthest_}) {
    row->addWidget(list, 1);
    connect(list, &QComboBox::activated, this,
            [this] { emit changed(closest_->currentData().toInt(), farthest_->currentData().toInt()); });
  }
}

void ScaleRange::show_range(double closest, double farthest) {
  choose(*closest_, closest);
  choose(*farthest_, farthest);
}

}  // namespace smile::viewer
