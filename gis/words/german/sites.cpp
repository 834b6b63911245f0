#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // solver
    {"The numbers to be weighed up do not fit together: a limit or a value is missing, or a lower limit lies above its "
     "upper one.",
     "Die abzuwägenden Zahlen passen nicht zusammen: Eine Grenze oder ein Wert fehlt, oder eine untere Grenze liegt "
     "über "
     "ihrer oberen."},

    // best sites: what is no question
    {"The lists of places and of the people they reach do not fit each other: work out again who is reached.",
     "Die Listen der Orte und der erreichten Menschen passen nicht zueinander: Ermitteln Sie neu, wer erreicht wird."},
    {"The way from a place to the people it reaches is no number of metres from 0 up: work it out again.",
     "Der Weg von einem Ort zu den erreichten Menschen ist keine Meterzahl ab 0: Ermitteln Sie ihn neu."},
    {"The capacity of place {1} is no number from 0 up: correct it in its layer.",
     "Die Kapazität von Ort {1} ist keine Zahl ab 0: Berichtigen Sie sie in seiner Ebene."},
    {"The number of people at point {1} is no number from 0 up: correct the population.",
     "Die Einwohnerzahl an Punkt {1} ist keine Zahl ab 0: Berichtigen Sie die Bevölkerung."},
    {"{1} places can't be chosen: ask for 0 or more.",
     "{1} Orte lassen sich nicht auswählen: Geben Sie 0 oder mehr an."},
    {"Say which way counts for people without a place in reach: a number of metres above 0.",
     "Geben Sie an, welcher Weg für Menschen ohne erreichbaren Ort zählt: eine Meterzahl über 0."},

    // best sites: what is odd
    {"There are no people to be reached.", "Es gibt keine Menschen, die erreicht werden könnten."},
    {"There are no sites to choose from.", "Es gibt keine Standorte zur Auswahl."},
    {"None of the sites has room for anybody.", "Keiner der Standorte hat Platz für jemanden."},
    {"None of the sites does anything for anybody who is not served as well already.",
     "Keiner der Standorte bringt jemandem etwas, der nicht schon ebenso gut versorgt ist."},
    {"{2} places were asked for, but there is {1} site only.",
     "Gefragt war nach {2} Orten, zur Auswahl steht aber nur {1} Standort."},
    {"{2} places were asked for, but there are {1} sites only.",
     "Gefragt war nach {2} Orten, zur Auswahl stehen aber nur {1} Standorte."},

    // best sites: the answer
    {"No other choice reaches more people.", "Keine andere Auswahl erreicht mehr Menschen."},
    {"No other choice makes the ways shorter.", "Keine andere Auswahl macht die Wege kürzer."},
    {"How many people another choice might reach is not known yet.",
     "Wie viele Menschen eine andere Auswahl erreichen könnte, ist noch nicht bekannt."},
    {"Another choice might reach at most {1} % more people.",
     "Eine andere Auswahl könnte höchstens {1} % mehr Menschen erreichen."},
    {"Another choice might make the ways at most {1} % shorter.",
     "Eine andere Auswahl könnte die Wege um höchstens {1} % verkürzen."},
    {"Maximum coverage with seats: who finds no free seat is not reached; existing places stay.",
     "Größte Abdeckung mit Plätzen: Wer keinen freien Platz findet, gilt als nicht erreicht; bestehende Orte bleiben."},
    {"Maximum coverage: most people with a place in reach; existing places stay.",
     "Größte Abdeckung: möglichst viele Menschen mit einem Ort in Reichweite; bestehende Orte bleiben."},
    {"Shortest ways of all together (p-median) with seats; who finds no free seat counts with {1} m.",
     "Kürzeste Wege aller zusammen (p-Median) mit Plätzen; wer keinen freien Platz findet, zählt mit {1} m."},
    {"Shortest ways of all together (p-median); who has no place in reach counts with {1} m.",
     "Kürzeste Wege aller zusammen (p-Median); wer keinen Ort in Reichweite hat, zählt mit {1} m."},
};

Table sites() {
  return sentences;
}

}  // namespace smile::german_tables
