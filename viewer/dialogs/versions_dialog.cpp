#include "viewer/dialogs/versions_dialog.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

#include "viewer/document.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QString local_time(const std::string& utc) {
  QDateTime time = QDateTime::fromString(q(utc), Qt::ISODate);
  time.setTimeSpec(Qt::UTC);
  const QLocale locale(language() == Language::german ? QLocale::German : QLocale::English);
  return time.isValid() ? locale.toString(time.toLocalTime(), QLocale::ShortFormat) : q(utc);
}

class VersionsDialog : public QDialog {
public:
  VersionsDialog(Document& document, QWidget* parent);

private:
  void build_keep_row(QBoxLayout& column);
  void build_list(QBoxLayout& column);
  void build_buttons(QBoxLayout& column);
  void refill();
  void keep();
  void go_back();
  template <class Action>
  void try_to(Action action);

  Document& document_;
  std::vector<NamedVersion> versions_;
  QLineEdit* name_ = nullptr;
  QPushButton* keep_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QTableWidget* list_ = nullptr;
  QLabel* problem_ = nullptr;
  QPushButton* back_ = nullptr;
};

VersionsDialog::VersionsDialog(Document& document, QWidget* parent) : QDialog(parent), document_(document) {
  setObjectName("versions_dialog");
  setWindowTitle(tr_("Versions"));
  resize(560, 440);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  QLabel* what = plain_label(
      tr_("Every change is saved at once. A version is a state with a name to go back to: “as sent to the committee”."),
      this);
  what->setWordWrap(true);
  column->addWidget(what);
  build_keep_row(*column);
  build_list(*column);
  problem_ = make_problem_line(this);
  column->addWidget(problem_);
  build_buttons(*column);
  refill();
}

void VersionsDialog::build_keep_row(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  name_ = new QLineEdit(this);
  name_->setObjectName("version_name");
  name_->setPlaceholderText(tr_("Name of the version"));
  name_->setAccessibleName(name_->placeholderText());
  keep_ = new QPushButton(tr_("Keep this state"), this);
  keep_->setObjectName("keep");
  keep_->setDefault(true);
  keep_->setEnabled(false);
  row->addWidget(name_, 1);
  row->addWidget(keep_);
  column.addLayout(row);
  const bool writable = !document_.read_only();
  name_->setEnabled(writable);
  connect(name_, &QLineEdit::textChanged, this,
          [this](const QString& name) { keep_->setEnabled(!name.trimmed().isEmpty()); });
  connect(keep_, &QPushButton::clicked, this, &VersionsDialog::keep);
}

void VersionsDialog::build_list(QBoxLayout& column) {
  pages_ = new QStackedWidget(this);
  list_ = new QTableWidget(0, 2, pages_);
  list_->setObjectName("versions");
  list_->setAccessibleName(tr_("Versions"));
  list_->setHorizontalHeaderLabels({tr_("Version"), tr_("Kept on")});
  list_->setFrameShape(QFrame::NoFrame);
  list_->setShowGrid(false);
  list_->setSelectionBehavior(QTableWidget::SelectRows);
  list_->setSelectionMode(QTableWidget::SingleSelection);
  list_->setEditTriggers(QTableWidget::NoEditTriggers);
  list_->setTabKeyNavigation(false);
  list_->verticalHeader()->hide();
  list_->horizontalHeader()->setHighlightSections(false);
  list_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  list_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  list_->setColumnWidth(1, 160);
  pages_->addWidget(list_);
  pages_->addWidget(
      make_empty_state(tr_("No versions yet"), tr_("Give the present state a name above to keep it."), {}, pages_));
  column.addWidget(pages_, 1);
  connect(list_, &QTableWidget::itemSelectionChanged, this,
          [this] { back_->setEnabled(list_->currentRow() >= 0 && !document_.read_only()); });
}

void VersionsDialog::build_buttons(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  back_ = new QPushButton(tr_("Go back to this version"), this);
  back_->setObjectName("go_back");
  back_->setAutoDefault(false);
  back_->setEnabled(false);
  back_->setToolTip(tr_("One step of undo brings the present state back."));
  auto* leave = new QPushButton(tr_("Close"), this);
  leave->setAutoDefault(false);
  row->addWidget(back_);
  row->addStretch();
  row->addWidget(leave);
  column.addLayout(row);
  connect(back_, &QPushButton::clicked, this, &VersionsDialog::go_back);
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
}

template <class Action>
void VersionsDialog::try_to(Action action) {
  show_problem(*problem_, {});
  try {
    action();
  } catch (const Error& error) {
    show_problem(*problem_, tr_(error.sentence()));
  }
}

void VersionsDialog::refill() {
  try_to([this] { versions_ = document_.versions(); });
  list_->setRowCount(static_cast<int>(versions_.size()));
  for (int row = 0; row < list_->rowCount(); ++row) {
    const NamedVersion& version = versions_[static_cast<std::size_t>(row)];
    list_->setItem(row, 0, new QTableWidgetItem(q(version.name)));
    list_->setItem(row, 1, new QTableWidgetItem(local_time(version.when)));
  }
  pages_->setCurrentIndex(versions_.empty() ? 1 : 0);
}

void VersionsDialog::keep() {
  try_to([this] {
    document_.save_version(name_->text().trimmed());
    name_->clear();
  });
  refill();
}

void VersionsDialog::go_back() {
  const int row = list_->currentRow();
  if (row < 0) return;
  try_to([this, row] {
    document_.go_back_to(versions_[static_cast<std::size_t>(row)].id);
    accept();
  });
}

}  // namespace

void open_versions_dialog(QWidget* parent, Document& document) {
  auto* dialog = new VersionsDialog(document, parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace smile::viewer
