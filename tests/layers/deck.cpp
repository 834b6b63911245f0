#include "layers/deck.h"

#include <zlib.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "layers/deck_pdf.h"
#include "tests/support/places.h"
#include "tests/support/stepped_city.h"

using namespace smile;
using namespace smile::layers;
using tests::step_with;

namespace {

Plan city_with_steps() {
  Plan plan = tests::stepped_city();
  Id id = 900;
  const auto add = [&](Step step) {
    step.id = ++id;
    plan.steps.push_back(std::make_shared<const Step>(std::move(step)));
  };
  Step first = step_with(plan, StepPanel::measures);
  first.title = "Bänke <b>&</b> „Schatten“";
  first.body = "Der Weg zur Schule ist lang.\n\nZwei Querungen fehlen.";
  first.notes = "Alle begrüßen.\nZeit lassen.";
  add(first);
  Step hidden = step_with(plan, StepPanel::none);
  hidden.title = "Noch nicht zeigen";
  hidden.hidden = true;
  add(hidden);
  Step second = step_with(plan, StepPanel::people);
  second.title = "Wer hier lebt";
  second.ground = {301000, 5999000, 305000, 6003000};
  add(second);
  return plan;
}

Deck deck_from(Plan plan) {
  return deck_of(std::make_shared<const Plan>(std::move(plan)), {});
}
const Deck& deck() {
  static const Deck made = deck_from(city_with_steps());
  return made;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string written(const std::string& name, bool handout = false, std::optional<bool> notes = {}) {
  const tests::TemporaryFolder folder;
  BOOST_TEST(write_deck(deck(), {folder / name, handout, false, notes}).steps == 2);
  return bytes_of(folder / name);
}

std::size_t count(const std::string& in, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) ++found;
  return found;
}
bool has(const std::string& in, const std::string& what) {
  return in.find(what) != std::string::npos;
}

std::uint32_t number_at(const std::string& in, std::size_t at, int bytes) {
  std::uint32_t value = 0;
  for (int i = bytes; i-- > 0;) value = value << 8 | static_cast<unsigned char>(in[at + static_cast<std::size_t>(i)]);
  return value;
}

/// Of a .zip, by its list at the end; unpacked.
std::string part_of(const std::string& zip, const std::string& name) {
  for (std::size_t at = zip.find("PK\1\2"); at != std::string::npos; at = zip.find("PK\1\2", at + 4)) {
    if (zip.substr(at + 46, number_at(zip, at + 28, 2)) != name) continue;
    const std::size_t begin = number_at(zip, at + 42, 4);
    const std::size_t data = begin + 30 + number_at(zip, begin + 26, 2) + number_at(zip, begin + 28, 2);
    const std::string packed = zip.substr(data, number_at(zip, at + 20, 4));
    if (number_at(zip, at + 10, 2) == 0) return packed;
    std::string out(number_at(zip, at + 24, 4), '\0');
    z_stream stream{};
    inflateInit2(&stream, -MAX_WBITS);
    std::string in = packed;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    BOOST_TEST(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    inflateEnd(&stream);
    return out;
  }
  return {};
}

ErrorKind refusal(const DeckFile& settings) {
  try {
    write_deck(deck(), settings);
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::in_use;  // stands for: not refused
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decks)

BOOST_AUTO_TEST_CASE(a_pdf_has_a_page_and_a_bookmark_for_each_step_that_is_shown) {
  const std::string pdf = written("a.pdf");
  BOOST_TEST(has(pdf, "/Count 2"));
  BOOST_TEST(count(pdf, "/Title (Wer hier lebt)") == 1U);
  BOOST_TEST(!has(pdf, "Noch nicht zeigen"));
}

BOOST_AUTO_TEST_CASE(sources_that_find_no_room_below_a_map_stand_whole_at_the_end) {
  BOOST_TEST(deck().steps.size() == 2U, "one source fits");
  Plan plan = city_with_steps();
  for (int i = 0; i < 12; ++i) {
    Source source = plan.sources.front();
    source.what = "Amtliche Erhebung Nummer " + std::to_string(i) + " über Wege, Bänke und Bäume";
    plan.sources.push_back(source);
  }
  const Deck long_list = deck_from(plan);
  BOOST_TEST(long_list.told == 2U);
  BOOST_TEST_REQUIRE(long_list.steps.size() > 3U);
  std::string words;
  for (std::size_t i = long_list.told; i < long_list.steps.size(); ++i) {
    BOOST_TEST(long_list.steps[i]->title == "Sources");
    BOOST_TEST(!lay_out_step(long_list.plan, *long_list.steps[i], deck_size, {}).cut);
    words += long_list.steps[i]->body + "\n";
  }
  for (int i = 0; i < 12; ++i) BOOST_TEST(count(words, "Nummer " + std::to_string(i) + " über") == 1U);
}

BOOST_AUTO_TEST_CASE(the_handout_has_each_step_above_its_notes_and_lines_to_write_on) {
  const auto pages = lay_out_handout(deck());
  BOOST_TEST(pages.size() == 2U);
  for (const HandoutPage& page : pages) {
    BOOST_TEST(!page.picture.isEmpty());
    BOOST_TEST(page.words.rules.size() > 5U);
    for (const SheetText& one : page.words.texts) BOOST_TEST(!one.box.intersects(page.picture));
  }
  std::string words;
  for (const SheetText& one : pages.front().words.texts) words += one.text.toStdString() + "|";
  BOOST_TEST(has(words, "Alle begrüßen.|Zeit lassen.|"));
  BOOST_TEST(has(words, "Page 1 of 2"));
  BOOST_TEST(has(written("a.pdf", true), "/Count 2"));
}

BOOST_AUTO_TEST_CASE(long_notes_go_on_and_none_of_them_is_lost) {
  Plan plan = city_with_steps();
  Step talkative = *plan.steps.front();
  talkative.notes.clear();
  for (int i = 0; i < 120; ++i) talkative.notes += "Satz Nummer " + std::to_string(i) + ".\n";
  plan.steps.front() = std::make_shared<const Step>(talkative);
  const auto pages = lay_out_handout(deck_from(plan));
  BOOST_TEST(pages.size() > 3U);
  std::string words;
  for (const HandoutPage& page : pages)
    for (const SheetText& one : page.words.texts) {
      words += one.text.toStdString() + "|";
      BOOST_TEST(one.box.bottom() < page.words.size.height() - 40);
    }
  for (int i = 0; i < 120; ++i) BOOST_TEST(has(words, "|Satz Nummer " + std::to_string(i) + ".|"), i);
  BOOST_TEST(pages[1].picture.isEmpty());
  BOOST_TEST(pages[1].words.bookmark.isEmpty());
}

BOOST_AUTO_TEST_CASE(the_web_page_holds_all_words_as_words) {
  const std::string page = written("a.html");
  BOOST_TEST(count(page, "<section class=\"step\"") == 2U);
  BOOST_TEST(has(page, "<html lang=\"en\">"));
  BOOST_TEST(has(page, "Bänke &lt;b&gt;&amp;&lt;/b&gt; „Schatten“</h2>"));
  BOOST_TEST(has(page, "<p>Zwei Querungen fehlen.</p>"));
  BOOST_TEST(count(page.substr(0, page.find("</main>")), "<tr>") == 3U);
  BOOST_TEST(count(page, "<p class=\"sources\">") == 2U);
  BOOST_TEST(!has(page, "Noch nicht zeigen"));
  set_language(Language::german);
  BOOST_TEST(has(written("b.html"), "<html lang=\"de\">"));
  set_language(Language::english);
}

BOOST_AUTO_TEST_CASE(the_web_page_asks_for_nothing_and_every_picture_says_what_it_shows) {
  const std::string page = written("a.html");
  BOOST_TEST(!has(page, "http:"));
  BOOST_TEST(!has(page, "https:"));
  BOOST_TEST(!has(page, "<link"));
  BOOST_TEST(count(page, "url(") == count(page, "url(data:font/"), "its letters are in the page");
  BOOST_TEST(!has(page, "@import"));
  BOOST_TEST(has(page, "default-src 'none'"));
  const std::size_t pictures = count(page, "<img ");
  BOOST_TEST(pictures == 3U);  // two maps, a chart
  BOOST_TEST(count(page, "src=\"data:image/") == pictures);
  BOOST_TEST(count(page, "srcset=\"data:image/") == 2U, "each map once more, for a screen held upright");
  BOOST_TEST(count(page, "alt=\"\"") == 0U);
  BOOST_TEST(has(page, "alt=\"Map: "));
}

BOOST_AUTO_TEST_CASE(maps_of_the_web_page_are_pictures_with_a_table_of_colours) {
  const std::string page = written("a.html"), kind = "data:image/png;base64,";
  std::size_t pictures = 0;
  for (std::size_t at = page.find(kind); at != std::string::npos; at = page.find(kind, at + 1), ++pictures) {
    const std::size_t begin = at + kind.size();
    const QImage map = QImage::fromData(
        QByteArray::fromBase64(QByteArray::fromStdString(page.substr(begin, page.find('"', begin) - begin))));
    BOOST_TEST((map.format() == QImage::Format_Indexed8));
    BOOST_TEST((map.width() == 1920 || map.width() == 800), "sharp on a projector, and on a phone");
  }
  BOOST_TEST(pictures > 0U);
}

BOOST_AUTO_TEST_CASE(the_web_page_says_where_one_is_and_how_to_go_on) {
  const std::string page = written("a.html");
  BOOST_TEST(has(page, "aria-label=\"Step 2 of 2\""));
  BOOST_TEST(has(page, "class=\"place\""));
  BOOST_TEST(has(page, "data-swipe=\"Swipe to go on\""));
  BOOST_TEST(has(page, "class=\"help\" aria-label=\"Keys of the presentation\">?</button>"));
  BOOST_TEST(has(page, "<button type=\"button\" class=\"on\" aria-label=\"Next step\">"));
  BOOST_TEST(has(page, "to the step of this number"));
  BOOST_TEST(!has(page, "<td>notes</td>"), "there are none");
  BOOST_TEST(has(written("b.html", false, true), "<td>notes</td>"));
}

BOOST_AUTO_TEST_CASE(what_is_given_away_holds_no_notes_unless_they_are_asked_for) {
  BOOST_TEST(!has(written("a.html"), "Zeit lassen."));
  BOOST_TEST(has(written("b.html", false, true), "<p>Zeit lassen.</p>"));
  BOOST_TEST(has(part_of(written("a.odp"), "content.xml"), "Zeit lassen."));
  BOOST_TEST(!has(part_of(written("b.odp", false, false), "content.xml"), "Zeit lassen."));
  BOOST_TEST(written("a.pdf", true) != written("b.pdf", true, false));
  BOOST_TEST(deck().steps.front()->notes == "Alle begrüßen.\nZeit lassen.", "the deck keeps them");
  BOOST_TEST(holds_notes({"a.odp"}));
  BOOST_TEST(holds_notes({"a.pdf", true}));
  BOOST_TEST(!holds_notes({"a.pdf"}));
  BOOST_TEST(!holds_notes({"a.html"}));
}

BOOST_AUTO_TEST_CASE(slides_have_titles_texts_a_table_and_notes_of_their_own) {
  const std::string odp = written("a.odp");
  BOOST_TEST(odp.substr(30, 8) == "mimetype");  // first and unpacked, so that programs know what it is
  BOOST_TEST(odp.substr(38, 47) == "application/vnd.oasis.opendocument.presentation");
  const std::string content = part_of(odp, "content.xml");
  BOOST_TEST(count(content, "<draw:page ") == 2U);
  BOOST_TEST(count(content, "presentation:class=\"title\"") == 2U);
  BOOST_TEST(has(content, "Bänke &lt;b&gt;&amp;&lt;/b&gt; „Schatten“</text:span>"));
  BOOST_TEST(count(content, "<table:table-row ") == 3U);
  BOOST_TEST(has(content.substr(content.find("<presentation:notes")), "Zeit lassen."));
  BOOST_TEST(!has(content, "Noch nicht zeigen"));
}

BOOST_AUTO_TEST_CASE(pictures_of_slides_are_parts_of_the_package_and_say_what_they_show) {
  const std::string odp = written("a.odp");
  const std::string content = part_of(odp, "content.xml"), manifest = part_of(odp, "META-INF/manifest.xml");
  BOOST_TEST(!has(content, "office:binary-data"));
  BOOST_TEST(count(content, "<draw:image ") == count(content, "<svg:title>"));
  for (const char* picture : {"Pictures/1.png", "Pictures/2.png", "Pictures/3.png"}) {
    BOOST_TEST(has(content, std::string("xlink:href=\"") + picture), picture);
    BOOST_TEST(has(manifest, picture), picture);
    BOOST_TEST(part_of(odp, picture).substr(1, 3) == "PNG", picture);
  }
}

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_bytes) {
  for (const char* name : {"a.pdf", "a.odp", "a.html"}) BOOST_TEST((written(name) == written(name)), name);
  BOOST_TEST((written("a.pdf", true) == written("a.pdf", true)));
}

BOOST_AUTO_TEST_CASE(what_can_not_be_written_is_refused_in_one_sentence_and_changes_nothing) {
  const tests::TemporaryFolder folder;
  BOOST_TEST((refusal({folder / "a.pptx"}) == ErrorKind::usage));
  BOOST_TEST((refusal({folder / "a.html", true}) == ErrorKind::usage));
  BOOST_TEST((refusal({folder / "a.pdf", false, false, true}) == ErrorKind::usage), "pages have no room for notes");
  BOOST_TEST((refusal({folder / "none" / "a.html"}) == ErrorKind::disk));
  std::ofstream(folder / "a.html") << "mine";
  BOOST_TEST((refusal({folder / "a.html"}) == ErrorKind::exists));
  BOOST_TEST(bytes_of(folder / "a.html") == "mine");
  write_deck(deck(), {folder / "a.html", false, true});
  BOOST_TEST(bytes_of(folder / "a.html").size() > 10000U);
}

BOOST_AUTO_TEST_CASE(a_plan_without_steps_to_show_says_what_to_do) {
  Plan plan = city_with_steps();
  for (StepPtr& step : plan.steps) {
    Step hidden = *step;
    hidden.hidden = true;
    step = std::make_shared<const Step>(hidden);
  }
  BOOST_CHECK_EXCEPTION(deck_from(plan), Error, [](const Error& error) { return has(error.what(), "hidden"); });
  plan.steps.clear();
  BOOST_CHECK_EXCEPTION(deck_from(plan), Error, [](const Error& error) {
    return error.kind() == ErrorKind::needs_answer && has(error.what(), R"({"edit":"deck"})");
  });
}

BOOST_AUTO_TEST_CASE(writing_can_be_cancelled_and_leaves_nothing) {
  const tests::TemporaryFolder folder;
  std::stop_source stop;
  stop.request_stop();
  const Progress progress(stop.get_token(), {});
  for (const char* name : {"a.pdf", "a.odp", "a.html"}) {
    BOOST_CHECK_THROW(write_deck(deck(), {folder / name}, progress), Error);
    BOOST_TEST(!std::filesystem::exists(folder / name));
  }
}

BOOST_AUTO_TEST_SUITE_END()
