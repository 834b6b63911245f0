#include "viewer/panels/issues_view.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <algorithm>

#include "viewer/panels/issues_list.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int cell_margin = 12;  // left and right of the text, and a little air
constexpr int looked_at = 200;   // rows that decide how wide a column is
constexpr int most_of_place = 240;
constexpr int most_of_value = 160;
constexpr int least_message = 120;

/// Rows as high as their longest text needs in the width its column has.
class WrappingDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const auto& view = static_cast<const QTreeView&>(*parent());
    const bool spans = !index.parent().isValid();
    const int width =
        view.columnWidth(index.column()) - cell_margin - (index.column() == 0 ? view.indentation() * 2 : 0);
    const QString words = index.data().toString();
    if (spans || width <= 0 || option.fontMetrics.horizontalAdvance(words) <= width) return size;
    const QRect needed = option.fontMetrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, words);
    size.setHeight(std::max(size.height(), needed.height() + 6));
    return size;
  }
};

}  // namespace

IssuesView::IssuesView(IssuesModel& model, QWidget* parent) : QTreeView(parent), model_(model) {
  setModel(&model);
  setObjectName("issues_view");
  setAccessibleName(tr_("Issues"));
  setFrameShape(QFrame::NoFrame);
  setItemDelegate(new WrappingDelegate(this));
  setWordWrap(true);
  setVerticalScrollMode(ScrollPerPixel);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setTextElideMode(Qt::ElideRight);
  setIndentation(16);
  setExpandsOnDoubleClick(false);
  header()->setHighlightSections(false);
  header()->setStretchLastSection(false);
  header()->setMinimumSectionSize(48);
  connect(&model, &QAbstractItemModel::modelReset, this, &IssuesView::take_model);
  connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
}

void IssuesView::take_model() {
  expandAll();
  for (int row = 0; row < model_.rowCount(); ++row) setFirstColumnSpanned(row, {}, true);
  fit_columns();
}

void IssuesView::collapse_notes() {
  const int last = model_.rowCount() - 1;
  const Issue* first = last < 0 ? nullptr : model_.issue_at(model_.index(0, 0, model_.index(last, 0)));
  if (first != nullptr && first->severity == Severity::note) collapse(model_.index(last, 0));
}

int IssuesView::content_width(int column) const {
  int widest = 0;
  int looked = 0;
  for (int group = 0; group < model_.rowCount(); ++group) {
    const QModelIndex parent = model_.index(group, 0);
    for (int row = 0; row < model_.rowCount(parent) && looked < looked_at; ++row, ++looked)
      widest = std::max(widest, fontMetrics().horizontalAdvance(model_.index(row, column, parent).data().toString()));
  }
  return widest == 0 ? 0 : widest + cell_margin;
}

/// Of the width that place and value leave, what was found gets at least three fifths; a column without content takes
/// none.
void IssuesView::fit_columns() {
  const int width = viewport()->width();
  int left = width - take_width(IssuesModel::place_column, std::min(most_of_place, width / 4));
  left -= take_width(IssuesModel::value_column, std::min(most_of_value, width / 6));
  left -= take_width(IssuesModel::proposal_column, left * 2 / 5);
  setColumnWidth(IssuesModel::message_column, std::max(left, least_message));
}

int IssuesView::take_width(int column, int most) {
  const int content = content_width(column);
  setColumnHidden(column, content == 0);
  if (content == 0) return 0;
  setColumnWidth(column, std::min(most, std::max(content, header()->sectionSizeHint(column))));
  return columnWidth(column);
}

void IssuesView::resizeEvent(QResizeEvent* event) {
  QTreeView::resizeEvent(event);
  fit_columns();
}

}  // namespace smile::viewer
