#pragma once
// Numbers as people read them: 1 234,5 in German "1.234,5", in English "1,234.5". Always UTF-8.

#include <cstdint>
#include <string>

#include "gis/words/words.h"

namespace smile {

/// Grouped by thousands with exactly `decimals` digits behind the point.
std::string format_number(Language language, double value, int decimals = 0);
std::string format_integer(Language language, std::int64_t value);
/// "1.234,50 €" / "€1,234.50"; whole amounts without cents ("1.234 €"). currency is an ISO 4217 code; without a sign of
/// its own it is written as code.
std::string format_money(Language language, std::int64_t cents, const std::string& currency);
/// To the thousand, below 10,000 to the hundred, below 1,000 to the unit: what estimates can promise.
std::string format_rough_money(Language language, std::int64_t cents, const std::string& currency);
/// Square metres as km² (or ha below 1 km², m² below 1 ha) with no more digits than are read: "10,43 km²".
std::string format_area(Language language, double square_metres);
/// "12 400" style rounding is the caller's; this one writes "62 %" with `decimals` digits and a space as in SI, in both
/// languages. share 0–1.
std::string format_share(Language language, double share, int decimals = 0);

}  // namespace smile
