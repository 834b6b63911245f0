#include "gis/intake/money_cell.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <vector>

#include "gis/formats/table_builder.h"

namespace smile {
namespace {

struct Plain {
  std::string_view written;
  std::string_view plain;
};
constexpr Plain replacements[] = {{"\u00a0", " "}, {"\u202f", " "}, {"\u2009", " "}, {"–", "–"}, {"—", "–"},
                                  {"−", "-"},      {"≈", "~"},      {"Ł", "ł"},      {"ä", "ä"}, {"Ä", "ä"}};

std::string lowered(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto* found = std::find_if(std::begin(replacements), std::end(replacements),
                                     [&](const Plain& r) { return text.starts_with(r.written); });
    if (found != std::end(replacements)) {
      out += found->plain;
      text.remove_prefix(found->written.size());
    } else {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
      text.remove_prefix(1);
    }
  }
  return out;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

enum class Kind { number, range, currency, multiplier, about, at_most, at_least, yearly, silent };

struct Word {
  std::string_view written;
  Kind kind;
  std::string_view currency;
  double factor;
};
/// Longest first where one begins another.
constexpr Word words[] = {{"€", Kind::currency, "EUR", 1},
                          {"euro", Kind::currency, "EUR", 1},
                          {"eur", Kind::currency, "EUR", 1},
                          {"zł", Kind::currency, "PLN", 1},
                          {"zl", Kind::currency, "PLN", 1},
                          {"pln", Kind::currency, "PLN", 1},
                          {"$", Kind::currency, "USD", 1},
                          {"usd", Kind::currency, "USD", 1},
                          {"£", Kind::currency, "GBP", 1},
                          {"gbp", Kind::currency, "GBP", 1},
                          {"chf", Kind::currency, "CHF", 1},
                          {"dkk", Kind::currency, "DKK", 1},
                          {"sek", Kind::currency, "SEK", 1},
                          {"czk", Kind::currency, "CZK", 1},
                          {"teuro", Kind::multiplier, "EUR", 1e3},
                          {"teur", Kind::multiplier, "EUR", 1e3},
                          {"t€", Kind::multiplier, "EUR", 1e3},
                          {"tsd", Kind::multiplier, "", 1e3},
                          {"tausend", Kind::multiplier, "", 1e3},
                          {"thousand", Kind::multiplier, "", 1e3},
                          {"k€", Kind::multiplier, "EUR", 1e3},
                          {"keur", Kind::multiplier, "EUR", 1e3},
                          {"k", Kind::multiplier, "", 1e3},
                          {"millionen", Kind::multiplier, "", 1e6},
                          {"million", Kind::multiplier, "", 1e6},
                          {"mio", Kind::multiplier, "", 1e6},
                          {"mln", Kind::multiplier, "", 1e6},
                          {"m€", Kind::multiplier, "EUR", 1e6},
                          {"milliarden", Kind::multiplier, "", 1e9},
                          {"milliarde", Kind::multiplier, "", 1e9},
                          {"mrd", Kind::multiplier, "", 1e9},
                          {"–", Kind::range, "", 1},
                          {"-", Kind::range, "", 1},
                          {"to", Kind::range, "", 1},
                          {"bis", Kind::range, "", 1},
                          {"circa", Kind::about, "", 1},
                          {"ca", Kind::about, "", 1},
                          {"rund", Kind::about, "", 1},
                          {"rd", Kind::about, "", 1},
                          {"etwa", Kind::about, "", 1},
                          {"~", Kind::about, "", 1},
                          {"about", Kind::about, "", 1},
                          {"approx", Kind::about, "", 1},
                          {"geschätzt", Kind::about, "", 1},
                          {"bis zu", Kind::at_most, "", 1},
                          {"max", Kind::at_most, "", 1},
                          {"maximal", Kind::at_most, "", 1},
                          {"höchstens", Kind::at_most, "", 1},
                          {"<", Kind::at_most, "", 1},
                          {"up to", Kind::at_most, "", 1},
                          {"ab", Kind::at_least, "", 1},
                          {"mind", Kind::at_least, "", 1},
                          {"mindestens", Kind::at_least, "", 1},
                          {"min", Kind::at_least, "", 1},
                          {">", Kind::at_least, "", 1},
                          {"at least", Kind::at_least, "", 1},
                          {"pro jahr", Kind::yearly, "", 1},
                          {"/ jahr", Kind::yearly, "", 1},
                          {"/jahr", Kind::yearly, "", 1},
                          {"p.a.", Kind::yearly, "", 1},
                          {"p. a.", Kind::yearly, "", 1},
                          {"jährlich", Kind::yearly, "", 1},
                          {"/a", Kind::yearly, "", 1},
                          {"per year", Kind::yearly, "", 1},
                          {"/ a", Kind::yearly, "", 1},
                          {"brutto", Kind::silent, "", 1},
                          {"gross", Kind::silent, "", 1},
                          {"von", Kind::silent, "", 1}};

struct Token {
  Kind kind = Kind::silent;
  long double amount = 0;  ///< numbers
  double factor = 1;
  std::string_view currency;
};

/// Which of the signs in "1.234,5" is the decimal one; npos: none.
std::size_t decimal_sign(std::string_view number, const MoneyStyle& style) {
  const std::size_t point = number.rfind('.');
  const std::size_t comma = number.rfind(',');
  constexpr std::size_t none = std::string_view::npos;
  if (point != none && comma != none) return std::max(point, comma);
  const std::size_t last = point != none ? point : comma;
  if (last == none || number.find(number[last]) != last) return none;  // several of a kind part thousands
  const bool three = number.size() - last - 1 == 3 && number[0] != '0' && last <= 3;
  const bool thousands = point != none ? style.decimal_comma && !style.plain_point : !style.decimal_comma;
  return three && thousands ? none : last;
}

/// Digits in groups of three, or without any groups.
bool groups_are_right(std::string_view whole) {
  const std::size_t first = whole.find_first_not_of("0123456789");
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t i = first; i < whole.size(); i += 4)
    if (whole[i] != whole[first] || whole.size() - i < 4 ||
        !std::all_of(whole.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     whole.begin() + static_cast<std::ptrdiff_t>(i) + 4, is_digit))
      return false;
  return true;
}

std::optional<long double> amount_of(std::string_view number, const MoneyStyle& style) {
  const std::size_t sign = decimal_sign(number, style);
  const std::string_view whole = number.substr(0, std::min(sign, number.size()));
  const std::string_view decimals = sign == std::string_view::npos ? std::string_view{} : number.substr(sign + 1);
  if (whole.empty() || !groups_are_right(whole) || !std::all_of(decimals.begin(), decimals.end(), is_digit))
    return std::nullopt;
  long double digits = 0;
  long double scale = 1;
  for (const char c : whole)
    if (is_digit(c)) digits = digits * 10 + (c - '0');
  for (const char c : decimals) {
    digits = digits * 10 + (c - '0');
    scale *= 10;
  }
  return number.size() > 24 ? std::nullopt : std::optional(digits / scale);
}

class Reader {
public:
  Reader(std::string text, const MoneyStyle& style) : text_(std::move(text)), style_(style) {}

