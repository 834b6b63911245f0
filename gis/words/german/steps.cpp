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
    {"We are talking about {1}", "Es geht um {1}"},
    {"Our city and its ideas", "Unsere Stadt und ihre Ideen"},
    {"{1} in area", "{1} Fläche"},
    {"Welcome everybody; say who sits at the table and what happens with what is said today.",
     "Alle begrüßen; sagen, wer am Tisch sitzt und was mit dem geschieht, was heute gesagt wird."},
    {"Who lives here", "Wer hier lebt"},
    {"One measure is proposed", "Eine Maßnahme ist vorgeschlagen"},
    {"{1} measures are proposed", "{1} Maßnahmen sind vorgeschlagen"},
    {"Whom it reaches: {1}", "Wen es erreicht: {1}"},
    {"What is missing: {1} are not reached", "Was fehlt: {1} werden nicht erreicht"},
    {"What it costs", "Was es kostet"},
    {"What do you think?", "Was meinen Sie?"},
    {"What matters most here?", "Was ist hier am wichtigsten?"},
    {"What is missing?", "Was fehlt?"},
    {"What belongs elsewhere?", "Was gehört woanders hin?"},
    {"Leave time. Write down on the map what is said: a new idea is one click.",
     "Zeit lassen. Auf der Karte festhalten, was gesagt wird: Eine neue Idee ist ein Klick."},
    {"Make steps for “{1}”", "Schritte für „{1}“ machen"},
    {"Make steps for the whole city", "Schritte für die ganze Stadt machen"},
    {"Change a step", "Schritt ändern"},
    {"Nothing", "Nichts"},
    {"Measures with their costs", "Maßnahmen mit ihren Kosten"},
    {"A result", "Ein Ergebnis"},
    {"Sum of the costs", "Summe der Kosten"},
    {"The plan has no step {1}; list PLAN steps shows their ids.",
     "Der Plan hat keinen Schritt {1}; list PLAN steps zeigt ihre Nummern (id)."},
    {"a step of the presentation: also body, notes, extent, measures, finding, scenario, hidden; with step an id: "
     "changes "
     "that one",
     "ein Schritt der Präsentation: dazu body, notes, extent, measures, finding, scenario, hidden; mit step und einer "
     "id: "
     "ändert diesen"},
    {"delete a step", "einen Schritt löschen"},
    {"steps for a district; without one for the whole city",
     "Schritte für einen Stadtteil; ohne district für die ganze Stadt"},
    {"Change how sheets look", "Aussehen der Blätter ändern"},
};

Table steps() {
  return sentences;
}

}  // namespace smile::german_tables
