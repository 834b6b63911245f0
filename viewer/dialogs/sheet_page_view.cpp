#include "viewer/dialogs/sheet_page_view.h"

#include <QPainter>
#include <QScrollBar>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int desk_margin = 12;

}  // namespace

class SheetPageView::Sheet : public QWidget {
public:
  explicit Sheet(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_OpaquePaintEvent); }
  QImage picture;

protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    // A picture of another size is shown until the sharp one is there.
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!picture.isNull()) painter.drawImage(rect(), picture);
    painter.setPen(QColor(0, 0, 0, 60));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
};

SheetPageView::SheetPageView(QWidget* parent) : QScrollArea(parent), sheet_(new Sheet(nullptr)) {
  setObjectName("sheet");
  setAccessibleName(tr_("The page"));
  setAlignment(Qt::AlignCenter);
  setBackgroundRole(QPalette::Mid);
  setFocusPolicy(Qt::StrongFocus);
  setWidget(sheet_);
  sheet_->hide();
}

void SheetPageView::show_sheet(QSize full_size, const QImage& until_drawn) {
  full_size_ = full_size;
  sheet_->picture = until_drawn;
  verticalScrollBar()->setValue(0);
  arrange();
}

void SheetPageView::set_picture(const QImage& picture) {
  sheet_->picture = picture;
  sheet_->update();
}

void SheetPageView::set_whole(bool whole) {
  whole_ = whole;
  arrange();
}

QSize SheetPageView::sheet_size() const {
  if (!whole_ || full_size_.isEmpty()) return full_size_;
  const QSize room = maximumViewportSize() - QSize(2 * desk_margin, 2 * desk_margin);
  return full_size_.scaled(room.expandedTo({64, 64}), Qt::KeepAspectRatio);
}

void SheetPageView::arrange() {
  const QSize size = sheet_size();
  sheet_->setVisible(!size.isEmpty());
  sheet_->update();
  if (size == sheet_->size()) return;
  sheet_->resize(size);
  emit sheet_resized();
}

void SheetPageView::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  arrange();
}

}  // namespace smile::viewer
