#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // database
    {"“{1}” is being used by another program; close it there and try again.",
     "„{1}“ wird gerade von einem anderen Programm benutzt; schließen Sie die Datei dort und versuchen Sie es noch "
     "einmal."},
    {"“{1}” could not be written or read ({2}); free some space or choose another place. What was saved before is "
     "still "
     "there.",
     "„{1}“ ließ sich nicht schreiben oder lesen ({2}); schaffen Sie Platz oder wählen Sie einen anderen Ort. Was "
     "vorher "
     "gespeichert war, ist noch da."},
    {"“{1}” must not be written here; save a copy elsewhere.",
     "„{1}“ darf hier nicht geschrieben werden; speichern Sie eine Kopie an einem anderen Ort."},
    {"“{1}” could not be opened; check that it exists and may be read.",
     "„{1}“ ließ sich nicht öffnen; prüfen Sie, ob die Datei vorhanden ist und gelesen werden darf."},
    {"“{1}” wants to run something of its own, which is not allowed.",
     "„{1}“ will etwas Eigenes ausführen; das ist nicht erlaubt."},
    {"“{1}” is damaged or not what it should be ({2}); take the last good copy of it.",
     "„{1}“ ist beschädigt oder nicht das, was es sein sollte ({2}); nehmen Sie die letzte gute Kopie."},
    // safe_file
    {"“{1}” could not be written ({2}); free some space or choose another place.",
     "„{1}“ ließ sich nicht schreiben ({2}); schaffen Sie Platz oder wählen Sie einen anderen Ort."},
    {"“{1}” is being edited by {2} on {3} since {4}; open it read-only, or ask for it to be closed there.",
     "„{1}“ wird seit {4} von {2} auf {3} bearbeitet; öffnen Sie den Plan schreibgeschützt oder bitten Sie darum, ihn "
     "dort zu schließen."},
    {"“{1}” is already there; choose another name or allow overwriting.",
     "„{1}“ ist schon vorhanden; wählen Sie einen anderen Namen oder erlauben Sie das Überschreiben."},
    {"“{1}” can't be written where it is; open it read-only or save a copy elsewhere.",
     "„{1}“ lässt sich an diesem Ort nicht schreiben; öffnen Sie den Plan schreibgeschützt oder speichern Sie anderswo "
     "eine Kopie."},
    {"“{1}” is just being opened by somebody else; try again in a moment.",
     "„{1}“ wird gerade von jemand anderem geöffnet; versuchen Sie es gleich noch einmal."},
    // features taken into the plan
    {"Writing features", "Objekte werden geschrieben"},
    {"Layer “{1}” has no shapes; there is nothing to take into the plan.",
     "Layer „{1}“ hat keine Geometrien; es gibt nichts in den Plan zu übernehmen."},
    {"points", "Punkte"},
    {"lines", "Linien"},
    {"areas", "Flächen"},
    {"Take layer “{1}” into the plan", "Layer „{1}“ in den Plan übernehmen"},
    // plan_file
    {"“{1}” is not there; check the name.", "„{1}“ ist nicht vorhanden; prüfen Sie den Namen."},
    {"“{1}” is not a file.", "„{1}“ ist keine Datei."},
    {"“{1}” may not be read; ask its owner for the right to.",
     "„{1}“ darf nicht gelesen werden; bitten Sie den Eigentümer um das Leserecht."},
    {"“{1}” is not a plan; make a new plan and bring the file in as districts or measures.",
     "„{1}“ ist kein Plan; legen Sie einen neuen Plan an und lesen Sie die Datei als Stadtteile oder Maßnahmen ein."},
    {"“{1}” is a GeoPackage but not a plan; make a new plan and bring it in as districts or measures.",
     "„{1}“ ist ein GeoPackage, aber kein Plan; legen Sie einen neuen Plan an und lesen Sie es als Bereiche oder "
     "Maßnahmen ein."},
    {"“{1}” is damaged ({2}); open the last good copy or a backup of it.",
     "„{1}“ ist beschädigt ({2}); öffnen Sie die letzte gute Kopie oder eine Sicherung."},
    {"The plan has no version {1}.", "Der Plan hat keine Fassung {1}."},
    {"The file was not closed when it was last used or copied; the very last edits may be in another copy.",
     "Die Datei war bei der letzten Benutzung oder beim Kopieren nicht geschlossen; die allerletzten Änderungen stehen "
     "vielleicht in einer anderen Kopie."},
    {"“{1}” holds something that is not part of a plan (“{2}”); open it read-only and save a copy to work on.",
     "„{1}“ enthält etwas, das nicht zu einem Plan gehört („{2}“); öffnen Sie die Datei schreibgeschützt und arbeiten "
     "Sie mit einer Kopie."},
    {"“{1}” was changed by another program while it was open here; save a copy of what you see, then open the plan "
     "again.",
     "„{1}“ wurde von einem anderen Programm geändert, während der Plan hier offen war; speichern Sie eine Kopie des "
     "jetzigen Stands und öffnen Sie den Plan dann neu."},
    {"“{1}” is open read-only; save a copy to work on.",
     "„{1}“ ist schreibgeschützt geöffnet; arbeiten Sie mit einer Kopie."},
    // loader, schema, rows
    {"“{1}” was written by a newer version of Smile Places; update the program.",
     "„{1}“ wurde von einer neueren Version von Smile Places geschrieben; aktualisieren Sie das Programm."},
    {"“{1}” does not say which version wrote it; take the last good copy of it.",
     "In „{1}“ steht nicht, welche Version die Datei geschrieben hat; nehmen Sie die letzte gute Kopie."},
    {"A measure added by another program had an id that was already taken; it has a new one.",
     "Eine Maßnahme aus einem anderen Programm hatte eine schon vergebene Kennung; sie hat eine neue bekommen."},
    {"“{1}” lacks the table “{2}” of a plan; take the last good copy of it.",
     "In „{1}“ fehlt die Tabelle „{2}“ eines Plans; nehmen Sie die letzte gute Kopie."},
    {"The amount {1} is too large for a plan; check its digits.",
     "Der Betrag {1} ist zu groß für einen Plan; prüfen Sie die Ziffern."},
    {"“{1}” is damaged: the place of the record {2} can't be read. Take the last good copy of it.",
     "„{1}“ ist beschädigt: Die Lage des Eintrags {2} ist nicht lesbar. Nehmen Sie die letzte gute Kopie."},
    {"Another program wrote “{1}” here, which is not a value of this field.",
     "Ein anderes Programm hat hier „{1}“ eingetragen; das ist kein Wert dieses Feldes."},
    {"The field is empty now; choose a value.", "Das Feld ist jetzt leer; wählen Sie einen Wert."},
    // plan_json
    {"A list in the plan file is damaged (“{1}”); take the last good copy of the plan.",
     "Eine Liste in der Plandatei ist beschädigt („{1}“); nehmen Sie die letzte gute Kopie des Plans."},
    // edit_json
    {"The value of “{1}” is missing or of the wrong kind; see smileplaces edit --help.",
     "Der Wert von „{1}“ fehlt oder hat die falsche Art; siehe smileplaces edit --help."},
    {"“{1}” means nothing here; see smileplaces edit --help.",
     "„{1}“ bedeutet hier nichts; siehe smileplaces edit --help."},
    {"The plan has no measure {1}.", "Der Plan hat keine Maßnahme {1}."},
    {"The plan has no coordinate system yet; load districts first or make it with --plan-crs.",
     "Der Plan hat noch kein Koordinatensystem; laden Sie erst Stadtteile oder legen Sie ihn mit --plan-crs an."},
    {"The place lies where the plan's coordinate system is not defined.",
     "Der Ort liegt dort, wo das Koordinatensystem des Plans nicht gilt."},
    {"A place is a point, a line or an area; “{1}” is none of these.",
     "Ein Ort ist ein Punkt, eine Linie oder eine Fläche; „{1}“ ist nichts davon."},
    {"The area is not drawn properly ({1}); draw it again.",
     "Die Fläche ist nicht richtig gezeichnet ({1}); zeichnen Sie sie neu."},
    {"The plan has no district “{1}”.", "Der Plan hat keinen Stadtteil „{1}“."},
    {"Say in one way only where the measure is.", "Sagen Sie nur auf eine Weise, wo die Maßnahme ist."},
    {"This is no JSON object; write one edit a line, for example {1}.",
     "Das ist kein JSON-Objekt; schreiben Sie eine Änderung je Zeile, zum Beispiel {1}."},
};

Table store() {
  return sentences;
}

}  // namespace smile::german_tables
