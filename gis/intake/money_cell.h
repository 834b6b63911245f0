#pragma once
// Amounts as people write them.

#include <optional>
#include <string>
#include <string_view>

#include "gis/plan/money.h"

namespace smile {

struct MoneyStyle {
  bool decimal_comma = true;  ///< decides "1.234" and "1,234"; everything else is clear from the text
  bool plain_point = false;   ///< a bare number has a decimal point and no thousands: cells of spreadsheets and layers
  bool yearly = false;        ///< "pro Jahr" belongs to this column; elsewhere it makes the cell unreadable
};

/// What a cell says. A range fills low and high only: its middle is nobody's estimate, so `likely` stays missing.
/// "bis 20.000" fills high, "ab 10.000" low.
struct MoneyCell {
  std::optional<Money> low;
  std::optional<Money> likely;
  std::optional<Money> high;
  std::string currency;      ///< ISO 4217 where a sign or code was written, else empty
  bool approximate = false;  ///< "ca.", "rund", "~"
  bool operator==(const MoneyCell&) const = default;
};

/// "123.973,82 €", "1,234.50", "12 T€", "1,2 Mio. €", "10.000–20.000", "12.000,- EUR". std::nullopt if it is no amount
/// of 0 or more. Missing words ("k. A.") are the caller's: see is_missing.
std::optional<MoneyCell> money_from_cell(std::string_view cell, const MoneyStyle& style);

}  // namespace smile
