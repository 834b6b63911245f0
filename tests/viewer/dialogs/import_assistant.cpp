#include "viewer/dialogs/import_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <fstream>

#include <xlsxwriter.h>

#include "tests/viewer/panels/panel_support.h"
#include "viewer/dialogs/import_report.h"
#include "viewer/dialogs/mapping_table.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

// "Grüner Weg" and "Öffentliches WLAN" in CP1252, as an office's spreadsheet writes them.
constexpr const char* cp1252_pool =
    "Nr.;Titel;Baustein;Status;Kosten;Lage\r\n"
    "1;Gr\xfcner Weg;smile Places;Idee;1.234,50 \x80;309000 / 6001000\r\n"
    "2;\xd6"
    "ffentliches WLAN;smile Exchange;beschlossen;k. A.;\r\n"
    "3;<b>Fett</b>;smile Places;Idee;viel;\r\n";

struct Assistant : Opened {
  Assistant() { dialog.open(); }
  ImportDialog dialog{document, nullptr};
  QString write(const char* name, const std::string& bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
    return QString::fromStdString((folder / name).string());
  }
  MappingTable& table() { return part<MappingTable>(dialog, "mapping_table"); }
  QPushButton& next() { return part<QPushButton>(dialog, "next"); }
  void read(const char* name, const std::string& bytes) {
    dialog.choose_file(write(name, bytes));
    BOOST_REQUIRE(wait_for([this] { return table().rowCount() > 0 && next().isEnabled(); }));
  }
  void look_at_report() {
    QTest::mouseClick(&next(), Qt::LeftButton);
    BOOST_REQUIRE(wait_for([this] { return next().text() == "Import" && next().isEnabled(); }));
  }
};

/// A workbook whose first sheet says who wrote it and whose second is the idea pool.
void write_workbook(const std::filesystem::path& file) {
  lxw_workbook* book = workbook_new(file.c_str());
  const auto fill = [&](const char* name, const std::vector<std::vector<const char*>>& rows) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, name);
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (std::size_t column = 0; column < rows[row].size(); ++column)
        worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), rows[row][column],
                               nullptr);
  };
  fill("Ämter", {{"Amt", "Telefon"}, {"Bauamt", "12"}});
  fill("Ideen", {{"Nr.", "Titel", "Status"}, {"1", "Grüner Weg", "Idee"}, {"7", "Lesebank", "Idee"}});
  workbook_close(book);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(import_assistant)

BOOST_FIXTURE_TEST_CASE(another_sheet_of_a_workbook_can_be_chosen, Assistant) {
  write_workbook(folder / "pool.xlsx");
  dialog.choose_file(QString::fromStdString((folder / "pool.xlsx").string()));
  BOOST_REQUIRE(wait_for([this] { return table().rowCount() == 1; }));
  auto& sheets = part<QComboBox>(dialog, "layer");
  BOOST_REQUIRE(!sheets.isHidden());
  BOOST_TEST(sheets.currentText().toStdString() == "Ämter");
  sheets.setCurrentIndex(sheets.findText("Ideen"));
  emit sheets.activated(sheets.currentIndex());
  BOOST_REQUIRE(wait_for([this] { return table().rowCount() == 2; }));
  BOOST_TEST(sheets.currentText().toStdString() == "Ideen");
  BOOST_TEST(table().item(1, 1)->text().toStdString() == "Lesebank");
}

BOOST_FIXTURE_TEST_CASE(a_cp1252_list_comes_in_end_to_end_as_one_step_of_undo, Assistant) {
  read("ideen.csv", cp1252_pool);
  BOOST_TEST(table().item(0, 1)->text().toStdString() == "Grüner Weg");
  look_at_report();
  BOOST_TEST(plan()->measures.size() == 2);  // nothing has changed yet
  QTest::mouseClick(&next(), Qt::LeftButton);
  BOOST_REQUIRE(plan()->measures.size() == 4);  // number 2 is in the plan already and is updated
  BOOST_TEST(at(1).title == "Öffentliches WLAN");
  const Measure* way = find_measure_by_number(*plan(), "1");
  BOOST_REQUIRE(way != nullptr);
  BOOST_TEST(way->title == "Grüner Weg");
  BOOST_TEST(way->cost.likely->cents == 123450);
  BOOST_TEST((way->location.placement == Placement::point));
  BOOST_TEST(plan()->reports.size() == 1);
  document.undo();
  BOOST_TEST(plan()->measures.size() == 2);
}

BOOST_FIXTURE_TEST_CASE(the_columns_are_guessed_and_can_be_changed, Assistant) {
  read("ideen.csv", cp1252_pool);
  BOOST_TEST(table().chosen().value(1).toStdString() == "title");
  QComboBox* list = table().header().list_of(1);
  list->setCurrentIndex(list->findData("note"));
  emit list->activated(list->currentIndex());
  BOOST_TEST(table().chosen().value(1).toStdString() == "note");
  // The title moves to another column; the old one keeps its own.
  QComboBox* other = table().header().list_of(2);
  other->setCurrentIndex(other->findData("note"));
  emit other->activated(other->currentIndex());
  BOOST_TEST(table().chosen().value(2).toStdString() == "note");
  BOOST_TEST(table().chosen().value(1).toStdString() != "note");
}

BOOST_FIXTURE_TEST_CASE(another_encoding_reads_the_preview_again, Assistant) {
  read("ideen.csv", cp1252_pool);
  auto& encodings = part<QComboBox>(dialog, "encoding");
  const int dos = encodings.findData("CP850");
  BOOST_REQUIRE(dos >= 0);
  encodings.setCurrentIndex(dos);
  emit encodings.activated(dos);
  BOOST_TEST(wait_for([this] { return table().item(0, 1) && table().item(0, 1)->text() != "Grüner Weg"; }));
}

