#include "viewer/panels/results_panel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileDialog>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <algorithm>

#include "gis/questions/keep.h"
#include "layers/finding_sheet.h"
#include "viewer/answers.h"
#include "viewer/dialogs/ask_dialog.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/live_answer.h"
#include "viewer/map/map_view.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/finding_page.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

class ResultsPanel : public QWidget {
public:
  ResultsPanel(Document& document, MapView& map, QWidget* parent);

private:
  void build_list(QBoxLayout& row);
  void build_tools(QBoxLayout& column);
  void plan_changed();
  void fill_list(const Plan& plan);
  void choose(Id finding);
  void show_chosen();
  void show_on_map();
  void ask_again();
  void save_pdf();
  void update_buttons();
  Id chosen() const;
  const Finding* finding() const { return find_finding(*document_.plan(), chosen()); }
  void start_asking(const Question& question) { open_ask_dialog(document_, *this, question); }

  Document& document_;
  MapView& map_;
  LiveAnswer* live_;
  QStackedWidget* pages_;
  QListWidget* list_ = nullptr;
  FindingPage* page_ = nullptr;
  TaskStrip* strip_ = nullptr;
  QToolButton *again_ = nullptr, *like_ = nullptr, *place_ = nullptr, *copy_ = nullptr, *pdf_ = nullptr,
              *remove_ = nullptr;
  FindingPtr shown_;  ///< what is followed
};

ResultsPanel::ResultsPanel(Document& document, MapView& map, QWidget* parent)
    : QWidget(parent),
      document_(document),
      map_(map),
      live_(new LiveAnswer(document, this)),
      pages_(new QStackedWidget(this)) {
  setObjectName("results_panel");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* full = new QWidget(pages_);
  auto* row = new QHBoxLayout(full);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  build_list(*row);
  page_ = new FindingPage(document, full);
  row->addWidget(page_, 1);
  pages_->addWidget(full);
  pages_->addWidget(make_empty_state(
      tr_("No results yet"),
      tr_("Ask whom places reach, who is missed, or where a new place would do most: answers stay here."),
      {{tr_("Ask a question …"), [this] { start_asking({}); }}}, pages_));
  column->addWidget(pages_, 1);
  connect(&document, &Document::plan_changed, this, &ResultsPanel::plan_changed);
  connect(&document, &Document::show_finding, this, &ResultsPanel::choose);
  connect(live_, &LiveAnswer::changed, this, [this] {
    show_chosen();
    show_on_map();
  });
  plan_changed();
}

void ResultsPanel::build_list(QBoxLayout& row) {
  auto* side = new QWidget(this);
  side->setFixedWidth(224);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_tools(*column);
  list_ = new QListWidget(side);
  list_->setObjectName("results_list");
  list_->setAccessibleName(tr_("Results"));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setWordWrap(true);
  list_->setSpacing(2);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setEditTriggers(QListWidget::EditKeyPressed | QListWidget::DoubleClicked);
  column->addWidget(list_, 1);
  strip_ = new TaskStrip(side);
  column->addWidget(strip_);
  row.addWidget(side);
  connect(strip_, &TaskStrip::busy_changed, this, [this] { update_buttons(); });
  connect(list_, &QListWidget::currentRowChanged, this, [this] { plan_changed(); });
  connect(list_, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
    const Id id = item->data(Qt::UserRole).toLongLong();
    const Finding* named = find_finding(*document_.plan(), id);
    if (!named || q(named->name) == item->text()) return;
    if (!document_.apply(rename_finding(id, item->text().trimmed().toStdString()))) plan_changed();
  });
}

void ResultsPanel::build_tools(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(8, 4, 8, 4);
  row->setSpacing(4);
  const auto add = [&](const char* icon, const QString& label, const char* fallback, auto action) {
    QToolButton* button = make_tool_button(icon, label, this, fallback);
    row->addWidget(button);
    connect(button, &QToolButton::clicked, this, action);
    return button;
  };
  add("list-add", tr_("Ask a question …"), "", [this] { start_asking({}); })->setObjectName("ask_new");
  again_ = add("view-refresh", tr_("Count again and keep"), "", [this] { ask_again(); });
  again_->setObjectName("ask_again");
  like_ = add("document-edit", tr_("Ask something like it …"), "edit-rename", [this] {
    if (const Finding* chosen = finding()) start_asking(chosen->question);
  });
  like_->setObjectName("ask_like");
  place_ = add("zoom-fit-best", tr_("Show its map alone, or put it away"), "", [this] {
    const Finding* chosen = finding();
    if (chosen && chosen->layer != 0) document_.apply(show_map_alone(*chosen));
  });
  place_->setObjectName("show_layer");
  copy_ = add("edit-copy", tr_("Copy for a spreadsheet"), "",
              [this] { QApplication::clipboard()->setText(page_->table_for_spreadsheet()); });
  copy_->setObjectName("copy_result");
  pdf_ = add("document-print", tr_("Save as PDF…"), "document-save", [this] { save_pdf(); });
  pdf_->setObjectName("save_result");
  remove_ = add("edit-delete", tr_("Remove"), "", [this] {
    if (const Finding* chosen = finding()) document_.apply(remove_finding(chosen->id));
  });
  remove_->setObjectName("remove_result");
  row->addStretch();
  column.addLayout(row);
}

