#pragma once
// One sheet large on a desk: as a whole, or as large as on paper.

#include <QImage>
#include <QScrollArea>

namespace smile::viewer {

class SheetPageView : public QScrollArea {
  Q_OBJECT
public:
  explicit SheetPageView(QWidget* parent);

  /// Of the whole sheet at 100 %; empty: none. until_drawn is shown meanwhile, of any size.
  void show_sheet(QSize full_size, const QImage& until_drawn);
  void set_picture(const QImage& picture);
  void set_whole(bool whole);
  QSize sheet_size() const;  ///< as it is shown

signals:
  void sheet_resized();

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void arrange();

  class Sheet;
  Sheet* sheet_;
  QSize full_size_;
  bool whole_ = true;
};

}  // namespace smile::viewer
