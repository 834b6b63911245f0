#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // measures
    {"The two coordinates stand in the wrong order: as written the place is far outside the city. They were turned.",
     "Die beiden Koordinaten stehen in der falschen Reihenfolge: So läge der Ort weit außerhalb der Stadt. Sie wurden "
     "getauscht."},
    {"The place is far outside the city in every order of the coordinates; it was taken as written.",
     "Der Ort liegt in jeder Reihenfolge der Koordinaten weit außerhalb der Stadt; er wurde übernommen, wie er "
     "dasteht."},
    {"Correct the coordinates, or place the measure by hand.",
     "Berichtigen Sie die Koordinaten, oder verorten Sie die Maßnahme von Hand."},
    {"The place lies in no district.", "Der Ort liegt in keinem Stadtteil."},
    {"The place is far outside the city.", "Der Ort liegt weit außerhalb der Stadt."},
    {"The coordinates lie outside “{1}”; the coordinates were taken.",
     "Die Koordinaten liegen außerhalb von „{1}“; übernommen wurden die Koordinaten."},
    {"No district is called “{1}”; the name was kept as a proposal.",
     "Kein Stadtteil heißt „{1}“; der Name wurde als Vorschlag behalten."},
    {"Perhaps “{1}” is meant.", "Vielleicht ist „{1}“ gemeint."},
    {"“{1}” was taken for the district “{2}”.", "„{1}“ wurde als Stadtteil „{2}“ gelesen."},
    {"Only the title names a district: “{1}”. The measure has no place yet.",
     "Nur der Titel nennt einen Stadtteil: „{1}“. Die Maßnahme hat noch keinen Ort."},
    {"Place the measure in “{1}”, if that is meant.", "Verorten Sie die Maßnahme in „{1}“, falls das gemeint ist."},
    {"This is no position the program can read; addresses are not looked up.",
     "Das ist keine Ortsangabe, die das Programm lesen kann; Adressen werden nicht nachgeschlagen."},
    {"Place the measure by hand, or write coordinates or a district.",
     "Verorten Sie die Maßnahme von Hand, oder tragen Sie Koordinaten oder einen Stadtteil ein."},
    {"The file writes longitude before latitude (or northing before easting) throughout; it was read so.",
     "Die Datei schreibt durchgehend Länge vor Breite (oder Hochwert vor Rechtswert); so wurde sie gelesen."},
    {"{1} position was read as {2}.", "{1} Ortsangabe wurde als {2} gelesen."},
    {"{1} positions were read as {2}.", "{1} Ortsangaben wurden als {2} gelesen."},
    {"The amount is in {1}, the plan counts in {2}; it was not taken.",
     "Der Betrag ist in {1} angegeben, der Plan rechnet in {2}; er wurde nicht übernommen."},
    {"This is no amount of money the program can read; the cost stays missing.",
     "Das ist kein Betrag, den das Programm lesen kann; die Kosten bleiben offen."},
    {"A range fills the lowest and highest cost; the likely cost stays missing.",
     "Eine Spanne füllt die niedrigsten und die höchsten Kosten; die wahrscheinlichen bleiben offen."},
    {"An approximate amount was taken as it stands.", "Ein ungefährer Betrag wurde übernommen, wie er dasteht."},
    {"This is no date the program can read; the date stays missing.",
     "Das ist kein Datum, das das Programm lesen kann; das Datum bleibt offen."},
    {"This word is not known here; it was kept with the measure.",
     "Dieses Wort ist hier nicht bekannt; es wurde bei der Maßnahme aufbewahrt."},
    {"Choose the value by hand.", "Wählen Sie den Wert von Hand."},
    {"The row has no title; it is called “{1}” here.", "Die Zeile hat keinen Titel; sie heißt hier „{1}“."},
    {"The row adds up others; it was left out.", "Die Zeile summiert andere; sie wurde ausgelassen."},
    {"The number {1} was there before; this row came in with the number {2}.",
     "Die Nummer {1} kam schon vor; diese Zeile wurde mit der Nummer {2} übernommen."},
    {"Give the row a number of its own in the file.", "Geben Sie der Zeile in der Datei eine eigene Nummer."},
    {"Updated from “{1}” to “{2}”.", "Aktualisiert von „{1}“ auf „{2}“."},
    {"“{1}” has no rows that could become measures.", "„{1}“ hat keine Zeilen, aus denen Maßnahmen werden könnten."},
    {"The columns assigned don't fit the columns of “{1}”.", "Die Zuordnung passt nicht zu den Spalten von „{1}“."},
    {"The column fits no field; it is kept with each measure as it is.",
     "Die Spalte passt zu keinem Feld; sie wird bei jeder Maßnahme unverändert aufbewahrt."},
    {"The column was taken for the field “{1}”.", "Die Spalte wurde als Feld „{1}“ gelesen."},
    {"No column looks like a title.", "Keine Spalte sieht nach einem Titel aus."},
    {"The shape of this row can't be brought into the plan's coordinate system; the measure has no place.",
     "Die Geometrie dieser Zeile lässt sich nicht in das Koordinatensystem des Plans umrechnen; die Maßnahme hat "
     "keinen Ort."},
    {"Reading measures", "Maßnahmen werden gelesen"},
    {"Choose the plan's coordinate system", "Koordinatensystem des Plans wählen"},
    {"Import measures from “{1}”", "Maßnahmen aus „{1}“ übernehmen"},
    {"There is no column “{1}”; there are: {2}.", "Es gibt keine Spalte „{1}“; vorhanden sind: {2}."},
    {"“{1}” is nothing a column can be taken for; say one of: {2}.",
     "„{1}“ ist nichts, wofür eine Spalte stehen kann; möglich sind: {2}."},
    {"Position (both coordinates)", "Lage (beide Koordinaten)"},
    {"Easting or longitude", "Rechtswert oder Länge"},
    {"Northing or latitude", "Hochwert oder Breite"},
    {"District or whole city", "Stadtteil oder Gesamtstadt"},
    {"Kept as it is", "Unverändert behalten"},
    {"Left out", "Weggelassen"},
};

Table intake() {
  return sentences;
}

}  // namespace smile::german_tables
