#include "viewer/panels/issues_panel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

#include "viewer/document.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/issues_list.h"
#include "viewer/panels/issues_view.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

class IssuesPanel : public QWidget {
public:
  IssuesPanel(Document& document, QWidget* parent);

protected:
  void showEvent(QShowEvent* event) override;

private:
  void build_filter_row();
  void build_pages();
  void follow_issues();
  void fill();
  void refill_sources();
  void apply_filter();
  void show_page();
  void jump(const QModelIndex& index);
  void copy();

  Document& document_;
  PlanIssues& issues_;
  IssuesModel* model_;
  QTreeView* view_ = nullptr;
  QLineEdit* text_ = nullptr;
  QComboBox* source_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QLabel* details_ = nullptr;
  bool filled_ = false;  ///< with what was found last
};

IssuesPanel::IssuesPanel(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), issues_(PlanIssues::of(document)), model_(new IssuesModel(this)) {
  setObjectName("issues_panel");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_filter_row();
  build_pages();
  details_ = make_foot_line(this);
  details_->setObjectName("issue_details");
  details_->hide();
  column->addWidget(details_);
  connect(&issues_, &PlanIssues::changed, this, &IssuesPanel::follow_issues);
  connect(view_, &QTreeView::activated, this, &IssuesPanel::jump);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
    const Issue* issue = model_->issue_at(index);
    details_->setVisible(issue != nullptr);
    if (issue != nullptr) details_->setText(issue_details(*issue));
  });
  auto* copy_key = new QShortcut(QKeySequence::Copy, view_, nullptr, nullptr, Qt::WidgetShortcut);
  connect(copy_key, &QShortcut::activated, this, &IssuesPanel::copy);
  follow_issues();
}

void IssuesPanel::build_filter_row() {
  QBoxLayout* row = add_tool_row(*this);
  text_ = make_filter_field(tr_("Filter issues"), this);
  source_ = make_filter_combo(tr_("Plan and imports"), this);
  source_->setAccessibleName(tr_("Where issues come from"));
  source_->setMinimumContentsLength(22);
  row->addWidget(text_);
  row->addWidget(source_);
  row->addStretch();
  QToolButton* copy_button =
      make_tool_button("document-export-table", tr_("Copy for a spreadsheet"), this, "edit-copy");
  row->addWidget(copy_button);
  connect(copy_button, &QToolButton::clicked, this, &IssuesPanel::copy);
  connect(text_, &QLineEdit::textChanged, this, &IssuesPanel::apply_filter);
  connect(source_, &QComboBox::currentIndexChanged, this, &IssuesPanel::apply_filter);
}

void IssuesPanel::build_pages() {
  pages_ = new QStackedWidget(this);
  view_ = new IssuesView(*model_, this);
  pages_->addWidget(view_);
  pages_->addWidget(make_empty_state(
      tr_("No issues"),
      tr_("What is doubtful in the plan and what an import had to guess, repair or leave out stands here."), {},
      pages_));
  pages_->addWidget(make_empty_state(tr_("Nothing fits the filter"), {},
                                     {{tr_("Show all issues"),
                                       [this] {
                                         text_->clear();
                                         source_->setCurrentIndex(0);
                                       }}},
                                     pages_));
  static_cast<QVBoxLayout*>(layout())->addWidget(pages_, 1);
}

/// The number on the tab follows a drag; the list behind another tab is laid out when it is looked at.
void IssuesPanel::follow_issues() {
  const int count = issues_.count();
  setWindowTitle(count == 0 ? tr_("Issues") : tr_(text("Issues {1}", count)));
  filled_ = false;
  if (isVisible()) fill();
}

void IssuesPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!filled_) fill();
}

void IssuesPanel::fill() {
  filled_ = true;
  refill_sources();
  model_->set_issues(issues_.found());
  show_page();
}

void IssuesPanel::refill_sources() {
  const QVariant chosen = source_->currentData();
  const QSignalBlocker quiet(source_);
  while (source_->count() > 1) source_->removeItem(1);
  source_->addItem(tr_("The plan as it stands"), 0);
  for (const ReportPtr& import : issues_.imports())
    source_->addItem(tr_(text("Import of {1}", import->file)), static_cast<qlonglong>(import->id));
  source_->setCurrentIndex(std::max(0, source_->findData(chosen)));
}

void IssuesPanel::apply_filter() {
  const QVariant source = source_->currentData();
  model_->set_filter(text_->text(), source.isValid() ? source.toLongLong() : -1);
  show_page();
}

void IssuesPanel::show_page() {
  pages_->setCurrentIndex(issues_.found().empty() ? 1 : model_->shown() == 0 ? 2 : 0);
  if (pages_->currentIndex() != 0) details_->hide();
}

void IssuesPanel::jump(const QModelIndex& index) {
  const Issue* issue = model_->issue_at(index);
  if (issue == nullptr) return;
  const Id measure = issue->measure;
  const Id district = issue->district;
  const PlanPtr plan = document_.plan();
  if (find_measure(*plan, measure) != nullptr) {
    document_.select_measures({measure});
    emit document_.show_measure(measure);
  } else if (find_district(*plan, district) != nullptr) {
    document_.select_district(district);
    emit document_.show_district(district);
  }
}

void IssuesPanel::copy() {
  QApplication::clipboard()->setText(model_->spreadsheet(view_->selectionModel()->selectedRows()));
}

}  // namespace

QWidget* make_issues_panel(Document& document, QWidget* parent) {
  return new IssuesPanel(document, parent);
}

}  // namespace smile::viewer
