#include "viewer/dialogs/import_report.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QTreeView>
#include <algorithm>

#include "gis/words/numbers.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/issues_list.h"
#include "viewer/panels/issues_view.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/place_words.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr std::size_t offered_aliases = 12;  // more than these are a matter for the file, not for a dialog

QString row_counts(const Report& report) {
  QStringList parts;
  const auto add = [&](std::int64_t n, const Text& words) {
    if (n > 0) parts << tr_(words);
  };
  if (report.declared >= 0) parts << tr_(text("{1} declared", report.declared));
  parts << tr_(text("{1} read", report.read));
  add(report.repaired, text("{1} repaired", report.repaired));
  add(report.skipped, text("{1} left out", report.skipped));
  return parts.join(QStringLiteral(" · "));
}

/// What is none is not said: "21 new".
std::string changes_in_words(const Intake& intake) {
  QStringList parts;
  if (intake.added > 0) parts << tr_(text("{1} new", intake.added));
  if (intake.updated > 0) parts << tr_(text("{1} changed", intake.updated));
  if (intake.unchanged > 0) parts << tr_(text("{1} as they are", intake.unchanged));
  return parts.join(QStringLiteral(", ")).toStdString();
}

QString how_read(const Report& report) {
  QStringList parts;
  for (const std::string& part : {report.driver, report.encoding, report.crs})
    if (!part.empty()) parts << q(part);
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

QString intake_sentence(const Intake& intake) {
  if (intake.added == 0 && intake.updated == 0) return tr_("Nothing new: the plan already says all of this.");
  const std::string changes = changes_in_words(intake);
  const std::int64_t all = intake.added + intake.updated + intake.unchanged;
  if (intake.report.verb == "statistics")
    return tr_(text("{1} of {2} rows fit a district. Columns of figures: {3}.", intake.placed, intake.rows, changes));
  if (intake.report.verb == "layer") return tr_(text_n(intake.rows, "{1} feature.", "{1} features.", intake.rows));
  if (intake.report.verb == "districts") return tr_(text("{1} districts: {2}.", all, changes));
  return tr_(text("{1} of {2} rows come in: {3}.", all, intake.rows, changes));
}

ImportReport::ImportReport(QWidget* parent) : QWidget(parent), issues_(new IssuesModel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  headline_ = make_title(this);
  headline_->setObjectName("intake_sentence");
  places_ = plain_label({}, this);
  places_->setWordWrap(true);
  facts_ = new QWidget(this);
  make_form(*facts_);
  aliases_heading_ = make_heading(tr_("Names the plan does not know: which district do they mean?"), this);
  aliases_ = new QWidget(this);
  make_form(*aliases_);
  view_ = new IssuesView(*issues_, this);
  details_ = make_foot_line(this);
  column->addWidget(headline_);
  column->addWidget(places_);
  column->addWidget(facts_);
  column->addWidget(aliases_heading_);
  column->addWidget(aliases_);
  column->addWidget(make_heading(tr_("What was guessed, repaired or left out"), this));
  column->addWidget(view_, 1);
  column->addWidget(details_);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
    const Issue* issue = issues_->issue_at(index);
    details_->setText(issue == nullptr ? QString() : issue_details(*issue));
  });
}

void ImportReport::show_intake(const Intake& intake, const Plan& plan, bool offer_aliases) {
  headline_->setText(intake_sentence(intake));
  const bool measures = intake.report.verb == "measures";
  places_->setVisible(measures);
  places_->setText(tr_(text("{1} have a place, {2} have none yet.", intake.placed, intake.unplaced)));
  show_facts(intake);
  aliases_heading_->hide();
  aliases_->hide();
  if (offer_aliases) show_aliases(intake, plan);
  std::vector<FoundIssue> found;
  for (const Issue& issue : intake.report.issues) found.push_back({issue, 0});
  issues_->set_issues(std::move(found));
  details_->setText(intake.report.issues.empty() ? tr_("Nothing: every value was read as it stands.") : QString());
}

void ImportReport::show_facts(const Intake& intake) {
  clear_form(*facts_);
  add_fact(*facts_, tr_("File"), q(intake.report.file));
  add_fact(*facts_, tr_("Read as"), how_read(intake.report));
  add_fact(*facts_, tr_("Rows"), row_counts(intake.report));
}

void ImportReport::show_aliases(const Intake& intake, const Plan& plan) {
  clear_form(*aliases_);
  std::vector<std::string> names;
  for (const auto& [name, code] : chosen_) names.push_back(name);
  for (const Issue& issue : intake.report.issues)
    if (issue.kind == "name_unmatched" && std::find(names.begin(), names.end(), issue.value) == names.end())
      names.push_back(issue.value);
  for (std::size_t i = 0; i < names.size() && i < offered_aliases; ++i) {
    auto* list = make_filter_combo(tr_("none of them"), aliases_);
    list->setObjectName("alias");
    for (const DistrictPtr& district : plan.districts)
      list->addItem(district_label(*district), q(district->code.empty() ? district->name : district->code));
    const auto known =
        std::find_if(chosen_.begin(), chosen_.end(), [&](const auto& alias) { return alias.first == names[i]; });
    if (known != chosen_.end()) list->setCurrentIndex(list->findData(q(known->second)));
    leave_wheel_to_panel(*list);
    add_form_row(*aliases_, q(names[i]), list);
    connect(list, &QComboBox::activated, this, [this, list, name = names[i]] {
      std::erase_if(chosen_, [&](const auto& alias) { return alias.first == name; });
      if (list->currentIndex() > 0) chosen_.emplace_back(name, list->currentData().toString().toStdString());
      emit aliases_changed();
    });
  }
  aliases_heading_->setVisible(!names.empty());
  aliases_->setVisible(!names.empty());
}

std::vector<std::pair<std::string, std::string>> ImportReport::aliases() const {
  return chosen_;
}

}  // namespace smile::viewer
