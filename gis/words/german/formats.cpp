#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // coordinate systems
    {"EPSG:{1} is not a coordinate system for maps that this program knows; give another code, for example EPSG:25833.",
     "EPSG:{1} ist kein Koordinatensystem für Karten, das dieses Programm kennt; bitte einen anderen Code angeben, zum "
     "Beispiel EPSG:25833."},
    {"There is no known way from the coordinate system “{1}” to “{2}”; give another one with --crs EPSG:n.",
     "Vom Koordinatensystem „{1}“ führt kein bekannter Weg nach „{2}“; bitte mit --crs EPSG:n ein anderes angeben."},
    // tables
    {"The text is not marked as UTF-8; it was read as {1}.",
     "Der Text ist nicht als UTF-8 erkennbar; er wurde als {1} gelesen."},
    {"If umlauts look wrong, choose another encoding.",
     "Wenn Umlaute falsch aussehen, wählen Sie eine andere Zeichenkodierung."},
    {"“{1}” is no encoding this program knows: say UTF-8, CP1252, ISO-8859-1 or CP850.",
     "„{1}“ ist keine Zeichenkodierung, die dieses Programm kennt: Geben Sie UTF-8, CP1252, ISO-8859-1 oder CP850 an."},
    {"The encoding of “{1}” can't be told: say which with --encoding, or check that it is a text file.",
     "Die Zeichenkodierung von „{1}“ ist nicht zu erkennen: Geben Sie sie mit --encoding an, oder prüfen Sie, ob es "
     "eine Textdatei ist."},
    {"“{1}” is not clean text in {2}: choose another encoding.",
     "„{1}“ ist in {2} kein sauberer Text: Wählen Sie eine andere Zeichenkodierung."},
    {"“{1}” is not a text table: it holds zero bytes.", "„{1}“ ist keine Texttabelle: Die Datei enthält Null-Bytes."},
    {"A quotation mark opens here and is never closed; it was taken as a character.",
     "Hier öffnet sich ein Anführungszeichen und wird nie geschlossen; es wurde als Zeichen gelesen."},
    {"Check this row and the ones below it.", "Prüfen Sie diese Zeile und die folgenden."},
    {"Reading rows", "Zeilen werden gelesen"},
    {"“{1}” can't be read.", "„{1}“ ist nicht lesbar."},
    {"There is no file “{1}”.", "Es gibt keine Datei „{1}“."},
    {"“{1}” is not a regular file.", "„{1}“ ist keine gewöhnliche Datei."},
    {"“{1}” is larger than {2} MB: split it.", "„{1}“ ist größer als {2} MB: Teilen Sie die Datei auf."},
    {"The sheet “{1}” was read; there is {2} more with rows.",
     "Gelesen wurde das Blatt „{1}“; {2} weiteres Blatt hat Zeilen."},
    {"The sheet “{1}” was read; there are {2} more with rows.",
     "Gelesen wurde das Blatt „{1}“; {2} weitere Blätter haben Zeilen."},
    {"“{1}” is in Excel's old format: save it as XLSX or CSV.",
     "„{1}“ hat das alte Excel-Format: Speichern Sie die Datei als XLSX oder CSV."},
    {"The table has no header row: its columns are called A, B, C …",
     "Die Tabelle hat keine Kopfzeile: Die Spalten heißen A, B, C …"},
    {"Assign the columns, or say which row is the header.",
     "Ordnen Sie die Spalten zu, oder geben Sie an, welche Zeile die Kopfzeile ist."},
    {"The header “{1}” stands there twice; the second is called “{2}” here.",
     "Die Überschrift „{1}“ kommt zweimal vor; die zweite heißt hier „{2}“."},
    {"This row has {1} cells, the header has {2}.", "Diese Zeile hat {1} Zellen, die Kopfzeile {2}."},
    {"Check whether a delimiter stands in a cell without quotes.",
     "Prüfen Sie, ob ein Trennzeichen ohne Anführungszeichen in einer Zelle steht."},
    {"“{1}” has more than {2} cells: split it, or leave out columns.",
     "„{1}“ hat mehr als {2} Zellen: Teilen Sie die Datei auf, oder lassen Sie Spalten weg."},
    {"Column {1} has no header; it is called “{2}” here.", "Spalte {1} hat keine Überschrift; sie heißt hier „{2}“."},
    {"“{1}” has no row {2} that could be the header.", "„{1}“ hat keine Zeile {2}, die die Kopfzeile sein könnte."},
    {"The header was found in row {1}; {2} row above it was left out.",
     "Die Kopfzeile steht in Zeile {1}; {2} Zeile darüber wurde ausgelassen."},
    {"The header was found in row {1}; {2} rows above it were left out.",
     "Die Kopfzeile steht in Zeile {1}; {2} Zeilen darüber wurden ausgelassen."},
    {"{1} row has fewer cells than the header; the missing ones are taken as empty.",
     "{1} Zeile hat weniger Zellen als die Kopfzeile; die fehlenden gelten als leer."},
    {"{1} rows have fewer cells than the header; the missing ones are taken as empty.",
     "{1} Zeilen haben weniger Zellen als die Kopfzeile; die fehlenden gelten als leer."},
    {"{1} more rows have more cells than the header.", "{1} weitere Zeilen haben mehr Zellen als die Kopfzeile."},
    {"“{1}” unpacks to more than {2} MB: save the sheet you need as CSV.",
     "„{1}“ ist entpackt größer als {2} MB: Speichern Sie das benötigte Blatt als CSV."},
    {"“{1}” can't be unpacked: open it in a spreadsheet program and save it again.",
     "„{1}“ lässt sich nicht entpacken: Öffnen Sie die Datei in einer Tabellenkalkulation, und speichern Sie sie neu."},
    {"“{1}” is not an {2} file, whatever its name says: save it as {2} or CSV.",
     "„{1}“ ist trotz der Endung keine {2}-Datei: Speichern Sie sie als {2} oder CSV."},
    {"“{1}” can't be read as {2}: open it in a spreadsheet program and save it again.",
     "„{1}“ ist nicht als {2} lesbar: Öffnen Sie die Datei in einer Tabellenkalkulation, und speichern Sie sie neu."},
    {"“{1}” has no sheet “{2}”.", "„{1}“ hat kein Blatt „{2}“."},
    {"“{1}” has no table in it.", "„{1}“ enthält keine Tabelle."},
};

Table formats() {
  return sentences;
}

}  // namespace smile::german_tables
