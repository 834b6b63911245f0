#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"“{1}” is no question of this version; it is one of {2}.", "„{1}“ ist keine Frage dieser Version; es gibt {2}."},
    {"“{1}” after {2} is none of {3}.", "„{1}“ hinter {2} ist keines von {3}."},
    {"The plan has no scenario {1}.", "Der Plan hat kein Szenario {1}."},
    {"The plan has no scenario “{1}”; it has: {2}.", "Der Plan hat kein Szenario „{1}“; vorhanden: {2}."},
    {"measures of “{1}”", "Maßnahmen von „{1}“"},
    {"Lengths and areas are planar in the plan's coordinate system, EPSG:{1}.",
     "Längen und Flächen in der Ebene des Koordinatensystems des Plans, EPSG:{1}."},
    {"By district", "Nach Stadtteilen"},
    {"Everybody", "Alle"},
    {"within {1} m, %", "innerhalb {1} m, %"},
    {"not reached", "nicht erreicht"},
    {"Easting", "Ostwert"},
    {"Northing", "Nordwert"},
    {"{1}: whom they reach within {2} m", "{1}: wen sie innerhalb {2} m erreichen"},
    {"{1}: who is not reached within {2} m", "{1}: wer innerhalb {2} m nicht erreicht wird"},
    // Scenarios and results
    {"A scenario needs a name.", "Ein Szenario braucht einen Namen."},
    {"There is a scenario “{1}” already; take another name.",
     "Es gibt schon ein Szenario „{1}“; nehmen Sie einen anderen Namen."},
    {"Scenario “{1}” names a measure that the plan doesn't have.",
     "Das Szenario „{1}“ nennt eine Maßnahme, die der Plan nicht hat."},
    {"Keep the result “{1}”", "Ergebnis „{1}“ behalten"},
    {"Rename a result", "Ergebnis umbenennen"},
    {"Remove a result", "Ergebnis entfernen"},
    {"A result needs a name that no other result has.",
     "Ein Ergebnis braucht einen Namen, den kein anderes Ergebnis hat."},
    {"The plan doesn't have that result any more.", "Der Plan hat dieses Ergebnis nicht mehr."},
    {"The plan has no result “{1}”; it has: {2}.", "Der Plan hat kein Ergebnis „{1}“; vorhanden: {2}."},
    {"The plan keeps no results yet: ask with --keep NAME.",
     "Der Plan hat noch keine Ergebnisse: Fragen Sie mit --keep NAME."},
    {"Result", "Ergebnis"},
    {"Question", "Frage"},
    {"Asked on", "Gefragt am"},
    {"State", "Stand"},
    {"outdated", "überholt"},
    {"up to date", "aktuell"},
};

Table questions() {
  return sentences;
}

}  // namespace smile::german_tables
