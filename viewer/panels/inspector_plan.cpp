#include "viewer/panels/inspector_plan.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

#include "gis/plan/pursued.h"
#include "gis/plan/sources.h"
#include "gis/words/numbers.h"
#include "viewer/document.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/plan_issues.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// Of the whole city: only where every district of the coarsest level has its figure.
std::optional<double> inhabitants_of_city(const Plan& plan) {
  const Level* level = coarsest_level(plan);
  if (level == nullptr) return std::nullopt;
  double sum = 0;
  for (const DistrictPtr& district : districts_of(plan, level->id)) {
    const std::optional<double> own = inhabitants(plan, district->id);
    if (!own) return std::nullopt;
    sum += *own;
  }
  return sum;
}

QString districts_line(const Plan& plan) {
  QStringList parts;
  for (const Level& level : plan.levels) {
    const std::size_t count = districts_of(plan, level.id).size();
    parts << q(format_integer(language(), static_cast<std::int64_t>(count))) + ' ' + q(level.name);
  }
  return parts.join(QStringLiteral(", "));
}

QString source_line(const Plan& plan, const Source& source) {
  QStringList parts;
  for (const std::string& part : {what_in_words(plan, source, language()), source.holder, source.date, source.licence})
    if (!part.empty()) parts << q(part);
  if (source.schematic) parts << tr_("schematic boundaries");
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

QStringList likely_currencies() {
  return {"EUR", "CHF", "CZK", "DKK", "GBP", "HUF", "NOK", "PLN", "RON", "SEK", "USD"};
}

PlanPage::PlanPage(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), issues_(PlanIssues::of(document)) {
  setObjectName("plan_page");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 16);
  column->setSpacing(4);
  build_title();
  column->addWidget(make_heading(tr_("At a glance"), this));
  counts_ = new QWidget(this);
  make_fact_form(*counts_);
  column->addWidget(counts_);
  column->addWidget(make_heading(tr_("Sources"), this));
  sources_ = new QWidget(this);
  make_fact_form(*sources_);
  column->addWidget(sources_);
  column->addStretch();
  connect(&issues_, &PlanIssues::changed, this, &PlanPage::show_counts);
}

void PlanPage::build_title() {
  settings_ = new QWidget(this);
  make_form(*settings_);
  layout()->addWidget(make_heading(tr_("Plan"), this));
  layout()->addWidget(settings_);
  title_ = new QLineEdit(settings_);
  title_->setObjectName("plan_title");
  title_->setPlaceholderText(tr_("Name of the plan"));
  add_form_row(*settings_, tr_("Title"), title_);
  connect(title_, &QLineEdit::editingFinished, this, &PlanPage::take_title);
  build_currency();
}

void PlanPage::build_currency() {
  currency_ = new QComboBox(settings_);
  currency_->setObjectName("plan_currency");
  currency_->setEditable(true);
  currency_->setInsertPolicy(QComboBox::NoInsert);
  currency_->addItems(likely_currencies());
  leave_wheel_to_panel(*currency_);
  add_form_row(*settings_, tr_("Currency"), currency_);
  connect(currency_, &QComboBox::activated, this, &PlanPage::take_currency);
  connect(currency_->lineEdit(), &QLineEdit::editingFinished, this, &PlanPage::take_currency);
  problem_ = make_problem_line(settings_);
  add_form_row(*settings_, {}, problem_);
  show_problem_row(*settings_, *problem_, {});
}

void PlanPage::show_plan() {
  const PlanPtr plan = document_.plan();
  if (!title_->hasFocus() || !title_->isModified()) title_->setText(q(plan->title));
  if (!currency_->lineEdit()->hasFocus()) currency_->setEditText(q(plan->currency));
  settings_->setEnabled(!document_.read_only());
  show_counts();
  show_sources();
}

void PlanPage::show_counts() {
  const PlanPtr plan = document_.plan();
  const CostOfMeasures costs = cost_of(plan->measures);
  const auto unplaced = std::count_if(plan->measures.begin(), plan->measures.end(), [](const MeasurePtr& measure) {
    return measure->location.placement == Placement::none;
  });
  clear_form(*counts_);
  const auto count = [](auto n) { return q(format_integer(language(), static_cast<std::int64_t>(n))); };
  add_fact(*counts_, tr_("Measures"), count(plan->measures.size()));
  if (costs.rejected > 0) add_fact(*counts_, tr_("Of which rejected"), count(costs.rejected));
  if (unplaced > 0) add_fact(*counts_, tr_("Without place"), count(unplaced));
  if (!plan->measures.empty())
    add_fact(*counts_, tr_("One-off cost"), q(format_money(language(), costs.sum.cents, plan->currency)));
  if (costs.without_cost > 0) add_fact(*counts_, tr_("Without cost"), count(costs.without_cost));
  add_fact(*counts_, tr_("Districts"), plan->districts.empty() ? tr_("none yet") : districts_line(*plan));
  if (!plan->districts.empty()) {
    const std::optional<double> people = inhabitants_of_city(*plan);
    add_fact(*counts_, tr_("Inhabitants"), people ? q(format_number(language(), *people)) : tr_("no data"));
  }
  add_fact(*counts_, tr_("Issues"), issues_.count() == 0 ? tr_("none") : count(issues_.count()));
  add_fact(*counts_, tr_("Coordinates"),
           plan->crs.known() ? q(crs_name(plan->crs)) + QStringLiteral(" (") + q(crs_code(plan->crs)) + ')'
                             : tr_("not chosen yet; the first districts or places decide"));
}

void PlanPage::show_sources() {
  clear_form(*sources_);
  const PlanPtr plan = document_.plan();
  for (const Source& source : plan->sources) {
    QLabel* line = plain_label(source_line(*plan, source), sources_);
    line->setWordWrap(true);
    add_form_line(*sources_, line);
  }
  if (plan->sources.empty()) add_form_line(*sources_, plain_label(tr_("none yet"), sources_));
}

void PlanPage::take_title() {
  if (!title_->isModified()) return;
  title_->setModified(false);
  const std::string title = title_->text().trimmed().toStdString();
  if (title != document_.plan()->title) document_.apply(set_title(title));
}

void PlanPage::take_currency() {
  const QString code = currency_->currentText().trimmed().toUpper();
  if (code.toStdString() == document_.plan()->currency) return show_problem_row(*settings_, *problem_, {});
  const bool letters = code.size() == 3 && std::all_of(code.begin(), code.end(),
                                                       [](QChar c) { return c >= QChar('A') && c <= QChar('Z'); });
  if (!letters)
    return show_problem_row(*settings_, *problem_,
                            tr_(text("“{1}” is no currency. Write its three letters: EUR.", code.toStdString())));
  show_problem_row(*settings_, *problem_, {});
  document_.apply(set_currency(code.toStdString()));
}

}  // namespace smile::viewer
