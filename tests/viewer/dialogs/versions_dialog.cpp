#include "viewer/dialogs/versions_dialog.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

#include "tests/viewer/panels/panel_support.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(versions_dialog)

BOOST_AUTO_TEST_CASE(a_state_is_kept_under_a_name_and_gone_back_to) {
  Opened opened;
  QWidget window;
  open_versions_dialog(&window, opened.document);
  auto& dialog = part<QDialog>(window, "versions_dialog");
  BOOST_TEST(!part<QPushButton>(dialog, "keep").isEnabled());
  part<QLineEdit>(dialog, "version_name").setText("<b>Ausschuss</b>");
  QTest::mouseClick(&part<QPushButton>(dialog, "keep"), Qt::LeftButton);
  auto& list = part<QTableWidget>(dialog, "versions");
  BOOST_REQUIRE(list.rowCount() == 1);
  BOOST_TEST(list.item(0, 0)->text().toStdString() == "<b>Ausschuss</b>");
  opened.document.apply(remove_measures({opened.measure(0)}));
  list.selectRow(0);
  QTest::mouseClick(&part<QPushButton>(dialog, "go_back"), Qt::LeftButton);
  BOOST_TEST(opened.plan()->measures.size() == 2);
  opened.document.undo();
  BOOST_TEST(opened.plan()->measures.size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
