#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // map services
    {"The map service {1} has no layer “{2}”; ask it what it has.",
     "Der Kartendienst {1} hat keinen Layer „{2}“; bitte ihn fragen, was er hat."},
    {"The map service {1} has layer “{2}” in no form this program reads.",
     "Der Kartendienst {1} hat den Layer „{2}“ in keiner Form, die dieses Programm liest."},
    {"“{1}” is no web address this program asks; it begins with https:// and holds no spaces or quotation marks.",
     "„{1}“ ist keine Webadresse, die dieses Programm abfragt; sie beginnt mit https:// und enthält weder Leerzeichen "
     "noch "
     "Anführungszeichen."},
    {"An address with a name and password would stand in the plan for everybody; leave them out.",
     "Eine Adresse mit Name und Kennwort stünde für alle lesbar im Plan; bitte beide weglassen."},
    {"“{1}” is no name of a layer of a map service.", "„{1}“ ist kein Name eines Layers eines Kartendienstes."},
    {"{1} answers, but names no layers; check the kind of service and the address.",
     "{1} antwortet, nennt aber keine Layer; bitte die Art des Dienstes und die Adresse prüfen."},
    {"An address of tiles has {1}, for example https://tile.example.org/{2}.png.",
     "Eine Adresse von Kacheln enthält {1}, zum Beispiel https://tile.example.org/{2}.png."},
    {"The map service {1} refuses: {2}", "Der Kartendienst {1} lehnt ab: {2}"},
    {"The map service {1} answers with error {2}; check the address and the layer.",
     "Der Kartendienst {1} antwortet mit dem Fehler {2}; bitte Adresse und Layer prüfen."},
    {"The map service {1} answers with something that is no picture.",
     "Der Kartendienst {1} antwortet mit etwas, das kein Bild ist."},
    {"The map service {1} does not answer.", "Der Kartendienst {1} antwortet nicht."},
    {"The map service {1} has no picture of so large a part; come closer.",
     "Der Kartendienst {1} hat kein Bild eines so großen Ausschnitts; bitte näher herangehen."},
    {"“{1}” is no coordinate system a map service can be asked in.",
     "„{1}“ ist kein Koordinatensystem, in dem ein Kartendienst gefragt werden kann."},
    {"“{1}” are no zooms; write them as 0-18.", "„{1}“ sind keine Zoomstufen; bitte so schreiben: 0-18."},
    {"The folder {1} can't be written; free some space.",
     "In den Ordner {1} kann nicht geschrieben werden; bitte Platz schaffen."},
    // pictures
    {"“{1}” is not a regular file; give a picture such as map.tif or map.mbtiles.",
     "„{1}“ ist keine gewöhnliche Datei; bitte ein Bild wie karte.tif oder karte.mbtiles angeben."},
    {"“{1}” is no picture this program reads: GeoTIFF, PNG or JPEG with a world file, MBTiles, GeoPackage.",
     "„{1}“ ist kein Bild, das dieses Programm liest: GeoTIFF, PNG oder JPEG mit World-Datei, MBTiles, GeoPackage."},
    {"“{1}” does not say where on the ground it lies; a picture needs a world file (.tfw, .pgw, .jgw) beside it.",
     "„{1}“ sagt nicht, wo auf dem Boden es liegt; ein Bild braucht eine World-Datei (.tfw, .pgw, .jgw) neben sich."},
    {"“{1}” does not name its coordinate system: say which it is with --crs EPSG:n.",
     "„{1}“ nennt sein Koordinatensystem nicht: Bitte mit --crs EPSG:n angeben, welches es ist."},
    {"“{1}” is damaged and can't be drawn: {2}", "„{1}“ ist beschädigt und kann nicht gezeichnet werden: {2}"},
    {"Values from {1} to {2} are drawn from black to white (all but the lowest and highest two percent).",
     "Werte von {1} bis {2} sind von Schwarz bis Weiß gezeichnet (alle bis auf die niedrigsten und höchsten zwei "
     "Prozent)."},
    {"The picture could not be read: {1}", "Das Bild konnte nicht gelesen werden: {1}"},
    // offline
    {"The plan has no place yet that could be taken offline.",
     "Der Plan hat noch keinen Ort, der offline mitgenommen werden könnte."},
    {"The map service {1} does not reach the city.", "Der Kartendienst {1} reicht nicht bis zur Stadt."},
    {"“{1}” could not be written; free some space or choose another folder.",
     "„{1}“ konnte nicht geschrieben werden; bitte Platz schaffen oder einen anderen Ordner wählen."},
    {"{1} of {2} tiles of “{3}”", "{1} von {2} Kacheln von „{3}“"},
    {"MBTiles holds tiles of Web Mercator only, and {1} has others; write a .gpkg.",
     "MBTiles nimmt nur Kacheln in Web-Mercator auf, und {1} hat andere; bitte eine .gpkg schreiben."},
    {"A tile could not be packed.", "Eine Kachel konnte nicht gepackt werden."},
    {"{1} tiles are too many for one file; stay further away or take a smaller part.",
     "{1} Kacheln sind zu viele für eine Datei; bitte weiter weg bleiben oder einen kleineren Teil nehmen."},
    {"A map service needs a plan with districts or measures: add those first.",
     "Ein Kartendienst braucht einen Plan mit Stadtteilen oder Maßnahmen: Bitte zuerst diese hinzufügen."},
    {"Layer “{1}” shows what is kept of it: {2}", "Layer „{1}“ zeigt, was von ihm aufbewahrt ist: {2}"},
    {"Try again later; a city taken offline needs no service.",
     "Bitte später noch einmal versuchen; eine offline mitgenommene Stadt braucht keinen Dienst."},
    {"“{1}” is a file already; only map services are taken offline.",
     "„{1}“ ist schon eine Datei; nur Kartendienste werden offline mitgenommen."},
    {"Layer “{1}” from its map service", "Layer „{1}“ von seinem Kartendienst"},
    {"Take layer “{1}” offline", "Layer „{1}“ offline mitnehmen"},
    {"Take the city offline …", "Stadt offline mitnehmen …"},
    {"Take the city offline", "Stadt offline mitnehmen"},
    {"Taking the city offline", "Stadt wird offline mitgenommen"},
    {"Take offline", "Offline mitnehmen"},
    {"From the map service again", "Wieder vom Kartendienst"},
    {"The map of the city and a margin around it is written into a file; from then on the plan is drawn from it, and "
     "no "
     "server is asked.",
     "Die Karte der Stadt und eines Randes um sie wird in eine Datei geschrieben; von da an wird der Plan aus ihr "
     "gezeichnet und kein Server mehr gefragt."},
    {"Not every service allows this: look at its terms of use. Those of OpenStreetMap’s own tiles don’t.",
     "Nicht jeder Dienst erlaubt das: Bitte seine Nutzungsbedingungen ansehen. Die der Kacheln von OpenStreetMap "
     "selbst "
     "erlauben es nicht."},
    {"Size", "Umfang"},
    {"Counting tiles", "Kacheln werden gezählt"},
    {"{1} tiles in {2} zooms, about {3} MB", "{1} Kacheln in {2} Zoomstufen, etwa {3} MB"},
    {"{1} tiles in {2} zooms, about {3} MB: {4}", "{1} Kacheln in {2} Zoomstufen, etwa {3} MB: {4}"},
    {"too many for one file; choose a scale further away.",
     "zu viele für eine Datei; bitte einen kleineren Maßstab wählen."},
    {"GeoPackage (*.gpkg)", "GeoPackage (*.gpkg)"},
    {"MBTiles (*.mbtiles)", "MBTiles (*.mbtiles)"},
    // the window
    {"Add a &map service …", "&Kartendienst hinzufügen …"},
    {"Geodata and pictures (*.shp *.gpkg *.geojson *.json *.kml *.gml *.fgb *.dxf *.zip *.tif *.tiff *.mbtiles *.png "
     "*.jpg *.jpeg);;All files (*)",
     "Geodaten und Bilder (*.shp *.gpkg *.geojson *.json *.kml *.gml *.fgb *.dxf *.zip *.tif *.tiff *.mbtiles *.png "
     "*.jpg *.jpeg);;Alle Dateien (*)"},
    {"Map service {1}", "Kartendienst {1}"},
    {"Try again", "Noch einmal versuchen"},
    {"Add the layer", "Layer hinzufügen"},
    {"In shades of grey", "In Graustufen"},
    {"So that districts and measures stand out.", "Damit Stadtteile und Maßnahmen hervortreten."},
    {"Add a map service", "Kartendienst hinzufügen"},
    {"The server sees which part of the map you look at. It is asked only while the layer is visible; what it answered "
     "is "
     "kept on this computer.",
     "Der Server sieht, welchen Teil der Karte Sie ansehen. Er wird nur gefragt, solange der Layer sichtbar ist; was "
     "er "
     "geantwortet hat, bleibt auf diesem Rechner."},
    {"Map service (WMS)", "Kartendienst (WMS)"},
    {"Tiles (WMTS)", "Kacheln (WMTS)"},
    {"Tiles by address (XYZ)", "Kacheln nach Adresse (XYZ)"},
    {"Kind", "Art"},
    {"Address", "Adresse"},
    {"Filter", "Filtern"},
    {"Zooms", "Zoomstufen"},
    {"as the layer is called", "wie der Layer heißt"},
    {"Ask the server", "Server fragen"},
    {"Asking the server", "Server wird gefragt"},
    {"Asking the server for a piece of the map", "Der Server wird nach einem Stück der Karte gefragt"},
    // the command line
    {"Bring a file or a map service into a plan", "Eine Datei oder einen Kartendienst in einen Plan aufnehmen"},
    {"Layer of the file or the map service", "Layer der Datei oder des Kartendienstes"},
    {"Layer: of a map service (WMS) instead of a file; with --layer",
     "Layer: von einem Kartendienst (WMS) statt aus einer Datei; mit --layer"},
    {"Layer: of a service of tiles (WMTS) instead of a file; with --layer",
     "Layer: von einem Kacheldienst (WMTS) statt aus einer Datei; mit --layer"},
    {"Layer: of tiles by an address with {z}, {x} and {y}", "Layer: Kacheln nach einer Adresse mit {z}, {x} und {y}"},
    {"Layer by --xyz: the zooms there are; default 0-19", "Layer mit --xyz: die Zoomstufen, die es gibt; sonst 0-19"},
    {"The closest scale to take; default 1:5000", "Der größte Maßstab, der mitgenommen wird; sonst 1:5000"},
    {"From the map service again; the file stays", "Wieder vom Kartendienst; die Datei bleibt"},
    {"Say how many tiles and megabytes it would be, ask for none",
     "Sagen, wie viele Kacheln und Megabyte es wären, keine abfragen"},
    {"Take the city's part of a map service into a file, by which the plan is drawn from then on",
     "Den Teil eines Kartendienstes, in dem die Stadt liegt, in eine Datei nehmen; der Plan wird von da an aus ihr "
     "gezeichnet"},
    {"{1} needs --layer NAME; it has: {2}.", "{1} braucht --layer NAME; es gibt: {2}."},
    {"The plan has no layer “{1}”; it has: {2}.", "Der Plan hat keinen Layer „{1}“; er hat: {2}."},
    {"“{1}” is the plan itself; give the tiles a name of their own.",
     "„{1}“ ist der Plan selbst; bitte den Kacheln einen eigenen Namen geben."},
    {"Tiles are written into a .gpkg or .mbtiles; “{1}” ends otherwise.",
     "Kacheln werden in eine .gpkg oder .mbtiles geschrieben; „{1}“ endet anders."},
    {"A map service is added as: smileplaces add PLAN layer --wms URL --layer NAME",
     "Ein Kartendienst wird so hinzugefügt: smileplaces add PLAN layer --wms URL --layer NAME"},
    {"Say which file is to be added: smileplaces add PLAN {1} FILE",
     "Bitte sagen, welche Datei hinzukommen soll: smileplaces add PLAN {1} FILE"},
    {"The plan has no layer “{1}”; it has none at all.", "Der Plan hat keinen Layer „{1}“; er hat noch gar keinen."},
};

Table rasters() {
  return sentences;
}

}  // namespace smile::german_tables