  std::optional<std::vector<Token>> tokens() {
    std::vector<Token> all;
    while (at_ < text_.size()) {
      if (std::string_view(" .;:()").find(text_[at_]) != std::string_view::npos) {
        ++at_;
        continue;
      }
      const auto token = is_digit(text_[at_]) ? number() : word();
      if (!token) return std::nullopt;
      all.push_back(*token);
    }
    return all;
  }

private:
  /// A blank or apostrophe goes on with the number if three digits and no fourth stand behind it.
  bool groups_on(std::size_t i) const {
    if (i + 3 >= text_.size() || (text_[i] != ' ' && text_[i] != '\'')) return false;
    const bool three = is_digit(text_[i + 1]) && is_digit(text_[i + 2]) && is_digit(text_[i + 3]);
    return three && (i + 4 >= text_.size() || !is_digit(text_[i + 4]));
  }

  std::optional<Token> number() {
    const std::size_t begin = at_;
    const auto goes_on = [&](std::size_t i) {
      const bool sign = (text_[i] == '.' || text_[i] == ',') && i + 1 < text_.size() && is_digit(text_[i + 1]);
      return is_digit(text_[i]) || sign || groups_on(i);
    };
    while (at_ < text_.size() && goes_on(at_)) ++at_;
    std::string written = text_.substr(begin, at_ - begin);
    if (text_.compare(at_, 2, ",-") == 0 || text_.compare(at_, 2, ".-") == 0)
      at_ += text_.compare(at_, 3, ",--") == 0 ? std::size_t{3} : std::size_t{2};
    if (text_.compare(at_, 4, ",–") == 0) at_ += 4;
    const bool bare = begin == 0 && at_ == text_.size();
    const auto amount = amount_of(written, {style_.decimal_comma, style_.plain_point && bare, style_.yearly});
    return amount ? std::optional(Token{Kind::number, *amount, 1, {}}) : std::nullopt;
  }