BOOST_FIXTURE_TEST_CASE(html_in_a_file_is_shown_literally, Assistant) {
  read("ideen.csv", cp1252_pool);
  BOOST_TEST(table().item(2, 1)->text().toStdString() == "<b>Fett</b>");
  look_at_report();
  BOOST_TEST(all_plain(dialog));
}

BOOST_FIXTURE_TEST_CASE(statistics_ask_what_an_unknown_name_means, Assistant) {
  read("einwohner_2023.csv", "name,einwohner\nWesten,100\nOstn,200\n");
  BOOST_TEST(!part<QComboBox>(dialog, "level_name").isHidden());
  look_at_report();
  BOOST_REQUIRE(wait_for([this] { return dialog.findChild<QComboBox*>("alias") != nullptr; }));
  auto& alias = part<QComboBox>(dialog, "alias");
  alias.setCurrentIndex(alias.findData("B"));
  emit alias.activated(alias.currentIndex());
  BOOST_REQUIRE(wait_for([this] { return words_on(dialog).contains("2 of 2"); }));
  QTest::mouseClick(&next(), Qt::LeftButton);
  BOOST_REQUIRE(plan()->statistics.size() == 1);
  BOOST_TEST(plan()->aliases.size() == 1);
  BOOST_TEST(*inhabitants(*plan(), plan()->districts[1]->id) == 200);
}

BOOST_FIXTURE_TEST_CASE(districts_without_a_system_are_guessed_and_shown, Assistant) {
  // Degrees in a GeoJSON: the standard says longitude and latitude.
  dialog.choose_file(
      write("teile.geojson",
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"N","name":"Nord"},
      "geometry":{"type":"Polygon","coordinates":[[[12.06,54.13],[12.09,54.13],[12.09,54.15],[12.06,54.15],[12.06,54.13]]]}}]})"));
  BOOST_REQUIRE(wait_for([this] { return table().rowCount() > 0 && next().isEnabled(); }));
  BOOST_TEST(part<QComboBox>(dialog, "crs").currentText().contains("4326"));
  look_at_report();
  QTest::mouseClick(&next(), Qt::LeftButton);
  BOOST_TEST(plan()->levels.size() == 2);
}

BOOST_FIXTURE_TEST_CASE(a_file_that_cannot_be_read_says_why_and_changes_nothing, Assistant) {
  dialog.choose_file(write("kaputt.shp", "this is no shapefile"));
  BOOST_REQUIRE(wait_for([this] { return !part<QLabel>(dialog, "failure").text().isEmpty(); }));
  BOOST_TEST(plan()->measures.size() == 2);
}

BOOST_FIXTURE_TEST_CASE(the_ideas_of_the_office_are_seen_as_measures, Assistant) {
  if (!have_shared_data()) return;
  dialog.choose_file(QString::fromStdString((shared_data() / "rostock" / "ideenpool.csv").string()));
  BOOST_REQUIRE(wait_for([this] { return table().rowCount() > 0 && next().isEnabled(); }));
  look_at_report();
  BOOST_TEST(words_on(dialog).contains("120 of 120"));
}

BOOST_FIXTURE_TEST_CASE(return_on_the_first_page_asks_for_a_file, Assistant) {
  const auto& choose = part<QPushButton>(dialog, "choose_file");
  BOOST_TEST(dialog.focusWidget() == &choose);
  BOOST_TEST(choose.autoDefault());
}

BOOST_FIXTURE_TEST_CASE(statistics_show_what_they_take, Assistant) {
  read("insgesamt_2023.csv", "code,bezeichnung,einwohnerzahl,dichte\nA,Westen,100,3\nB,Osten,200,4\n");
  BOOST_TEST(table().chosen().join('|').toStdString() == "key|key|inhabitants|");
  BOOST_TEST(part<QLineEdit>(dialog, "year").text().toStdString() == "2023");
  for (int column = 0; column < 4; ++column) {
    const QComboBox& list = *table().header().list_of(column);
    BOOST_TEST(list.fontMetrics().horizontalAdvance(list.currentText()) + 24 <= table().columnWidth(column));
  }
  BOOST_TEST(table().header().list_of(3)->currentText().toStdString() == "figures");
  look_at_report();
  QTest::mouseClick(&next(), Qt::LeftButton);
  BOOST_REQUIRE(plan()->statistics.size() == 2u);
  BOOST_TEST(plan()->statistics[0]->year == 2023);
  BOOST_TEST(plan()->statistics[0]->inhabitants);
}

BOOST_FIXTURE_TEST_CASE(a_column_of_inhabitants_can_be_denied, Assistant) {
  read("insgesamt_2023.csv", "code,einwohnerzahl\nA,100\nB,200\n");
  QComboBox* list = table().header().list_of(1);
  list->setCurrentIndex(0);
  emit list->activated(0);
  look_at_report();
  QTest::mouseClick(&next(), Qt::LeftButton);
  BOOST_REQUIRE(plan()->statistics.size() == 1u);
  BOOST_TEST(!plan()->statistics[0]->inhabitants);
}

BOOST_AUTO_TEST_CASE(the_sentence_of_an_import_leaves_out_what_is_none) {
  Intake intake;
  intake.report.verb = "districts";
  intake.added = 21;
  BOOST_TEST(intake_sentence(intake).toStdString() == "21 districts: 21 new.");
  intake.unchanged = 2;
  BOOST_TEST(intake_sentence(intake).toStdString() == "23 districts: 21 new, 2 as they are.");
}

BOOST_AUTO_TEST_SUITE_END()
