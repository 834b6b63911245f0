#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"Joining figures to districts", "Werte werden den Stadtteilen zugeordnet"},
    {"Add statistics from “{1}”", "Statistik aus „{1}“ hinzufügen"},
    {"The plan has no districts yet: add districts before statistics.",
     "Der Plan hat noch keine Stadtteile: Fügen Sie zuerst Stadtteile hinzu, dann die Statistik."},
    {"“{1}” has no column “{2}”.", "„{1}“ hat keine Spalte „{2}“."},
    {"The plan has no level “{1}”.", "Der Plan hat keine Ebene „{1}“."},
    {"The plan has no district “{1}”.", "Der Plan hat keinen Stadtteil „{1}“."},
    {"No row of “{1}” names a district of the plan: say with --key-field which column has codes or names, and with "
     "--level which districts.",
     "Keine Zeile von „{1}“ nennt einen Stadtteil des Plans: Geben Sie mit --key-field die Spalte mit Schlüsseln oder "
     "Namen an und mit --level die Ebene."},
    {"“{1}” has no column of figures.", "„{1}“ hat keine Spalte mit Werten."},
    {"“{1}” is called “{2}” in the plan; the row was joined by its code {3}.",
     "„{1}“ heißt im Plan „{2}“; die Zeile wurde über ihren Schlüssel {3} zugeordnet."},
    {"Nothing to do if both mean the same district.", "Nichts zu tun, wenn beide denselben Stadtteil meinen."},
    {"The code {1} means “{2}”, the name says “{3}”; the row was joined by its code.",
     "Der Schlüssel {1} steht für „{2}“, der Name lautet „{3}“; die Zeile wurde über den Schlüssel zugeordnet."},
    {"Check which of the two is right.", "Prüfen Sie, welche der beiden Angaben stimmt."},
    {"No district has the code {1}; the row was joined by its name “{2}”.",
     "Kein Stadtteil hat den Schlüssel {1}; die Zeile wurde über den Namen „{2}“ zugeordnet."},
    {"“{1}” was taken for “{2}”.", "„{1}“ wurde als „{2}“ gelesen."},
    {"The figures of “{1}” belong to no district; they are in the source's total but in none of ours.",
     "Die Werte von „{1}“ gehören zu keinem Stadtteil; sie stecken in der Summe der Quelle, aber in keinem unserer "
     "Stadtteile."},
    {"“{1}” is a subtotal and was left out.", "„{1}“ ist eine Zwischensumme und wurde ausgelassen."},
    {"No district of the plan is called “{1}”; its figures did not come in.",
     "Kein Stadtteil des Plans heißt „{1}“; seine Werte wurden nicht übernommen."},
    {"Correct the name, or say which district it means.",
     "Berichtigen Sie den Namen oder geben Sie an, welcher Stadtteil gemeint ist."},
    {"Perhaps it means: {1}. Correct the name, or say which district it means.",
     "Vielleicht ist gemeint: {1}. Berichtigen Sie den Namen oder geben Sie an, welcher Stadtteil gemeint ist."},
    {"“{1}” already has figures in row {2}; this row did not come in.",
     "„{1}“ hat schon Werte aus Zeile {2}; diese Zeile wurde nicht übernommen."},
    {"Remove one of the two rows.", "Entfernen Sie eine der beiden Zeilen."},
    {"One district has no row in the table: {2}. Its figures are missing, not 0.",
     "Ein Stadtteil hat keine Zeile in der Tabelle: {2}. Seine Werte fehlen; sie sind nicht 0."},
    {"{1} districts have no row in the table: {2}. Their figures are missing, not 0.",
     "{1} Stadtteile haben keine Zeile in der Tabelle: {2}. Ihre Werte fehlen; sie sind nicht 0."},
    {"The column “{1}” has no figures and was left out.",
     "Die Spalte „{1}“ enthält keine Werte und wurde ausgelassen."},
    {"Points in the column “{1}” were read as thousands.",
     "Punkte in der Spalte „{1}“ wurden als Tausendertrennung gelesen."},
    {"The column “{1}” could be read in two ways: a point was read as decimal, a comma as thousands.",
     "Die Spalte „{1}“ lässt zwei Lesarten zu: Der Punkt wurde als Dezimalzeichen, das Komma als Tausendertrennung "
     "gelesen."},
    {"One figure in “{2}” is suppressed by the source; it is not 0.",
     "Ein Wert in „{2}“ wird von der Quelle geheim gehalten; er ist nicht 0."},
    {"{1} figures in “{2}” are suppressed by the source; they are not 0.",
     "{1} Werte in „{2}“ werden von der Quelle geheim gehalten; sie sind nicht 0."},
    {"One figure in “{2}” is missing; it is not 0.", "Ein Wert in „{2}“ fehlt; er ist nicht 0."},
    {"{1} figures in “{2}” are missing; they are not 0.", "{1} Werte in „{2}“ fehlen; sie sind nicht 0."},
    {"“{1}” is no number; the figure of “{2}” is missing.", "„{1}“ ist keine Zahl; der Wert von „{2}“ fehlt."},
    {"The column “{1}” was taken for the number of inhabitants.", "Die Spalte „{1}“ wurde als Einwohnerzahl gelesen."},
    // the embedded city
    {"No temporary folder can be made in {1}.", "In {1} kann kein Zwischenordner angelegt werden."},
    {"{1} can't be written.", "{1} kann nicht geschrieben werden."},
};

Table statistics() {
  return sentences;
}

}  // namespace smile::german_tables
