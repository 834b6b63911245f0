#include "viewer/dialogs/sheets_dialog.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPrinter>
#include <QPushButton>
#include <fstream>

#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/window/desk.h"
#include "viewer/dialogs/logo_field.h"
#include "viewer/dialogs/print_sheets.h"
#include "viewer/dialogs/sheet_preview.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/opening.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

Plan without_districts() {
  Plan plan;
  plan.title = "Leer";
  return plan;
}

struct Dialog : Opened {
  explicit Dialog(const Plan& plan = small_plan()) : Opened(plan) { dialog.show(); }
  ~Dialog() { dialog.hide(); }
  SheetsDialog dialog{document, nullptr};

  SheetPreview& preview() { return dialog.preview(); }
  bool ready() {
    return wait_for([this] { return dialog.is_laid_out() && preview().is_drawn(); });
  }
  Id district(std::size_t i) const { return plan()->districts[i]->id; }
  const layers::SheetPage& page() { return dialog.pages()[static_cast<std::size_t>(preview().page())]; }
  /// One further than what is chosen, as by the keyboard.
  void next_of(const char* combo) { QTest::keyClick(&part<QComboBox>(dialog, combo), Qt::Key_Down); }
  void choose(const char* combo, int index) {
    auto& box = part<QComboBox>(dialog, combo);
    box.setCurrentIndex(index);
    emit box.activated(index);
  }
  QString writing() { return part<TaskStrip>(dialog, "writing").failure(); }
  bool says(const char* what) {
    return wait_for([&] { return part<QLabel>(dialog, "note").text().contains(what); });
  }
};

struct Ready : Dialog {
  Ready() { BOOST_REQUIRE(ready()); }
};

struct Empty : Dialog {
  Empty() : Dialog(without_districts()) {}
};

int pages_in(const std::filesystem::path& pdf) {
  std::ifstream file(pdf, std::ios::binary);
  const std::string all((std::istreambuf_iterator<char>(file)), {});
  int count = 0;
  for (std::size_t at = all.find("/Type /Page"); at != std::string::npos; at = all.find("/Type /Page", at + 1))
    if (all.compare(at, 12, "/Type /Pages") != 0) ++count;
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheets_dialog)

BOOST_FIXTURE_TEST_CASE(it_opens_with_all_pages_small_and_the_first_one_large, Ready) {
  BOOST_TEST(dialog.pages().size() > 4u);
  BOOST_TEST(part<QListWidget>(dialog, "thumbnails").count() == static_cast<int>(dialog.pages().size()));
  BOOST_TEST(preview().page() == 0);
  BOOST_TEST(words_on(dialog).contains("Page 1 of " + QString::number(dialog.pages().size())));
  BOOST_TEST(all_plain(dialog));
}

BOOST_FIXTURE_TEST_CASE(what_is_chosen_is_one_edit_that_can_be_undone_and_the_pages_follow, Ready) {
  next_of("orientation");
  BOOST_TEST(plan()->sheets.portrait);
  BOOST_TEST(document.undo_name().toStdString() == "Change how sheets look");
  BOOST_TEST(!dialog.is_laid_out());
  BOOST_REQUIRE(ready());
  BOOST_TEST(page().size.height() > page().size.width());
  document.undo();
  BOOST_REQUIRE(ready());
  BOOST_TEST(page().size.height() < page().size.width());
  BOOST_TEST(part<QComboBox>(dialog, "orientation").currentIndex() == 0);
  BOOST_TEST(!document.can_undo());
}

