#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // The document and its tasks
    {"This plan is open for reading only. Save a copy to change it.",
     "Dieser Plan ist nur zum Lesen geöffnet. Speichern Sie eine Kopie, um ihn zu ändern."},
    {"The plan could not be written: {1}", "Der Plan konnte nicht gespeichert werden: {1}"},
    {"{1} On disk is the last good state, without your latest changes; save a copy somewhere else.",
     "{1} Auf dem Datenträger liegt der letzte gute Stand ohne Ihre jüngsten Änderungen; speichern Sie eine Kopie an einem "
     "anderen Ort."},
    {"This version is not in the plan any more.", "Diese Fassung ist im Plan nicht mehr vorhanden."},
    {"Go back to version “{1}”", "Zur Fassung „{1}“ zurückkehren"},
    {"“{1}” could not be finished: {2}", "„{1}“ konnte nicht abgeschlossen werden: {2}"},
    {"“{1}” could not be finished.", "„{1}“ konnte nicht abgeschlossen werden."},
};

Table viewer_window() { return sentences; }

}  // namespace smile::german_tables
