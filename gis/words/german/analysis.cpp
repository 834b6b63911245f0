#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // figures per district
    {"Likely one-off costs by share of sites, length or area; measures for the whole city by district area; no "
     "inhabitants known.",
     "Erwartete einmalige Kosten nach Anteil an Standorten, Länge oder Fläche; Maßnahmen für die ganze Stadt nach der "
     "Fläche der Stadtteile; keine Einwohnerzahlen bekannt."},
    {"Likely one-off costs by share of sites, length or area; measures for the whole city by inhabitants, "
     "by area where a district's are not known; inhabitants: “{1}” {2} ({3}).",
     "Erwartete einmalige Kosten nach Anteil an Standorten, Länge oder Fläche; Maßnahmen für die ganze Stadt nach "
     "Einwohnern, nach Fläche, wo die eines Stadtteils nicht bekannt sind; Einwohner: „{1}“ {2} ({3})."},
    {"Counting measures per district", "Maßnahmen je Stadtteil werden gezählt"},
    {"“{1}” lies on a border; it is counted in “{2}”, the district with the lower code.",
     "„{1}“ liegt auf einer Grenze; gezählt wird sie in „{2}“, dem Stadtteil mit dem niedrigeren Schlüssel."},
    {"Measures", "Maßnahmen"},
    {"Measures in the district", "Maßnahmen im Stadtteil"},
    {"Costs", "Kosten"},
    {"Costs per head", "Kosten je Einwohner"},
    {"Inhabitants", "Einwohner"},
    {"Population density", "Bevölkerungsdichte"},
    {"{1}", "{1}"},
    {"{1} ({2})", "{1} ({2})"},

    // check
    {"“{1}” has no place yet.", "„{1}“ hat noch keinen Ort."},
    {"Place it on the map, give it a district, or say that it is for the whole city.",
     "Setzen Sie sie auf die Karte, ordnen Sie ihr einen Stadtteil zu oder geben Sie an, dass sie für die ganze Stadt "
     "gilt."},
    {"Its source names “{1}”: give it that district, or place it on the map.",
     "Die Quelle nennt „{1}“: Ordnen Sie ihr diesen Stadtteil zu oder setzen Sie sie auf die Karte."},
    {"“{1}” names the district “{2}” but lies in “{3}”.", "„{1}“ nennt den Stadtteil „{2}“, liegt aber in „{3}“."},
    {"Move it, or correct the district that is named.",
     "Verschieben Sie sie oder berichtigen Sie den genannten Stadtteil."},
    {"“{1}” lies outside every district.", "„{1}“ liegt außerhalb aller Stadtteile."},
    {"Look at its place on the map; perhaps its coordinates are swapped or in another system.",
     "Prüfen Sie den Ort auf der Karte; vielleicht sind die Koordinaten vertauscht oder in einem anderen System "
     "angegeben."},
    {"“{1}” lies on a border; it is counted in the district with the lower code.",
     "„{1}“ liegt auf einer Grenze; gezählt wird sie im Stadtteil mit dem niedrigeren Schlüssel."},
    {"Move it off the border if it belongs to the other district.",
     "Rücken Sie sie von der Grenze ab, wenn sie zum anderen Stadtteil gehört."},
    {"“{1}” ends before it starts.", "„{1}“ endet, bevor sie beginnt."},
    {"Correct one of the two dates.", "Berichtigen Sie eines der beiden Daten."},
    {"The low, likely and high cost of “{1}” are not in this order.",
     "Bei „{1}“ stehen niedrige, erwartete und hohe Kosten nicht in dieser Reihenfolge."},
    {"Correct the amounts.", "Berichtigen Sie die Beträge."},
    {"“{1}” and “{2}” have the same number {3}.", "„{1}“ und „{2}“ haben dieselbe Nummer {3}."},
    {"Give one of them another number: lists are updated by it.",
     "Geben Sie einer von beiden eine andere Nummer: Nach ihr werden Listen abgeglichen."},
    {"The inhabitants of “{1}” are suppressed by the source: figures per head are left out.",
     "Die Einwohnerzahl von „{1}“ hält die Quelle geheim: Werte je Einwohner entfallen."},
    {"The inhabitants of “{1}” are not known: figures per head are left out.",
     "Die Einwohnerzahl von „{1}“ ist nicht bekannt: Werte je Einwohner entfallen."},
    {"Inhabitants {1}", "Einwohner {1}"},
    {"This layer is no walking network any more: its columns from_node, to_node and length_m do not fit its lines; add "
     "the network again.",
     "Dieser Layer ist kein Wegenetz mehr: Seine Spalten from_node, to_node und length_m passen nicht zu den Linien; "
     "fügen Sie das Netz neu hinzu."},
    {"The network is {1} km long and hangs together; {2} of its {3} nodes are dead ends, its shortest edge has {4} m.",
     "Das Netz ist {1} km lang und hängt zusammen; {2} seiner {3} Knoten sind Sackgassen, seine kürzeste Kante hat {4} "
     "m."},
    {"The network is {1} km long and falls into {2} parts that no way joins; the largest holds {3} % of the length. "
     "{4} "
     "of its {5} nodes are dead ends, its shortest edge has {6} m.",
     "Das Netz ist {1} km lang und zerfällt in {2} Teile, die kein Weg verbindet; der größte hat {3} % der Länge. {4} "
     "seiner {5} Knoten sind Sackgassen, seine kürzeste Kante hat {6} m."},
    {"From a place in a small part only that part is reached; where streets cross without a common point, join them in "
     "the source.",
     "Von einem Ort in einem kleinen Teil wird nur dieser Teil erreicht; wo sich Straßen ohne gemeinsamen Punkt "
     "kreuzen, verbinden Sie sie in der Quelle."},
    {"The plan has no districts yet: add them first.",
     "Der Plan hat noch keine Stadtteile: Fügen Sie sie zuerst hinzu."},
    {"The plan has no measures yet: add them first.", "Der Plan hat noch keine Maßnahmen: Fügen Sie sie zuerst hinzu."},
    {"At its densest: {1} {2} per km².", "Wo es am dichtesten ist, sind es {1} {2} je km²."},
    {"Before and after are the same: choose two that differ.",
     "Vorher und nachher sind dasselbe: Wählen Sie zwei, die sich unterscheiden."},
};

Table analysis() {
  return sentences;
}

}  // namespace smile::german_tables
