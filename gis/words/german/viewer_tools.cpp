#include "gis/words/german.h"

// The tools of the map: asking it, measuring on it, views of it.

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // What can't be measured
    {"Nothing can be measured on the ellipsoid of “{1}”: it is not known.",
     "Auf dem Ellipsoid von „{1}“ kann nichts gemessen werden: Es ist nicht bekannt."},
    // Asking the map
    {"Ask the &map", "Karte &befragen"},
    {"Click on for another place; Esc closes the answer.",
     "Klicken Sie weiter an einen anderen Ort; Esc schließt die Antwort."},
    {"Click what you want to know more about. Esc ends.", "Klicken Sie an, worüber Sie mehr wissen möchten. Esc beendet."},
    {"Copy this", "Dies kopieren"},
    {"Show &all values", "&Alle Werte zeigen"},
    {"What is here", "Was hier ist"},
    {"Where this is", "Wo das ist"},
    {"{1} · inhabitants not known", "{1} · Zahl der Einwohner nicht bekannt"},
    {"{1} · {2} inhabitants", "{1} · {2} Einwohner"},
    // Measuring
    {"Area", "Fläche"},
    {"Click along the line to be measured. Esc ends.", "Klicken Sie entlang der Linie, die gemessen wird. Esc beendet."},
    {"Click the corners of the area to be measured. Esc ends.",
     "Klicken Sie die Ecken der Fläche an, die gemessen wird. Esc beendet."},
    {"Click to measure again; Esc clears.", "Klicken Sie, um neu zu messen; Esc löscht."},
    {"Ellipsoidal, on {1}. In the plane of {2}: {3}", "Ellipsoidisch, auf {1}. In der Ebene von {2}: {3}"},
    {"Enter, a double-click or the right button ends, Backspace takes back, Esc clears.",
     "Eingabetaste, Doppelklick oder rechte Taste beendet, Rücktaste nimmt zurück, Esc löscht."},
    {"Length", "Länge"},
    {"Measure a len&gth", "&Länge messen"},
    {"Measure the si&ze of an area", "Fläche m&essen"},
    {"Piece: {1}", "Abschnitt: {1}"},
    {"The outline crosses itself: its area says nothing.",
     "Der Umriss kreuzt sich selbst: Seine Fläche sagt nichts aus."},
    {"{1}, {2} around", "{1}, Umfang {2}"},
    // Corners
    {"Add a corner to “{1}”", "Ecke an „{1}“ hinzufügen"},
    {"Drag a corner; a double-click on an edge adds one, a right-click or Delete removes it.",
     "Ziehen Sie eine Ecke; ein Doppelklick auf eine Kante fügt eine hinzu, ein Rechtsklick oder Entf entfernt sie."},
    {"Drag the measure or one site; a right-click or Delete removes the site under the pointer.",
     "Ziehen Sie die Maßnahme oder einen Standort; ein Rechtsklick oder Entf entfernt den Standort unter dem Zeiger."},
    {"Meet c&orners and edges", "Ecken und Kanten ein&fangen"},
    {"Move a corner of “{1}”", "Ecke von „{1}“ verschieben"},
    {"Remove a corner of “{1}”", "Ecke von „{1}“ entfernen"},
    // Select by value
    {"Add to the selection", "Zur Auswahl hinzufügen"},
    {"Condition", "Bedingung"},
    {"Field", "Feld"},
    {"Kind of place", "Art des Ortes"},
    {"Lies in: {1}", "Liegt in: {1}"},
    {"Measures have no field “{1}”.", "Maßnahmen haben kein Feld „{1}“."},
    {"Select", "Auswählen"},
    {"Select by &value…", "Nach &Wert auswählen …"},
    {"Select by value", "Nach Wert auswählen"},
    {"Type or choose a value.", "Geben Sie einen Wert ein oder wählen Sie einen."},
    {"Up to", "Bis"},
    {"Value", "Wert"},
    {"and", "und"},
    {"contains", "enthält"},
    {"is", "ist"},
    {"is at least", "ist mindestens"},
    {"is at most", "ist höchstens"},
    {"is empty", "ist leer"},
    {"is given", "ist angegeben"},
    {"is not", "ist nicht"},
    {"lies between", "liegt zwischen"},
    {"{1} (from the source)", "{1} (aus der Quelle)"},
    {"{1} measure of {2}", "{1} Maßnahme von {2}"},
    {"{1} measures of {2}", "{1} Maßnahmen von {2}"},
    {"“{1}” is no amount; write it as 5,000.", "„{1}“ ist kein Betrag; schreiben Sie ihn wie 5.000."},
    {"“{1}” is no date; write it as 2026-03-31, Q3 2025 or 2026.",
     "„{1}“ ist kein Datum; schreiben Sie es wie 31.03.2026, Q3 2025 oder 2026."},
    {"“{1}” is no number.", "„{1}“ ist keine Zahl."},
};

Table viewer_tools() {
  return sentences;
}

}  // namespace smile::german_tables
