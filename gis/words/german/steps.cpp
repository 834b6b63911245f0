#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"The plan doesn't have that step any more.", "Der Plan hat diesen Schritt nicht mehr."},
    {"New step “{1}”", "Neuer Schritt „{1}“"},
    {"Duplicate a step", "Schritt verdoppeln"},
    {"Delete a step", "Schritt löschen"},
    {"Move a step", "Schritt verschieben"},
    {"Hide a step", "Schritt ausblenden"},
    {"Show a step", "Schritt einblenden"},
    {"Mark on the map", "Auf die Karte zeichnen"},
    {"Wipe the marks away", "Gezeichnetes wegwischen"},
    {"{1} and older", "{1} und älter"},
    {"under {1}", "unter {1}"},
    {"{1} to {2}", "{1} bis {2}"},
    {"Inhabitants by age, {1}", "Einwohner nach Alter, {1}"},
    {"Inhabitants by age", "Einwohner nach Alter"},
    {"Inhabitants by district", "Einwohner nach Stadtteilen"},
    {"{1} inhabitants", "{1} Einwohner"},
    {"no cost said", "ohne Kosten"},
    {"{1} measure says no cost.", "{1} Maßnahme nennt keine Kosten."},
    {"{1} measures say no cost.", "{1} Maßnahmen nennen keine Kosten."},
    {"One measure", "Eine Maßnahme"},
    {"{1} measures together", "{1} Maßnahmen zusammen"},
    {"Costs by building block", "Kosten nach Baustein"},
    {"Change how sheets look", "Aussehen der Blätter ändern"},
};

Table steps() {
  return sentences;
}

}  // namespace smile::german_tables
