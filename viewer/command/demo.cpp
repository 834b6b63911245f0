// The main job on the embedded city: a plan with its first answers, a map, a shapefile folder, a table of the
// districts, the sheets of the answers and the presentation to take away.

#include <iostream>
#include <nlohmann/json.hpp>

#include "datasets/datasets.h"
#include "gis/exports/export.h"
#include "gis/store/plan_file.h"
#include "layers/deck.h"
#include "layers/finding_sheet.h"
#include "layers/paper.h"
#include "layers/sheets.h"
#include "viewer/command/command.h"
#include "viewer/command/demo_answers.h"

namespace smile::viewer::command {
namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (problem)
    throw Error(ErrorKind::disk, text("The folder {1} can't be made; choose another place.", folder.string()));
}

void refuse_to_replace(const fs::path& folder) {
  for (const char* name : {"rostock.gpkg", "map.png", "map.pdf", "shapefile", "tables", "results.pdf", "sheets.pdf",
                           "deck.pdf", "deck.odp", "deck.html"})
    if (fs::exists(folder / name))
      throw Error(ErrorKind::exists,
                  text("{1} is there already; choose another folder or add --overwrite.", (folder / name).string()));
}

void hand_over(const Plan& plan, ExportFormat format, const fs::path& folder, bool overwrite) {
  ExportSettings settings;
  settings.format = format;
  settings.folder = folder;
  settings.overwrite = overwrite;
  export_plan(plan, settings, terminal_progress());
}

void write_city(const PlanPtr& plan, const fs::path& file, const fs::path& folder, bool overwrite) {
  layers::PaperSettings paper;
  paper.language = language();
  paper.layers = load_layers(*plan, place_of(file)).layers;
  layers::write_map(plan, paper, folder / "map.png", overwrite);
  layers::write_map(plan, paper, folder / "map.pdf", overwrite);
  hand_over(*plan, ExportFormat::shapefile, folder / "shapefile", overwrite);
  hand_over(*plan, ExportFormat::csv, folder / "tables", overwrite);
}

void write_decks(const PlanPtr& plan, const fs::path& file, const fs::path& folder, bool overwrite) {
  const layers::Deck deck = layers::deck_of(plan, place_of(file), terminal_progress());
  for (const char* name : {"deck.pdf", "deck.odp", "deck.html"})
    layers::write_deck(deck, {folder / name, false, overwrite}, terminal_progress());
}

/// In the order in which they are looked at.
nlohmann::ordered_json say_files(const fs::path& folder, bool json) {
  const std::pair<Text, fs::path> made[] = {{text("Plan"), folder / "rostock.gpkg"},
                                            {text("Map"), folder / "map.png"},
                                            {text("Map for printing"), folder / "map.pdf"},
                                            {text("Shapefiles"), folder / "shapefile"},
                                            {text("Table of districts"), folder / "tables" / "districts.csv"},
                                            {text("Results for printing"), folder / "results.pdf"},
                                            {text("District sheets"), folder / "sheets.pdf"},
                                            {text("Presentation"), folder / "deck.pdf"},
                                            {text("Slides for office programs"), folder / "deck.odp"},
                                            {text("Presentation as a web page"), folder / "deck.html"}};
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (const auto& [what, path] : made) {
    files.push_back(path.string());
    if (!json) std::cout << str(what) << ": " << path.string() << "\n";
  }
  return files;
}

}  // namespace

int run_demo(const Call& call) {
  const fs::path folder = fs::absolute(call.words.empty() ? "smile-places-demo" : call.words[0]);
  const bool overwrite = call.has("--overwrite");
  if (!overwrite) refuse_to_replace(folder);
  make_folder(folder);
  const fs::path file = folder / "rostock.gpkg";
  PlanFile plan_file = create_demo(file, overwrite);
  start_drawing();
  write_city(plan_file.plan(), file, folder, overwrite);
  const DemoAnswers found = ask_demo(plan_file);
  const PlanPtr answered = plan_file.plan();
  layers::write_finding_sheets(answered, answered->findings, place_of(file), folder / "results.pdf", overwrite,
                               terminal_progress());
  const layers::SheetContent sheets = layers::sheet_content(answered, place_of(file), 0, terminal_progress());
  layers::write_sheets(sheets, layers::lay_out_sheets(sheets), folder / "sheets.pdf", overwrite, terminal_progress());
  write_decks(answered, file, folder, overwrite);
  const nlohmann::ordered_json files = say_files(folder, call.json());
  nlohmann::ordered_json answers = nlohmann::ordered_json::array();
  for (const Text& sentence : found.sentences) {
    answers.push_back(str(sentence));
    if (!call.json()) std::cout << str(sentence) << "\n";
  }
  if (call.json()) print_json({{"files", files}, {"answers", answers}, {"results", found.kept}});
  return 0;
}

}  // namespace smile::viewer::command
