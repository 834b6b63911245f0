#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // The file
    {"Step {1}", "Schritt {1}"},
    {"Step {1} of {2}, continued", "Schritt {1} von {2}, Fortsetzung"},
    {"Map: {1}", "Karte: {1}"},
    // The web page
    {"on", "weiter"},
    {"back", "zurück"},
    {"what finds no room, then on and back", "was keinen Platz findet, dann weiter und zurück"},
    {"to the step of this number", "zum Schritt mit dieser Nummer"},
    {"to the first and the last step", "zum ersten und zum letzten Schritt"},
    {"black, white", "schwarz, weiß"},
    {"notes", "Notizen"},
    {"full screen", "ganzer Bildschirm"},
    {"these keys", "diese Tasten"},
    {"Swipe to go on", "Weiter mit Wischen"},
    {"Step back", "Schritt zurück"},
    {"Keys of the presentation", "Tasten der Präsentation"},
    // What goes wrong
    {"The plan has no presentation yet; make its steps in the window (Present, Steps), or feed {1} to smileplaces edit "
     "PLAN -",
     "Der Plan hat noch keine Präsentation; die Schritte im Fenster machen (Präsentation, Schritte), oder {1} an "
     "smileplaces edit PLAN - geben"},
    {"All steps of the presentation are hidden; show those that are meant.",
     "Alle Schritte der Präsentation sind ausgeblendet; bitte die gemeinten einblenden."},
    {"A presentation is written as .pdf, .odp or .html; “{1}” ends otherwise.",
     "Eine Präsentation wird als .pdf, .odp oder .html geschrieben; „{1}“ endet anders."},
    {"A handout is written as .pdf; “{1}” ends otherwise.",
     "Ein Handzettel wird als .pdf geschrieben; „{1}“ endet anders."},
    {"The pages of a presentation have no room for notes; the handout has them.",
     "Die Seiten einer Präsentation haben keinen Platz für Notizen; der Handzettel hat sie."},
    {"With notes or without: {1} and {2} can't both be.", "Mit Notizen oder ohne: {1} und {2} zugleich geht nicht."},
    {"The parts of the file could not be put together.", "Die Teile der Datei ließen sich nicht zusammensetzen."},
    // Window
    {"&Export the presentation…", "Präsentation &exportieren …"},
    {"Export the &handout…", "&Handzettel exportieren …"},
    {"Export the presentation", "Präsentation exportieren"},
    {"Export the handout", "Handzettel exportieren"},
    {"Handout", "Handzettel"},
    {"Web page, to be given away (*.html)", "Webseite zum Weitergeben (*.html)"},
    {"Web page with the notes (*.html)", "Webseite mit den Notizen (*.html)"},
    {"Slides for office programs, with the notes (*.odp)", "Folien für Büroprogramme, mit den Notizen (*.odp)"},
    {"Slides for office programs, without notes (*.odp)", "Folien für Büroprogramme, ohne Notizen (*.odp)"},
    {"Handout with the notes (*.pdf)", "Handzettel mit den Notizen (*.pdf)"},
    {"Handout without notes, with room to write (*.pdf)", "Handzettel ohne Notizen, mit Platz zum Schreiben (*.pdf)"},
    {"Drawing the presentation", "Präsentation zeichnen"},
    {"The presentation is in {1}", "Die Präsentation liegt in {1}"},
    {"The handout is in {1}", "Der Handzettel liegt in {1}"},
    {"The handout is in {1}, with the notes for those who present",
     "Der Handzettel liegt in {1}, mit den Notizen für Vortragende"},
    {"The slides are in {1}", "Die Folien liegen in {1}"},
    {"The slides are in {1}, with the notes for those who present",
     "Die Folien liegen in {1}, mit den Notizen für Vortragende"},
    {"The web page is in {1}", "Die Webseite liegt in {1}"},
    {"The web page is in {1}, with the notes for those who present",
     "Die Webseite liegt in {1}, mit den Notizen für Vortragende"},
    {"Open it", "Öffnen"},
    // Command line
    {"Slides for office programs", "Folien für Büroprogramme"},
    {"Presentation as a web page", "Präsentation als Webseite"},
    {"one step", "ein Schritt"},
    {"{1} steps", "{1} Schritte"},
    {"The presentation to take away: pages, slides of an office program, or one web page that works offline",
     "Die Präsentation zum Mitnehmen: Seiten, Folien eines Büroprogramms oder eine Webseite, die ohne Netz geht"},
    {"PDF: upright pages with each step above and its notes below",
     "PDF: Seiten im Hochformat, oben der Schritt, unten seine Notizen"},
    {"Web page: with the notes for those who present; default: without",
     "Webseite: mit den Notizen für Vortragende; Vorgabe: ohne"},
    {"Handout and slides: without the notes, to be given away; default: with them",
     "Handzettel und Folien: ohne die Notizen, zum Weitergeben; Vorgabe: mit ihnen"},
};

Table decks() {
  return sentences;
}

}  // namespace smile::german_tables
