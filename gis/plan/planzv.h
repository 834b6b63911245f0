#pragma once
// The colours planners know: the kinds of land use of the German plan symbols ordinance (Planzeichenverordnung 1990,
// annex, nos. 1–12). It names colours ("red, medium"), not their values: those are ours.

#include <string>
#include <string_view>

namespace smile {

/// "#rrggbb" for a kind of use as plans write it: "WA", "Mischgebiet", "Grünfläche"; "" for anything else. Ignores
/// case.
std::string planzv_colour(std::string_view use);

}  // namespace smile
