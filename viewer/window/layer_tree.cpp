#include "viewer/window/layer_tree.h"

#include <QDropEvent>
#include <QMimeData>

#include "gis/plan/plan.h"

namespace smile::viewer {
namespace {

const QString prefix = QStringLiteral("group:");

QString key_of(const QTreeWidgetItem* item) {
  return item ? item->data(0, Qt::UserRole).toString() : QString();
}

bool is_layer(const QString& key) {
  return layer_of_key(key.toStdString()) != 0;
}

}  // namespace

LayerTree::LayerTree(QWidget* parent) : QTreeWidget(parent) {
  setDragEnabled(true);
  setAcceptDrops(true);
  setDropIndicatorShown(true);
  setDragDropMode(QAbstractItemView::DragDrop);
  setDefaultDropAction(Qt::MoveAction);
}

QString LayerTree::group_key(const QString& group) {
  return prefix + group;
}

QString LayerTree::group_of(const QString& key) {
  return key.startsWith(prefix) ? key.mid(prefix.size()) : QString();
}

QString LayerTree::dragged() const {
  const QString key = key_of(currentItem());
  return is_layer(key) || !group_of(key).isEmpty() ? key : QString();
}

void LayerTree::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) return event->ignore();  // the window takes files
  QTreeWidget::dragEnterEvent(event);
}

void LayerTree::dragMoveEvent(QDragMoveEvent* event) {
  QTreeWidget::dragMoveEvent(event);  // the line that shows where
  if (event->source() != this || dragged().isEmpty()) event->ignore();
}

void LayerTree::dropEvent(QDropEvent* event) {
  // Qt must not move the item itself: the tree follows the plan.
  event->setDropAction(Qt::IgnoreAction);
  if (event->source() == this && take_drop(itemAt(event->position().toPoint()), dropIndicatorPosition()))
    event->accept();
  setState(QAbstractItemView::NoState);
  viewport()->update();
}

bool LayerTree::take_drop(QTreeWidgetItem* target, DropIndicatorPosition where) {
  const QString key = dragged();
  const QString at = key_of(target);
  if (key.isEmpty() || at.isEmpty() || key == at) return false;
  const QString group = group_of(at);
  const bool moves_group = !group_of(key).isEmpty();
  if (!group.isEmpty() && where == QAbstractItemView::OnItem && !moves_group) {
    emit put_into(key, group);
    return true;
  }
  if (!group.isEmpty()) {  // above or below a group as a whole
    const int members = target->childCount();
    if (members == 0) return false;
    const bool below = where != QAbstractItemView::AboveItem;
    if (below && target->isExpanded() && !moves_group) {
      emit moved(key, key_of(target->child(0)), false, group);
      return true;
    }
    emit moved(key, key_of(target->child(below ? members - 1 : 0)), below, {});
    return true;
  }
  if (is_layer(at)) {
    const QString of_target = target->parent() ? group_of(key_of(target->parent())) : QString();
    emit moved(key, at, where != QAbstractItemView::AboveItem, moves_group ? QString() : of_target);
    return true;
  }
  return false;  // measures lie on top, districts at the bottom
}

}  // namespace smile::viewer
