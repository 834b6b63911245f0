#include "viewer/panels/table_widths.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <algorithm>

namespace smile::viewer {
namespace {

constexpr int air = 5;

/// Cells with a little air at both sides: numbers at the right end of one column don't touch the words of the next.
class AiryDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyleOptionViewItem whole = option;
    initStyleOption(&whole, index);
    const QWidget* view = option.widget;
    view->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, view);
    QStyleOptionViewItem inner = option;
    inner.rect.adjust(air, 0, -air, 0);
    QStyledItemDelegate::paint(painter, inner, index);
  }

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * air, 0);
  }
};

bool holds_numbers(const QAbstractItemModel& model, int column) {
  return (model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
}

}  // namespace

void make_list_of_rows(QTableView& view, int row_height) {
  view.setFrameShape(QFrame::NoFrame);
  view.setShowGrid(false);
  view.setWordWrap(false);
  view.setSelectionBehavior(QTableView::SelectRows);
  view.setSelectionMode(QTableView::SingleSelection);
  view.setTabKeyNavigation(false);
  view.verticalHeader()->hide();
  view.verticalHeader()->setDefaultSectionSize(row_height);
  view.horizontalHeader()->setHighlightSections(false);
  view.horizontalHeader()->setSortIndicatorClearable(true);
  view.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  view.setSortingEnabled(true);
  view.setItemDelegate(new AiryDelegate(&view));
}

void fit_to_content(QTableView& view, int stretching, int most) {
  const QAbstractItemModel& model = *view.model();
  const int room_to_grow = view.fontMetrics().horizontalAdvance(QStringLiteral(".000"));
  for (int column = 0; column < model.columnCount(); ++column) {
    if (column == stretching || view.isColumnHidden(column)) continue;
    const int content = static_cast<const QAbstractItemView&>(view).sizeHintForColumn(column) + 2;
    const int wanted = std::max(content, view.horizontalHeader()->sectionSizeHint(column));
    view.setColumnWidth(column, holds_numbers(model, column) ? wanted + room_to_grow : std::min(wanted, most));
  }
}

void stretch_column(QTableView& view, int column, int least) {
  int others = 0;
  for (int other = 0; other < view.model()->columnCount(); ++other)
    if (other != column && !view.isColumnHidden(other)) others += view.columnWidth(other);
  const int wide = std::max(least, view.viewport()->width() - others);
  if (view.columnWidth(column) != wide) view.setColumnWidth(column, wide);
}

}  // namespace smile::viewer
