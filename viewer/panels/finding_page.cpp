#include "viewer/panels/finding_page.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>

#include "gis/plan/date.h"
#include "gis/questions/ask.h"
#include "layers/finding_chart.h"
#include "viewer/document.h"
#include "viewer/panels/chart_view.h"
#include "viewer/panels/finding_model.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/table_text.h"
#include "viewer/panels/table_widths.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int widest_column = 240;

QString lines(const std::vector<Text>& sentences, const QString& between) {
  QStringList out;
  for (const Text& sentence : sentences) out << tr_(sentence);
  return out.join(between);
}

QString sources_of(const Finding& finding) {
  QStringList sources;
  for (const std::string& source : finding.sources) sources << q(source);
  return sources.join(QStringLiteral(" · "));
}

}  // namespace

FindingPage::FindingPage(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), model_(new FindingModel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  auto* parts = new QSplitter(Qt::Horizontal, this);
  parts->setObjectName("finding_parts");
  parts->setChildrenCollapsible(false);
  parts->setHandleWidth(1);
  build_words(*parts);
  build_table(*parts);
  chart_ = new ChartView(parts);
  chart_->setObjectName("finding_chart");
  parts->addWidget(chart_);
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 6);
  parts->setStretchFactor(2, 3);
  parts->setSizes({270, 650, 270});
  column->addWidget(parts, 1);
  chart_later_.setSingleShot(true);
  chart_later_.setInterval(100);
  connect(&chart_later_, &QTimer::timeout, this, &FindingPage::show_chart);
  connect(&document, &Document::selection_changed, this, &FindingPage::follow_selection);
}

void FindingPage::build_words(QSplitter& parts) {
  auto* area = new QScrollArea(&parts);
  area->setObjectName("finding_words");
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setMinimumWidth(240);
  auto* content = new QWidget(area);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(8);
  sentences_ = plain_label({}, content);
  sentences_->setObjectName("finding_sentences");
  QFont large = sentences_->font();
  large.setPointSizeF(large.pointSizeF() * 1.1);
  sentences_->setFont(large);
  state_ = plain_label({}, content);
  state_->setObjectName("finding_state");
  method_ = make_foot_line(content);
  method_->setObjectName("finding_method");
  for (QLabel* label : {sentences_, state_, method_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    column->addWidget(label);
  }
  method_->setContentsMargins(0, 0, 0, 0);
  column->addStretch();
  area->setWidget(content);
  parts.addWidget(area);
}

void FindingPage::build_table(QSplitter& parts) {
  auto* side = new QWidget(&parts);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  tables_ = new QComboBox(side);
  tables_->setObjectName("finding_tables");
  tables_->setAccessibleName(tr_("Table"));
  view_ = new QTableView(side);
  view_->setObjectName("finding_table");
  view_->setAccessibleName(tr_("Figures of the result"));
  view_->setModel(model_);
  make_list_of_rows(*view_, 24);
  view_->setMinimumWidth(260);
  column->addWidget(tables_);
  column->addWidget(view_, 1);
  parts.addWidget(side);
  connect(tables_, &QComboBox::currentIndexChanged, this, [this](int at) {
    if (at < 0 || at >= static_cast<int>(shown_.tables.size())) return;
    model_->show_table(shown_.tables[static_cast<std::size_t>(at)]);
    fit_to_content(*view_, -1, widest_column);
  });
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingPage::tell_selection);
  connect(view_, &QTableView::activated, this, [this](const QModelIndex& index) {
    if (const Id measure = model_->measure_at(index.row())) emit document_.show_measure(measure);
    if (const Id district = model_->district_at(index.row())) emit document_.show_district(district);
  });
}

void FindingPage::show_finding(const Finding& finding, const Plan& plan, const QString& state, bool problem) {
  const bool other = finding.id != shown_.id || finding.tables.size() != shown_.tables.size();
  shown_ = finding;
  sentences_->setText(lines(finding.sentences, "\n"));
  state_->setText(state);
  state_->setVisible(!state.isEmpty());
  QPalette colours = palette();
  if (problem) colours.setColor(QPalette::WindowText, problem_colour(*this));
  state_->setPalette(colours);
  method_->setText(lines(finding.method, " ") + '\n' + tr_("Sources") + ": " + sources_of(finding) + '\n' +
                   tr_("Asked on") + ": " + q(format_date(language(), finding.found)) + " · " +
                   q(as_command(finding.question, plan)));
  if (other) show_tables(finding);
  const int at = std::max(0, tables_->currentIndex());
  if (at < static_cast<int>(finding.tables.size())) model_->show_table(finding.tables[static_cast<std::size_t>(at)]);
  if (other) fit_to_content(*view_, -1, widest_column);
  if (other)
    show_chart();
  else if (!chart_later_.isActive())
    chart_later_.start();
  follow_selection();
}

void FindingPage::show_chart() {
  chart_->show_chart(layers::chart_of(shown_));
  chart_->setVisible(chart_->chart().has_value());
}

void FindingPage::show_tables(const Finding& finding) {
  const QSignalBlocker quiet(tables_);
  tables_->clear();
  for (const FindingTable& table : finding.tables) tables_->addItem(tr_(table.title));
  tables_->setVisible(finding.tables.size() > 1);
  view_->setVisible(!finding.tables.empty());
}

void FindingPage::tell_selection() {
  if (following_) return;
  following_ = true;
  const int row = view_->currentIndex().row();
  if (const Id measure = model_->measure_at(row))
    document_.select_measures({measure});
  else if (const Id district = model_->district_at(row))
    document_.select_district(district);
  following_ = false;
}

void FindingPage::follow_selection() {
  if (following_) return;
  following_ = true;
  view_->clearSelection();
  const auto& measures = document_.selected_measures();
  for (int row = 0; row < model_->rowCount(); ++row) {
    const Id measure = model_->measure_at(row), district = model_->district_at(row);
    const bool chosen = (district != 0 && district == document_.selected_district()) ||
                        (measures.size() == 1 && measure == measures.front());
    if (!chosen) continue;
    view_->selectRow(row);
    break;
  }
  following_ = false;
}

QString FindingPage::table_for_spreadsheet() const {
  QStringList header;
  std::vector<QStringList> rows;
  for (int column = 0; column < model_->columnCount(); ++column)
    header << model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  for (int row = 0; row < model_->rowCount(); ++row) {
    QStringList cells;
    for (int column = 0; column < model_->columnCount(); ++column) cells << model_->cell_for_spreadsheet(row, column);
    rows.push_back(cells);
  }
  return spreadsheet_text(header, rows);
}

}  // namespace smile::viewer
