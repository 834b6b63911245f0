#include "viewer/window/start_page.h"

#include <QBoxLayout>
#include <QCommandLinkButton>
#include <QFileInfo>
#include <QListWidget>

#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {
namespace {

QCommandLinkButton* step(const char* name, const char* sign, const QString& title, const QString& what,
                         QWidget* parent) {
  auto* button = new QCommandLinkButton(title, what, parent);
  button->setObjectName(name);
  button->setIcon(icon(sign));
  button->setIconSize(QSize(32, 32));
  button->setAccessibleName(title);
  button->setAccessibleDescription(what);
  return button;
}

/// The file's name first, the folder after it: names differ, folders rarely.
QListWidgetItem* recent_row(const QString& file, QListWidget* list) {
  const QFileInfo info(file);
  auto* row = new QListWidgetItem(icon("document-open-recent"),
                                  info.completeBaseName() + "   –   " + info.absolutePath(), list);
  row->setData(Qt::UserRole, file);
  return row;
}

}  // namespace

StartPage::StartPage(const QStringList& recent, QWidget* parent) : QWidget(parent) {
  setObjectName("start_page");
  auto* across = new QHBoxLayout(this);
  auto* page = new QWidget(this);
  page->setMaximumWidth(760);
  page->setMinimumWidth(560);
  across->addStretch();
  across->addWidget(page, 10);
  across->addStretch();
  auto* column = new QVBoxLayout(page);
  column->setSpacing(8);
  column->addStretch(2);
  QLabel* title = plain_label("Smile Places", page);
  title->setObjectName("start_title");
  column->addWidget(title);
  QLabel* what =
      plain_label(tr_("From an idea pool to measures in their districts, on the map and in the council paper."), page);
  what->setWordWrap(true);
  column->addWidget(what);
  column->addSpacing(16);
  auto* fresh =
      step("start_new", "document-new", tr_("New plan"), tr_("Begin with your districts and your idea pool."), page);
  auto* open = step("start_open", "document-open", tr_("Open a plan"),
                    tr_("Go on where you left off. A plan is one GeoPackage file."), page);
  auto* demo = step("start_demo", "compass", tr_("Try the demo city"),
                    tr_("Rostock with its districts and about 60 measures to play with."), page);
  for (QCommandLinkButton* button : {fresh, open, demo}) column->addWidget(button);
  connect(fresh, &QAbstractButton::clicked, this, &StartPage::wants_new);
  connect(open, &QAbstractButton::clicked, this, &StartPage::wants_open);
  connect(demo, &QAbstractButton::clicked, this, &StartPage::wants_demo);
  if (!recent.isEmpty()) {
    column->addSpacing(16);
    column->addWidget(plain_label(tr_("Recent plans"), page));
    auto* list = new QListWidget(page);
    list->setObjectName("start_recent");
    list->setAccessibleName(tr_("Recent plans"));
    list->setMaximumHeight(34 * static_cast<int>(std::min<qsizetype>(recent.size(), 5)) + 8);
    for (const QString& file : recent) recent_row(file, list)->setSizeHint(QSize(0, 34));
    column->addWidget(list);
    connect(list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* row) { emit wants_plan(row->data(Qt::UserRole).toString()); });
  }
  column->addSpacing(16);
  QLabel* drop = plain_label(tr_("Or drop a plan, a districts file or an idea pool here."), page);
  drop->setObjectName("drop_zone");
  drop->setAlignment(Qt::AlignCenter);
  drop->setMinimumHeight(72);
  column->addWidget(drop);
  column->addStretch(3);
}

}  // namespace smile::viewer
