#include "layers/sheets.h"

#include <QFontMetricsF>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "layers/logo.h"
#include "layers/page.h"
#include "layers/page_parts.h"
#include "layers/sheet_map.h"
#include "tests/support/places.h"
#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

std::vector<SheetPage> sheets_of(const Plan& plan, std::vector<Id> districts = {}) {
  return lay_out_sheets(sheet_content(std::make_shared<const Plan>(plan), {}, 1), districts);
}

Plan with(Plan plan, SheetSettings settings) {
  plan.sheets = std::move(settings);
  return plan;
}

Plan with_measures_in(Plan plan, Id district, int count) {
  const Box box = bounds(find_district(plan, district)->geometry);
  for (int i = 0; i < count; ++i) {
    auto measure = std::make_shared<Measure>(
        *tests::measure(1000 + i, Block::places, Phase::idea, tests::at({box.min_x + 100 + i, box.min_y + 100})));
    measure->title = "Eine Maßnahme mit einem nicht ganz kurzen Namen, die Nummer " + std::to_string(i);
    measure->cost.likely = Money{100'00};
    plan.measures.push_back(measure);
  }
  return plan;
}

template <class Change>
Plan with_district(Plan plan, Id id, Change change) {
  for (DistrictPtr& district : plan.districts) {
    if (district->id != id) continue;
    District copy = *district;
    change(copy);
    district = std::make_shared<const District>(copy);
  }
  return plan;
}

bool overlap(const QRectF& a, const QRectF& b) {
  return a.adjusted(0.5, 0.5, -0.5, -0.5).intersects(b.adjusted(0.5, 0.5, -0.5, -0.5));
}

std::vector<QRectF> boxes_of(const SheetPage& page) {
  std::vector<QRectF> boxes;
  for (const SheetText& one : page.texts) boxes.push_back(one.box.adjusted(0, 2, 0, -2));  // lines may share leading
  for (const SheetChart& one : page.charts) boxes.push_back(one.box);
  for (const SheetMap& map : page.maps)
    for (const QRectF& box : {map.box, map.signs, map.legend, map.scale})
      if (!box.isEmpty()) boxes.push_back(box);
  if (!page.logo.isNull()) boxes.push_back(page.logo_box);
  return boxes;
}

/// Inside of the margins and apart.
void check(const std::vector<SheetPage>& pages) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const double margin = sheet_margin_mm * pixels_per_mm / pages[p].zoom;
    const QRectF inner = QRectF(QPointF(), pages[p].size).adjusted(margin - 1, margin - 1, 1 - margin, 1 - margin);
    const std::vector<QRectF> boxes = boxes_of(pages[p]);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      BOOST_TEST(inner.contains(boxes[i]), "page " << p + 1 << ": box " << i << " leaves the margins");
      for (std::size_t k = 0; k < i; ++k)
        BOOST_TEST(!overlap(boxes[i], boxes[k]), "page " << p + 1 << ": boxes " << k << " and " << i << " overlap");
    }
  }
}

std::string words_on(const SheetPage& page) {
  std::string all;
  for (const SheetText& one : page.texts) all += one.text.toStdString() + " ";
  return all;
}

std::string words_on(const std::vector<SheetPage>& pages) {
  std::string all;
  for (const SheetPage& page : pages) all += words_on(page);
  return all;
}

/// Numbers below the head of their column.
int rows_of_measures(const SheetPage& page) {
  const SheetText* head = nullptr;
  int rows = 0;
  for (const SheetText& one : page.texts) {
    if (one.text == QStringLiteral("No.")) head = &one;
    const bool below = head != nullptr && one.box.top() > head->box.top() + 1 && one.box.left() == head->box.left();
    bool number = false;
    one.text.toInt(&number);
    rows += below && number ? 1 : 0;
  }
  return rows;
}

int headings(const std::vector<SheetPage>& pages, const std::string& name) {
  int count = 0;
  for (const SheetPage& page : pages)
    for (const SheetText& one : page.texts)
      count += one.font.pixelSize() == title_pixels && one.text.toStdString() == name ? 1 : 0;
  return count;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheets)

