#include "viewer/dialogs/map_export_dialog.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <fstream>

#include "tests/viewer/panels/panel_support.h"
#include "tests/viewer/window/desk.h"
#include "viewer/map/map_view.h"
#include "viewer/tasks.h"
#include "viewer/window/main_window.h"
#include "viewer/window/message_strip.h"
#include "viewer/window/opening.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

layers::Camera over_the_west() {
  layers::Camera camera;
  camera.centre = {308500, 6001500};
  camera.size = {800, 600};
  camera.metres_per_pixel = layers::metres_per_pixel_at(12345.6);
  return camera;
}

Plan with_bookmark() {
  Plan plan = small_plan();
  plan.bookmarks.push_back({"Hafen", {309000, 6000000, 309400, 6000300}});
  return plan;
}

struct Dialog : Desk {
  PlanPtr plan = std::make_shared<const Plan>(with_bookmark());
  MapExportDialog dialog{{plan, folder / "probe.gpkg", over_the_west(), {}}, nullptr};

  QComboBox& combo(const char* name) { return part<QComboBox>(dialog, name); }
  void type_scale(const char* typed) { combo("map_scale").setEditText(typed); }
  layers::PaperSettings settings() const { return dialog.form().settings().value(); }
  bool drawn() {
    return wait_for([this] { return dialog.is_drawn(); });
  }
  QString size() { return part<QLabel>(dialog, "map_size").text(); }
  QPushButton& save() { return part<QPushButton>(dialog, "save_map"); }
};

struct Shown : Dialog {
  Shown() {
    dialog.show();
    BOOST_REQUIRE(drawn());
  }
};

/// Presses “Save as …” and names this file.
void save_as(MapExportDialog& dialog, const std::filesystem::path& file) {
  QTimer::singleShot(0, &dialog, [&] {
    auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    BOOST_REQUIRE(files != nullptr);
    files->selectFile(q(file.string()));
    static_cast<QDialog*>(files)->accept();
  });
  QTest::mouseClick(&part<QPushButton>(dialog, "save_map"), Qt::LeftButton);
}

struct Window : Desk {
  MainWindow window;
  Window() {
    PlanFile::create(folder / "probe.gpkg", small_plan());
    window.show();
    open_plan(window, folder / "probe.gpkg");
    BOOST_REQUIRE(wait_for([&] { return window.document() != nullptr; }));
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
  }
  ~Window() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); }
  MapExportDialog& asked() {
    window.action("export_picture")->trigger();
    return part<MapExportDialog>(window, "map_export");
  }
  /// The dialog has gone, with its threads.
  bool left_alone() {
    return wait_for([this] {
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
      return window.findChildren<MapExportDialog*>().isEmpty();
    });
  }
  bool written() {
    return wait_for([this] { return window.strip().sentence().contains("The map is in"); });
  }
};

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(map_export_dialog)

BOOST_FIXTURE_TEST_CASE(it_opens_with_the_view_of_the_screen_as_large_as_fits_on_a4_across, Shown) {
  BOOST_TEST(!settings().scale.has_value());
  BOOST_TEST((settings().extent == over_the_west().ground()));
  BOOST_TEST(settings().width_mm == 297);
  BOOST_TEST(settings().height_mm == 210);
  BOOST_TEST(settings().title.empty());
  BOOST_TEST(size().startsWith("about 1:"));
  BOOST_TEST(size().endsWith("A4 · 297 × 210 mm"));
  BOOST_TEST(all_plain(dialog));
}

BOOST_FIXTURE_TEST_CASE(what_is_chosen_is_on_the_page_that_is_shown, Shown) {
  type_scale("1:25 000");
  combo("paper").setCurrentIndex(1);
  combo("orientation").setCurrentIndex(1);
  BOOST_TEST(!dialog.is_drawn());
  BOOST_REQUIRE(drawn());
  BOOST_TEST(size().toStdString() == "1:25,000 · A3 · 297 × 420 mm");
  BOOST_TEST(dialog.picture().height() > dialog.picture().width());
}

BOOST_FIXTURE_TEST_CASE(another_title_is_another_picture, Shown) {
  const QImage before = dialog.picture();
  QTest::keyClicks(&part<QLineEdit>(dialog, "map_title"), "Am Hafen");
  BOOST_REQUIRE(drawn());
  BOOST_TEST(settings().title == "Am Hafen");
  BOOST_TEST((dialog.picture() != before));
}

