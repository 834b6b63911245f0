#include "gis/intake/district_columns.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace smile {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}
std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

std::vector<std::string> words_of(std::string_view stem) {
  std::vector<std::string> words(1);
  for (const char c : stem) {
    if (std::string_view("_-. /\\()[]").find(c) == std::string_view::npos)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Words about the file, not about what is in it.
bool says_nothing(const std::string& word) {
  static const std::set<std::string> noise = {
      "ebene", "layer",    "dissolved",  "dissolve", "export",   "neu",        "final", "shp",
      "shape", "geojson",  "gpkg",       "polygon",  "flächen",  "area",       "epsg",  "utm",
      "utm33", "utm32",    "wgs84",      "etrs89",   "kopie",    "copy",       "stand", "daten",
      "data",  "opendata", "simplified", "level",    "entities", "ogrgeojson", "v1",    "v2"};
  const std::string small = lower(word);
  return noise.contains(small) || std::all_of(small.begin(), small.end(), is_digit);
}

std::string capitalised(std::string word) {
  if (!word.empty()) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
  return word;
}

/// What a column holds, over all features.
struct Content {
  double filled = 0;    ///< share of cells that are not empty
  double distinct = 0;  ///< share of different values
  double letters = 0;   ///< share of cells with two letters in a row
  double mean_length = 0;
  bool uuid = false;
};

bool looks_like_uuid(const std::string& cell) {
  return cell.size() >= 32 && cell.find(' ') == std::string::npos && std::all_of(cell.begin(), cell.end(), [](char c) {
           return std::isxdigit(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '{' || c == '}';
         });
}

bool has_word(const std::string& cell) {
  int run = 0;
  for (const char c : cell) {
    run = std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80 ? run + 1 : 0;
    if (run >= 2) return true;
  }
  return false;
}

Content content_of(const FeatureTable& table, std::size_t column) {
  Content out;
  std::set<std::string> values;
  for (const Feature& feature : table.features) {
    const std::string& cell = feature.cells[column];
    if (cell.empty()) continue;
    ++out.filled;
    values.insert(cell);
    out.letters += has_word(cell) ? 1 : 0;
    out.mean_length += static_cast<double>(cell.size());
    out.uuid = out.uuid || looks_like_uuid(cell);
  }
  const double filled = std::max(out.filled, 1.0);
  out.distinct = static_cast<double>(values.size()) / filled;
  out.letters /= filled;
  out.mean_length /= filled;
  out.filled /= std::max<double>(static_cast<double>(table.features.size()), 1);
  return out;
}

/// 3: the header is one of the words; 2: it ends or begins with one; 0: neither.
template <std::size_t N>
int header_match(const std::string& header, const std::array<std::string_view, N>& words) {
  const std::vector<std::string> parts = words_of(lower(header));
  const std::string small = lower(header);
  int best = 0;
  for (const std::string_view word : words) {
    if (small == word) return 3;
    if (!parts.empty() && (parts.back() == word || parts.front() == word)) best = 2;
  }
  return best;
}

constexpr std::array<std::string_view, 18> name_words = {
    "name",      "bezeichnung", "bez",    "label",    "titel", "title",      "gen",   "stadtbereich", "stadtbezirk",
    "stadtteil", "ortsteil",    "bezirk", "district", "nazwa", "bezeichnun", "namen", "ort",          "text"};
constexpr std::array<std::string_view, 17> code_words = {
    "code", "nr",     "nummer", "schluessel", "schlüssel", "schl", "kennung", "kennziffer", "key",
    "no",   "number", "num",    "id",         "ags",       "kurz", "kuerzel", "kürzel"};
/// Numbers a program counts features with mean nothing to a planner.
constexpr std::array<std::string_view, 6> counters = {"fid", "objectid", "ogc_fid", "gid", "oid", "id"};

double name_score(const std::string& header, const Content& content) {
  if (content.filled < 0.5 || content.uuid || content.letters < 0.5) return 0;
  const double repeats = 1 - content.distinct;
  return 20 * header_match(header, name_words) + 30 * content.letters + 40 - 120 * repeats;
}

double code_score(const std::string& header, ColumnType type, const Content& content) {
  if (content.filled < 0.99 || content.uuid || content.mean_length > 15 || content.distinct < 0.5) return 0;
  if (type == ColumnType::real || type == ColumnType::date) return 0;
  const int match = header_match(header, code_words);
  if (match == 0) return 0;
  const bool counter = header_match(header, counters) == 3;
  // The order of the words is an order of preference: a code before a number.
  const auto word = std::find(code_words.begin(), code_words.end(), lower(header));
  const double preference = 0.1 * static_cast<double>(code_words.end() - word);
  return 20 * match + preference - 100 * (1 - content.distinct) - (counter ? 45 : 0);
}

}  // namespace

std::string level_name_from(std::string_view stem) {
  std::string out;
  for (const std::string& word : words_of(stem))
    if (!says_nothing(word)) out += (out.empty() ? "" : " ") + capitalised(word);
  return out;
}

std::string guess_level_name(const FeatureTable& table) {
  const std::filesystem::path file = table.report.file;
  const std::string ending = lower(file.extension().string());
  const bool several_layers =
      ending == ".zip" || ending == ".gpkg" || ending == ".kml" || ending == ".kmz" || ending == ".gml";
  const std::string layer = std::filesystem::path(table.layer).filename().string();
  const std::string stem = file.stem().string();
  for (const std::string& source : {several_layers ? layer : stem, several_layers ? stem : layer})
    if (std::string name = level_name_from(source); !name.empty()) return name;
  return stem.empty() ? "1" : stem;
}

bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (!is_digit(a[i]) || !is_digit(b[j])) {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i, ++j;
      continue;
    }
    const auto number = [](std::string_view text, std::size_t& at) {
      const std::size_t begin = text.find_first_not_of('0', at);
      while (at < text.size() && is_digit(text[at])) ++at;
      return begin == std::string_view::npos || begin >= at ? std::string_view() : text.substr(begin, at - begin);
    };
    const std::string_view left = number(a, i);
    const std::string_view right = number(b, j);
    if (left.size() != right.size()) return left.size() < right.size();
    if (left != right) return left < right;
  }
  if ((i < a.size()) != (j < b.size())) return j < b.size();
  return a < b;
}

int find_column(const FeatureTable& table, std::string_view name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name) return static_cast<int>(i);
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (lower(table.columns[i].name) == lower(name)) return static_cast<int>(i);
  return -1;
}

DistrictColumns guess_district_columns(const FeatureTable& table) {
  DistrictColumns out;
  double best_name = 0, best_code = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Content content = content_of(table, i);
    const double name = name_score(table.columns[i].name, content);
    const double code = code_score(table.columns[i].name, table.columns[i].type, content);
    if (name > best_name) best_name = name, out.name = static_cast<int>(i);
    if (code > best_code) best_code = code, out.code = static_cast<int>(i);
  }
  if (out.code == out.name) out.code = -1;
  return out;
}

}  // namespace smile
