// The table of verbs and the options of each.

#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

constexpr Option layer{"--layer", "NAME", "Layer of the file or the map service"};
constexpr Option crs{"--crs", "EPSG:n", "Coordinate system of the file, where it says none or a wrong one"};
constexpr Option encoding{"--encoding", "NAME", "Encoding of the file, for example CP1252"};
constexpr Option name_field{"--name-field", "FIELD", "Field with the names of the districts"};
constexpr Option code_field{"--code-field", "FIELD", "Field with their codes"};
constexpr Option overwrite{"--overwrite", "", "Replace what is there"};

constexpr Option new_options[] = {
    {"--districts", "FILE", "Districts to begin with; a plan may start without"},
    {"--from", "FOLDER", "A folder of shapefiles with our codebook: the same plan again"},
    layer,
    {"--level", "NAME", "What the districts are called together, for example Stadtbereiche"},
    name_field,
    code_field,
    crs,
    encoding,
    {"--plan-crs", "EPSG:n", "Coordinate system of the plan; default: the UTM zone of the city"},
    {"--currency", "CODE", "Currency of the plan; default EUR"},
    {"--title", "TEXT", "Title of the plan; default: the name of the file"},
    overwrite,
};
constexpr Option add_options[] = {
    {"--level", "NAME", "Districts: name of the level; statistics: level they belong to"},
    layer,
    {"--sheet", "NAME", "Sheet of a spreadsheet"},
    crs,
    encoding,
    {"--delimiter", "CHARACTER", "What stands between the cells; “tab” for a tabulator"},
    {"--header-row", "N", "Row of the header, as the spreadsheet counts"},
    name_field,
    code_field,
    {"--map", "COLUMN=FIELD", "Measures: what a column holds; may be given several times"},
    {"--key-field", "FIELD", "Statistics: column with codes or names"},
    {"--year", "N", "Statistics: the year they speak of"},
    {"--inhabitants", "FIELD", "Statistics, population: column that counts all inhabitants"},
    {"--alias", "NAME=DISTRICT",
     "Statistics: a name in the table and the district it means; may be given several times"},
    {"--spread", "floor-area|buildings|ground",
     "Population: spread the districts' figures over buildings (the file, or a layer of the plan) or the ground"},
    {"--use-field", "FIELD", "Population: column of the buildings that says what they are for"},
    {"--residential", "VALUE", "Population: a value of it that is a home; may be given several times"},
    {"--storeys-field", "FIELD", "Population: column of the buildings with their storeys"},
    {"--kind", "KIND",
     "Places: playground, kita, school, stop, doctor, pharmacy, supermarket, park … or a word of your own"},
    {"--capacity", "FIELD", "Places: column with the area (m²) or the seats of each"},
    {"--where", "FIELD=VALUE", "Places: only those with this value, or this tag; may be given several times"},
    {"--name", "TEXT",
     "Layer, network, population, places: what it is called; default: by the file, “Walking network”, “Inhabitants”"},
    {"--credit", "TEXT", "Layer, network, population, places: stands with the sources of every map that shows it"},
    {"--into-plan", "", "Layer: its features are copied into the plan, which then does without the file"},
    {"--wms", "URL", "Layer: of a map service (WMS) instead of a file; with --layer"},
    {"--wmts", "URL", "Layer: of a service of tiles (WMTS) instead of a file; with --layer"},
    {"--xyz", "URL", "Layer: of tiles by an address with {z}, {x} and {y}"},
    {"--zooms", "N-M", "Layer by --xyz: the zooms there are; default 0-19"},
    {"--dry-run", "", "Say what would happen, change nothing"},
};
constexpr Option check_options[] = {
    {"--as", "districts|measures|statistics|places", "What the file is to become"},
    {"--kind", "KIND", "Places: which, where the file holds everything (OpenStreetMap)"},
    layer,
    crs,
    encoding,
};
constexpr Option level_options[] = {
    {"--level", "NAME", "Level of the districts; default: the finest, for lists of districts all"},
};
constexpr Option analyse_options[] = {
    {"--places", "LAYER|measures",
     "What people are to reach; sites: the places that exist; density: what is dense; reach: each a kind of its own"},
    {"--distance", "M", "How far, in metres; default 500; catchment: may be given several times"},
    {"--minutes", "N", "catchment, gaps, supply, reach: how far in minutes instead; reach: default 15"},
    {"--speed", "KM/H", "With --minutes: how fast people walk; default 5"},
    {"--preset", "NAME",
     "catchment, gaps, supply: distance and ages of a rule, for example din-playground-0-5; supply: may be given "
     "several times"},
    {"--by", "line|walk|both",
     "Straight (default), or along the network of the plan; reach: default walk; catchment: both beside each other"},
    {"--ages", "FROM-TO", "Only people of these years, for example 0-5 or 65+"},
    {"--join", "edge|node", "How places and homes join the network; default edge: part-way, the way to it included"},
    {"--capacity", "FIELD|area|count", "supply: what a place holds: a column, its ground in m², or 1 each"},
    {"--unit", "WORD", "supply: what capacity counts, for example seats"},
    {"--target", "N", "supply: the orientation value, for example 2 (m² per child)"},
    {"--per", "N", "supply: how many people the orientation value speaks of; default 1"},
    {"--candidates", "LAYER", "sites: where new places could be"},
    {"--count", "N", "sites: how many are to be chosen; default 1"},
    {"--goal", "coverage|distance", "sites: most people reached (default), or the shortest ways for all"},
    {"--seconds", "N", "sites: the best found by then; default: until it is proven"},
    {"--figure", "KEY", "equity, similar, trend: a figure of districts, for example density; similar: several"},
    {"--weight", "districts|inhabitants|per-head",
     "equity: each district counts the same (default), or as often as it has inhabitants; per-head: shared out among "
     "them"},
    {"--district", "CODE", "similar: the district the others are compared with"},
    {"--tolerance", "PERCENT", "similar: how far off the figures may be; default 20"},
    {"--between", "MIN,MAX", "similar: limits instead, for each figure"},
    {"--layer", "NAME", "conflicts: the layer with protected, flooded or planned areas"},
    {"--radius", "M", "density: how far each place counts; default 300"},
    {"--cell", "M", "density: size of the cells; default a fifth of the radius"},
    {"--before", "SCENARIO|all|none", "compare: what is there before"},
    {"--after", "SCENARIO|all|none", "compare: what is there after; --places are the places that are there anyway"},
    {"--layer-name", "NAME",
     "The answer becomes a layer of the plan; gaps: who is not reached; sites: the chosen ones; density: the cells; "
     "supply: the districts; reach: the homes"},
    {"--level", "NAME", "Level of the districts; default: the finest"},
    {"--keep", "NAME", "The answer stays in the plan as a result of this name, with its tables, method and sources"},
    {"--result", "NAME", "results, again: only this one"},
    {"--pdf", "FILE.pdf", "results: as pages for paper, with chart, tables, map and sources"},
    overwrite,
};
constexpr Option map_options[] = {
    {"--district", "CODE", "Show this district"},
    {"--extent", "X0,Y0,X1,Y1", "Show this extent, in the system of the plan"},
    {"--bookmark", "NAME", "Show what this bookmark of the plan shows"},
    {"--scale", "1:N", "Scale on paper"},
    {"--title", "TEXT", "Title on the map; default: the plan's"},
    {"--size", "WxH", "Millimetres for PDF and SVG, pixels for PNG; default A4 landscape"},
    {"--dpi", "N", "Resolution of a PNG; default 150"},
    {"--figure", "KEY", "Figure the districts are coloured by, for example measures or none"},
    {"--level", "NAME", "Level of the districts shown"},
    {"--scenario", "NAME|all",
     "Show and count the measures of this scenario, the others faint; default: as the plan does"},
    overwrite,
};
constexpr Option sheets_options[] = {
    {"--district", "CODE", "Only the pages of this district; may be given several times"},
    {"--level", "NAME", "Level of the districts; default: the one the plan shows"},
    {"--for", "handout|council", "handout: little to read (default); council: everything, with methods"},
    {"--paper", "a4|a3", "Default: as the plan says, else A4"},
    {"--orientation", "landscape|portrait", "Default: as the plan says, else landscape"},
    {"--participation", "none|inform|consult|involve|collaborate|empower",
     "How much those who read it may decide: stands on every page"},
    {"--city", "NAME", "Whose sheets they are"},
    {"--logo", "FILE|none", "A picture at the top of each page"},
    {"--colours", "#RRGGBB,#RRGGBB", "The city's two colours"},
    {"--keep-look", "", "What these options say about the look stays in the plan"},
    overwrite,
};
constexpr Option deck_options[] = {
    {"--handout", "", "PDF: upright pages with each step above and its notes below"},
    {"--notes", "", "Web page: with the notes for those who present; default: without"},
    {"--no-notes", "", "Handout and slides: without the notes, to be given away; default: with them"},
    overwrite,
};
constexpr Option offline_options[] = {
    {"--scale", "1:N", "The closest scale to take; default 1:5000"},
    {"--online", "", "From the map service again; the file stays"},
    {"--dry-run", "", "Say how many tiles and megabytes it would be, ask for none"},
    overwrite,
};
constexpr Option export_options[] = {
    {"--format", "FORMAT", "shapefile, gpkg, geojson, csv or xlsx; default shapefile"},
    {"--layer", "NAME", "One layer of the map instead, as shapefile, gpkg or geojson"},
    {"--result", "NAME", "One kept result instead, as csv or xlsx; without it they come with the tables"},
    {"--dry-run", "", "Say what would be written and what would not fit; write nothing"},
    overwrite,
};
constexpr Option demo_options[] = {overwrite};

