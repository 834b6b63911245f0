#pragma once
// Edits as JSON lines, for `smileplaces edit` and for tests. One object a line:
//   {"edit":"add","measure":{"title":"…","phase":"idea","cost":1200.50,"lon":12.1,"lat":54.1}}
//   {"edit":"set","measure":ID|"number","field":"phase","value":"decided"}
//   {"edit":"place","measure":ID,"lon":…,"lat":…} | "x","y" (plan's system) | "district":"K" | "city":true |
//   "none":true | "geometry":{GeoJSON in longitude/latitude}
//   {"edit":"move","measure":ID,"dx":…,"dy":…}
//   {"edit":"remove","measures":[ID…]}   {"edit":"duplicate","measures":[ID…]}
//   {"edit":"title","value":"…"}  {"edit":"currency","value":"PLN"}
//   {"edit":"alias","name":"Düesbergweg","district":"45"}
//   {"edit":"scenario","name":"A","measures":["17",ID…]|"all"} makes it or gives it these; "on" and "off" switch
//   measures in one that is there, "rename" names it anew
//   {"edit":"remove_scenario","name":"A"}   {"edit":"show_scenario","name":"A"|null}
//   {"edit":"step","title":"…"} with "body", "notes", "district":"K", "panel":"people", "extent":[…] (plan's system),
//   "measures":["17"], "finding":"…", "scenario":"A", "hidden":true; "step":ID changes one that is there
//   {"edit":"remove_step","step":ID}
//   {"edit":"undo"} is not here: history belongs to whoever holds the plan open.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "gis/plan/edits.h"

namespace smile {

/// Edits of rooms that look at more than the plan's records, by their word.
using OtherEdits = std::map<std::string, std::function<Edit(std::string_view line, const Plan& plan)>>;

/// Throws Error{usage} that names the line's fault. The plan is needed to resolve numbers, district names and
/// coordinates.
Edit edit_from_json(std::string_view line, const Plan& plan, const OtherEdits& others = {});

}  // namespace smile