BOOST_AUTO_TEST_CASE(a_city_has_a_cover_itself_contents_each_district_all_measures_and_sources) {
  const auto pages = sheets_of(tests::sample_plan());
  check(pages);
  const Plan plan = tests::sample_plan();
  for (const DistrictPtr& district : districts_of(plan, 1))
    BOOST_TEST(headings(pages, district->name) == 1, district->name);
  std::set<std::string> bookmarks;
  for (const SheetPage& page : pages)
    if (!page.bookmark.isEmpty()) bookmarks.insert(page.bookmark.toStdString());
  for (const char* name : {"Ideenpool", "The whole city", "Contents", "Nordost", "All measures", "Sources and methods"})
    BOOST_TEST(bookmarks.contains(name), name);
  for (std::size_t i = 0; i < pages.size(); ++i)
    BOOST_TEST(words_on(pages[i]).find("Page " + std::to_string(i + 1) + " of " + std::to_string(pages.size())) !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_contents_name_the_page_on_which_a_district_stands) {
  const auto pages = sheets_of(with_measures_in(tests::sample_plan(), 10, 90));
  std::size_t contents = 0, nordost = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].bookmark == QStringLiteral("Contents")) contents = i;
    if (pages[i].bookmark == QStringLiteral("Nordost")) nordost = i;
  }
  BOOST_TEST_REQUIRE(nordost > contents + 2);  // the first district goes on
  const SheetText* row = nullptr;
  std::string page;
  for (const SheetText& one : pages[contents].texts) {
    if (one.text == QStringLiteral("Nordost")) row = &one;
    if (row != nullptr && std::abs(one.box.top() - row->box.top()) < 1) page = one.text.toStdString();
  }
  BOOST_TEST(page == std::to_string(nordost + 1));
}

BOOST_AUTO_TEST_CASE(costs_in_the_contents_add_up_to_those_of_the_city) {
  Plan plan = tests::sample_plan();
  std::int64_t euros = 0;
  for (MeasurePtr& measure : plan.measures) {
    auto dear = std::make_shared<Measure>(*measure);
    dear->cost.likely = Money{1'000'00};
    euros += dear->phase == Phase::rejected ? 0 : 1000;
    measure = dear;
  }
  const auto pages = sheets_of(plan);
  const auto contents = std::find_if(pages.begin(), pages.end(),
                                     [](const SheetPage& page) { return page.bookmark == QStringLiteral("Contents"); });
  const SheetText* head = nullptr;
  double sum = 0, last = 0;
  for (const SheetText& one : contents->texts) {
    if (head != nullptr && std::abs(one.box.right() - head->box.right()) < 1) {
      sum += last;
      last = QString(one.text).remove(u',').toDouble();
    }
    if (one.text.endsWith(QStringLiteral("EUR"))) head = &one;
  }
  BOOST_TEST(last == static_cast<double>(euros));
  BOOST_TEST(std::abs(sum - last) < 4, "but for the rounding of each row");
}

BOOST_AUTO_TEST_CASE(the_list_of_all_measures_ends_with_what_they_cost) {
  Plan plan = tests::sample_plan();
  for (MeasurePtr& measure : plan.measures) {
    auto dear = std::make_shared<Measure>(*measure);
    dear->cost.likely = Money{1'000'00};
    measure = dear;
  }
  const auto pages = sheets_of(plan);
  const std::string last = words_on(pages[pages.size() - 2]);
  BOOST_TEST(last.find("7 measures; One rejected measure is not counted. 7,000 ") != std::string::npos, last);
}

BOOST_AUTO_TEST_CASE(a_districts_table_for_councils_tells_all_and_ends_with_its_sum_wherever_it_stands) {
  SheetSettings council;
  council.for_whom = SheetTemplate::council;
  for (const bool portrait : {false, true}) {
    council.portrait = portrait;
    const auto pages = sheets_of(with(with_measures_in(tests::sample_plan(), 10, 5), council), {10});
    BOOST_TEST(words_on(pages.back()).find("All together") != std::string::npos, portrait);
  }
}

