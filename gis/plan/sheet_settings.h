#pragma once
// How a city's papers and presentations look: set once, used by sheets, maps and decks.

#include <string>

#include "gis/plan/district.h"

namespace smile {

/// How much those who are asked may decide, from least to most (IAP2 Spectrum of Public Participation).
enum class Participation : std::uint8_t { none, inform, consult, involve, collaborate, empower };

/// handout: the map large, little to read. council: everything, in smaller letters, with methods and sources.
enum class SheetTemplate : std::uint8_t { handout, council };

struct SheetSettings {
  std::string city;    ///< "": the plan's title stands alone
  std::string logo;    ///< PNG, base64; "": none
  std::string dark;    ///< "#RRGGBB", of the bar above titles; "": ours
  std::string bright;  ///< the second colour of the bar
  SheetTemplate for_whom = SheetTemplate::handout;
  bool a3 = false;
  bool portrait = false;
  Participation participation = Participation::none;
  bool operator==(const SheetSettings&) const = default;
};

}  // namespace smile
