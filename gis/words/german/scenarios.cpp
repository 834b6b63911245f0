#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"The plan doesn't have that scenario any more.", "Der Plan hat dieses Szenario nicht mehr."},
    {"The plan has no scenario “{1}”; it has none at all.", "Der Plan hat kein Szenario „{1}“; er hat noch gar keins."},
    {"New scenario “{1}”", "Neues Szenario „{1}“"},
    {"Change the scenario “{1}”", "Szenario „{1}“ ändern"},
    {"Rename a scenario to “{1}”", "Szenario in „{1}“ umbenennen"},
    {"Duplicate a scenario", "Szenario verdoppeln"},
    {"Delete a scenario", "Szenario löschen"},
    {"Choose the measures of a scenario", "Maßnahmen eines Szenarios wählen"},
    {"Take a measure into the scenario", "Maßnahme ins Szenario nehmen"},
    {"Take {1} measures into the scenario", "{1} Maßnahmen ins Szenario nehmen"},
    {"Take a measure out of the scenario", "Maßnahme aus dem Szenario nehmen"},
    {"Take {1} measures out of the scenario", "{1} Maßnahmen aus dem Szenario nehmen"},
    {"Show a scenario", "Szenario zeigen"},
    {"Show all measures", "Alle Maßnahmen zeigen"},
    // Command line
    {"Show and count the measures of this scenario, the others faint; default: as the plan does",
     "Zeigt und zählt die Maßnahmen dieses Szenarios, die anderen blass; sonst: wie der Plan"},
    {"a new scenario, or other measures for one; instead: on, off, rename",
     "ein neues Szenario, oder andere Maßnahmen für eins; statt dessen: on, off, rename"},
    {"delete a scenario; its measures stay", "löscht ein Szenario; seine Maßnahmen bleiben"},
    {"whose measures the map shows; null: all", "wessen Maßnahmen die Karte zeigt; null: alle"},
    {"compare: what is there before", "compare: was es vorher gibt"},
    {"compare: what is there after; --places are the places that are there anyway",
     "compare: was es nachher gibt; --places sind die Orte, die es ohnehin gibt"},
    // Comparing
    {"Two scenarios are compared within one distance; say --distance once.",
     "Zwei Szenarien werden innerhalb einer Entfernung verglichen; geben Sie --distance einmal an."},
    {"Say what is compared with what: --before SCENARIO --after SCENARIO; all and none stand for all measures and for "
     "none.",
     "Sagen Sie, was womit verglichen wird: --before SZENARIO --after SZENARIO; all und none stehen für alle Maßnahmen "
     "und für keine."},
    {"--places are those that are there anyway: layers. The measures are compared.",
     "--places sind die Orte, die es ohnehin gibt: Ebenen. Die Maßnahmen werden ja verglichen."},
    {"Measures for a whole district or the city, and those without a place, are no places people walk to.",
     "Maßnahmen für einen ganzen Stadtteil oder die Stadt und solche ohne Ort sind keine Orte, die man erreicht."},
    {"Likely one-off costs by share of sites, length or area; a measure in several districts counts in each of them, "
     "and once in all.",
     "Wahrscheinliche einmalige Kosten nach Anteil der Standorte, Länge oder Fläche; eine Maßnahme in mehreren "
     "Stadtteilen zählt in jedem und insgesamt einmal."},
    {"The plan does not know where people live; whom the measures reach is left out.",
     "Der Plan weiß nicht, wo Menschen wohnen; wen die Maßnahmen erreichen, bleibt offen."},
    {"no measures", "keine Maßnahmen"},
    {"all measures", "alle Maßnahmen"},
    {"no measure", "keiner Maßnahme"},
    {"every measure", "allen Maßnahmen"},
    {"With {1} as many {2} are reached within {3} m as with {4}: {5}.",
     "Von den {2} werden mit {1} innerhalb {3} m ebenso viele erreicht wie mit {4}: {5}."},
    {"With {1}, {2} more {3} are reached within {4} m than with {5}: {6} instead of {7} ({8} percentage points).",
     "Von den {3} werden mit {1} innerhalb {4} m {2} mehr erreicht als mit {5}: {6} statt {7} ({8} Prozentpunkte)."},
    {"With {1}, {2} fewer {3} are reached within {4} m than with {5}: {6} instead of {7} ({8} percentage points).",
     "Von den {3} werden mit {1} innerhalb {4} m {2} weniger erreicht als mit {5}: {6} statt {7} ({8} Prozentpunkte)."},
    {"{1} people are reached who were not, {2} are reached no longer.",
     "{1} Menschen kommen hinzu, {2} werden nicht mehr erreicht."},
    {"The costs are the same: {1}.", "Die Kosten sind dieselben: {1}."},
    {"It costs {1} more: {2} instead of {3}.", "Das kostet {1} mehr: {2} statt {3}."},
    {"It costs {1} less: {2} instead of {3}.", "Das kostet {1} weniger: {2} statt {3}."},
    {"Measures whose costs nobody knows are not in these sums: {1} before, {2} after.",
     "Maßnahmen ohne bekannte Kosten fehlen in diesen Summen: {1} vorher, {2} nachher."},
    {"Measures: {1} instead of {2}; {3} come in, {4} go.",
     "Maßnahmen: {1} statt {2}; {3} kommen hinzu, {4} fallen weg."},
    {"{1} gains most: {2} more are reached there.", "{1} gewinnt am meisten: Dort werden {2} mehr erreicht."},
    {"{1} loses most: {2} fewer are reached there.", "{1} verliert am meisten: Dort werden {2} weniger erreicht."},
    {"{1} compared with {2}", "{1} im Vergleich mit {2}"},
    {"without a place", "ohne Ort"},
    {"Reached before", "Erreicht vorher"},
    {"Reached after", "Erreicht nachher"},
    {"Reached, difference", "Erreicht, Unterschied"},
    {"Reached before, %", "Erreicht vorher, %"},
    {"Reached after, %", "Erreicht nachher, %"},
    {"Difference, points", "Unterschied, Punkte"},
    {"Measures before", "Maßnahmen vorher"},
    {"Measures after", "Maßnahmen nachher"},
    {"Measures, difference", "Maßnahmen, Unterschied"},
    {"Costs before, {1}", "Kosten vorher, {1}"},
    {"Costs after, {1}", "Kosten nachher, {1}"},
    {"Costs, difference, {1}", "Kosten, Unterschied, {1}"},
    {"Costs, {1}", "Kosten, {1}"},
    {"Measures that come in or go", "Maßnahmen, die hinzukommen oder wegfallen"},
    {"comes in", "kommt hinzu"},
    {"goes", "fällt weg"},
    {"Change", "Änderung"},
};

Table scenarios() {
  return sentences;
}

}  // namespace smile::german_tables
