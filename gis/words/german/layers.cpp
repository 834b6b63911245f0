#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // the map
    {"“{1}” could not be drawn: {2}", "„{1}“ konnte nicht gezeichnet werden: {2}"},
    {"Districts", "Stadtteile"},
    {"Legend", "Legende"},
    {"{1} measures", "{1} Maßnahmen"},
    {"Whole city: {1} measure", "Ganze Stadt: {1} Maßnahme"},
    {"Whole city: {1} measures", "Ganze Stadt: {1} Maßnahmen"},

    // the legend
    {"people per km²", "Personen je km²"},
    {"€", "€"},
    {"{1}", "{1}"},
    {"{1} ({2})", "{1} ({2})"},
    {"no data", "keine Angabe"},
    {"for whole districts or the city", "für ganze Stadtteile oder die Stadt"},
    {"no building block", "ohne Baustein"},
    {"no phase", "ohne Phase"},
    {"several phases", "mehrere Phasen"},
    {"{1} classes by natural breaks (Fisher–Jenks), limits rounded; a value on a limit belongs to the higher class.",
     "{1} Klassen nach natürlichen Unterbrechungen (Fisher–Jenks), Grenzen gerundet; ein Wert auf der Grenze zählt zur "
     "höheren Klasse."},
    {"{1} classes with about equally many districts each, limits rounded.",
     "{1} Klassen mit etwa gleich vielen Stadtteilen, Grenzen gerundet."},
    {"{1} classes of about equal width, limits rounded.", "{1} etwa gleich breite Klassen, Grenzen gerundet."},
    {"{1} classes with round limits.", "{1} Klassen mit runden Grenzen."},
    {"Fill tells the phase: hollow = idea, pale = proposed or checked, core = in the choice, full = decided, dotted = "
     "in progress, ringed = "
     "done, crossed = rejected, half = several phases.",
     "Die Füllung zeigt die Phase: leer = Idee, blass = vorgeschlagen oder geprüft, Kern = in der Auswahl, voll = "
     "beschlossen, mit Punkt = in "
     "Umsetzung, mit Ring = umgesetzt, durchkreuzt = abgelehnt, halb = mehrere Phasen."},
    {"Measures by building block", "Maßnahmen nach Baustein"},
    {"Phase", "Phase"},

    // paper
    {"{1}: {2}", "{1}: {2}"},
    {"Boundaries are schematic, not surveyed.", "Die Grenzen sind schematisch, nicht vermessen."},
    {"Map of the measures", "Karte der Maßnahmen"},
    {"{1} measure on the map", "{1} Maßnahme auf der Karte"},
    {"{1} measures on the map", "{1} Maßnahmen auf der Karte"},
    {"districts by: {1}", "Stadtteile nach: {1}"},
    {"{1} without a place yet", "{1} noch ohne Ort"},
    {"Scale 1:{1}", "Maßstab 1:{1}"},
    {"Scale about 1:{1}", "Maßstab etwa 1:{1}"},
    {"As of {1}", "Stand: {1}"},
    {"Sources: {1}", "Quellen: {1}"},
    {"Drawing the map", "Karte wird gezeichnet"},
    {"The plan has no such district.", "Diesen Stadtteil gibt es im Plan nicht."},
    {"A picture of {1} × {2} pixels is too large.", "Ein Bild mit {1} × {2} Bildpunkten ist zu groß."},
    {"A picture is at least 200 × 150 pixels large.", "Ein Bild ist mindestens 200 × 150 Bildpunkte groß."},
    {"A picture has between 30 and 1200 dots per inch.", "Ein Bild hat zwischen 30 und 1200 Punkte je Zoll."},
    {"A page is between 60 and 3000 mm wide and high.", "Eine Seite ist zwischen 60 und 3000 mm breit und hoch."},
    {"A scale is between 1:10 and 1:100,000,000.", "Ein Maßstab liegt zwischen 1:10 und 1:100.000.000."},
    {"A map is written as .png, .svg or .pdf; “{1}” ends otherwise.",
     "Eine Karte wird als .png, .svg oder .pdf geschrieben; „{1}“ endet anders."},
    {"“{1}” is there already; choose another name or allow overwriting.",
     "„{1}“ gibt es schon; wählen Sie einen anderen Namen oder erlauben Sie das Überschreiben."},
    {"… and {1} layer more", "… und {1} weiterer Layer"},
    {"… and {1} layers more", "… und {1} weitere Layer"},
    {"“{1}” could not be written: the disk is full; make room there or choose another folder.",
     "„{1}“ konnte nicht geschrieben werden: Der Datenträger ist voll; dort Platz schaffen oder einen anderen Ordner "
     "wählen."},
    {"“{1}” could not be written: {2}", "„{1}“ konnte nicht geschrieben werden: {2}"},
    {"{1} measure here", "{1} Maßnahme hier"},
    {"{1} measures here", "{1} Maßnahmen hier"},
    {"{1} elsewhere", "{1} anderswo"},
    {"other values", "andere Werte"},
    {"Map", "Karte"},
    {"Colours of measures: phase", "Farben der Maßnahmen: Phase"},
    {"Colours of measures: one-off cost ({1})", "Farben der Maßnahmen: einmalige Kosten ({1})"},
    {"no cost stated", "keine Kosten angegeben"},
    {"{1} per km²", "{1} je km²"},
    {"Density within {1} m (quartic kernel)", "Dichte im Umkreis von {1} m (quartischer Kern)"},
};

Table layers() {
  return sentences;
}

}  // namespace smile::german_tables
