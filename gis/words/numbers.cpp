#include "gis/words/numbers.h"

#include <cmath>
#include <cstdio>

namespace smile {
namespace {

std::string grouped(Language language, const std::string& digits) {
  const char separator = language == Language::german ? '.' : ',';
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out;
}

std::string currency_sign(const std::string& code) {
  if (code == "EUR") return "€";
  if (code == "GBP") return "£";
  if (code == "USD") return "$";
  if (code == "PLN") return "zł";
  return code;
}

}  // namespace

std::string format_number(Language language, double value, int decimals) {
  if (!std::isfinite(value)) return "–";
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, std::abs(value));
  const std::string plain = buffer;
  const std::size_t point = plain.find('.');
  std::string out = grouped(language, plain.substr(0, point));
  if (point != std::string::npos) out += (language == Language::german ? "," : ".") + plain.substr(point + 1);
  const bool is_zero = plain.find_first_not_of("0.") == std::string::npos;
  return value < 0 && !is_zero ? "−" + out : out;
}

std::string format_integer(Language language, std::int64_t value) {
  const std::string digits = std::to_string(value);
  return value < 0 ? "−" + grouped(language, digits.substr(1)) : grouped(language, digits);
}

std::string format_money(Language language, std::int64_t cents, const std::string& currency) {
  const double amount = static_cast<double>(cents) / 100.0;
  const std::string number = format_number(language, amount, cents % 100 == 0 ? 0 : 2);
  const std::string sign = currency_sign(currency);
  const bool sign_first = language == Language::english && (sign == "€" || sign == "£" || sign == "$");
  if (!sign_first) return number + "\u00a0" + sign;
  return cents < 0 ? "−" + sign + format_number(language, -amount, cents % 100 == 0 ? 0 : 2) : sign + number;
}

std::string format_rough_money(Language language, std::int64_t cents, const std::string& currency) {
  const std::int64_t step = cents < 1'000'00 ? 1'00 : cents < 10'000'00 ? 100'00 : 1000'00;
  return format_money(language, (cents + step / 2) / step * step, currency);
}

std::string format_area(Language language, double square_metres) {
  const double km2 = square_metres / 1e6;
  if (km2 >= 1) return format_number(language, km2, km2 < 100 ? 2 : 1) + "\u00a0km²";
  if (square_metres >= 1e4) return format_number(language, square_metres / 1e4, 1) + "\u00a0ha";
  return format_number(language, square_metres, 0) + "\u00a0m²";
}

std::string format_share(Language language, double share, int decimals) {
  return format_number(language, share * 100, decimals) + "\u00a0%";
}

}  // namespace smile
