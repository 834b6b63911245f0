#include "viewer/panels/steps_list.h"

#include <QSignalBlocker>
#include <algorithm>

#include "gis/plan/steps.h"
#include "viewer/document.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/step_caption.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

const QSize icon_size(112, 70);

Id id_of(const QListWidgetItem& item) {
  return item.data(Qt::UserRole).toLongLong();
}

}  // namespace

StepsList::StepsList(Document& document, QWidget* parent) : QListWidget(parent), document_(document) {
  setObjectName("steps_list");
  setAccessibleName(tr_("Steps of the presentation"));
  setFrameShape(QFrame::NoFrame);
  setIconSize(icon_size);
  setWordWrap(true);
  setItemDelegate(make_caption_delegate(this));
  setSpacing(2);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(document.read_only() ? NoEditTriggers : EditKeyPressed);
  setDragDropMode(document.read_only() ? NoDragDrop : InternalMove);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(model(), &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex& at, const QModelIndex&, const QList<int>& roles) {
            if (!roles.contains(caption_title_role)) return;
            const QString title = at.data(caption_title_role).toString();
            const Step* step = find_step(*document_.plan(), at.data(Qt::UserRole).toLongLong());
            if (step != nullptr && title != q(step->title)) emit named(step->id, title);
          });
}

Id StepsList::chosen() const {
  return currentItem() != nullptr ? id_of(*currentItem()) : 0;
}

std::vector<Id> StepsList::selected() const {
  std::vector<Id> steps;
  for (int i = 0; i < count(); ++i)
    if (item(i)->isSelected()) steps.push_back(id_of(*item(i)));
  return steps;
}

std::vector<Id> StepsList::order() const {
  std::vector<Id> steps;
  for (int i = 0; i < count(); ++i) steps.push_back(id_of(*item(i)));
  return steps;
}

QListWidgetItem* StepsList::item_of(Id step) const {
  for (int i = 0; i < count(); ++i)
    if (id_of(*item(i)) == step) return item(i);
  return nullptr;
}

void StepsList::choose(const std::vector<Id>& steps) {
  QListWidgetItem* first = steps.empty() ? nullptr : item_of(steps.front());
  if (first == nullptr) return;
  setCurrentItem(first, QItemSelectionModel::ClearAndSelect);
  for (const Id step : steps)
    if (QListWidgetItem* item = item_of(step)) item->setSelected(true);
  scrollToItem(item_of(steps.back()));
  scrollToItem(first);
}

void StepsList::edit_title() {
  if (currentItem() != nullptr) editItem(currentItem());
}

bool StepsList::follow_plan() {
  const PlanPtr plan = document_.plan();
  std::vector<Id> steps;
  for (const StepPtr& step : plan->steps) steps.push_back(step->id);
  const bool filled = fill(steps);
  int number = 0;
  for (std::size_t i = 0; i < plan->steps.size(); ++i)
    describe(*item(static_cast<int>(i)), *plan->steps[i], plan->steps[i]->hidden ? 0 : ++number);
  return filled;
}

/// What was selected stays so; where the chosen one has gone, the one in its place is chosen.
bool StepsList::fill(const std::vector<Id>& steps) {
  if (order() == steps) return false;
  const Id before = chosen();
  const std::vector<Id> were = selected();
  const int row = currentRow();
  const QSignalBlocker quiet(this);
  clear();
  for (const Id step : steps) {
    auto* item = new QListWidgetItem(this);
    item->setData(Qt::UserRole, static_cast<qlonglong>(step));
    // Dropped between the steps, not onto one.
    item->setFlags((item->flags() | Qt::ItemIsEditable) & ~Qt::ItemIsDropEnabled);
  }
  if (item_of(before) != nullptr)
    setCurrentItem(item_of(before), QItemSelectionModel::ClearAndSelect);
  else if (count() > 0)
    setCurrentRow(std::clamp(row, 0, count() - 1), QItemSelectionModel::ClearAndSelect);
  for (const Id step : were)
    if (QListWidgetItem* item = item_of(step)) item->setSelected(true);
  return true;
}

void StepsList::describe(QListWidgetItem& item, const Step& step, int number) {
  const QString title = step.title.empty() ? tr_("without a title") : q(step.title);
  item.setData(caption_title_role, q(step.title));
  item.setText(number > 0 ? QString::number(number) + "  " + title : tr_(text("hidden: {1}", title.toStdString())));
  item.setToolTip(literal(title));
  item.setForeground(palette().color(number > 0 ? QPalette::Active : QPalette::Disabled, QPalette::Text));
}

void StepsList::show_picture(Id step, const QImage& picture) {
  QListWidgetItem* item = item_of(step);
  if (item == nullptr) return;
  QImage small = picture.scaled(icon_size * devicePixelRatioF(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  small.setDevicePixelRatio(devicePixelRatioF());
  item->setIcon(untinted(QPixmap::fromImage(small)));
}

}  // namespace smile::viewer
