#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"", ""},
    // coordinate systems
    {"EPSG:{1} is not a coordinate system for maps that this program knows; give another code, for example EPSG:25833.",
     "EPSG:{1} ist kein Koordinatensystem für Karten, das dieses Programm kennt; bitte einen anderen Code angeben, zum Beispiel EPSG:25833."},
    {"There is no known way from the coordinate system “{1}” to “{2}”; give another one with --crs EPSG:n.",
     "Vom Koordinatensystem „{1}“ führt kein bekannter Weg nach „{2}“; bitte mit --crs EPSG:n ein anderes angeben."},
};

Table formats() { return sentences; }

}  // namespace smile::german_tables
