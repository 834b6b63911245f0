#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"The plan doesn't have that step any more.", "Der Plan hat diesen Schritt nicht mehr."},
    {"New step “{1}”", "Neuer Schritt „{1}“"},
    {"Duplicate a step", "Schritt verdoppeln"},
    {"Delete a step", "Schritt löschen"},
    {"Move a step", "Schritt verschieben"},
    {"Hide a step", "Schritt ausblenden"},
    {"Show a step", "Schritt einblenden"},
    {"Mark on the map", "Auf die Karte zeichnen"},
    {"Wipe the marks away", "Gezeichnetes wegwischen"},
    {"Change how sheets look", "Aussehen der Blätter ändern"},
};

Table steps() {
  return sentences;
}

}  // namespace smile::german_tables
