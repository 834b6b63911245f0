// What the keys and the mouse do, and what this program is.

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <algorithm>

#include "viewer/text.h"
#include "viewer/window/commands.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

void add_close(QDialog& dialog, QBoxLayout& column) {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
  buttons->button(QDialogButtonBox::Close)->setText(tr_("Close"));
  QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  column.addWidget(buttons);
}

struct Row {
  Text does;
  Text how;
};

std::vector<Row> mouse_and_keys() {
  return {
      {text("Zoom"), text("mouse wheel, plus and minus")},
      {text("Move the map"), text("drag empty ground, middle button, space and drag, arrow keys")},
      {text("Show everything"), text("Home or 0")},
      {text("Zoom to a district"), text("double-click it")},
      {text("Select several"), text("Shift and click, Shift and drag a box")},
      {text("Move a measure"), text("drag it; Alt and arrow keys; Esc puts it back")},
      {text("Finish a line, an area, sites"), text("Enter, double-click or right button")},
      {text("Take back the last corner or site"), text("Backspace")},
      {text("Draw and ask without a mouse"), text("arrow keys, then Insert: a click in the middle of the map")},
      {text("Draw freely, meeting nothing"), text("hold Alt or Ctrl")},
      {text("Add a corner"), text("double-click an edge, Ctrl and click; Insert")},
      {text("Remove a corner"), text("right-click it; Delete")},
      {text("Choose a corner"), text("C, Shift+C; Alt and arrow keys move it")},
      {text("Copy what was measured or asked"), text("Ctrl+C on the map")},
      {text("Go to a bookmark"), text("Alt+1 to Alt+9")},
      {text("More at a place"), text("right button")},
  };
}

void add_row(QFormLayout& form, const QString& does, const QString& how) {
  constexpr qsizetype wide = 24;  // letters; what is longer wraps
  const auto label = [&](const QString& words) {
    QLabel* made = plain_label(words, form.parentWidget());
    if (words.size() <= wide) return made;
    made->setWordWrap(true);
    made->setMinimumWidth(made->fontMetrics().averageCharWidth() * static_cast<int>(wide));
    return made;
  };
  form.addRow(label(does), label(how));
}

QWidget* make_keys_page(QWidget* parent) {
  std::vector<std::pair<QString, QString>> rows;
  for (const Row& row : mouse_and_keys()) rows.emplace_back(tr_(row.does), tr_(row.how));
  for (const ActionRow& row : action_rows())
    if (!row.keys.isEmpty())
      rows.emplace_back(tr_(row.name).remove('&').remove(QChar(0x2026)).trimmed(),
                        row.keys.toString(QKeySequence::NativeText));
  auto* page = new QWidget(parent);
  auto* across = new QHBoxLayout(page);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(32);
  constexpr std::size_t columns = 3;  // one column of them is higher than any screen
  const std::size_t share = (rows.size() + columns - 1) / columns;
  for (std::size_t begin = 0; begin < rows.size(); begin += share) {
    auto* form_widget = new QWidget(page);
    auto* form = new QFormLayout(form_widget);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(1);
    for (std::size_t i = begin; i < std::min(begin + share, rows.size()); ++i)
      add_row(*form, rows[i].first, rows[i].second);
    across->addWidget(form_widget);
  }
  return page;
}

}  // namespace

void show_keys(MainWindow& window) {
  QDialog dialog(&window);
  dialog.setObjectName("keys_dialog");
  dialog.setWindowTitle(tr_("Keys and mouse"));
  auto* column = new QVBoxLayout(&dialog);
  column->setSpacing(16);
  auto* area = new QScrollArea(&dialog);
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  QWidget* page = make_keys_page(area);
  area->setWidget(page);
  column->addWidget(area);
  add_close(dialog, *column);
  // As large as its rows where the screen has room for them; else they scroll.
  const QSize rows = page->sizeHint() + QSize(48, 88);
  dialog.resize(rows.boundedTo(window.screen()->availableSize() - QSize(64, 96)));
  dialog.exec();
}

void show_about(MainWindow& window) {
  QDialog dialog(&window);
  dialog.setWindowTitle(tr_("About Smile Places"));
  dialog.setMinimumWidth(440);
  auto* column = new QVBoxLayout(&dialog);
  column->setSpacing(8);
  QLabel* title = plain_label("Smile Places", &dialog);
  title->setObjectName("start_title");
  column->addWidget(title);
  for (const QString& words :
       {tr_("Turns an idea pool into a decision: measures placed in their districts, looked at, changed and handed "
            "over."),
        tr_("Works without internet. Every change is written to the plan file at once."),
        tr_("Free software under the Apache License 2.0. Uses Qt, GDAL, GEOS, PROJ and SQLite.")}) {
    QLabel* label = plain_label(words, &dialog);
    label->setWordWrap(true);
    column->addWidget(label);
  }
  add_close(dialog, *column);
  dialog.exec();
}

}  // namespace smile::viewer
