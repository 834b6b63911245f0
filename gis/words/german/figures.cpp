#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // a figure of districts
    {"Say which figure: --figure KEY, one of {1}.", "Geben Sie die Kennzahl an: --figure KEY, eine von {1}."},
    {"The districts have no figure “{1}”; they have: {2}.",
     "Die Stadtteile haben keine Kennzahl „{1}“; vorhanden sind: {2}."},

    // equity
    {"Nobody knows how many people live in these districts; add a statistic with their inhabitants, or compare "
     "without: --weight districts.",
     "Für diese Stadtteile sind keine Einwohnerzahlen bekannt; fügen Sie eine Statistik mit Einwohnern hinzu oder "
     "vergleichen Sie ohne: --weight districts."},
    {"Each district counts as often as it has inhabitants; Gini coefficient by trapezoids of the Lorenz curve, 0: all "
     "the same, 1: one has everything.",
     "Jeder Stadtteil zählt so oft, wie er Einwohner hat; Gini-Koeffizient nach den Trapezen der Lorenzkurve, 0: alle "
     "gleich, 1: einer hat alles."},
    {"The figure of each district is shared out among its inhabitants; Gini coefficient by trapezoids of the Lorenz "
     "curve, 0: all the same, 1: one has everything.",
     "Die Zahl jedes Stadtteils wird auf seine Einwohner verteilt; Gini-Koeffizient nach den Trapezen der Lorenzkurve, "
     "0: alle gleich, 1: einer hat alles."},
    {"Each district counts the same; Gini coefficient by trapezoids of the Lorenz curve, 0: all the same, 1: one has "
     "everything.",
     "Jeder Stadtteil zählt gleich viel; Gini-Koeffizient nach den Trapezen der Lorenzkurve, 0: alle gleich, 1: einer "
     "hat alles."},
    {"{1}: Gini coefficient {2} (0: all have the same, 1: one has everything).",
     "{1}: Gini-Koeffizient {2} (0: alle haben gleich viel, 1: einer hat alles)."},
    {"On average it is {1} in the upper quarter and {2} in the lower; half of all have at most {3}.",
     "Im oberen Viertel sind es im Mittel {1}, im unteren {2}; die Hälfte aller hat höchstens {3}."},
    {"The upper quarter of the districts ({1}) has {2} of the whole, the lower ({3}) has {4}.",
     "Auf das obere Viertel der Stadtteile ({1}) entfallen {2} des Ganzen, auf das untere ({3}) {4}."},
    {"The districts with the most for each head, where {1} of the people live, have {2} of the whole; those with the "
     "least, with {3} of the people, have {4}.",
     "Auf die Stadtteile mit dem meisten je Kopf, in denen {1} der Menschen leben, entfallen {2} des Ganzen; auf die "
     "mit dem wenigsten, mit {3} der Menschen, {4}."},
    {"{1} can't be shared out among inhabitants; compare by --weight districts or --weight inhabitants.",
     "{1} lässt sich nicht auf Einwohner verteilen; vergleichen Sie mit --weight districts oder --weight inhabitants."},
    {"{1}: no district has a figure that could be compared.",
     "{1}: Kein Stadtteil hat eine Zahl, die sich vergleichen ließe."},
    {"{1}: some districts are below 0, so there is no whole to be shared out.",
     "{1}: Einige Stadtteile liegen unter 0, es gibt also kein Ganzes zu verteilen."},
    {"{1}: all districts have 0, so there is nothing to be shared out.",
     "{1}: Alle Stadtteile haben 0, es gibt also nichts zu verteilen."},
    {"{1} district is left out (figure secret: {2}, unknown: {3}, without inhabitants: {4}).",
     "{1} Stadtteil bleibt außen vor (Zahl geheim: {2}, unbekannt: {3}, ohne Einwohner: {4})."},
    {"{1} districts are left out (figure secret: {2}, unknown: {3}, without inhabitants: {4}).",
     "{1} Stadtteile bleiben außen vor (Zahl geheim: {2}, unbekannt: {3}, ohne Einwohner: {4})."},
    {"{1} per 1,000 inhabitants", "{1} je 1.000 Einwohner"},
    {"Quarter", "Viertel"},

    // similar districts
    {"Say by which figures districts are to be compared: --figure KEY.",
     "Geben Sie an, nach welchen Kennzahlen Stadtteile verglichen werden sollen: --figure KEY."},
    {"Say to which district the others are to be similar: --district CODE; or between which values: --between MIN,MAX.",
     "Geben Sie an, welchem Stadtteil die anderen ähneln sollen: --district CODE; oder zwischen welchen Werten sie "
     "liegen sollen: --between MIN,MAX."},
    {"Give one pair of limits for each figure: {1} figures, {2} pairs.",
     "Geben Sie für jede Kennzahl ein Paar Grenzen an: {1} Kennzahlen, {2} Paare."},
    {"The lower limit {1} lies above the upper limit {2}: exchange them.",
     "Die untere Grenze {1} liegt über der oberen {2}: Vertauschen Sie sie."},
    {"A tolerance is a number of percent from 0 up.", "Eine Abweichung ist eine Prozentzahl ab 0."},
    {"{1} of {2} is secret, nothing can be similar to it: choose another district or figure.",
     "{1} von {2} ist geheim, damit lässt sich nichts vergleichen: Wählen Sie einen anderen Stadtteil oder eine andere "
     "Kennzahl."},
    {"{1} of {2} is not known, nothing can be similar to it: choose another district or figure.",
     "{1} von {2} ist nicht bekannt, damit lässt sich nichts vergleichen: Wählen Sie einen anderen Stadtteil oder eine "
     "andere Kennzahl."},
    {"The plan has no district {1}.", "Der Plan hat keinen Stadtteil {1}."},
    {"Every figure within ± {1} % of the reference's, limits included; secret and unknown figures are never similar.",
     "Jede Kennzahl höchstens ± {1} % neben der des Vergleichsstadtteils, Grenzen eingeschlossen; geheime und "
     "unbekannte Zahlen sind nie ähnlich."},
    {"Every figure between its limits, both included; secret and unknown figures are never similar.",
     "Jede Kennzahl zwischen ihren Grenzen, beide eingeschlossen; geheime und unbekannte Zahlen sind nie ähnlich."},
    {"Not compared because a figure is secret: {1}; because one is not known: {2}.",
     "Nicht verglichen, weil eine Zahl geheim ist: {1}; weil eine nicht bekannt ist: {2}."},
    {"{1} of {2} districts is similar to “{3}”.", "{1} von {2} Stadtteilen ähnelt „{3}“."},
    {"{1} of {2} districts are similar to “{3}”.", "{1} von {2} Stadtteilen ähneln „{3}“."},
    {"{1} of {2} districts lies between the limits.", "{1} von {2} Stadtteilen liegt zwischen den Grenzen."},
    {"{1} of {2} districts lie between the limits.", "{1} von {2} Stadtteilen liegen zwischen den Grenzen."},
    {"“{1}” after --between is no pair of limits; write it as 10,20.",
     "„{1}“ nach --between ist kein Paar von Grenzen; schreiben Sie es als 10,20."},
    {"Give a tolerance or limits, not both: --tolerance PERCENT or --between MIN,MAX.",
     "Geben Sie eine Abweichung oder Grenzen an, nicht beides: --tolerance PERCENT oder --between MIN,MAX."},
    {"secret", "geheim"},

    // conflicts
    {"The shape of “{1}” is damaged beyond repair; it was not compared. Draw it anew.",
     "Die Form von „{1}“ ist nicht zu reparieren; sie wurde nicht verglichen. Zeichnen Sie sie neu."},
    {"The outline of “{1}” crosses itself; it was repaired before it was compared.",
     "Der Umriss von „{1}“ kreuzt sich selbst; er wurde vor dem Vergleich repariert."},
    {"Comparing measures with areas", "Maßnahmen werden mit Flächen verglichen"},
    {"The layer “{1}” has no areas that measures could lie in: choose another.",
     "Der Layer „{1}“ hat keine Flächen, in denen Maßnahmen liegen könnten: Wählen Sie einen anderen."},
    {"Areas and lengths in the plane of the plan's system; where areas of the layer overlap, the sum counts once; "
     "points on a border are inside, areas that only touch don't count.",
     "Flächen und Längen in der Ebene des Plansystems; wo sich Flächen des Layers überlappen, zählt die Summe einmal; "
     "Punkte auf einer Grenze liegen innen, bloße Berührung zählt nicht."},
    {"{1} of {2} measures lies at least partly in “{3}”, wholly: {4}.",
     "{1} von {2} Maßnahmen liegt wenigstens teilweise in „{3}“, ganz darin: {4}."},
    {"{1} of {2} measures lie at least partly in “{3}”, wholly: {4}.",
     "{1} von {2} Maßnahmen liegen wenigstens teilweise in „{3}“, ganz darin: {4}."},
    {"{1} measure was not compared: it has no place, or is for districts or the whole city.",
     "{1} Maßnahme wurde nicht verglichen: Sie hat keinen Ort oder gilt für Stadtteile oder die ganze Stadt."},
    {"{1} measures were not compared: they have no place, or are for districts or the whole city.",
     "{1} Maßnahmen wurden nicht verglichen: Sie haben keinen Ort oder gelten für Stadtteile oder die ganze Stadt."},
    {"Say which areas measures may lie in: --layer NAME.",
     "Geben Sie an, in welchen Flächen Maßnahmen liegen könnten: --layer NAME."},
    {"area {1}", "Fläche {1}"},
    {"Areas", "Flächen"},
    {"Measure", "Maßnahme"},
    {"within", "darin"},

    // density
    {"A radius is a number of metres above 0 and up to 100,000.",
     "Ein Radius ist eine Meterzahl über 0 und bis 100.000."},
    {"Cells are metres above 0 and no wider than the radius of {1} m.",
     "Zellen sind Meter über 0 und nicht breiter als der Radius von {1} m."},
    {"That would be {1} cells, more than {2}: choose larger ones.",
     "Das wären {1} Zellen, mehr als {2}: Wählen Sie größere."},
    {"People at the middle of their cell, block or building.",
     "Menschen in der Mitte ihrer Zelle, ihres Blocks oder Gebäudes."},
    {"Lines and areas at the middle of their box, each site by itself.",
     "Linien und Flächen in der Mitte ihres Rahmens, jeder Standort für sich."},
    {"Places have no age: ask for --ages with the layer of inhabitants.",
     "Orte haben kein Alter: Fragen Sie mit dem Layer der Einwohner nach --ages."},
    {"Adding up densities", "Dichten werden summiert"},
    {"There is nothing there that could be dense.", "Dort ist nichts, was dicht liegen könnte."},
    {"Kernel density: quartic kernel of {1} m, the exact sum at the middle of each cell of {2} m, per km²; no "
     "correction at the edge of the data.",
     "Kerndichte: quartischer Kern von {1} m, die genaue Summe in der Mitte jeder Zelle von {2} m, je km²; ohne "
     "Korrektur am Rand der Daten."},
    {"Densest in {1}: {2} {3} per km².", "Am dichtesten ist es in {1} mit {2} {3} je km²."},
    {"Densest outside of the districts: {1} {2} per km².",
     "Am dichtesten ist es außerhalb der Stadtteile mit {1} {2} je km²."},
    {"More than half of that is found on {1} in all.", "Mehr als halb so dicht ist es auf insgesamt {1}."},
    {"places", "Orten"},
    {"Say what may lie close together: --places LAYER, or --places measures.",
     "Geben Sie an, was dicht beieinander liegen könnte: --places LAYER oder --places measures."},
    {"highest per km²", "höchste je km²"},
    {"mean per km²", "mittlere je km²"},

    // the help
    {"Ask the map: figures per district, whom places reach, what is uneven, dense or in conflict",
     "Die Karte fragen: Zahlen je Stadtteil, wen Orte erreichen, was ungleich, dicht oder im Konflikt ist"},
    {"What people are to reach; sites: the places that exist; density: what is dense; "
     "reach: each a kind of its own",
     "Was erreicht werden soll; sites: die Orte, die es gibt; density: was dicht liegt; reach: jedes eine eigene Art"},
    {"The answer becomes a layer of the plan; gaps: who is not reached; sites: the chosen ones; density: the cells; "
     "supply: the districts; reach: the homes",
     "Die Antwort wird ein Layer des Plans; gaps: wer nicht erreicht wird; sites: die gewählten; density: die Zellen; "
     "supply: die Stadtteile; reach: die Wohnorte"},
    {"equity, similar, trend: a figure of districts, for example density; similar: several",
     "equity, similar: eine Kennzahl der Stadtteile, zum Beispiel density; similar: auch mehrere"},
    {"equity: each district counts the same (default), or as often as it has inhabitants; per-head: shared out among "
     "them",
     "equity: jeder Stadtteil zählt gleich (sonst), oder so oft, wie er Einwohner hat; per-head: auf sie verteilt"},
    {"similar: the district the others are compared with",
     "similar: der Stadtteil, mit dem die anderen verglichen werden"},
    {"similar: how far off the figures may be; default 20", "similar: wie weit die Zahlen abweichen dürfen; sonst 20"},
    {"similar: limits instead, for each figure", "similar: stattdessen Grenzen, für jede Kennzahl"},
    {"conflicts: the layer with protected, flooded or planned areas",
     "conflicts: der Layer mit geschützten, überfluteten oder verplanten Flächen"},
    {"density: how far each place counts; default 300", "density: wie weit jeder Ort zählt; sonst 300"},
    {"density: size of the cells; default a fifth of the radius",
     "density: Größe der Zellen; sonst ein Fünftel des Radius"},
    {"The plan has “{1}” for less than two years: add the tables of more years.",
     "Der Plan hat „{1}“ für weniger als zwei Jahre: Fügen Sie Tabellen weiterer Jahre hinzu."},
    {"None of {1} districts is similar to “{2}”.", "Keiner von {1} Stadtteilen ähnelt „{2}“."},
};

Table figures() {
  return sentences;
}

}  // namespace smile::german_tables
