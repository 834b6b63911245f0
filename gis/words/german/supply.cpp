#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // How far
    {"{1} m", "{1} m"},
    {"1 minute ({1} m)", "1 Minute ({1} m)"},
    {"{1} minutes ({2} m)", "{1} Minuten ({2} m)"},
    {"Minutes became metres at {1} km/h.", "Aus Minuten wurden Meter bei {1} km/h."},
    {"Say how far either in metres (--distance) or in minutes (--minutes), not both.",
     "Bitte die Entfernung entweder in Metern (--distance) oder in Minuten (--minutes) nennen, nicht beides."},
    {"A speed only counts together with --minutes.", "Eine Geschwindigkeit zählt nur zusammen mit --minutes."},
    {"A speed is above 0 and up to 30 km/h; people walk at about 5.",
     "Eine Geschwindigkeit liegt über 0 und höchstens bei 30 km/h; zu Fuß sind es etwa 5."},
    {"Only one --preset can be asked for here; supply takes several.",
     "Hier kann nur ein --preset gefragt werden; supply nimmt mehrere."},
    {"The rule behind {1} measures straight; ask with --by line.",
     "Die Regel hinter {1} misst Luftlinie; bitte mit --by line fragen."},
    {"The rule behind {1} measures on foot; ask with --by walk.",
     "Die Regel hinter {1} misst Fußwege; bitte mit --by walk fragen."},
    {"What {1} fills in has no source that was read: check it before it is quoted.",
     "Was {1} vorgibt, hat keine Quelle, die gelesen wurde: bitte prüfen, bevor es zitiert wird."},
    {"What {1} fills in: {2}.", "Was {1} vorgibt: {2}."},
    // Supply
    {"Layer “{1}” has no column “{2}” with numbers. It has: {3}.",
     "Der Layer „{1}“ hat keine Spalte „{2}“ mit Zahlen. Er hat: {3}."},
    {"These layers count different things: say what is to count with --capacity.",
     "Diese Layer zählen Verschiedenes: bitte mit --capacity sagen, was zählen soll."},
    {"An orientation value is 0 or more.", "Ein Orientierungswert ist 0 oder mehr."},
    {"An orientation value speaks of more than 0 people: --per 1, --per 100.",
     "Ein Orientierungswert spricht von mehr als 0 Menschen: --per 1, --per 100."},
    {"Capacity counts in the district where the place lies, of lines and areas by the part that lies there; what "
     "nobody knows is left out and not taken for 0.",
     "Kapazität zählt im Stadtteil, in dem der Ort liegt, von Linien und Flächen mit dem Teil, der dort liegt; was "
     "niemand weiß, bleibt weg und gilt nicht als 0."},
    {"Needed: orientation value × people. Coverage: capacity / needed, above 100 % where there is more. Missing "
     "for everybody is the sum over the districts: what one has too much does not fill up another.",
     "Bedarf: Orientierungswert × Menschen. Deckung: Kapazität / Bedarf, über 100 %, wo mehr da ist. Was insgesamt "
     "fehlt, ist die Summe über die Stadtteile: Was einer zu viel hat, gleicht einen anderen nicht aus."},
    {"In reach: the two-step floating catchment area (Luo and Wang 2003); a place's capacity is shared among all "
     "within the distance, a home has the sum of its places, districts the mean over their people.",
     "In Reichweite: zweistufiges gleitendes Einzugsgebiet (2SFCA, Luo und Wang 2003); die Kapazität eines Orts teilen "
     "sich alle innerhalb der Entfernung, ein Wohnort hat die Summe seiner Orte, Stadtteile das Mittel über ihre "
     "Menschen."},
    {"None of the {1} places says how much it holds. Name the column that does with --capacity FIELD, or count the "
     "places with --capacity count.",
     "Keiner der {1} Orte sagt, wie viel er fasst. Bitte die Spalte dafür mit --capacity SPALTE nennen oder die Orte "
     "mit "
     "--capacity count zählen."},
    {"sites", "Orte"},
    {"There are no {1} in the plan who could need a place.",
     "Der Plan hat nirgends Wohnorte mit {1}, die Orte brauchen."},
    {"{1} {2} have {3} {4}: {5} {4} {6}.", "{1} {2} stehen {3} {4} zur Verfügung: {5} {4} {6}."},
    {"The orientation value is {1} {2} {3}; there is {4} of what is needed, {5} {2}.",
     "Der Orientierungswert ist {1} {2} {3}; vorhanden sind {4} des Bedarfs von {5} {2}."},
    {"Nothing is missing.", "Es fehlt nichts."},
    {"{1} {2} are missing.", "Es fehlen {1} {2}."},
    {"{1} {2} are missing, all of it in {3}.", "Es fehlen {1} {2}, alles in {3}."},
    {"{1} {2} are missing, most of it in {3}: {4} {2}.", "Es fehlen {1} {2}, am meisten in {3}: {4} {2}."},
    {"{1} {2} are missing, most of it outside the districts: {3} {2}.",
     "Es fehlen {1} {2}, am meisten außerhalb der Stadtteile: {3} {2}."},
    {"{1} of them ({2}) have at most {3} to walk to a place; on average {4} {5} {6} are in reach.",
     "{1} von ihnen ({2}) gehen höchstens {3} bis zu einem Ort; im Mittel sind {4} {5} {6} in Reichweite."},
    {"{1} of them ({2}) live within {3}, straight, of a place; on average {4} {5} {6} are in reach.",
     "{1} von ihnen ({2}) wohnen höchstens {3} Luftlinie von einem Ort; im Mittel sind {4} {5} {6} in Reichweite."},
    {"None of these has a place on the map; so there is no capacity.",
     "Nichts davon hat einen Ort auf der Karte; also gibt es keine Kapazität."},
    {"{1} of {2} places doesn't say how much it holds; it is left out, not taken for 0.",
     "{1} von {2} Orten sagt nicht, wie viel er fasst; er bleibt weg und gilt nicht als 0."},
    {"{1} of {2} places don't say how much they hold; they are left out, not taken for 0.",
     "{1} von {2} Orten sagen nicht, wie viel sie fassen; sie bleiben weg und gelten nicht als 0."},
    {"per person", "je Person"},
    {"per {1} people", "je {1} Personen"},
    {"Supply counts within one distance; ask again for another.",
     "Die Versorgung zählt innerhalb einer Entfernung; bitte für eine andere noch einmal fragen."},
    {"Say which places people need: --places LAYER, or --places measures.",
     "Bitte sagen, welche Orte gebraucht werden: --places LAYER oder --places measures."},
    {"{1}: how much there is for whom", "{1}: wie viel es für wen gibt"},
    {"By district, ages {1}", "Nach Stadtteilen, Alter {1}"},
    {"all", "alle"},
    {"People", "Menschen"},
    {"People, ages {1}", "Menschen, Alter {1}"},
    {"ages {1} within {2}, %", "Alter {1} innerhalb {2}, %"},
    {"Number of places", "Anzahl der Orte"},
    {"Capacity, {1}", "Kapazität, {1}"},
    {"{1} {2}", "{1} {2}"},
    {"Needed, {1}", "Bedarf, {1}"},
    {"Missing, {1}", "Fehlt, {1}"},
    {"Coverage, %", "Deckung, %"},
    {"{1} {2} in reach", "{1} {2} in Reichweite"},
    {"Places of unknown capacity", "Orte mit unbekannter Kapazität"},
    // Kinds in reach
    {"Say which kinds of places people are to reach.", "Bitte sagen, welche Arten von Orten erreicht werden sollen."},
    {"Say which kinds of places people are to reach: --places LAYER --places LAYER …",
     "Bitte sagen, welche Arten von Orten erreicht werden sollen: --places LAYER --places LAYER …"},
    {"Reach counts within one distance; ask again for another.",
     "Die Erreichbarkeit zählt innerhalb einer Entfernung; bitte für eine andere noch einmal fragen."},
    {"Index: the share of the kinds of places that are within {1}, as a mean over the people; each kind counts the "
     "same, one place of a kind is enough (the idea: Moreno and others 2021).",
     "Index: der Anteil der Arten von Orten, die innerhalb {1} liegen, im Mittel über die Menschen; jede Art zählt "
     "gleich, ein Ort einer Art genügt (die Idee: Moreno und andere 2021)."},
    {"On average, {1} of the one kind of places is at most {3} on foot away.",
     "Im Mittel ist die eine Art von Orten zu {1} höchstens {3} zu Fuß entfernt."},
    {"On average, {1} of the {2} kinds of places are at most {3} on foot away.",
     "Im Mittel sind {1} der {2} Arten von Orten höchstens {3} zu Fuß entfernt."},
    {"On average, {1} of the one kind of places is within {3}, straight.",
     "Im Mittel liegt die eine Art von Orten zu {1} höchstens {3} Luftlinie entfernt."},
    {"On average, {1} of the {2} kinds of places are within {3}, straight.",
     "Im Mittel liegen {1} der {2} Arten von Orten höchstens {3} Luftlinie entfernt."},
    {"There are no {1} in the plan who could reach a place.",
     "Der Plan hat nirgends Wohnorte mit {1}, die einen Ort erreichen könnten."},
    {"Of {1} {2} {3} ({4}) have every kind in reach, {5} ({6}) none.",
     "Von {1} {2} haben {3} ({4}) jede Art in Reichweite, {5} ({6}) keine."},
    {"The lowest index has {1}: {2}.", "Den niedrigsten Index hat {1}: {2}."},
    {"Most often out of reach: {1}; {2} have it.", "Am häufigsten außer Reichweite: {1}; {2} haben diese Art."},
    {"“{1}” has no place on the map; nobody reaches this kind.",
     "„{1}“ hat keinen Ort auf der Karte; diese Art erreicht niemand."},
    {"Kinds of places within {1}", "Arten von Orten innerhalb {1}"},
    {"Index, %", "Index, %"},
    {"with every kind", "mit jeder Art"},
    {"with none", "mit keiner"},
    {"{1}, %", "{1}, %"},
    {"People who have it in reach", "Menschen in Reichweite"},
    {"of all, %", "von allen, %"},
    // Command line
    {"catchment, gaps, supply, reach: how far in minutes instead; reach: default 15",
     "catchment, gaps, supply, reach: die Entfernung stattdessen in Minuten; bei reach sonst 15"},
    {"With --minutes: how fast people walk; default 5", "Mit --minutes: wie schnell gegangen wird; sonst 5"},
    {"catchment, gaps, supply: distance and ages of a rule, for example din-playground-0-5; supply: may be given "
     "several "
     "times",
     "catchment, gaps, supply: Entfernung und Alter einer Regel, zum Beispiel din-playground-0-5; bei supply mehrmals "
     "möglich"},
    {"supply: what a place holds: a column, its ground in m², or 1 each",
     "supply: was ein Ort fasst: eine Spalte, seine Fläche in m² oder je 1"},
    {"supply: what capacity counts, for example seats", "supply: was die Kapazität zählt, zum Beispiel Plätze"},
    {"supply: the orientation value, for example 2 (m² per child)",
     "supply: der Orientierungswert, zum Beispiel 2 (m² je Kind)"},
    {"supply: how many people the orientation value speaks of; default 1",
     "supply: von wie vielen Menschen der Orientierungswert spricht; sonst 1"},
};

Table supply() {
  return sentences;
}

}  // namespace smile::german_tables
