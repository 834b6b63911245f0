#include "viewer/dialogs/category_list.h"

#include <QHeaderView>
#include <QPainter>

#include "gis/words/numbers.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {

CategoryList::CategoryList(QWidget* parent) : QTreeWidget(parent) {
  setObjectName("categories");
  setAccessibleName(tr_("Kinds and their colours"));
  setColumnCount(2);
  setHeaderHidden(true);
  setRootIsDecorated(false);
  setIconSize({24, 16});
  setUniformRowHeights(true);
  header()->setStretchLastSection(false);
  header()->setSectionResizeMode(0, QHeaderView::Stretch);
  header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  connect(this, &QTreeWidget::itemActivated, this,
          [this](QTreeWidgetItem* item) { emit colour_wanted(indexOfTopLevelItem(item)); });
  setToolTip(literal(tr_("Double click or Enter: another colour")));
}

void CategoryList::show_categories(const std::vector<LayerCategory>& categories,
                                   const std::vector<std::size_t>& counts) {
  if (categories == shown_ && topLevelItemCount() == static_cast<int>(categories.size())) return;
  const int current = indexOfTopLevelItem(currentItem());
  shown_ = categories;
  clear();
  for (std::size_t i = 0; i < categories.size(); ++i) {
    auto* item = new QTreeWidgetItem(this);
    QPixmap swatch(24, 16);
    swatch.fill(QColor(q(categories[i].colour)));
    item->setIcon(0, untinted(swatch));
    item->setText(0, q(categories[i].value).simplified());
    item->setText(1, q(format_integer(language(), static_cast<std::int64_t>(counts[i]))));
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
  }
  if (current >= 0) setCurrentItem(topLevelItem(current));
  const int rows = std::min(8, static_cast<int>(categories.size()));
  setFixedHeight(std::max(1, rows) * std::max(22, sizeHintForRow(0)) + 4);
}

}  // namespace smile::viewer