BOOST_AUTO_TEST_CASE(a_page_knows_whose_it_is) {
  for (const SheetPage& page : sheets_of(tests::sample_plan(), {11})) BOOST_TEST(page.district == 11);
  std::set<Id> known;
  for (const SheetPage& page : sheets_of(tests::sample_plan())) known.insert(page.district);
  BOOST_TEST(known.size() == districts_of(tests::sample_plan(), 1).size() + 1);  // and the city
  BOOST_TEST(known.count(0) == 1U);
}

BOOST_AUTO_TEST_CASE(another_look_gives_the_pages_that_a_plan_with_this_look_gives) {
  SheetSettings look;
  look.city = "Rostock";
  look.portrait = true;
  const SheetContent content = sheet_content(std::make_shared<const Plan>(tests::sample_plan()), {}, 1);
  const auto pages = lay_out_sheets(with_look(content, look));
  const auto anew = sheets_of(with(tests::sample_plan(), look));
  BOOST_TEST(words_on(pages) == words_on(anew));
  BOOST_TEST((pages.front().size == anew.front().size));
  BOOST_TEST(content.plan->sheets.city.empty());
}

BOOST_AUTO_TEST_CASE(laying_out_can_be_cancelled) {
  const SheetContent content = sheet_content(std::make_shared<const Plan>(tests::sample_plan()), {}, 1);
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_EXCEPTION(lay_out_sheets(content, {}, Progress(stop.get_token(), {})), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::cancelled; });
}

BOOST_AUTO_TEST_CASE(every_format_and_template_holds_everything_without_overlaps) {
  for (const bool a3 : {false, true})
    for (const bool portrait : {false, true})
      for (const SheetTemplate whom : {SheetTemplate::handout, SheetTemplate::council})
        BOOST_TEST_CONTEXT("a3 " << a3 << ", portrait " << portrait << ", council "
                                 << (whom == SheetTemplate::council)) {
          SheetSettings settings{"Hanse- und Universitätsstadt Rostock",
                                 {},
                                 "#005050",
                                 "#FFCC00",
                                 whom,
                                 a3,
                                 portrait,
                                 Participation::involve};
          const auto pages = sheets_of(with(with_measures_in(tests::sample_plan(), 11, 40), settings));
          check(pages);
          BOOST_TEST(pages.front().colours.dark.name().toStdString() == "#005050");
          for (const SheetPage& page : pages) BOOST_TEST(words_on(page).find("Involvement") != std::string::npos);
        }
}

BOOST_AUTO_TEST_CASE(upright_a_district_stands_on_one_page_below_a_lower_map) {
  SheetSettings upright;
  upright.portrait = true;
  const auto few = sheets_of(with(tests::sample_plan(), upright), {11});
  const auto pages = sheets_of(with(with_measures_in(tests::sample_plan(), 11, 9), upright), {11});
  check(pages);
  BOOST_TEST(few.size() == 1U);
  BOOST_TEST(pages.size() == 1U);
  BOOST_TEST(pages.front().maps.front().box.height() < few.front().maps.front().box.height());
}

BOOST_AUTO_TEST_CASE(what_goes_on_from_an_upright_page_is_more_than_a_row_or_two) {
  SheetSettings upright;
  upright.portrait = true;
  std::size_t most = 0;
  for (int count = 0; count < 30; ++count) {
    const auto pages = sheets_of(with(with_measures_in(tests::sample_plan(), 11, count), upright), {11});
    check(pages);
    most = std::max(most, pages.size());
    if (pages.size() > 1) BOOST_TEST(rows_of_measures(pages.back()) > 2, count << " measures");
  }
  BOOST_TEST(most == 2U);
}

