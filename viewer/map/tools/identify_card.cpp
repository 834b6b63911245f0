#include "viewer/map/tools/identify_card.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <algorithm>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int first_rows = 6;  ///< of a thing, until all are asked for

/// Data on one line: an item of a tree shows its text plainly, but grows with every line of it.
QString one_line(QString value) {
  return value.simplified();
}

void add_rows(QTreeWidgetItem& parent, const Identified& thing, bool all) {
  int shown = 0;
  for (const auto& [name, value] : thing.rows) {
    if (!all && (value.isEmpty() || shown == first_rows)) continue;
    auto* row = new QTreeWidgetItem(&parent, {one_line(name), value.isEmpty() ? QString("–") : one_line(value)});
    row->setToolTip(1, literal(value));
    ++shown;
  }
}

bool has_more(const Place& place) {
  return std::any_of(place.things.begin(), place.things.end(), [](const Identified& thing) {
    const auto known =
        std::count_if(thing.rows.begin(), thing.rows.end(), [](const auto& row) { return !row.second.isEmpty(); });
    return known > first_rows || known < static_cast<std::ptrdiff_t>(thing.rows.size());
  });
}

}  // namespace

IdentifyCard::IdentifyCard(QWidget& map, Place place, std::function<void(std::size_t)> chosen,
                           std::function<void()> closed)
    : MapCard(map, tr_("What is here"), std::move(closed)),
      place_(std::move(place)),
      tree_(new QTreeWidget(this)),
      all_(new QCheckBox(tr_("Show &all values"), this)) {
  setFocusProxy(tree_);
  tree_->setObjectName("identified");
  tree_->setAccessibleName(tr_("What is here"));
  tree_->setColumnCount(2);
  tree_->setHeaderHidden(true);
  tree_->setFrameShape(QFrame::NoFrame);
  tree_->setIndentation(12);
  tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  tree_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  all_->setObjectName("show_all_values");
  all_->setVisible(has_more(place_));
  body().addWidget(tree_, 1);
  body().addWidget(all_);
  connect(tree_, &QTreeWidget::currentItemChanged, this, [this, chosen = std::move(chosen)](QTreeWidgetItem* item) {
    while (item != nullptr && item->parent() != nullptr) item = item->parent();
    if (item != nullptr) chosen(static_cast<std::size_t>(tree_->indexOfTopLevelItem(item)));
  });
  connect(all_, &QCheckBox::toggled, this, [this] { fill(); });
  set_copied([this] { return words_of(place_); });
  fill();
}

void IdentifyCard::fill() {
  const int before = tree_->currentItem() != nullptr ? tree_->indexOfTopLevelItem(tree_->currentItem()) : -1;
  {
    const QSignalBlocker quiet(tree_);
    tree_->clear();
    for (const Identified& thing : place_.things) {
      auto* item = new QTreeWidgetItem(tree_, {one_line(thing.heading)});
      item->setFirstColumnSpanned(true);
      QFont strong = tree_->font();
      strong.setBold(true);
      item->setFont(0, strong);
      item->setToolTip(0, literal(thing.heading));
      add_rows(*item, thing, all_->isChecked());
      item->setExpanded(true);
    }
    if (place_.more > 0) new QTreeWidgetItem(tree_, {tr_(text("and {1} more", place_.more))});
  }
  fit();
  // The topmost thing that lies there is what was meant; the place alone where nothing does.
  tree_->setCurrentItem(tree_->topLevelItem(before >= 0 ? before : place_.things.size() > 1 ? 1 : 0));
  tree_->scrollToTop();
}

/// As large as what it says, within reason.
void IdentifyCard::fit() {
  tree_->resizeColumnToContents(0);
  const int names = std::min(tree_->columnWidth(0), fontMetrics().averageCharWidth() * 22);
  tree_->setColumnWidth(0, names);
  int height = 8;
  for (QTreeWidgetItem* item = tree_->topLevelItem(0); item != nullptr; item = tree_->itemBelow(item))
    height += tree_->visualItemRect(item).height();
  const QSize most = parentWidget()->size() - QSize(48, 120);
  tree_->setMinimumWidth(std::min(fontMetrics().averageCharWidth() * 56, most.width()));
  tree_->setFixedHeight(std::clamp(height, 40, std::clamp(most.height(), 40, 400)));
  adjustSize();
}

}  // namespace smile::viewer
