#include "gis/plan/planzv.h"

#include <algorithm>
#include <cctype>

namespace smile {
namespace {

struct Use {
  std::string_view sign;  ///< the abbreviation, as a whole …
  std::string_view stem;  ///< … or a part of the word
  const char* colour;
};

/// The telling stems first: "Wasserversorgung" is supply, "Grünfläche an der Straße" green.
constexpr Use uses[] = {
    {"wr", "reines wohn", "#F6B2AC"},
    {"wa", "allgemeines wohn", "#EE8F88"},
    {"ws", "kleinsiedlung", "#F9C9C4"},
    {"wb", "besonderes wohn", "#E2736B"},
    {"w", "wohn", "#EE8F88"},
    {"mk", "kerngebiet", "#A87B51"},
    {"mu", "urbanes", "#BC8D61"},
    {"md", "dorfgebiet", "#D9B48A"},
    {"mi", "misch", "#C99F70"},
    {"m", "gemischt", "#C99F70"},
    {"gi", "industrie", "#8F8F95"},
    {"ge", "gewerb", "#B4B4BA"},
    {"g", "gewerblich", "#B4B4BA"},
    {"so", "sonder", "#F2A650"},
    {"s", "sonderbau", "#F2A650"},
    {"", "gemeinbedarf", "#E290AE"},
    {"", "schule", "#E290AE"},
    {"", "ver- und entsorgung", "#FBEF7E"},
    {"", "versorgung", "#FBEF7E"},
    {"", "entsorgung", "#FBEF7E"},
    {"", "bahn", "#C8A8D8"},
    {"", "grün", "#93C883"},
    {"", "gruen", "#93C883"},
    {"", "park", "#93C883"},
    {"", "friedhof", "#93C883"},
    {"", "kleingarten", "#93C883"},
    {"", "landwirt", "#DCE795"},
    {"", "acker", "#DCE795"},
    {"", "wald", "#63A88E"},
    {"", "forst", "#63A88E"},
    {"", "wasser", "#8FBCE6"},
    {"", "gewässer", "#8FBCE6"},
    {"", "hafen", "#8FBCE6"},
    {"", "verkehr", "#E9C973"},
    {"", "straße", "#E9C973"},
    {"", "strasse", "#E9C973"},
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

}  // namespace

std::string planzv_colour(std::string_view use) {
  const std::string low = lower(use);
  for (const Use& one : uses)
    if (!one.sign.empty() && low == one.sign) return one.colour;
  for (const Use& one : uses)
    if (low.find(one.stem) != std::string::npos) return one.colour;
  return {};
}

}  // namespace smile
