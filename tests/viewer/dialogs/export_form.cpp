#include "viewer/dialogs/export_form.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTableWidget>
#include <fstream>

#include "tests/viewer/panels/panel_support.h"
#include "viewer/panels/issues_view.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

struct Form : Opened {
  Form() {
    dialog.open();
    dialog.set_folder(QString::fromStdString((folder / "out").string()));
    BOOST_REQUIRE(ready());
  }
  ExportForm dialog{document, nullptr};
  QPushButton& write() { return part<QPushButton>(dialog, "write"); }
  bool ready() {
    return wait_for([this] { return write().isEnabled() || !part<QCheckBox>(dialog, "overwrite").isHidden(); });
  }
  bool written() {
    return wait_for([this] { return part<QLabel>(dialog, "result").text().contains("written"); });
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(export_form)

BOOST_FIXTURE_TEST_CASE(the_preflight_shows_files_and_short_names_before_anything_is_written, Form) {
  BOOST_TEST(part<QLabel>(dialog, "files").text().contains(".shp"));
  BOOST_TEST(part<QTableWidget>(dialog, "short_names").rowCount() > 5);
  BOOST_TEST(!std::filesystem::exists(folder / "out"));
}

BOOST_FIXTURE_TEST_CASE(the_files_are_written_where_they_were_announced, Form) {
  QTest::mouseClick(&write(), Qt::LeftButton);
  BOOST_REQUIRE(written());
  BOOST_TEST(!std::filesystem::is_empty(folder / "out"));
}

BOOST_FIXTURE_TEST_CASE(nothing_is_overwritten_unasked, Form) {
  QTest::mouseClick(&write(), Qt::LeftButton);
  BOOST_REQUIRE(written());
  dialog.set_folder(QString::fromStdString((folder / "out").string()));
  auto& overwrite = part<QCheckBox>(dialog, "overwrite");
  BOOST_REQUIRE(wait_for([&] { return !overwrite.isHidden(); }));
  BOOST_TEST(!write().isEnabled());
  overwrite.setChecked(true);
  BOOST_TEST(wait_for([this] { return write().isEnabled(); }));
}

BOOST_FIXTURE_TEST_CASE(another_format_is_checked_anew, Form) {
  dialog.choose_format(ExportFormat::csv);
  BOOST_TEST(wait_for([this] { return part<QLabel>(dialog, "files").text().contains(".csv"); }));
}

BOOST_FIXTURE_TEST_CASE(warnings_stand_before_notes_and_no_note_repeats_the_table_of_names, Form) {
  auto& view = part<IssuesView>(dialog, "issues_view");
  const QAbstractItemModel& model = *view.model();
  for (int row = 0; row < model.rowCount(model.index(0, 0)); ++row)
    BOOST_TEST(!model.index(row, 0, model.index(0, 0)).data().toString().contains("longer than 10 bytes"));
  // What an earlier hand-over left in the folder is a warning.
  std::filesystem::create_directories(folder / "out");
  std::ofstream(folder / "out" / "measures_lines.shp") << "old";
  dialog.set_folder(QString::fromStdString((folder / "out").string()));
  BOOST_REQUIRE(wait_for([&] { return model.rowCount() == 2; }));
  BOOST_TEST(model.index(0, 0).data().toString().startsWith("Warnings"));
  BOOST_TEST(view.isExpanded(model.index(0, 0)));
  BOOST_TEST(!view.isExpanded(model.index(1, 0)));
}

BOOST_AUTO_TEST_SUITE_END()
