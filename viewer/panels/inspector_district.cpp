#include "viewer/panels/inspector_district.h"

#include <QBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <algorithm>

#include "gis/plan/pursued.h"
#include "gis/plan/scenarios.h"
#include "gis/words/numbers.h"
#include "viewer/document.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/place_words.h"
#include "viewer/tasks.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QWidget* add_form(QWidget& page) {
  auto* form = new QWidget(&page);
  make_fact_form(*form);
  page.layout()->addWidget(form);
  return form;
}

QString count_words(int count) {
  return q(format_integer(language(), count));
}

QString figure_words(const Figure& figure) {
  if (figure.state == Figure::State::suppressed) return tr_("kept secret by the source");
  if (figure.state == Figure::State::missing) return tr_("no data");
  const bool whole = figure.value == static_cast<double>(static_cast<std::int64_t>(figure.value));
  return q(format_number(language(), figure.value, whole ? 0 : 1));
}

template <std::size_t n>
QString counted_choices(std::span<const Choice> choices, const std::array<int, n>& counts) {
  QStringList lines;
  for (std::size_t i = 0; i < choices.size() && i + 1 < n; ++i)
    if (counts[i + 1] > 0) lines << q(say(choices[i].label)) + ' ' + count_words(counts[i + 1]);
  if (counts[0] > 0) lines << tr_("not said") + ' ' + count_words(counts[0]);
  return lines.join('\n');
}

}  // namespace

DistrictPage::DistrictPage(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), tasks_(new Tasks(this)) {
  setObjectName("district_page");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 16);
  column->setSpacing(4);
  title_ = make_title(this);
  subtitle_ = plain_label({}, this);
  subtitle_->setWordWrap(true);
  column->addWidget(title_);
  column->addWidget(subtitle_);
  known_ = add_form(*this);
  column->addWidget(make_heading(tr_("Measures here"), this));
  figures_ = add_form(*this);
  method_ = make_foot_line(this);
  method_->setContentsMargins(0, 4, 0, 0);
  column->addWidget(method_);
  statistics_heading_ = make_heading(tr_("Statistics"), this);
  column->addWidget(statistics_heading_);
  statistics_ = add_form(*this);
  auto* show = new QPushButton(tr_("Show on the map"), this);
  column->addSpacing(8);
  column->addWidget(show, 0, Qt::AlignLeft);
  column->addStretch();
  connect(show, &QPushButton::clicked, this, [this] { emit document_.show_district(document_.selected_district()); });
}

void DistrictPage::show_district() {
  const PlanPtr plan = document_.plan();
  const District* district = find_district(*plan, document_.selected_district());
  if (district == nullptr) return;
  const Level* level = find_level(*plan, district->level);
  const District* parent = find_district(*plan, district->parent);
  title_->setText(level == nullptr ? district_label(*district)
                                   : q(level->name) + QStringLiteral(": ") + district_label(*district));
  subtitle_->setVisible(parent != nullptr);
  if (parent != nullptr) subtitle_->setText(tr_(text("in {1}", district_label(*parent).toStdString())));
  show_known(*district, *plan);
  show_statistics(*district, *plan);
  if (computed_from_ != plan || computed_for_ != district->id) compute();
}

void DistrictPage::show_known(const District& district, const Plan& plan) {
  clear_form(*known_);
  const std::optional<double> people = inhabitants(plan, district.id);
  add_fact(*known_, tr_("Inhabitants"), people ? q(format_number(language(), *people)) : tr_("no data"));
  const double area = district.official_area_m2.value_or(district.area_m2);
  add_fact(*known_, tr_("Area"), q(format_area(language(), area)));
  if (district.official_area_m2) add_fact(*known_, tr_("Area as drawn"), q(format_area(language(), district.area_m2)));
  if (people && area > 0)
    add_fact(*known_, tr_("Density"),
             tr_(text("{1} people per km²", format_number(language(), *people / (area / 1e6)))));
  const auto parts = std::count_if(plan.districts.begin(), plan.districts.end(),
                                   [&](const DistrictPtr& other) { return other->parent == district.id; });
  if (parts > 0) add_fact(*known_, tr_("Parts"), count_words(static_cast<int>(parts)));
}

void DistrictPage::compute() {
  if (tasks_->busy()) return;
  const PlanPtr plan = document_.plan();
  const District* district = find_district(*plan, document_.selected_district());
  if (district == nullptr) return;
  const auto work = [plan, id = district->id, level = district->level,
                     self = QPointer(this)](const Progress& progress) -> std::function<void()> {
    return [plan, id, self, result = district_figures(as_if_only(*plan, plan->style.scenario), level, progress)] {
      if (DistrictPage* alive = self.data()) alive->show_figures(id, result, *plan);
    };
  };
  tasks_->start(tr_("District figures"), work);
}

void DistrictPage::show_figures(Id district, const FiguresResult& result, const Plan& plan) {
  const auto found = std::find_if(result.districts.begin(), result.districts.end(),
                                  [&](const DistrictFigures& f) { return f.district == district; });
  if (found == result.districts.end()) return;
  computed_from_ = &plan == document_.plan().get() ? document_.plan() : nullptr;
  computed_for_ = district;
  clear_form(*figures_);
  if (const Scenario* scenario = find_scenario(plan, plan.style.scenario))
    add_fact(*figures_, tr_("Scenario"), q(scenario->name));
  add_fact(*figures_, tr_("Measures"), count_words(found->measures));
  add_fact(*figures_, tr_("One-off cost"), q(format_money(language(), found->cost.cents, plan.currency)));
  if (found->cost_per_head)
    add_fact(*figures_, tr_("Cost per head"),
             q(format_money(language(), static_cast<std::int64_t>(*found->cost_per_head * 100 + 0.5), plan.currency)));
  if (found->measures_without_cost > 0)
    add_fact(*figures_, tr_("Without cost"), count_words(found->measures_without_cost));
  if (found->measures > 0) {
    add_fact(*figures_, tr_("Building block"), counted_choices(block_choices(), found->by_block));
    add_fact(*figures_, tr_("Phase"), counted_choices(phase_choices(), found->by_phase));
  }
  method_->setText(tr_(result.method) +
                   (result.rejected > 0 ? ' ' + tr_(rejected_in_words(result.rejected)) : QString()));
  // The plan or the selection may have moved on while this was counted.
  if (computed_from_ == nullptr || document_.selected_district() != district)
    QMetaObject::invokeMethod(this, &DistrictPage::show_district, Qt::QueuedConnection);
}

void DistrictPage::show_statistics(const District& district, const Plan& plan) {
  clear_form(*statistics_);
  int shown = 0;
  for (const StatisticPtr& statistic : plan.statistics) {
    if (statistic->level != district.level) continue;
    const auto figure = statistic->figures.find(district.id);
    const QString year = statistic->year == 0 ? QString() : ' ' + QString::number(statistic->year);
    add_fact(*statistics_, q(statistic->name) + year,
             figure_words(figure == statistic->figures.end() ? Figure{} : figure->second));
    ++shown;
  }
  statistics_heading_->setVisible(shown > 0);
}

}  // namespace smile::viewer