BOOST_FIXTURE_TEST_CASE(a_name_that_is_typed_is_one_step_of_undo_and_stands_on_the_pages, Ready) {
  QTest::keyClicks(&part<QLineEdit>(dialog, "city"), "Rostock");
  BOOST_TEST(plan()->sheets.city == "Rostock");
  BOOST_REQUIRE(ready());
  const auto& texts = page().texts;
  BOOST_TEST(std::any_of(texts.begin(), texts.end(), [](const auto& one) { return one.text == "Rostock"; }));
  document.undo();
  BOOST_TEST(plan()->sheets.city.empty());
  BOOST_TEST(part<QLineEdit>(dialog, "city").text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(every_choice_goes_into_the_plan, Ready) {
  for (const char* combo : {"for_whom", "paper", "participation"}) next_of(combo);
  BOOST_TEST((plan()->sheets.for_whom == SheetTemplate::council));
  BOOST_TEST(plan()->sheets.a3);
  BOOST_TEST((plan()->sheets.participation == Participation::inform));
}

BOOST_FIXTURE_TEST_CASE(keys_go_through_the_pages, Ready) {
  QTest::keyClick(&dialog, Qt::Key_PageDown);
  BOOST_TEST(preview().page() == 1);
  QTest::keyClick(&dialog, Qt::Key_PageUp);
  QTest::keyClick(&dialog, Qt::Key_PageUp);
  BOOST_TEST(preview().page() == 0);
  for (std::size_t i = 0; i < dialog.pages().size() + 3; ++i) QTest::keyClick(&dialog, Qt::Key_PageDown);
  BOOST_TEST(preview().page() == static_cast<int>(dialog.pages().size()) - 1);
  BOOST_TEST(ready());
}

BOOST_FIXTURE_TEST_CASE(a_page_at_full_size_is_as_large_as_on_paper, Ready) {
  QTest::keyClick(&dialog, Qt::Key_1, Qt::ControlModifier);
  BOOST_REQUIRE(ready());
  const QSize shown =
      part<QWidget>(dialog, "sheet").findChild<QWidget*>("qt_scrollarea_viewport")->childrenRect().size();
  BOOST_TEST(shown.width() == 1123);  // 297 mm at 96 to the inch
  BOOST_TEST(shown.height() == 794);
}

BOOST_FIXTURE_TEST_CASE(the_page_of_the_selected_district_is_shown_and_looking_through_the_pages_selects_nothing,
                        Ready) {
  document.select_district(district(1));
  BOOST_TEST(page().district == district(1));
  while (page().district != district(0)) QTest::keyClick(&dialog, Qt::Key_PageUp);
  BOOST_TEST(document.selected_district() == district(1));
  next_of("orientation");
  BOOST_REQUIRE(ready());
  BOOST_TEST(page().district == district(0), "laid out again it stays where one was");
  document.select_measures({measure(0)});
  BOOST_TEST(page().district == district(0));
  while (page().district == district(0)) QTest::keyClick(&dialog, Qt::Key_PageDown);
  BOOST_TEST(document.selected_measures().size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(it_opens_at_the_selected_district, Opened) {
  const Id second = plan()->districts[1]->id;
  document.select_district(second);
  SheetsDialog dialog(document, nullptr);
  dialog.show();
  BOOST_REQUIRE(wait_for([&] { return dialog.is_laid_out(); }));
  BOOST_TEST(dialog.pages()[static_cast<std::size_t>(dialog.preview().page())].district == second);
  dialog.hide();
}

BOOST_FIXTURE_TEST_CASE(only_ticked_districts_have_sheets_and_without_a_tick_it_says_what_to_do, Ready) {
  choose("whose", 1);
  BOOST_TEST(words_on(dialog).contains("No district is chosen"));
  BOOST_TEST(!part<QPushButton>(dialog, "save_pdf").isEnabled());
  part<QListWidget>(dialog, "districts").item(1)->setCheckState(Qt::Checked);
  BOOST_REQUIRE(ready());
  for (const layers::SheetPage& one : dialog.pages()) BOOST_TEST(one.district == district(1));
  BOOST_TEST(part<QPushButton>(dialog, "save_pdf").isEnabled());
}

BOOST_FIXTURE_TEST_CASE(the_selected_district_is_ticked_first, Ready) {
  document.select_district(district(0));
  choose("whose", 1);
  BOOST_REQUIRE(ready());
  for (const layers::SheetPage& one : dialog.pages()) BOOST_TEST(one.district == district(0));
}

BOOST_FIXTURE_TEST_CASE(another_edit_of_the_plan_is_followed, Ready) {
  const std::size_t before = dialog.pages().size();
  document.apply(remove_measures({measure(0), measure(1)}));
  BOOST_REQUIRE(ready());
  BOOST_TEST(dialog.pages().size() < before);  // no list of all measures
}

BOOST_FIXTURE_TEST_CASE(a_logo_is_kept_and_can_be_removed, Ready) {
  const std::filesystem::path file = folder / "logo.png";
  QImage picture(40, 20, QImage::Format_RGB32);
  picture.fill(Qt::red);
  BOOST_REQUIRE(picture.save(QString::fromStdString(file.string())));
  auto& field = part<LogoField>(dialog, "logo");
  field.read(QString::fromStdString(file.string()));
  BOOST_REQUIRE(wait_for([this] { return !plan()->sheets.logo.empty(); }));
  BOOST_TEST(!part<QLabel>(dialog, "logo_picture").pixmap().isNull());
  BOOST_REQUIRE(ready());
  BOOST_TEST(!page().logo.isNull());
  QTest::mouseClick(&part<QPushButton>(dialog, "remove_logo"), Qt::LeftButton);
  BOOST_TEST(plan()->sheets.logo.empty());
  BOOST_TEST(!part<QPushButton>(dialog, "remove_logo").isEnabled());
}

BOOST_FIXTURE_TEST_CASE(a_dark_logo_lies_on_a_light_ground_in_a_dark_window, Ready) {
  apply_look(layers::Theme::dark);
  const std::filesystem::path file = folder / "logo.png";
  QImage one_bit(40, 20, QImage::Format_Mono);
  one_bit.setColorTable({qRgba(0, 0, 0, 0), qRgb(40, 40, 44)});
  one_bit.fill(0);
  for (int x = 10; x < 30; ++x)
    for (int y = 5; y < 15; ++y) one_bit.setPixel(x, y, 1);
  BOOST_REQUIRE(one_bit.save(QString::fromStdString(file.string())));
  part<LogoField>(dialog, "logo").read(QString::fromStdString(file.string()));
  auto& label = part<QLabel>(dialog, "logo_picture");
  BOOST_REQUIRE(wait_for([&] { return !label.pixmap().isNull(); }));
  const QImage seen = label.grab().toImage();
  BOOST_TEST(seen.pixelColor(seen.rect().center()).lightness() < 80);
  BOOST_TEST(seen.pixelColor(8, seen.height() / 2).lightness() > 240);
  apply_look(layers::Theme::light);
}

BOOST_FIXTURE_TEST_CASE(a_logo_that_is_not_there_is_said_below_its_field, Ready) {
  part<LogoField>(dialog, "logo").read(QString::fromStdString((folder / "none.png").string()));
  auto& problem = part<QLabel>(dialog, "logo_problem");
  BOOST_TEST(wait_for([&] { return problem.text().contains("none.png"); }));
  BOOST_TEST(!document.can_undo());
}

BOOST_FIXTURE_TEST_CASE(a_pdf_of_all_pages_is_saved, Ready) {
  const std::filesystem::path file = folder / "blaetter.pdf";
  dialog.save(file, false);
  BOOST_REQUIRE(says("blaetter.pdf"));
  BOOST_TEST(pages_in(file) == static_cast<int>(dialog.pages().size()));
  BOOST_TEST(part<QPushButton>(dialog, "open").isVisible());
  next_of("orientation");
  BOOST_TEST(part<QLabel>(dialog, "note").text().isEmpty(), "the file is no longer what is seen");
  BOOST_TEST(!part<QPushButton>(dialog, "open").isVisible());
}

BOOST_FIXTURE_TEST_CASE(pictures_are_never_replaced_unasked, Ready) {
  const std::filesystem::path file = folder / "seite.png";
  dialog.save(file, false);
  BOOST_REQUIRE(says("pictures"));
  BOOST_TEST(std::filesystem::exists(folder / "seite-01.png"));
  dialog.save(file, false);
  BOOST_TEST(wait_for([this] { return writing().contains("is there already"); }));
}

BOOST_FIXTURE_TEST_CASE(a_folder_that_takes_nothing_is_said_in_one_sentence, Ready) {
  dialog.save(folder / "nowhere" / "blaetter.pdf", false);
  BOOST_TEST(wait_for([this] { return !writing().isEmpty(); }));
  BOOST_TEST(part<QLabel>(dialog, "note").text().isEmpty());
  BOOST_TEST(wait_for([this] { return part<QPushButton>(dialog, "save_pdf").isEnabled(); }));
}

BOOST_FIXTURE_TEST_CASE(a_printer_gets_the_pages_it_is_asked_for, Ready) {
  const std::filesystem::path file = folder / "gedruckt.pdf";
  const auto printer = std::make_shared<QPrinter>();
  printer->setOutputFormat(QPrinter::PdfFormat);
  printer->setOutputFileName(QString::fromStdString(file.string()));
  printer->setFromTo(2, 3);
  dialog.print_on(printer);
  BOOST_REQUIRE(says("gedruckt.pdf"));
  BOOST_TEST(pages_in(file) == 2);
}

BOOST_FIXTURE_TEST_CASE(the_printer_takes_the_paper_of_the_pages, Ready) {
  for (const char* combo : {"paper", "orientation"}) next_of(combo);
  BOOST_REQUIRE(ready());
  QPrinter printer;
  printer.setOutputFormat(QPrinter::PdfFormat);
  set_paper(printer, page());
  BOOST_TEST((printer.pageLayout().pageSize().id() == QPageSize::A3));
  BOOST_TEST((printer.pageLayout().orientation() == QPageLayout::Portrait));
}

BOOST_FIXTURE_TEST_CASE(of_a_plan_for_reading_only_the_look_is_not_kept_but_shown, Opened) {
  document.wait_until_saved();
  Document reading(PlanFile::open(document.path(), PlanFile::Mode::read));
  SheetsDialog dialog(reading, nullptr);
  dialog.show();
  BOOST_TEST(words_on(dialog).contains("not kept"));
  QTest::keyClick(&part<QComboBox>(dialog, "orientation"), Qt::Key_Down);
  BOOST_REQUIRE(wait_for([&] { return dialog.is_laid_out(); }));
  BOOST_TEST(dialog.pages().front().size.height() > dialog.pages().front().size.width());
  BOOST_TEST(!reading.plan()->sheets.portrait);
}

BOOST_FIXTURE_TEST_CASE(the_window_opens_one_and_takes_it_away_with_the_plan, Desk) {
  const std::filesystem::path file = folder / "probe.gpkg";
  PlanFile::create(file, small_plan());
  MainWindow window;
  window.show();
  open_plan(window, file);
  BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }));
  for (int twice = 0; twice < 2; ++twice) window.action("sheets")->trigger();
  const auto dialogs = window.findChildren<SheetsDialog*>();
  BOOST_REQUIRE(dialogs.size() == 1);
  BOOST_REQUIRE(wait_for([&] { return dialogs.front()->is_laid_out() && dialogs.front()->preview().is_drawn(); }));
  window.close_plan();
  BOOST_TEST(window.findChildren<SheetsDialog*>().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(a_plan_without_districts_says_what_to_do, Empty) {
  BOOST_TEST(words_on(dialog).contains("No districts yet"));
  BOOST_TEST(!part<QPushButton>(dialog, "save_pdf").isEnabled());
  document.apply(set_level("Stadtbereiche", {square("A", "Westen", 308000, 6000000, 2000)}, crs_from_epsg(25833)));
  BOOST_TEST(ready());
}

BOOST_FIXTURE_TEST_CASE(closed_it_lets_go_of_the_pages_and_comes_back_with_them, Ready) {
  dialog.hide();
  BOOST_TEST(!dialog.is_laid_out());
  BOOST_TEST(preview().page() == -1);
  dialog.show();
  BOOST_TEST(ready());
}

BOOST_AUTO_TEST_SUITE_END()
