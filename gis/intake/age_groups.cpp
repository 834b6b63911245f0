#include "gis/intake/age_groups.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "gis/intake/cell_words.h"

namespace smile {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Words and numbers of a name, apart: "anzahl_75_aelter" → anzahl, 75, aelter; "u18" → u, 18.
std::vector<std::string> tokens_of(const std::string& name) {
  std::string spelt;
  for (const char c : name)
    spelt += c == '+' ? " plus " : c == '<' ? " unter " : c == '>' ? " ueber " : std::string(1, c);
  std::vector<std::string> tokens;
  char before = ' ';
  for (const char c : word_form(spelt)) {
    const bool goes_on = before != ' ' && is_digit(before) == is_digit(c);
    if (c != ' ' && !goes_on) tokens.emplace_back();
    if (c != ' ') tokens.back() += c;
    before = c;
  }
  return tokens;
}

std::optional<int> number(const std::string& token) {
  int value = 0;
  const auto [end, problem] = std::from_chars(token.data(), token.data() + token.size(), value);
  return problem == std::errc() && end == token.data() + token.size() ? std::optional(value) : std::nullopt;
}

template <std::size_t n>
bool any(const std::vector<std::string>& tokens, const std::array<std::string_view, n>& words) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
    return std::find(words.begin(), words.end(), token) != words.end();
  });
}

constexpr std::array<std::string_view, 10> shares{"anteil", "prozent",  "quote",        "share", "percent",
                                                  "pct",    "quotient", "durchschnitt", "ratio", "rate"};
constexpr std::array<std::string_view, 7> below{"unter", "u", "juenger", "under", "younger", "below", "lt"};
constexpr std::array<std::string_view, 4> up_to{"bis", "to", "until", "max"};
constexpr std::array<std::string_view, 7> from_on{"ab", "aelter", "older", "plus", "mehr", "from", "over"};
constexpr std::array<std::string_view, 4> above{"ueber", "above", "gt", "more"};

struct WrittenGroup {
  AgeGroup group;
  bool both_bounds = false;  ///< whether the upper one belongs to it is decided among all groups
};

std::optional<WrittenGroup> written_group(const std::string& column) {
  const std::vector<std::string> tokens = tokens_of(column);
  if (any(tokens, shares)) return std::nullopt;
  std::vector<int> numbers;
  for (const std::string& token : tokens)
    if (const auto value = number(token)) numbers.push_back(*value);
  // A year in the name is no age.
  std::erase_if(numbers, [](int value) { return value > oldest_age; });
  if (numbers.size() == 2 && numbers[0] <= numbers[1]) return WrittenGroup{{column, numbers[0], numbers[1]}, true};
  if (numbers.size() != 1) return std::nullopt;
  // First, because "90 u. mehr" has an "u" too, and it means "and".
  if (any(tokens, from_on)) return WrittenGroup{{column, numbers[0], oldest_age}};
  if (any(tokens, below)) return WrittenGroup{{column, 0, numbers[0] - 1}};
  if (any(tokens, above)) return WrittenGroup{{column, numbers[0] + 1, oldest_age}};
  if (any(tokens, up_to)) return WrittenGroup{{column, 0, numbers[0]}};
  return std::nullopt;
}

}  // namespace

std::vector<AgeGroup> age_groups_of(const std::vector<std::string>& columns) {
  std::vector<WrittenGroup> written;
  for (const std::string& column : columns)
    if (auto one = written_group(column); one && one->group.to >= one->group.from) written.push_back(std::move(*one));
  const auto begins_where_ends = [&](const WrittenGroup& one) {
    return std::any_of(written.begin(), written.end(), [&](const WrittenGroup& next) {
      return next.group.from == one.group.to && next.group.to > one.group.to;
    });
  };
  const bool up_to_the_next = std::any_of(written.begin(), written.end(), [&](const WrittenGroup& one) {
    return one.both_bounds && begins_where_ends(one);
  });
  std::vector<AgeGroup> groups;
  for (WrittenGroup& one : written) {
    if (one.both_bounds && up_to_the_next) --one.group.to;
    if (one.group.to >= one.group.from) groups.push_back(std::move(one.group));
  }
  std::stable_sort(groups.begin(), groups.end(), [](const AgeGroup& a, const AgeGroup& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  std::vector<AgeGroup> once;
  for (const AgeGroup& group : groups)
    if (std::none_of(once.begin(), once.end(),
                     [&](const AgeGroup& kept) { return group.from <= kept.to && group.to >= kept.from; }))
      once.push_back(group);
  return once;
}

std::string inhabitants_column(const std::vector<std::string>& columns) {
  constexpr std::array<std::string_view, 14> whole{
      "einwohner", "einwohnerzahl", "inhabitants", "population", "bevoelkerung", "einwohnerinnen", "ew",
      "pop",       "persons",       "people",      "personen",   "insgesamt",    "gesamt",         "total"};
  for (const std::string_view word : whole)
    for (const std::string& column : columns) {
      const std::vector<std::string> tokens = tokens_of(column);
      if (any(tokens, shares) || any(tokens, std::array<std::string_view, 2>{"dichte", "density"})) continue;
      if (written_group(column)) continue;
      if (std::find(tokens.begin(), tokens.end(), word) != tokens.end()) return column;
    }
  return {};
}

}  // namespace smile
