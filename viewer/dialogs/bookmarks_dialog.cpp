#include "viewer/dialogs/bookmarks_dialog.h"

#include <QBoxLayout>
#include <QDialog>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include "viewer/map/map_view.h"
#include "viewer/panels/empty_state.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

class BookmarksDialog : public QDialog {
public:
  BookmarksDialog(MapView& map, QWidget* parent);

private:
  QPushButton* add_button(QBoxLayout& column, const char* name, const QString& words, void (BookmarksDialog::*does)());
  void build_buttons(QBoxLayout& row);
  void refill();
  void update_buttons();
  void rename(const QListWidgetItem& item);
  void begin_rename() { list_->editItem(list_->currentItem()); }
  void move_up() { move(-1); }
  void move_down() { move(1); }
  void move(int steps);
  void remove();
  void go();
  void apply(std::vector<Bookmark> bookmarks, Text name);
  std::vector<Bookmark> bookmarks() const { return map_.document().plan()->bookmarks; }

  MapView& map_;
  QStackedWidget* pages_;
  QListWidget* list_;
  QPushButton *go_ = nullptr, *rename_ = nullptr, *up_ = nullptr, *down_ = nullptr, *remove_ = nullptr;
};

BookmarksDialog::BookmarksDialog(MapView& map, QWidget* parent)
    : QDialog(parent), map_(map), pages_(new QStackedWidget(this)), list_(new QListWidget(pages_)) {
  setObjectName("bookmarks_dialog");
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr_("Bookmarks"));
  resize(460, 360);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 16, 16, 16);
  row->setSpacing(16);
  list_->setObjectName("bookmarks");
  list_->setAccessibleName(tr_("Bookmarks"));
  list_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
  pages_->addWidget(list_);
  pages_->addWidget(make_empty_state(
      tr_("No bookmarks yet"), tr_("“Bookmark this view” in the menu View keeps what the map shows now."), {}, pages_));
  row->addWidget(pages_, 1);
  build_buttons(*row);
  connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) { rename(*item); });
  connect(list_, &QListWidget::currentRowChanged, this, [this] { update_buttons(); });
  connect(list_, &QListWidget::itemDoubleClicked, this, [this] { go(); });
  connect(&map.document(), &Document::plan_changed, this, [this] { refill(); });
  refill();
}

QPushButton* BookmarksDialog::add_button(QBoxLayout& column, const char* name, const QString& words,
                                         void (BookmarksDialog::*does)()) {
  auto* button = new QPushButton(words, this);
  button->setObjectName(name);
  button->setAutoDefault(false);
  column.addWidget(button);
  connect(button, &QPushButton::clicked, this, does);
  return button;
}

void BookmarksDialog::build_buttons(QBoxLayout& row) {
  auto* column = new QVBoxLayout;
  column->setSpacing(8);
  go_ = add_button(*column, "go", tr_("Go there"), &BookmarksDialog::go);
  rename_ = add_button(*column, "rename", tr_("Rename"), &BookmarksDialog::begin_rename);
  up_ = add_button(*column, "up", tr_("Up"), &BookmarksDialog::move_up);
  down_ = add_button(*column, "down", tr_("Down"), &BookmarksDialog::move_down);
  remove_ = add_button(*column, "delete", tr_("Delete"), &BookmarksDialog::remove);
  column->addStretch();
  add_button(*column, "close", tr_("Close"), &BookmarksDialog::reject);
  row.addLayout(column);
}

void BookmarksDialog::refill() {
  const int current = list_->currentRow();
  const std::vector<Bookmark> all = bookmarks();
  {
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const Bookmark& bookmark : all) {
      auto* item = new QListWidgetItem(q(bookmark.name), list_);
      if (!map_.document().read_only()) item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    list_->setCurrentRow(std::clamp(current, 0, std::max(0, list_->count() - 1)));
  }
  pages_->setCurrentIndex(all.empty() ? 1 : 0);
  update_buttons();
}

void BookmarksDialog::update_buttons() {
  const int row = list_->currentRow();
  const bool editable = row >= 0 && !map_.document().read_only();
  go_->setEnabled(row >= 0);
  rename_->setEnabled(editable);
  remove_->setEnabled(editable);
  up_->setEnabled(editable && row > 0);
  down_->setEnabled(editable && row + 1 < list_->count());
}

void BookmarksDialog::apply(std::vector<Bookmark> bookmarks, Text name) {
  map_.document().seal();
  map_.document().apply(set_bookmarks(std::move(bookmarks), std::move(name)));
}

void BookmarksDialog::rename(const QListWidgetItem& item) {
  std::vector<Bookmark> all = bookmarks();
  const auto row = static_cast<std::size_t>(list_->row(&item));
  const std::string name = item.text().trimmed().toStdString();
  if (row >= all.size() || name.empty() || name == all[row].name) return refill();
  all[row].name = name;
  apply(std::move(all), text("Rename a bookmark to “{1}”", name));
}

void BookmarksDialog::move(int steps) {
  std::vector<Bookmark> all = bookmarks();
  const int row = list_->currentRow();
  const int to = row + steps;
  if (row < 0 || to < 0 || to >= static_cast<int>(all.size())) return;
  std::swap(all[static_cast<std::size_t>(row)], all[static_cast<std::size_t>(to)]);
  const std::string name = all[static_cast<std::size_t>(to)].name;
  {
    const QSignalBlocker quiet(list_);
    list_->setCurrentRow(to);
  }
  apply(std::move(all), text("Move bookmark “{1}”", name));
}

void BookmarksDialog::remove() {
  std::vector<Bookmark> all = bookmarks();
  const auto row = static_cast<std::size_t>(list_->currentRow());
  if (row >= all.size()) return;
  const std::string name = all[row].name;
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(row));
  apply(std::move(all), text("Delete bookmark “{1}”", name));
}

void BookmarksDialog::go() {
  const std::vector<Bookmark> all = bookmarks();
  const auto row = static_cast<std::size_t>(list_->currentRow());
  if (row < all.size()) map_.show_ground(all[row].ground);
}

}  // namespace

QDialog* open_bookmarks_dialog(MapView& map, QWidget* parent) {
  auto* dialog = new BookmarksDialog(map, parent);
  dialog->open();
  return dialog;
}

}  // namespace smile::viewer
