#include <charconv>
#include <cmath>

#include "gis/exports/tables.h"

namespace smile::exports {
namespace {

/// The shortest digits that read back as the same number; without an exponent as long as people would write it so.
std::string number_text(double value) {
  char buffer[64];
  const double size = std::abs(value);
  const auto style =
      size == 0 || (size > 1e-6 && size < 1e17) ? std::chars_format::fixed : std::chars_format::scientific;
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, style);
  return error == std::errc{} && std::isfinite(value) ? std::string(buffer, end) : std::string{};
}

struct AsText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return number_text(value); }
  std::string operator()(const Money& value) const { return stored_form(Value{value}); }
  std::string operator()(Suppressed) const { return {}; }
  std::string operator()(const Date& value) const { return to_iso(value); }
};

}  // namespace

std::string cell_text(const Cell& cell) {
  return std::visit(AsText{}, cell);
}

}  // namespace smile::exports