constexpr Option common[] = {
    {"--json", "", "Print one JSON object to stdout"},
    {"--language", "de|en", "Language of sentences; default: the system's"},
    {"--help", "", "Show this help"},
};

constexpr Verb table[] = {
    {"new", "new PLAN [--districts FILE] [options]", "Start a plan", new_options, 1, 1, run_new},
    {"add",
     "add PLAN {districts|measures|statistics|population|network|places|layer} {FILE|--wms URL|--wmts URL|--xyz URL} "
     "[options]",
     "Bring a file or a map service into a plan", add_options, 2, 3, run_add},
    {"edit",
     "edit PLAN {FILE|-}",
     "Apply edits, one JSON object a line; each is acknowledged on stdout once it is durable",
     {},
     2,
     2,
     run_edit,
     print_edit_help},
    {"check", "check {FILE|PLAN} [--as districts|measures|statistics|places]",
     "Say what is doubtful in a file or a plan", check_options, 1, 1, run_check},
    {"list", "list PLAN {measures|districts|statistics|layers|scenarios|steps|reports|versions}",
     "List what a plan holds", level_options, 2, 2, run_list},
    {"analyse",
     "analyse PLAN "
     "{districts|catchment|gaps|supply|reach|sites|equity|similar|conflicts|density|compare|trend|results|again} "
     "[options]",
     "Ask the map: figures per district, whom places reach, what is uneven, dense or in conflict", analyse_options, 2,
     2, run_analyse},
    {"map", "map PLAN OUT.{png,svg,pdf} [options]", "Draw the map into a file", map_options, 2, 2, run_map},
    {"sheets", "sheets PLAN OUT.{pdf,png} [options]",
     "A page or more for each district, with cover, city, contents, all measures and sources", sheets_options, 2, 2,
     run_sheets},
    {"deck", "deck PLAN OUT.{pdf,odp,html} [options]",
     "The presentation to take away: pages, slides of an office program, or one web page that works offline",
     deck_options, 2, 2, run_deck},
    {"offline", "offline PLAN LAYER [FILE.gpkg|FILE.mbtiles] [options]",
     "Take the city's part of a map service into a file, by which the plan is drawn from then on", offline_options, 2,
     3, run_offline},
    {"export", "export PLAN FOLDER --format FORMAT", "Hand the plan over as files", export_options, 2, 2, run_export},
    {"demo", "demo [FOLDER]", "The main job on the embedded Rostock set, all outputs into FOLDER", demo_options, 0, 1,
     run_demo},
};

}  // namespace

std::span<const Verb> verbs() {
  return table;
}
std::span<const Option> common_options() {
  return common;
}

}  // namespace smile::viewer::command
