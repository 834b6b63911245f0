#pragma once
// A small sheet over the map that says something about a place: a title, a way to copy it, a way to close it.

#include <QFrame>
#include <functional>

class QLabel;
class QVBoxLayout;

namespace smile::viewer {

class MapCard : public QFrame {
public:
  /// Stands hidden until place_at(); Esc and the cross call `closed` and give the focus back to the map.
  MapCard(QWidget& map, const QString& title, std::function<void()> closed);

  QVBoxLayout& body() { return *body_; }
  /// Shows it beside a position of the map, wholly inside the map, with the position in sight.
  void place_at(QPointF position);
  /// What its button copies.
  void set_copied(std::function<QString()> words) { words_ = std::move(words); }
  void copy() const;
  void close_card();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void build_title_row(const QString& title);

  QWidget& map_;
  QVBoxLayout* body_;
  std::function<void()> closed_;
  std::function<QString()> words_;
};

}  // namespace smile::viewer
