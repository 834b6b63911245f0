#include "gis/plan/date.h"

#include <array>
#include <cctype>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

namespace smile {
namespace {

constexpr std::array month_words = {
    std::pair{"jan", 1},  std::pair{"feb", 2},  std::pair{"mär", 3},  std::pair{"mrz", 3},  std::pair{"maerz", 3},
    std::pair{"mar", 3},  std::pair{"apr", 4},  std::pair{"mai", 5},  std::pair{"may", 5},  std::pair{"jun", 6},
    std::pair{"jul", 7},  std::pair{"aug", 8},  std::pair{"sep", 9},  std::pair{"okt", 10}, std::pair{"oct", 10},
    std::pair{"nov", 11}, std::pair{"dez", 12}, std::pair{"dec", 12},
};
constexpr std::array english_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array german_months = {"Jan.", "Feb.", "März", "Apr.", "Mai",  "Juni",
                                      "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."};

/// A run of digits, a run of letters, or one sign.
struct Token {
  std::string text;
  int number = -1;  ///< ≥ 0 for digits
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t i = 0;
  const auto is_digit = [&](std::size_t k) { return std::isdigit(static_cast<unsigned char>(text[k])) != 0; };
  const auto is_letter = [&](std::size_t k) {
    const auto c = static_cast<unsigned char>(text[k]);
    return std::isalpha(c) != 0 || c >= 0x80;
  };
  while (i < text.size()) {
    const std::size_t begin = i;
    if (is_digit(i)) {
      while (i < text.size() && is_digit(i)) ++i;
    } else if (is_letter(i)) {
      while (i < text.size() && is_letter(i)) ++i;
    } else if (text[i++] == ' ') {
      continue;
    }
    Token token{std::string(text.substr(begin, i - begin)), -1};
    for (char& c : token.text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (is_digit(begin) && token.text.size() <= 4)
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.number);
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_year(const Token& token) {
  return token.text.size() == 4 && token.number >= 1800 && token.number <= 2200;
}

std::optional<int> year_of(const Token& token) {
  if (is_year(token)) return token.number;
  if (token.text.size() == 2 && token.number >= 0) return token.number + (token.number < 70 ? 2000 : 1900);
  return std::nullopt;
}

std::optional<int> month_word(const std::string& word) {
  for (const auto& [prefix, month] : month_words)
    if (word.rfind(prefix, 0) == 0) return month;
  return word.rfind("mÄr", 0) == 0 ? std::optional(3) : std::nullopt;
}

std::optional<Date> make_day(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return std::nullopt;
  return Date{year, DatePrecision::day, month, day};
}

std::optional<Date> make_part(int year, DatePrecision precision, int part, int most) {
  if (part < 1 || part > most) return std::nullopt;
  return Date{year, precision, part, 0};
}

bool is_sign(const Token& token, std::string_view signs) {
  return token.text.size() == 1 && signs.find(token.text[0]) != std::string_view::npos;
}

/// Only numbers: 2026 · 03/2025 · 2025-03 · 07.01.2021 · 2021-01-07.
std::optional<Date> from_numbers(const std::vector<Token>& n) {
  if (n.size() == 1 && is_year(n[0])) return Date{n[0].number, DatePrecision::year, 0, 0};
  if (n.size() == 2 && is_year(n[1])) return make_part(n[1].number, DatePrecision::month, n[0].number, 12);
  if (n.size() == 2 && is_year(n[0])) return make_part(n[0].number, DatePrecision::month, n[1].number, 12);
  if (n.size() != 3) return std::nullopt;
  if (is_year(n[0])) return make_day(n[0].number, n[1].number, n[2].number);
  const auto year = year_of(n[2]);
  return year ? make_day(*year, n[1].number, n[0].number) : std::nullopt;
}

enum class PartWord { none, quarter, half };

PartWord part_word(const std::string& word) {
  if (word == "q" || word == "qu" || word.rfind("quart", 0) == 0) return PartWord::quarter;
  if (word == "h" || word == "hj" || word.rfind("halb", 0) == 0 || word == "half") return PartWord::half;
  return PartWord::none;
}

std::optional<Date> from_part(PartWord part, const std::vector<Token>& numbers) {
  if (numbers.size() != 2) return std::nullopt;
  const bool year_first = is_year(numbers[0]);
  const auto year = year_of(numbers[year_first ? 0 : 1]);
  const int which = numbers[year_first ? 1 : 0].number;
  if (!year) return std::nullopt;
  return part == PartWord::quarter ? make_part(*year, DatePrecision::quarter, which, 4)
                                   : make_part(*year, DatePrecision::half, which, 2);
}

std::optional<Date> from_month(int month, const std::vector<Token>& numbers) {
  if (numbers.size() == 1 && is_year(numbers[0])) return Date{numbers[0].number, DatePrecision::month, month, 0};
  if (numbers.size() != 2) return std::nullopt;
  const auto year = year_of(numbers[1]);
  return year ? make_day(*year, month, numbers[0].number) : std::nullopt;
}

}  // namespace

int sort_key(const Date& date) {
  int month = 1;
  switch (date.precision) {
    case DatePrecision::year:
      break;
    case DatePrecision::half:
      month = (date.part - 1) * 6 + 1;
      break;
    case DatePrecision::quarter:
      month = (date.part - 1) * 3 + 1;
      break;
    case DatePrecision::month:
    case DatePrecision::day:
      month = date.part;
      break;
  }
  return date.year * 10000 + month * 100 + (date.day == 0 ? 1 : date.day);
}

std::string to_iso(const Date& date) {
  char buffer[32];
  switch (date.precision) {
    case DatePrecision::year:
      std::snprintf(buffer, sizeof buffer, "%04d", date.year);
      break;
    case DatePrecision::half:
      std::snprintf(buffer, sizeof buffer, "%04d-H%d", date.year, date.part);
      break;
    case DatePrecision::quarter:
      std::snprintf(buffer, sizeof buffer, "%04d-Q%d", date.year, date.part);
      break;
    case DatePrecision::month:
      std::snprintf(buffer, sizeof buffer, "%04d-%02d", date.year, date.part);
      break;
    case DatePrecision::day:
      std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.part, date.day);
      break;
  }
  return buffer;
}

std::string format_date(Language language, const Date& date) {
  const bool german = language == Language::german;
  const std::string year = std::to_string(date.year);
  const auto month = [&] {
    const auto index = static_cast<std::size_t>(date.part - 1);
    return std::string(german ? german_months[index] : english_months[index]);
  };
  switch (date.precision) {
    case DatePrecision::year:
      return year;
    case DatePrecision::half:
      return (german ? std::to_string(date.part) + ". Hj. " : "H" + std::to_string(date.part) + " ") + year;
    case DatePrecision::quarter:
      return "Q" + std::to_string(date.part) + " " + year;
    case DatePrecision::month:
      return month() + " " + year;
    case DatePrecision::day:
      break;
  }
  if (!german) return std::to_string(date.day) + " " + month() + " " + year;
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%02d.%02d.%04d", date.day, date.part, date.year);
  return buffer;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() > 40) return std::nullopt;
  std::vector<Token> numbers;
  PartWord part = PartWord::none;
  std::optional<int> month;
  for (const Token& token : tokens_of(text)) {
    if (token.number >= 0) {
      numbers.push_back(token);
    } else if (is_sign(token, ".-/,")) {
      continue;
    } else if (part == PartWord::none && !month && part_word(token.text) != PartWord::none) {
      part = part_word(token.text);
    } else if (part == PartWord::none && !month && month_word(token.text)) {
      month = month_word(token.text);
    } else {
      return std::nullopt;  // a word that is no part of a date
    }
  }
  if (part != PartWord::none) return from_part(part, numbers);
  if (month) return from_month(*month, numbers);
  return from_numbers(numbers);
}

Date today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date{now};
  return {int(date.year()), DatePrecision::day, static_cast<int>(unsigned(date.month())),
          static_cast<int>(unsigned(date.day()))};
}

}  // namespace smile
