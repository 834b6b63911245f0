#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // Best sites
    {"Chosen sites", "Gewählte Standorte"},
    {"Rank", "Rang"},
    {"People reached in addition", "Zusätzlich Erreichte"},
    {"Metres saved in all", "Ersparte Meter, zusammen"},
    {"{1}: the best {2} within {3} m", "{1}: die besten {2} innerhalb {3} m"},
    // Density
    {"{1}: how dense they lie, radius {2} m", "{1}: wie dicht sie liegen, Umkreis {2} m"},
    // Conflicts
    {"Area within, m²", "Fläche darin, m²"},
    {"Length within, m", "Länge darin, m"},
    {"Sites within", "Standorte darin"},
    {"Measures in conflict", "Maßnahmen im Konflikt"},
    {"of the measure, %", "der Maßnahme, %"},
    {"Measures in “{1}”", "Maßnahmen in „{1}“"},
    // Equity
    {"{1} × inhabitants", "{1} × Einwohner"},
    {"Quarters, the least first", "Viertel, die mit dem wenigsten zuerst"},
    {"{1}, mean", "{1}, Mittel"},
    {"of the whole, %", "vom Ganzen, %"},
    {"{1}: how evenly it is spread", "{1}: wie gleichmäßig verteilt"},
    // Similar districts
    {"Similar", "Ähnlich"},
    {"reference", "Vergleich"},
    {"similar", "ähnlich"},
    {"{1}, off by %", "{1}, Abweichung in %"},
    {"Districts like {1}", "Stadtteile wie {1}"},
    {"{1}: districts between limits", "{1}: Stadtteile zwischen Grenzen"},
    // Districts in figures
    {"without a place yet", "noch ohne Ort"},
    {"Cost, {1}", "Kosten, {1}"},
    {"Cost per head, {1}", "Kosten je Kopf, {1}"},
    {"without cost", "ohne Kosten"},
    {"Area, km²", "Fläche, km²"},
    {"There are no measures yet.", "Es gibt noch keine Maßnahmen."},
    {"{1} has the most measures: {2} of {3}.", "Die meisten Maßnahmen hat {1}: {2} von {3}."},
    {"The most money goes to {1}: {2} of {3}.", "Das meiste Geld geht nach {1}: {2} von {3}."},
    {"{1} measure has no place yet.", "{1} Maßnahme hat noch keinen Ort."},
    {"{1} measures have no place yet.", "{1} Maßnahmen haben noch keinen Ort."},
    {"{1} in figures", "{1} in Zahlen"},
    {"Measures by building block", "Maßnahmen nach Baustein"},
    {"Measures by phase", "Maßnahmen nach Phase"},
    // Results handed over
    {"A result is written as csv or xlsx; its map is a layer of the plan: --layer.",
     "Ein Ergebnis wird als csv oder xlsx geschrieben; seine Karte ist eine Ebene des Plans: --layer."},
    {"Source", "Quelle"},
    {"How it was counted: {1}", "So wurde gezählt: {1}"},
    {"Asked on {1}: {2}", "Gefragt am {1}: {2}"},
    {"Outdated: the plan has changed since this was counted.",
     "Überholt: Der Plan hat sich geändert, seit gezählt wurde."},
    {"Page {1} of {2}", "Seite {1} von {2}"},
    {"Results are written as .pdf; “{1}” ends otherwise.",
     "Ergebnisse werden als .pdf geschrieben; „{1}“ endet anders."},
    {"Laying out the sheets", "Blätter werden gesetzt"},
    {"One kept result instead, as csv or xlsx; without it they come with the tables",
     "Nur ein behaltenes Ergebnis, als csv oder xlsx; sonst stehen sie bei den Tabellen"},
    {"The answer stays in the plan as a result of this name, with its tables, method and sources",
     "Die Antwort bleibt als Ergebnis dieses Namens im Plan, mit Tabellen, Methode und Quellen"},
    {"results, again: only this one", "results, again: nur dieses"},
    {"results: as pages for paper, with chart, tables, map and sources",
     "results: als Seiten für Papier, mit Diagramm, Tabellen, Karte und Quellen"},
};

Table findings() {
  return sentences;
}

}  // namespace smile::german_tables
