#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // database
    {"“{1}” is being used by another program; close it there and try again.",
     "„{1}“ wird gerade von einem anderen Programm benutzt; schließen Sie die Datei dort und versuchen Sie es noch "
     "einmal."},
    {"“{1}” could not be written or read ({2}); free some space or choose another place. What was saved before is still "
     "there.",
     "„{1}“ ließ sich nicht schreiben oder lesen ({2}); schaffen Sie Platz oder wählen Sie einen anderen Ort. Was vorher "
     "gespeichert war, ist noch da."},
    {"“{1}” must not be written here; save a copy elsewhere.",
     "„{1}“ darf hier nicht geschrieben werden; speichern Sie eine Kopie an einem anderen Ort."},
    {"“{1}” could not be opened; check that it exists and may be read.",
     "„{1}“ ließ sich nicht öffnen; prüfen Sie, ob die Datei vorhanden ist und gelesen werden darf."},
    {"“{1}” wants to run something of its own, which is not allowed.",
     "„{1}“ will etwas Eigenes ausführen; das ist nicht erlaubt."},
    {"“{1}” is damaged or not what it should be ({2}); take the last good copy of it.",
     "„{1}“ ist beschädigt oder nicht das, was es sein sollte ({2}); nehmen Sie die letzte gute Kopie."},
};

Table store() { return sentences; }

}  // namespace smile::german_tables
