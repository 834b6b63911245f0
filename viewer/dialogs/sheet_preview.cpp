#include "viewer/dialogs/sheet_preview.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "viewer/dialogs/sheet_page_view.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr QSize thumbnail_size(132, 132);  // sheets upright and across fit into it

QToolButton* make_zoom_button(const QString& label, const QString& name, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setText(label);
  button->setAccessibleName(name);
  button->setToolTip(literal(name));
  button->setCheckable(true);
  button->setAutoRaise(true);
  return button;
}

/// With an edge: paper on a light list has none.
QIcon thumbnail_of(QPixmap picture) {
  QPainter painter(&picture);
  painter.setPen(QColor(0, 0, 0, 70));
  painter.drawRect(QRectF(QPointF(), picture.deviceIndependentSize() - QSizeF(1, 1)));
  painter.end();
  return untinted(picture);
}

QString title_of(const layers::SheetPage& page, int number) {
  const QString plain = QString::number(number);
  return page.bookmark.isEmpty() ? plain : plain + "  " + page.bookmark.simplified();
}

}  // namespace

SheetPreview::SheetPreview(QWidget* parent)
    : QWidget(parent),
      pictures_(new SheetPictures(this)),
      thumbnails_(new QListWidget(this)),
      view_(new SheetPageView(this)) {
  thumbnails_->setObjectName("thumbnails");
  thumbnails_->setAccessibleName(tr_("Pages"));
  thumbnails_->setViewMode(QListView::IconMode);
  thumbnails_->setFlow(QListView::TopToBottom);
  thumbnails_->setWrapping(false);
  thumbnails_->setUniformItemSizes(true);
  thumbnails_->setMovement(QListView::Static);
  thumbnails_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  thumbnails_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  thumbnails_->setFixedWidth(172);
  setFocusProxy(thumbnails_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(thumbnails_);
  row->addWidget(view_, 1);
  column->addLayout(row, 1);
  add_bar(*column);
  add_keys();
  connect(thumbnails_, &QListWidget::currentRowChanged, this, &SheetPreview::take_page);
  connect(view_, &SheetPageView::sheet_resized, this, &SheetPreview::draw);
  connect(pictures_, &SheetPictures::drawn, this, &SheetPreview::take_picture);
  connect(pictures_, &SheetPictures::failed, this, &SheetPreview::failed);
  update_bar();
}

void SheetPreview::add_bar(QBoxLayout& column) {
  back_ = make_tool_button("go-previous", tr_("Page before (PgUp)"), this);
  on_ = make_tool_button("go-next", tr_("Next page (PgDn)"), this);
  number_ = plain_label({}, this);
  number_->setObjectName("page_number");
  whole_ = make_zoom_button(tr_("Fit"), tr_("The whole page (Ctrl+0)"), this);
  full_ = make_zoom_button("100 %", tr_("As large as on paper (Ctrl+1)"), this);
  full_->setObjectName("full_size");
  auto* zooms = new QButtonGroup(this);
  zooms->addButton(whole_);
  zooms->addButton(full_);
  whole_->setChecked(true);
  bar_ = new QHBoxLayout;
  bar_->setSpacing(4);
  for (QWidget* part : {static_cast<QWidget*>(back_), static_cast<QWidget*>(number_), static_cast<QWidget*>(on_)})
    bar_->addWidget(part);
  bar_->addStretch(1);
  bar_->addWidget(whole_);
  bar_->addWidget(full_);
  column.addLayout(bar_);
  connect(back_, &QToolButton::clicked, this, [this] { go_by(-1); });
  connect(on_, &QToolButton::clicked, this, [this] { go_by(1); });
  connect(whole_, &QToolButton::toggled, view_, &SheetPageView::set_whole);
}

void SheetPreview::add_keys() {
  const auto key = [this](QKeySequence keys, auto run) {
    connect(new QShortcut(keys, window()), &QShortcut::activated, this, run);
  };
  key(Qt::Key_PageUp, [this] { go_by(-1); });
  key(Qt::Key_PageDown, [this] { go_by(1); });
  key(Qt::CTRL | Qt::Key_0, [this] { set_whole(true); });
  key(Qt::CTRL | Qt::Key_1, [this] { set_whole(false); });
}

void SheetPreview::set_pages(SheetPages pages, int page) {
  pages_ = std::move(pages);
  pictures_->set_pages(pages_);
  fill_thumbnails();
  show_page(page);
  draw();
}

/// Earlier pictures stay until the new ones are there.
void SheetPreview::fill_thumbnails() {
  const QSignalBlocker quiet(thumbnails_);
  const int count = pages_ ? static_cast<int>(pages_->size()) : 0;
  while (thumbnails_->count() > count) delete thumbnails_->takeItem(thumbnails_->count() - 1);
  if (count == 0) return;
  const QSize size = thumbnail(0).size;
  QPixmap paper(size);
  paper.fill(Qt::white);
  const QIcon blank = thumbnail_of(paper);
  for (int page = thumbnails_->count(); page < count; ++page) thumbnails_->addItem(new QListWidgetItem(blank, {}));
  for (int page = 0; page < count; ++page) {
    const QString title = title_of(at(page), page + 1);
    if (thumbnails_->item(page)->text() != title) thumbnails_->item(page)->setText(title);
  }
  thumbnails_->setIconSize(size);
  thumbnails_->setGridSize({150, size.height() + thumbnails_->fontMetrics().height() + 14});
}

void SheetPreview::show_page(int page) {
  {
    const QSignalBlocker quiet(thumbnails_);
    thumbnails_->setCurrentRow(page);
  }
  take_page();
}

int SheetPreview::page() const {
  return thumbnails_->currentRow();
}

bool SheetPreview::is_drawn() const {
  return page() >= 0 && !pictures_->of(large(page())).isNull();
}

void SheetPreview::set_whole(bool whole) {
  (whole ? whole_ : full_)->setChecked(true);
}

void SheetPreview::add_left_of_bar(QWidget& widget) {
  bar_->insertWidget(0, &widget, 1);
}

void SheetPreview::go_by(int pages) {
  if (page() < 0) return;
  thumbnails_->setCurrentRow(std::clamp(page() + pages, 0, thumbnails_->count() - 1));
}

void SheetPreview::take_page() {
  update_bar();
  if (page() < 0) return view_->show_sheet({}, {});
  const QImage small = pictures_->of(thumbnail(page()));
  view_->show_sheet(size_of_sheet(at(page()), 1), small);
  draw();
}

void SheetPreview::update_bar() {
  number_->setText(page() < 0 ? QString() : tr_(text("Page {1} of {2}", page() + 1, thumbnails_->count())));
  back_->setEnabled(page() > 0);
  on_->setEnabled(page() >= 0 && page() + 1 < thumbnails_->count());
}

SheetPicture SheetPreview::thumbnail(int page) const {
  const QSize full = size_of_sheet(at(page), 1);
  return {page, full.scaled(thumbnail_size, Qt::KeepAspectRatio), devicePixelRatioF()};
}

SheetPicture SheetPreview::large(int page) const {
  return {page, view_->sheet_size(), devicePixelRatioF()};
}

/// The page itself, its neighbours, then all in small, the nearest first.
void SheetPreview::draw() {
  if (page() < 0 || !pages_) return;
  const int count = static_cast<int>(pages_->size());
  std::vector<SheetPicture> wanted;
  for (const int near : {page(), page() + 1, page() - 1})
    if (near >= 0 && near < count) wanted.push_back(large(near));
  for (int away = 0; away < count; ++away) {
    if (page() + away < count) wanted.push_back(thumbnail(page() + away));
    if (away > 0 && page() - away >= 0) wanted.push_back(thumbnail(page() - away));
  }
  pictures_->want(std::move(wanted));
  if (const QImage there = pictures_->of(large(page())); !there.isNull()) view_->set_picture(there);
}

void SheetPreview::take_picture(const SheetPicture& picture) {
  if (picture == large(page())) {
    view_->set_picture(pictures_->of(picture));
    emit drawn();
  }
  if (picture == thumbnail(picture.page))
    thumbnails_->item(picture.page)->setIcon(thumbnail_of(QPixmap::fromImage(pictures_->of(picture))));
}

}  // namespace smile::viewer