  std::optional<Token> word() {
    const std::string_view rest = std::string_view(text_).substr(at_);
    const Word* best = nullptr;
    for (const Word& candidate : words) {
      if (!rest.starts_with(candidate.written) || (best && best->written.size() >= candidate.written.size())) continue;
      const std::size_t end = candidate.written.size();
      const bool letters = std::isalpha(static_cast<unsigned char>(candidate.written.back())) != 0;
      if (letters && end < rest.size() && std::isalpha(static_cast<unsigned char>(rest[end])) != 0) continue;
      best = &candidate;
    }
    if (!best) return std::nullopt;
    at_ += best->written.size();
    return Token{best->kind, 0, best->factor, best->currency};
  }

  std::string text_;
  MoneyStyle style_;
  std::size_t at_ = 0;
};

struct Amount {
  long double value = 0;
  double factor = 1;
};

/// What the tokens say, before it becomes cents.
struct Said {
  std::vector<Amount> amounts;
  std::string currency;
  bool range = false;
  bool about = false;
  bool at_most = false;
  bool at_least = false;
  bool yearly = false;
};

bool take(Said& said, const Token& token) {
  if (!token.currency.empty()) {
    if (!said.currency.empty() && said.currency != token.currency) return false;
    said.currency = token.currency;
  }
  switch (token.kind) {
    case Kind::number:
      said.amounts.push_back({token.amount, 1});
      return said.amounts.size() <= 2;
    case Kind::multiplier:
      if (said.amounts.empty() || said.amounts.back().factor != 1) return false;
      said.amounts.back().factor = token.factor;
      return true;
    case Kind::range:
      if (said.amounts.empty()) return said.at_most = true;  // "bis 20.000"; a minus is caught by the caller
      if (said.range || said.amounts.size() != 1) return false;
      return said.range = true;
    case Kind::about:
      return said.about = true;
    case Kind::at_most:
      return said.at_most = true;
    case Kind::at_least:
      return said.at_least = true;
    case Kind::yearly:
      return said.yearly = true;
    case Kind::currency:
    case Kind::silent:
      return true;
  }
  return false;
}

std::optional<Money> money(const Amount& amount) {
  const long double cents = std::round(amount.value * static_cast<long double>(amount.factor) * 100.0L);
  return cents <= 9e15L ? std::optional(Money{static_cast<std::int64_t>(cents)}) : std::nullopt;
}

std::optional<MoneyCell> cell_of(Said said) {
  MoneyCell cell;
  cell.currency = said.currency;
  cell.approximate = said.about;
  if (said.range != (said.amounts.size() == 2) || said.amounts.empty() || (said.at_most && said.at_least))
    return std::nullopt;
  if (said.range && said.amounts[0].factor == 1) said.amounts[0].factor = said.amounts[1].factor;  // "10–20 T€"
  const auto first = money(said.amounts.front());
  const auto last = money(said.amounts.back());
  if (!first || !last || *first > *last) return std::nullopt;
  if (said.range || said.at_least) cell.low = first;
  if (said.range || said.at_most) cell.high = last;
  if (!said.range && !said.at_least && !said.at_most) cell.likely = first;
  return cell;
}

}  // namespace

std::optional<MoneyCell> money_from_cell(std::string_view cell, const MoneyStyle& style) {
  const std::string text = lowered(trimmed(cell));
  if (text.empty() || text.size() > 80 || text[0] == '-' || text.starts_with("–"))
    return std::nullopt;  // a cost is not negative
  const auto tokens = Reader(text, style).tokens();
  if (!tokens) return std::nullopt;
  Said said;
  for (const Token& token : *tokens)
    if (!take(said, token)) return std::nullopt;
  if (said.yearly && !style.yearly) return std::nullopt;
  return cell_of(std::move(said));
}

}  // namespace smile
