#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"", ""},
    // districts
    {"“{1}” has no field “{2}”; there are {3}.", "„{1}“ hat kein Feld „{2}“; vorhanden sind: {3}."},
    {"The coordinate system of “{1}” is not known: say which it is with --crs EPSG:n.",
     "Das Koordinatensystem von „{1}“ ist nicht bekannt: Bitte mit --crs EPSG:n angeben."},
    {"A plan measures in metres, {1} in degrees; choose a projected system such as EPSG:25833.",
     "Ein Plan misst in Metern, {1} in Grad; bitte ein projiziertes System wie EPSG:25833 wählen."},
    {"No coordinate system for the plan can be chosen from “{1}”: say which with --plan-crs EPSG:n.",
     "Aus „{1}“ lässt sich kein Koordinatensystem für den Plan ableiten: Bitte mit --plan-crs EPSG:n angeben."},
    {"A district needs an area; this record has none and did not come in.",
     "Ein Bezirk braucht eine Fläche; dieser Datensatz hat keine und wurde nicht übernommen."},
    {"“{1}” holds no areas; districts need a file of areas.",
     "„{1}“ enthält keine Flächen; für Bezirke wird eine Datei mit Flächen gebraucht."},
    {"The code {1} stands there twice; this district got the code {2}.",
     "Der Schlüssel {1} steht zweimal da; dieser Bezirk erhielt den Schlüssel {2}."},
    {"Give each district a code of its own, or choose another column with --code-field.",
     "Bitte jedem Bezirk einen eigenen Schlüssel geben oder mit --code-field eine andere Spalte wählen."},
    {"“{1}” stands there in several parts; they were joined into one district.",
     "„{1}“ steht in mehreren Teilen da; sie wurden zu einem Bezirk verbunden."},
    {"“{1}” and “{2}” overlap by {3} m².", "„{1}“ und „{2}“ überlappen sich um {3} m²."},
    {"Look at both on the map; a place there counts for the one with the lower code.",
     "Bitte beide auf der Karte ansehen; ein Ort dort zählt zum Bezirk mit dem kleineren Schlüssel."},
    {"{1} pair of districts overlaps, by {2} m² in all.", "{1} Paar von Bezirken überlappt sich, insgesamt um {2} m²."},
    {"{1} pairs of districts overlap, by {2} m² in all.",
     "{1} Paare von Bezirken überlappen sich, insgesamt um {2} m²."},
    {"A place in an overlap counts for the district with the lower code.",
     "Ein Ort in einer Überlappung zählt zum Bezirk mit dem kleineren Schlüssel."},
    {"There is {1} gap between the districts, {2} m² in all.",
     "Zwischen den Bezirken ist {1} Lücke, insgesamt {2} m²."},
    {"There are {1} gaps between the districts, {2} m² in all.",
     "Zwischen den Bezirken sind {1} Lücken, insgesamt {2} m²."},
    {"A place in a gap belongs to no district.", "Ein Ort in einer Lücke gehört zu keinem Bezirk."},
    {"“{1}” is in the plan but not in the file; it leaves the level.",
     "„{1}“ steht im Plan, aber nicht in der Datei; der Bezirk verlässt die Ebene."},
    {"Preparing districts", "Bezirke werden vorbereitet"},
    {"Measuring gaps and overlaps", "Lücken und Überlappungen werden gemessen"},
    {"Load districts “{1}”", "Bezirke „{1}“ laden"},
};

Table intake() {
  return sentences;
}

}  // namespace smile::german_tables
