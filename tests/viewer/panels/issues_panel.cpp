#include "viewer/panels/issues_panel.h"

#include <QLineEdit>
#include <QTreeView>
#include <algorithm>

#include "tests/viewer/panels/panel_support.h"
#include "viewer/panels/issues_list.h"
#include "viewer/panels/issues_view.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

Issue cell_issue(Severity severity, Id measure) {
  Issue issue;
  issue.severity = severity;
  issue.kind = "unreadable_cost";
  issue.file = "ideenpool.csv";
  issue.row = 17;
  issue.column = "Kosten";
  issue.value = "<b>viel</b>";
  issue.message = text("“{1}” is no amount.", issue.value);
  issue.measure = measure;
  return issue;
}

struct Panel : Opened {
  Panel() : widget(shown(make_issues_panel(document, nullptr))) {
    Report report;
    report.verb = "measures";
    report.file = "ideenpool.csv";
    report.issues = {cell_issue(Severity::note, 0), cell_issue(Severity::error, measure(0))};
    document.apply(add_report(report));
    BOOST_REQUIRE(wait_for([this] { return text_of(0, 0).startsWith("Errors"); }));
  }
  std::shared_ptr<QWidget> widget;
  QTreeView& view() { return part<QTreeView>(*widget, "issues_view"); }
  QModelIndex issue(int group, int row) { return view().model()->index(row, 0, view().model()->index(group, 0)); }
  QString text_of(int group, int column) { return view().model()->index(group, column).data().toString(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(issues_panel)

BOOST_FIXTURE_TEST_CASE(issues_stand_by_severity_and_the_title_counts_what_matters, Panel) {
  BOOST_TEST(text_of(0, 0).toStdString() == "Errors (1)");
  const int notes = view().model()->rowCount() - 1;
  BOOST_TEST(text_of(notes, 0).startsWith("Notes"));
  BOOST_TEST(widget->windowTitle().startsWith("Issues "));
}

BOOST_FIXTURE_TEST_CASE(behind_another_tab_only_the_number_follows_the_list_when_it_is_looked_at, Panel) {
  const QString before = widget->windowTitle();
  widget->hide();
  Report report;
  report.verb = "measures";
  report.file = "noch_eine.csv";
  report.issues = {cell_issue(Severity::error, measure(0))};
  document.apply(add_report(report));
  BOOST_REQUIRE(wait_for([&] { return widget->windowTitle() != before; }));
  BOOST_TEST(text_of(0, 0).toStdString() == "Errors (1)");
  widget->show();
  BOOST_TEST(text_of(0, 0).toStdString() == "Errors (2)");
}

BOOST_FIXTURE_TEST_CASE(an_issue_shows_row_column_and_value_literally, Panel) {
  view().setCurrentIndex(issue(0, 0));
  const QString details = part<QLabel>(*widget, "issue_details").text();
  BOOST_TEST(details.contains("ideenpool.csv, row 17, column “Kosten”"));
  BOOST_TEST(details.contains("<b>viel</b>"));
  BOOST_TEST(all_plain(*widget));
  BOOST_TEST(!issue(0, 0).data(Qt::ToolTipRole).toString().contains("<b>"));
}

BOOST_FIXTURE_TEST_CASE(activating_an_issue_goes_to_its_measure, Panel) {
  Id asked = 0;
  QObject::connect(&document, &Document::show_measure, [&](Id id) { asked = id; });
  view().setFocus();
  view().setCurrentIndex(issue(0, 0));
  QTest::keyClick(&view(), Qt::Key_Return);
  BOOST_TEST(asked == measure(0));
  BOOST_REQUIRE(document.selected_measures().size() == 1);
  BOOST_TEST(document.selected_measures().front() == measure(0));
}

BOOST_FIXTURE_TEST_CASE(the_filter_searches_all_columns, Panel) {
  part<QLineEdit>(*widget, "filter").setText("row 17 kosten");
  auto& model = static_cast<IssuesModel&>(*view().model());
  BOOST_TEST(model.shown() == 2);
  part<QLineEdit>(*widget, "filter").setText("nowhere");
  BOOST_TEST(model.shown() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_second_import_of_the_file_replaces_the_issues_of_the_first, Panel) {
  Report report;
  report.verb = "measures";
  report.file = "ideenpool.csv";
  report.issues = {cell_issue(Severity::note, 0)};
  document.apply(add_report(report));
  BOOST_TEST(wait_for([this] { return !text_of(0, 0).startsWith("Errors"); }));
}

BOOST_AUTO_TEST_CASE(a_copy_of_issues_is_a_table_without_formulas) {
  IssuesModel model;
  Issue issue = cell_issue(Severity::warning, 0);
  issue.value = "=1+1";
  model.set_issues({{issue, 0}});
  const QStringList lines = model.spreadsheet({}).split('\n', Qt::SkipEmptyParts);
  BOOST_REQUIRE(lines.size() == 2);
  BOOST_TEST(lines[1].contains("\t17\tKosten\t'=1+1\t"));
}

BOOST_FIXTURE_TEST_CASE(a_long_finding_is_read_in_full_over_several_lines, Panel) {
  Issue issue = cell_issue(Severity::warning, 0);
  issue.message = text(
      "The two coordinates stand in the wrong order: as written the place is far outside the "
      "city. They were turned.");
  IssuesModel model;
  const auto shown_view = shown(new IssuesView(model, nullptr));
  auto& view = static_cast<IssuesView&>(*shown_view);
  view.resize(520, 300);
  model.set_issues({{issue, 0}});
  QCoreApplication::processEvents();
  const QModelIndex row = model.index(0, IssuesModel::message_column, model.index(0, 0));
  const QRect cell = view.visualRect(row);
  const QRect needed =
      view.fontMetrics().boundingRect(QRect(0, 0, cell.width(), 1000), Qt::TextWordWrap, row.data().toString());
  BOOST_TEST(needed.height() > view.fontMetrics().lineSpacing());
  BOOST_TEST(cell.height() >= needed.height());
  BOOST_TEST(view.isColumnHidden(IssuesModel::proposal_column));  // it has nothing to say
  BOOST_TEST(cell.width() * 2 >= view.viewport()->width() - 20);
}

BOOST_AUTO_TEST_CASE(a_place_outside_is_said_once_by_the_plan_while_it_holds_then_by_the_import) {
  Opened opened{applied(small_plan(), add_measures({named_at("Weit weg", 400000, 6001000)}))};
  Report report;
  report.verb = "measures";
  report.file = "ideenpool.csv";
  Issue outside = cell_issue(Severity::warning, opened.measure(2));
  outside.kind = "position_outside";
  report.issues = {outside};
  opened.document.apply(add_report(report));
  PlanIssues& issues = PlanIssues::of(opened.document);
  const auto said = [&](const char* kind) {
    return std::count_if(issues.found().begin(), issues.found().end(),
                         [&](const FoundIssue& found) { return found.issue.kind == kind; });
  };
  BOOST_REQUIRE(wait_for([&] { return said("outside") == 1; }));
  BOOST_REQUIRE(wait_for([&] { return issues.imports().size() == 1; }));
  BOOST_TEST(said("position_outside") == 0);
  BOOST_TEST(issues.count() == 1);
  opened.document.apply(place(opened.measure(2), {Placement::point, make_point({309000, 6001000}), {}, {}}));
  BOOST_REQUIRE(wait_for([&] { return said("outside") == 0; }));
  BOOST_TEST(said("position_outside") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
