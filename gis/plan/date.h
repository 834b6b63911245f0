#pragma once
// Dates as an office writes them: "07.01.2021", "Q3 2025", "2026". A date keeps the precision it was written in.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "gis/words/words.h"

namespace smile {

enum class DatePrecision : unsigned char { year, half, quarter, month, day };

struct Date {
  int year = 0;
  DatePrecision precision = DatePrecision::year;
  int part = 0;  ///< half 1–2, quarter 1–4, month 1–12; with precision day the month
  int day = 0;   ///< 1–31 with precision day, else 0
  bool operator==(const Date&) const = default;
};

/// First day of what the date says, as yyyymmdd: the order dates are sorted in.
int sort_key(const Date& date);
/// "2021-01-07", "2021-01", "2025-Q3", "2025-H1", "2026": the form in files. parse_date reads it back.
std::string to_iso(const Date& date);
/// "07.01.2021", "Q3 2025", "Jan. 2021" / "7 Jan 2021": the form for people.
std::string format_date(Language language, const Date& date);
/// All forms above, German and English month names, "3. Quartal 2025", "1. HJ 2025", dd.mm.yy, yyyy/mm/dd. std::nullopt if it is none or not a real day.
std::optional<Date> parse_date(std::string_view text);
Date today();

}  // namespace smile
