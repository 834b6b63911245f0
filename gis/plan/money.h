#pragma once
#include <compare>
#include <cstdint>

namespace smile {

/// An amount in hundredths of the plan's currency: sums are exact to the cent.
struct Money {
  std::int64_t cents = 0;
  auto operator<=>(const Money&) const = default;
};
inline Money operator+(Money a, Money b) { return {a.cents + b.cents}; }

}  // namespace smile