Id ResultsPanel::chosen() const {
  return list_->currentItem() ? list_->currentItem()->data(Qt::UserRole).toLongLong() : 0;
}

void ResultsPanel::choose(Id finding) {
  plan_changed();
  for (int i = 0; i < list_->count(); ++i)
    if (list_->item(i)->data(Qt::UserRole).toLongLong() == finding) list_->setCurrentRow(i);
  for (QWidget* up = this; up != nullptr; up = up->parentWidget())
    if (auto* dock = qobject_cast<QDockWidget*>(up)) dock->show(), dock->raise();
}

/// The newest first, as people look for it.
void ResultsPanel::fill_list(const Plan& plan) {
  const QSignalBlocker quiet(list_);
  const Id before = chosen();
  list_->clear();
  for (auto finding = plan.findings.rbegin(); finding != plan.findings.rend(); ++finding) {
    auto* item = new QListWidgetItem(q((*finding)->name), list_);
    item->setData(Qt::UserRole, static_cast<qlonglong>((*finding)->id));
    item->setToolTip(literal(q((*finding)->name)));
    if (!document_.read_only()) item->setFlags(item->flags() | Qt::ItemIsEditable);
    if ((*finding)->id == before) list_->setCurrentItem(item);
  }
  if (!list_->currentItem()) list_->setCurrentRow(0);
}

void ResultsPanel::plan_changed() {
  const PlanPtr plan = document_.plan();
  const auto listed = static_cast<std::size_t>(list_->count());
  bool same = listed == plan->findings.size();
  for (std::size_t i = 0; same && i < listed; ++i)
    same = list_->item(static_cast<int>(i))->text() == q(plan->findings[listed - 1 - i]->name);
  if (!same) fill_list(*plan);
  pages_->setCurrentIndex(plan->findings.empty() ? 1 : 0);
  const auto now = std::find_if(plan->findings.begin(), plan->findings.end(),
                                [id = chosen()](const FindingPtr& finding) { return finding->id == id; });
  const FindingPtr kept = now == plan->findings.end() ? nullptr : *now;
  if (kept != shown_) {
    shown_ = kept;
    live_->stop();
    if (kept) live_->follow(*kept);
    show_on_map();
  }
  if (!live_->following()) show_chosen();
  update_buttons();
}

void ResultsPanel::show_chosen() {
  if (!shown_) return;
  const PlanPtr plan = document_.plan();
  const bool old = outdated(*shown_, *plan);
  const bool follows = live_->following();
  page_->show_finding(follows ? live_->finding() : *shown_, *plan,
                      !live_->problem().isEmpty() ? live_->problem()
                      : !old                      ? QString()
                      : follows ? tr_("Follows the measures as they move. “Count again and keep” keeps it.")
                                : tr_("Outdated: the plan has changed since. Count again."),
                      (old && !follows) || !live_->problem().isEmpty());
}

void ResultsPanel::show_on_map() {
  const auto ground = live_->ground();
  map_.show_reach(ground ? std::optional(ReachOverlay{ground->shape, ground->around_m, ground->words}) : std::nullopt);
}

void ResultsPanel::ask_again() {
  const Finding* chosen = finding();
  if (chosen) keep_asking(document_, *strip_, chosen->question, chosen->name);
}

/// Its sheets, for the council.
void ResultsPanel::save_pdf() {
  if (!shown_) return;
  QString name = q(shown_->name);
  for (QChar& c : name)
    if (QStringLiteral("/\\:*?<>|").contains(c)) c = ' ';
  name = name.simplified();
  const QString proposed = last_folder() + "/" + name + ".pdf";
  const QString file = QFileDialog::getSaveFileName(this, tr_("Save as PDF"), proposed, tr_("PDF (*.pdf)"));
  if (file.isEmpty()) return;
  keep_folder(file);
  const PlanPlace place{document_.path(), !document_.read_only()};
  strip_->start(tr_("Drawing the sheets"),
                [plan = document_.plan(), finding = shown_, place,
                 file = file.toStdString()](const Progress& progress) -> std::function<void()> {
                  layers::write_finding_sheets(plan, {finding}, place, file, true, progress);
                  return [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(q(file))); };
                });
}

void ResultsPanel::update_buttons() {
  const Finding* chosen = finding();
  const bool editable = chosen && !document_.read_only() && !strip_->busy();
  again_->setEnabled(editable);
  remove_->setEnabled(editable);
  like_->setEnabled(chosen != nullptr);
  copy_->setEnabled(chosen != nullptr);
  pdf_->setEnabled(chosen && !strip_->busy());
  place_->setEnabled(chosen && chosen->layer != 0 && !document_.read_only());
}

}  // namespace

QWidget* make_results_panel(Document& document, MapView& map, QWidget* parent) {
  return new ResultsPanel(document, map, parent);
}

}  // namespace smile::viewer
