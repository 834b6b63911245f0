// What the keys and the mouse do, and what this program is.

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

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
      {text("Take back the last corner"), text("Backspace")},
      {text("More at a place"), text("right button")},
  };
}

}  // namespace

void show_keys(MainWindow& window) {
  QDialog dialog(&window);
  dialog.setWindowTitle(tr_("Keys and mouse"));
  auto* column = new QVBoxLayout(&dialog);
  column->setSpacing(16);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(24);
  form->setVerticalSpacing(8);
  for (const Row& row : mouse_and_keys())
    form->addRow(plain_label(tr_(row.does), &dialog), plain_label(tr_(row.how), &dialog));
  for (const ActionRow& row : action_rows())
    if (!row.keys.isEmpty())
      form->addRow(plain_label(tr_(row.name).remove('&').remove(QChar(0x2026)), &dialog),
                   plain_label(row.keys.toString(QKeySequence::NativeText), &dialog));
  column->addLayout(form);
  add_close(dialog, *column);
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