BOOST_AUTO_TEST_CASE(upright_all_measures_stand_in_one_table) {
  SheetSettings upright;
  upright.portrait = true;
  Plan plan = with(tests::sample_plan(), upright);
  for (MeasurePtr& measure : plan.measures) {
    Measure copy = *measure;
    copy.field_of_action = "Stadtentwicklungsplanung, Klimaanpassung";
    copy.title = "Straßenbahnhaltestellenverlängerung";
    copy.lead = "Verkehrsgesellschaft, Bürgerbeteiligungsbüro, Oberbürgermeisterinnenbüro";
    copy.start = Date{2026, DatePrecision::day, 3, 31}, copy.end = Date{2027, DatePrecision::day, 12, 31};
    measure = std::make_shared<const Measure>(copy);
  }
  int shown = 0;
  for (const SheetPage& page : sheets_of(plan)) {
    if (headings({page}, "All measures") == 0) continue;
    shown += rows_of_measures(page);
    for (const char* head : {"No.", "Measure", "Where", "lead", "Time", "Phase", "costs"})
      BOOST_TEST(words_on(page).find(head) != std::string::npos, head);
  }
  BOOST_TEST(shown == std::ssize(plan.measures));
}

BOOST_AUTO_TEST_CASE(the_measures_of_the_whole_city_stand_beside_its_map) {
  Plan plan = tests::sample_plan();
  for (int i = 0; i < 8; ++i) {
    auto measure = std::make_shared<Measure>(*plan.measures.front());
    measure->id = 2000 + i, measure->number = std::to_string(700 + i), measure->location = Location{};
    measure->location.placement = Placement::city;
    plan.measures.push_back(measure);
  }
  for (const bool portrait : {false, true}) {
    plan.sheets.portrait = portrait;
    const auto pages = sheets_of(plan);
    check(pages);
    BOOST_TEST(words_on(pages[1]).find("707") != std::string::npos);
    BOOST_TEST(words_on(pages).find("The whole city: further") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(two_hundred_measures_go_on_and_none_is_lost) {
  const auto pages = sheets_of(with_measures_in(tests::sample_plan(), 11, 200), {11});
  check(pages);
  BOOST_TEST(pages.size() > 2U);
  const std::string all = words_on(pages);
  for (int i = 0; i < 200; ++i)
    BOOST_TEST(all.find(" " + std::to_string(900 + i) + " ") != std::string::npos, "number " << 900 + i);
  BOOST_TEST(headings(pages, "Kröpeliner-Tor-Vorstadt") == 1);
}

BOOST_AUTO_TEST_CASE(a_plan_without_measures_people_or_results_has_decent_pages) {
  Plan bare = tests::sample_plan();
  bare.measures.clear(), bare.statistics.clear();
  const auto pages = sheets_of(bare);
  check(pages);
  BOOST_TEST(words_on(pages).find("no measure yet.") != std::string::npos);
  for (const SheetPage& page : pages) BOOST_TEST(page.charts.empty());
  BOOST_CHECK_THROW(sheets_of(Plan{}), Error);
}

BOOST_AUTO_TEST_CASE(a_long_name_takes_two_lines_and_stays_whole) {
  const std::string name = "Gartenstadt an der Warnow mit Siedlung Sankt-Georg-Straße Nord";
  const auto pages =
      sheets_of(with_district(tests::sample_plan(), 12, [&](District& district) { district.name = name; }), {12});
  check(pages);
  BOOST_TEST(words_on(pages).find("Sankt-Georg-Straße Nord") != std::string::npos);
  BOOST_TEST(words_on(pages).find("…") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_island_far_away_does_not_make_the_district_small) {
  District district = *find_district(tests::sample_plan(), 12);
  const ShownGround before = ground_to_show(district);
  Geometry two = district.geometry;
  const Geometry island = make_area({{330000, 6000000}, {330100, 6000000}, {330100, 6000100}, {330000, 6000100}});
  two.points.insert(two.points.end(), island.points.begin(), island.points.end());
  two.path_ends.push_back(static_cast<std::uint32_t>(two.points.size()));
  two.part_ends.push_back(static_cast<std::uint32_t>(two.path_ends.size()));
  district.geometry = two;
  const ShownGround after = ground_to_show(district);
  BOOST_TEST(before.whole);
  BOOST_TEST(!after.whole);
  BOOST_TEST((after.box == before.box));
  const auto pages =
      sheets_of(with_district(tests::sample_plan(), 12, [&](District& one) { one.geometry = two; }), {12});
  check(pages);
  BOOST_TEST(words_on(pages).find("A part of the district lies outside of the map.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(scales_are_round_and_just_small_enough) {
  BOOST_TEST(round_scale(20100) == 25000);
  BOOST_TEST(round_scale(25000) == 25000);
  BOOST_TEST(round_scale(12600) == 15000);
  BOOST_TEST(round_scale(5) == 100);
  for (const auto& page : sheets_of(tests::sample_plan()))
    for (const SheetMap& map : page.maps)
      if (map.round_scale > 0) {
        BOOST_TEST(map.round_scale == round_scale(map.round_scale));
        BOOST_TEST(map.camera.scale_denominator() == map.round_scale * page.zoom, boost::test_tools::tolerance(1e-9));
      }
}

BOOST_AUTO_TEST_CASE(the_table_beside_the_map_lists_what_the_map_shows) {
  const Plan plan = tests::sample_plan();
  const auto pages = sheets_of(plan, {11});
  const SheetMap& map = pages.front().maps.front();
  BOOST_TEST(map.settings.focus_district == 11);
  for (const MeasurePtr& measure : map.plan->measures)
    if (measure->location.placement != Placement::city)
      BOOST_TEST(words_on(pages).find(" " + measure->number + " ") != std::string::npos, measure->number);
  BOOST_TEST(map.plan->measures.size() < plan.measures.size());
}

BOOST_AUTO_TEST_CASE(a_logo_of_any_size_becomes_a_small_picture_and_a_missing_one_is_said) {
  tests::TemporaryFolder folder;
  QImage photo(5000, 2500, QImage::Format_RGB32);
  photo.fill(Qt::darkCyan);
  photo.save(QString::fromStdString((folder / "foto.jpg").string()));
  SheetSettings settings;
  settings.logo = read_logo(folder / "foto.jpg");
  BOOST_TEST(settings.logo.size() < 40000U);
  const auto pages = sheets_of(with(tests::sample_plan(), settings));
  check(pages);
  BOOST_TEST(pages.front().logo.width() == 600);
  BOOST_CHECK_THROW(read_logo(folder / "fehlt.png"), Error);
  std::ofstream(folder / "kein.png") << "kein Bild";
  BOOST_CHECK_THROW(read_logo(folder / "kein.png"), Error);
}

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_bytes_in_one_file_or_a_picture_a_page) {
  tests::TemporaryFolder folder;
  const auto plan = std::make_shared<const Plan>(tests::sample_plan());
  const SheetContent content = sheet_content(plan, {}, 1);
  const auto pages = lay_out_sheets(content);
  const auto written = write_sheets(content, pages, folder / "a.pdf", false);
  BOOST_TEST(written.pages == static_cast<int>(pages.size()));
  write_sheets(content, lay_out_sheets(sheet_content(plan, {}, 1)), folder / "b.pdf", false);
  BOOST_TEST((bytes_of(folder / "a.pdf") == bytes_of(folder / "b.pdf")));
  BOOST_CHECK_THROW(write_sheets(content, pages, folder / "a.pdf", false), Error);
  BOOST_CHECK_THROW(write_sheets(content, pages, folder / "a.docx", false), Error);
  write_sheets(content, pages, folder / "blatt.png", false);
  BOOST_TEST(std::filesystem::exists(folder / "blatt-01.png"));
  BOOST_CHECK_THROW(write_sheets(content, pages, folder / "blatt.png", false), Error);
}

BOOST_AUTO_TEST_CASE(writing_can_be_cancelled_and_leaves_nothing) {
  tests::TemporaryFolder folder;
  const SheetContent content = sheet_content(std::make_shared<const Plan>(tests::sample_plan()), {}, 1);
  const auto pages = lay_out_sheets(content);
  std::stop_source stop;
  stop.request_stop();
  const Progress progress(stop.get_token(), {});
  BOOST_CHECK_THROW(write_sheets(content, pages, folder / "a.pdf", false, progress), Error);
  BOOST_TEST(!std::filesystem::exists(folder / "a.pdf"));
}

BOOST_AUTO_TEST_SUITE_END()
