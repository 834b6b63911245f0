#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // figures
    {"secret", "geheim"},
    {"no data", "keine Angabe"},
    {"partly secret", "teils geheim"},
    {"partly no data", "teils keine Angabe"},
    {"{1} and more ({2})", "{1} und mehr ({2})"},
    {"{1} secret", "{1} geheim"},
    {"{1} without data", "{1} ohne Angabe"},
    {"… {1} more", "… {1} weitere"},
    {"in millions", "in Millionen"},
    {"in billions", "in Milliarden"},
    {"in trillions", "in Billionen"},
    {"City", "Stadt"},
    {"Dashed: {1}", "Gestrichelt: {1}"},

    // scatter and Lorenz
    {"r = {1}", "r = {1}"},
    {"Gini {1}", "Gini {1}"},
    {"The half with the lowest values has {1}.", "Die Hälfte mit den niedrigsten Werten hat {1}."},
    {"0: all have the same (dashed). Towards 1: a few have nearly everything.",
     "0: Alle haben gleich viel (gestrichelt). Gegen 1: Wenige haben fast alles."},

    // nothing to draw
    {"There are no figures to compare yet.", "Es gibt noch keine Zahlen zum Vergleichen."},
    {"There are no pairs of figures to compare yet.", "Es gibt noch keine Zahlenpaare zum Vergleichen."},
    {"There is nothing to share out yet, so there is no curve.",
     "Es gibt noch nichts zu verteilen, daher keine Kurve."},
    {"There are no figures of any year yet.", "Es gibt noch aus keinem Jahr Zahlen."},
    {"“{1}” has a figure too large to be drawn: check its unit.",
     "„{1}“ hat eine Zahl, die zu groß zum Zeichnen ist: Prüfen Sie ihre Einheit."},
    {"“{1}” has a negative part, which can't be stacked: check the table.",
     "„{1}“ hat einen negativen Teil, der sich nicht stapeln lässt: Prüfen Sie die Tabelle."},
    {"These shares do not rise from 0 to 1, the least first: check the figures.",
     "Diese Anteile steigen nicht von 0 auf 1, die kleinsten zuerst: Prüfen Sie die Zahlen."},
    {"{1} and {2}", "{1} und {2}"},
    {"too few or too even values for a line", "zu wenige oder zu gleiche Werte für eine Gerade"},
    {"no connection (r = {1})", "kein Zusammenhang (r = {1})"},
    {"weak connection (r = {1})", "schwacher Zusammenhang (r = {1})"},
    {"medium connection (r = {1})", "mittlerer Zusammenhang (r = {1})"},
    {"strong connection (r = {1})", "starker Zusammenhang (r = {1})"},
    {"{1} dots", "{1} Punkte"},
    {"dashed: the line that fits best", "gestrichelt: die Gerade, die am besten passt"},
};

Table charts() {
  return sentences;
}

}  // namespace smile::german_tables