BOOST_FIXTURE_TEST_CASE(the_scale_of_the_screen_is_offered_first_as_it_can_be_said, Dialog) {
  auto& scales = combo("map_scale");
  BOOST_TEST(scales.itemText(1).toStdString() == "1:12,300, as on the screen");
  scales.setCurrentIndex(1);
  BOOST_TEST(settings().scale.value() == 12300);
  scales.setCurrentIndex(scales.findText("1:50,000"));
  BOOST_TEST(settings().scale.value() == 50000);
  scales.setCurrentIndex(0);
  BOOST_TEST(!settings().scale.has_value());
}

BOOST_FIXTURE_TEST_CASE(the_whole_city_and_bookmarks_can_be_shown, Dialog) {
  combo("ground").setCurrentIndex(1);
  BOOST_TEST(!settings().extent.has_value());
  combo("ground").setCurrentText("Hafen");
  BOOST_TEST((settings().extent == plan->bookmarks.front().ground));
}

BOOST_FIXTURE_TEST_CASE(what_is_no_scale_is_said_below_it_and_nothing_can_be_saved, Shown) {
  type_scale("riesig");
  BOOST_TEST(!save().isEnabled());
  BOOST_TEST(wait_for([this] { return words_on(dialog).contains("“riesig” is no scale"); }));
  type_scale("1:5000");
  BOOST_REQUIRE(drawn());
  BOOST_TEST(save().isEnabled());
  BOOST_TEST(!words_on(dialog).contains("no scale"));
}

BOOST_FIXTURE_TEST_CASE(a_page_that_is_superseded_is_never_shown, Shown) {
  for (const char* scale : {"1:10000", "1:20000", "1:50000"}) {
    type_scale(scale);
    QTest::qWait(260);  // its drawing has begun
  }
  BOOST_REQUIRE(drawn());
  BOOST_TEST(size().startsWith("1:50,000"));
  QTest::qWait(300);
  BOOST_TEST(size().startsWith("1:50,000"));
}

BOOST_FIXTURE_TEST_CASE(a_map_of_fixed_scale_and_upright_is_written_as_it_was_chosen, Window) {
  MapExportDialog& dialog = asked();
  part<QComboBox>(dialog, "map_scale").setEditText("1:25000");
  part<QComboBox>(dialog, "orientation").setCurrentIndex(1);
  part<QLineEdit>(dialog, "map_title").setText("Fuer den Rat");
  save_as(dialog, folder / "karte.svg");
  BOOST_REQUIRE(written());
  const std::string svg = read(folder / "karte.svg");
  BOOST_TEST(svg.find("Scale 1:25,000") != std::string::npos);
  BOOST_TEST(svg.find("Fuer den Rat") != std::string::npos);
  BOOST_TEST(svg.find("width=\"210.") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(the_next_map_begins_with_the_paper_of_the_last_one, Window) {
  MapExportDialog& first = asked();
  part<QComboBox>(first, "map_scale").setEditText("1:12,500");
  part<QComboBox>(first, "paper").setCurrentIndex(1);
  part<QComboBox>(first, "orientation").setCurrentIndex(1);
  part<QComboBox>(first, "resolution").setCurrentIndex(1);
  save_as(first, folder / "karte.pdf");
  BOOST_REQUIRE(written());
  BOOST_TEST(read(folder / "karte.pdf").starts_with("%PDF"));
  BOOST_REQUIRE(left_alone());
  const layers::PaperSettings next = asked().form().settings().value();
  BOOST_TEST(next.scale.value() == 12500);
  BOOST_TEST(next.width_mm == 297);
  BOOST_TEST(next.height_mm == 420);
  BOOST_TEST(next.dpi == 300);
}

BOOST_FIXTURE_TEST_CASE(cancelled_it_goes_and_writes_nothing, Window) {
  MapExportDialog& dialog = asked();
  BOOST_REQUIRE(wait_for([&] { return dialog.is_drawn(); }));
  dialog.reject();
  BOOST_TEST(left_alone());
  BOOST_TEST(!window.tasks().busy());
}

BOOST_AUTO_TEST_SUITE_END()
