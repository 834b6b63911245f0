#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"", ""},
    {"{1} feature.", "{1} Objekt."},
    {"{1} features.", "{1} Objekte."},
    {"“{1}” says nowhere where people live: a table needs cells of the census grid (100mN26840E43341, or x_mp_100m and "
     "y_mp_100m); other figures come with their shapes.",
     "„{1}“ sagt nirgends, wo die Menschen wohnen: Eine Tabelle braucht Zellen des Zensusgitters (100mN26840E43341 "
     "oder x_mp_100m und y_mp_100m); andere Zahlen kommen mit ihren Flächen."},
    {"{1} row names no cell of the grid; it is left out.", "{1} Zeile nennt keine Gitterzelle; sie fehlt."},
    {"{1} rows name no cell of the grid; they are left out.", "{1} Zeilen nennen keine Gitterzelle; sie fehlen."},
    {"No column of “{1}” says that it counts people; name it with --inhabitants. The columns are: {2}.",
     "Keine Spalte von „{1}“ sagt, dass sie Einwohner zählt; bitte mit --inhabitants nennen. Die Spalten heißen: {2}."},
    {"{1} figure is kept secret by the source; it is not counted, and it is not 0.",
     "{1} Zahl hält die Quelle geheim; sie wird nicht mitgezählt und ist nicht 0."},
    {"{1} figures are kept secret by the source; they are not counted, and they are not 0.",
     "{1} Zahlen hält die Quelle geheim; sie werden nicht mitgezählt und sind nicht 0."},
    {"In {1} place the age groups are more people than all inhabitants together.",
     "An {1} Ort sind die Altersgruppen mehr Menschen als alle Einwohner zusammen."},
    {"In {1} places the age groups are more people than all inhabitants together.",
     "An {1} Orten sind die Altersgruppen mehr Menschen als alle Einwohner zusammen."},
    {"Check which columns were taken for ages.", "Bitte prüfen, welche Spalten als Altersgruppen gelesen wurden."},
    {"{1} place lies more than 2 km outside the city; it is left out.",
     "{1} Ort liegt mehr als 2 km außerhalb der Stadt; er fehlt."},
    {"{1} places lie more than 2 km outside the city; they are left out.",
     "{1} Orte liegen mehr als 2 km außerhalb der Stadt; sie fehlen."},
    {"“{1}” holds lines; people are counted by areas or points.",
     "„{1}“ enthält Linien; Einwohner werden nach Flächen oder Punkten gezählt."},
    {"“{1}” counts nobody in the city.", "„{1}“ zählt niemanden in der Stadt."},
    {"People as the source counts them, by cell, block or address",
     "Einwohner, wie die Quelle sie zählt: nach Zelle, Block oder Adresse"},
    {"Layer “{1}” has no column “{2}”.", "Die Ebene „{1}“ hat keine Spalte „{2}“."},
    {"The population of the plan does not say how old people are; ask for everybody, or add figures by age.",
     "Die Einwohner des Plans sind nicht nach Alter bekannt; bitte nach allen fragen oder Zahlen nach Alter "
     "hinzufügen."},
    {"The population of the plan has no figures for all ages from {1} to {2}.",
     "Für das Alter von {1} bis {2} hat der Plan nicht durchgehend Einwohnerzahlen."},
    {"The plan knows no inhabitants of its districts; add them first: smileplaces add PLAN statistics FILE.",
     "Der Plan kennt keine Einwohner seiner Bezirke; bitte zuerst hinzufügen: smileplaces add PLAN statistics FILE."},
    {"{1} is too small for the lattice: its {2} people stand at its middle.",
     "{1} ist zu klein für das Raster: Seine {2} Einwohner stehen in der Mitte."},
    {"{1} has {2} inhabitants but no building that is a home: they stand at its middle.",
     "{1} hat {2} Einwohner, aber kein Wohngebäude: Sie stehen in der Mitte."},
    {"The inhabitants of {1} are not known or kept secret; nobody is counted there.",
     "Die Einwohner von {1} sind nicht bekannt oder geheim; dort wird niemand gezählt."},
    {"People of each district, spread over its homes by floor area",
     "Einwohner je Bezirk, nach Geschossfläche auf die Wohngebäude verteilt"},
    {"People of each district, spread over its homes alike",
     "Einwohner je Bezirk, gleichmäßig auf die Wohngebäude verteilt"},
    {"People of each district, spread evenly over its ground",
     "Einwohner je Bezirk, gleichmäßig über die Fläche verteilt"},
    {"None of the buildings is known to be a home in a district; name the column and its values: --use-field NAME "
     "--residential VALUE.",
     "Von keinem Gebäude ist bekannt, dass es ein Wohnhaus in einem Bezirk ist; bitte Spalte und Werte nennen: "
     "--use-field NAME --residential WERT."},
    {"“{1}” after --spread is none of floor-area, buildings, ground.",
     "„{1}“ hinter --spread ist keines von floor-area, buildings, ground."},
    {"Say which buildings people live in: a file, or a layer of the plan.",
     "Bitte sagen, in welchen Gebäuden die Menschen wohnen: eine Datei oder eine Ebene des Plans."},
    {"{1} people at {2} places. {3}.", "{1} Einwohner an {2} Orten. {3}."},
    {"Population: spread the districts' figures over buildings (the file, or a layer of the plan) or the ground",
     "Einwohner: die Zahlen der Bezirke auf Gebäude (die Datei oder eine Ebene des Plans) oder die Fläche verteilen"},
    {"Population: column of the buildings that says what they are for",
     "Einwohner: Spalte der Gebäude mit ihrer Nutzung"},
    {"Population: a value of it that is a home; may be given several times",
     "Einwohner: ein Wert davon, der Wohnen heißt; mehrfach möglich"},
    {"Population: column of the buildings with their storeys", "Einwohner: Spalte der Gebäude mit ihren Geschossen"},
};

Table population() {
  return sentences;
}

}  // namespace smile::german_tables
