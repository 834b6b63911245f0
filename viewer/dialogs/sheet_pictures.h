#pragma once
// Pictures of sheets, drawn one after the other on a thread: what is asked for first comes first.

#include <QImage>
#include <QObject>
#include <QSize>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

#include "layers/sheet.h"
#include "viewer/tasks.h"

namespace smile::viewer {

using SheetPages = std::shared_ptr<const std::vector<layers::SheetPage>>;

/// Pixels of the window that a sheet takes there.
QSize size_of_sheet(const layers::SheetPage& page, double scale);

struct SheetPicture {
  int page = 0;
  QSize size;  ///< logical pixels
  double ratio = 1;
  bool operator==(const SheetPicture&) const = default;
};

class SheetPictures : public QObject {
  Q_OBJECT
public:
  explicit SheetPictures(QObject* parent);

  /// What was drawn of others is dropped.
  void set_pages(SheetPages pages);
  /// In this order; all others are dropped.
  void want(std::vector<SheetPicture> wanted);
  /// Null before it is drawn.
  QImage of(const SheetPicture& picture) const;

signals:
  void drawn(const smile::viewer::SheetPicture& picture);
  void failed(const QString& sentence);

private:
  void draw_next();

  Tasks* tasks_;
  SheetPages pages_;
  std::vector<SheetPicture> wanted_;
  struct Order {
    bool operator()(const SheetPicture& a, const SheetPicture& b) const {
      return std::make_tuple(a.page, a.size.width(), a.size.height(), a.ratio) <
             std::make_tuple(b.page, b.size.width(), b.size.height(), b.ratio);
    }
  };
  std::map<SheetPicture, QImage, Order> pictures_;  ///< null: being drawn, or it failed
};

}  // namespace smile::viewer
