#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // The file
    {"Step {1}", "Schritt {1}"},
    {"Step {1} of {2}, continued", "Schritt {1} von {2}, Fortsetzung"},
    {"Map: {1}", "Karte: {1}"},
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
    {"The parts of the file could not be put together.", "Die Teile der Datei ließen sich nicht zusammensetzen."},
    // Window
    {"&Export the presentation…", "Präsentation &exportieren …"},
    {"Export the &handout…", "&Handzettel exportieren …"},
    {"Export the presentation", "Präsentation exportieren"},
    {"Export the handout", "Handzettel exportieren"},
    {"Handout", "Handzettel"},
    {"Slides for office programs (*.odp)", "Folien für Büroprogramme (*.odp)"},
    {"Web page (*.html)", "Webseite (*.html)"},
    {"Drawing the presentation", "Präsentation zeichnen"},
    {"The presentation is in {1}", "Die Präsentation liegt in {1}"},
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
};

Table decks() {
  return sentences;
}

}  // namespace smile::german_tables
