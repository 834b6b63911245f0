#pragma once
// Sheets as they will be: all of them small in a column, one of them large, and keys and buttons to go through them.

#include <QWidget>

#include "viewer/dialogs/sheet_pictures.h"

class QBoxLayout;
class QLabel;
class QListWidget;
class QToolButton;

namespace smile::viewer {

class SheetPageView;

class SheetPreview : public QWidget {
  Q_OBJECT
public:
  explicit SheetPreview(QWidget* parent);

  /// Shows this one of them.
  void set_pages(SheetPages pages, int page);
  void show_page(int page);
  int page() const;  ///< -1: there is none
  /// The page is as it will be on paper.
  bool is_drawn() const;
  void set_whole(bool whole);
  /// In the row with the number of the page.
  void add_left_of_bar(QWidget& widget);

signals:
  void drawn();
  void failed(const QString& sentence);

private:
  void add_bar(QBoxLayout& column);
  void add_keys();
  void fill_thumbnails();
  void go_by(int pages);
  void take_page();
  void update_bar();
  void draw();
  void take_picture(const SheetPicture& picture);
  const layers::SheetPage& at(int page) const { return (*pages_)[static_cast<std::size_t>(page)]; }
  SheetPicture thumbnail(int page) const;
  SheetPicture large(int page) const;

  SheetPages pages_;
  SheetPictures* pictures_;
  QListWidget* thumbnails_;
  SheetPageView* view_;
  QBoxLayout* bar_ = nullptr;
  QToolButton* back_ = nullptr;
  QToolButton* on_ = nullptr;
  QLabel* number_ = nullptr;
  QToolButton* whole_ = nullptr;
  QToolButton* full_ = nullptr;
};

}  // namespace smile::viewer
