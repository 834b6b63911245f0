#pragma once
// The tree of layers: a drag of a layer or a group says where it is to lie; the plan decides.

#include <QTreeWidget>

namespace smile::viewer {

class LayerTree : public QTreeWidget {
  Q_OBJECT
public:
  explicit LayerTree(QWidget* parent);
  /// Items keep in Qt::UserRole what they stand for: the key of a layer, or group_key() of a group.
  static QString group_key(const QString& group);
  static QString group_of(const QString& key);  ///< "" for what is no group

signals:
  /// key: of a layer or a group; target: of a layer beside which it is to lie, in `group` ("": in none).
  void moved(const QString& key, const QString& target, bool below, const QString& group);
  void put_into(const QString& key, const QString& group);
  void files_dropped(const QStringList& files);

protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  QString dragged() const;
  bool take_drop(QTreeWidgetItem* target, DropIndicatorPosition where);
};

}  // namespace smile::viewer
