#include "gis/formats/csv_stream.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "gis/words/issue.h"
#include "tests/support/places.h"

using namespace smile;
using tests::TemporaryFolder;

namespace {

std::filesystem::path written(const TemporaryFolder& folder, const std::string& bytes) {
  std::ofstream(folder / "t.txt", std::ios::binary) << bytes;
  return folder / "t.txt";
}

/// All cells of a column, with the rows they stand in.
std::vector<std::pair<std::int64_t, std::string>> cells(const std::filesystem::path& file, const char* column,
                                                        std::size_t piece) {
  const Progress progress;
  CsvStream stream(file, progress, piece);
  std::vector<std::pair<std::int64_t, std::string>> out;
  while (stream.next()) out.emplace_back(stream.row(), stream.cell(stream.column(column)));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_stream)

BOOST_AUTO_TEST_CASE(pieces_of_any_size_give_the_same_cells) {
  const TemporaryFolder folder;
  std::string text = "\xEF\xBB\xBFid,name\r\n";
  for (int i = 0; i < 200; ++i)
    text += std::to_string(i) + (i % 3 == 0 ? ",\"Halt, \"\"am\"\"\nMarkt " : ",\"Süd ") + std::to_string(i) + "\"\r\n";
  const auto file = written(folder, text);
  const auto whole = cells(file, "name", 1U << 20U);
  BOOST_REQUIRE(whole.size() == 200U);
  BOOST_TEST(whole[3].second == "Halt, \"am\"\nMarkt 3");
  BOOST_TEST(whole[3].first == 5);  // the header is row 1; a line break in a cell doesn't shift it
  for (const std::size_t piece : {1U, 2U, 7U, 64U, 1000U}) BOOST_TEST((cells(file, "name", piece) == whole), piece);
  BOOST_TEST(cells(file, "id", 5).back().second == "199");
}

BOOST_AUTO_TEST_CASE(columns_stand_anywhere_and_may_be_missing) {
  const TemporaryFolder folder;
  const Progress progress;
  CsvStream stream(written(folder, "b , a\n\n2,1,3\n5\n"), progress);
  BOOST_TEST(stream.column("a") == 1U);
  BOOST_TEST(stream.column("c") == CsvStream::none);
  BOOST_REQUIRE(stream.next());
  BOOST_TEST(stream.row() == 3);  // the blank one counts
  BOOST_TEST(stream.cell(stream.column("a")) == "1");
  BOOST_TEST(stream.cell(stream.column("c")).empty());
  BOOST_REQUIRE(stream.next());
  BOOST_TEST(stream.cell(1).empty());  // a short row
  BOOST_TEST(!stream.next());
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_is_read_as_windows_writes_it) {
  const TemporaryFolder folder;
  const Progress progress;
  CsvStream stream(written(folder, "name\nL\xFCtten Klein\n"), progress);
  BOOST_REQUIRE(stream.next());
  BOOST_TEST(stream.cell(0) == "Lütten Klein");
  BOOST_TEST(!stream.is_utf8());
}

BOOST_AUTO_TEST_CASE(empty_and_missing_files_and_a_stop_are_no_surprise) {
  const TemporaryFolder folder;
  const Progress progress;
  CsvStream empty(written(folder, ""), progress);
  BOOST_TEST(!empty.next());
  BOOST_CHECK_THROW(CsvStream(folder / "no.txt", progress), Error);
  std::stop_source stop;
  stop.request_stop();
  const Progress stopped(stop.get_token(), {});
  BOOST_CHECK_THROW(CsvStream(written(folder, "a\n1\n"), stopped), Error);
}

BOOST_AUTO_TEST_SUITE_END()
