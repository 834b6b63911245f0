#include "viewer/window/search_field.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

#include "layers/symbols.h"
#include "viewer/document.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {
namespace {

enum Role { measure_role = Qt::UserRole + 1, district_role };

QStandardItem* row_of(const Measure& measure, double ratio) {
  const QString title = q(measure.title);
  auto* row = new QStandardItem(measure.number.empty() ? title : q(measure.number) + "  " + title);
  row->setIcon(untinted(layers::symbol_pixmap(measure.block, measure.phase, 16, ratio)));
  row->setData(QVariant::fromValue<qlonglong>(measure.id), measure_role);
  return row;
}

QStandardItem* row_of(const District& district, const Plan& plan) {
  const Level* level = find_level(plan, district.level);
  const QString where = level ? " – " + q(level->name) : QString();
  auto* row = new QStandardItem(q(district.code) + "  " + q(district.name) + where);
  row->setIcon(icon("mark-location"));
  row->setData(QVariant::fromValue<qlonglong>(district.id), district_role);
  return row;
}

}  // namespace

SearchField::SearchField(Document& document, QWidget* parent)
    : QLineEdit(parent), document_(document), rows_(new QStandardItemModel(this)) {
  setObjectName("search");
  setPlaceholderText(tr_("Search measures and districts"));
  setAccessibleName(placeholderText());
  setClearButtonEnabled(true);
  addAction(icon("edit-find"), QLineEdit::LeadingPosition);
  setMinimumWidth(300);
  setMaximumWidth(420);
  auto* finder = new QCompleter(rows_, this);
  finder->setCaseSensitivity(Qt::CaseInsensitive);
  finder->setFilterMode(Qt::MatchContains);
  finder->setMaxVisibleItems(12);
  setCompleter(finder);
  connect(finder, qOverload<const QString&>(&QCompleter::activated), this, &SearchField::go, Qt::QueuedConnection);
  connect(&document, &Document::plan_changed, this, [this] { stale_ = true; });
}

void SearchField::fill() {
  if (!std::exchange(stale_, false)) return;
  rows_->clear();
  const PlanPtr plan = document_.plan();
  for (const MeasurePtr& measure : plan->measures) rows_->appendRow(row_of(*measure, devicePixelRatioF()));
  for (const DistrictPtr& district : plan->districts) rows_->appendRow(row_of(*district, *plan));
}

void SearchField::focusInEvent(QFocusEvent* event) {
  fill();
  QLineEdit::focusInEvent(event);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
  fill();
  if (event->key() == Qt::Key_Escape && !text().isEmpty()) return clear();
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    // Enter takes the first that fits.
    const QModelIndex first = completer()->completionModel()->index(0, 0);
    if (first.isValid() && !text().isEmpty()) return go(first.data().toString());
  }
  QLineEdit::keyPressEvent(event);
}

void SearchField::go(const QString& words) {
  const auto found = rows_->findItems(words);
  if (found.isEmpty()) return;
  completer()->popup()->hide();
  if (const QVariant measure = found.front()->data(measure_role); measure.isValid()) {
    document_.select_measures({measure.toLongLong()});
    emit document_.show_measure(measure.toLongLong());
  } else {
    const Id district = found.front()->data(district_role).toLongLong();
    document_.select_district(district);
    emit document_.show_district(district);
  }
  clear();
}

}  // namespace smile::viewer
