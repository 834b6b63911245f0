#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "gis/plan/district.h"

namespace smile {

/// Three things that are not the same: a number (0 is one), a figure the source keeps secret, a figure nobody has.
struct Figure {
  enum class State : std::uint8_t { value, suppressed, missing };
  State state = State::missing;
  double value = 0;  ///< only with State::value
  bool operator==(const Figure&) const = default;
};

/// One column of figures for the districts of one level.
struct Statistic {
  Id id = 0;
  Id level = 0;
  std::string name;    ///< "einwohnerzahl"
  int year = 0;        ///< 0: not said
  bool inhabitants = false;  ///< this column counts all inhabitants
  std::string source;  ///< file it came from, licence if known
  std::map<Id, Figure> figures;  ///< by district; absent = missing
  bool operator==(const Statistic&) const = default;
};
using StatisticPtr = std::shared_ptr<const Statistic>;

/// "In tables, `name` means this district."
struct Alias {
  std::string name;
  Id district = 0;
  bool operator==(const Alias&) const = default;
};

}  // namespace smile
