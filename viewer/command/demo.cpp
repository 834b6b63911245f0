// The main job on the embedded city: a plan, a map, a shapefile folder and a table of the districts.

#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "datasets/datasets.h"
#include "gis/analysis/reach_question.h"
#include "gis/exports/export.h"
#include "gis/store/plan_file.h"
#include "layers/paper.h"
#include "viewer/command/command.h"

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
  for (const char* name : {"rostock.gpkg", "map.png", "map.pdf", "shapefile", "tables"})
    if (fs::exists(folder / name))
      throw Error(ErrorKind::exists,
                  text("{1} is there already; choose another folder or add --overwrite.", (folder / name).string()));
}

fs::path hand_over(const Plan& plan, ExportFormat format, const fs::path& folder, bool overwrite) {
  ExportSettings settings;
  settings.format = format;
  settings.folder = folder;
  settings.overwrite = overwrite;
  export_plan(plan, settings, terminal_progress());
  return folder;
}

/// Two questions of a first afternoon, and their answers.
std::vector<Text> asked_of(const Plan& plan, const fs::path& file) {
  ReachQuestion stops, measures;
  for (const MapLayerPtr& layer : plan.layers)
    if (layer->style.topic == LayerTopic::stops) stops.places.layers = {layer->id};
  measures.places.measures = 0;
  std::vector<Text> sentences;
  for (ReachQuestion* question : {&stops, &measures}) {
    question->settings.distances_m = {500};
    question->settings.by = DistanceBy::walk;
    const ReachAnswer found = answer(*question, plan, place_of(file), terminal_progress());
    sentences.push_back(question == &stops ? text("Stops: {1}", str(sentences_of(found).front()))
                                           : text("Measures: {1}", str(sentences_of(found).front())));
    if (question == &stops && !found.gaps.gaps.empty())
      sentences.push_back(text("The largest gap: {1} people in {2}.", std::llround(found.gaps.gaps.front().people),
                               found.gaps.gaps.front().name));
  }
  sentences.push_back(
      text("Surroundings and ideas are made up: these answers show what can be asked, they do not describe Rostock."));
  return sentences;
}

}  // namespace

int run_demo(const Call& call) {
  const fs::path folder = fs::absolute(call.words.empty() ? "smile-places-demo" : call.words[0]);
  const bool overwrite = call.has("--overwrite");
  if (!overwrite) refuse_to_replace(folder);
  make_folder(folder);
  const fs::path file = folder / "rostock.gpkg";
  const PlanPtr plan = create_demo(file, overwrite).plan();
  start_drawing();
  layers::PaperSettings paper;
  paper.language = language();
  paper.layers = load_layers(*plan, place_of(file)).layers;
  layers::write_map(plan, paper, folder / "map.png", overwrite);
  layers::write_map(plan, paper, folder / "map.pdf", overwrite);
  hand_over(*plan, ExportFormat::shapefile, folder / "shapefile", overwrite);
  hand_over(*plan, ExportFormat::csv, folder / "tables", overwrite);
  const std::pair<Text, fs::path> made[] = {{text("Plan"), folder / "rostock.gpkg"},
                                            {text("Map"), folder / "map.png"},
                                            {text("Map for printing"), folder / "map.pdf"},
                                            {text("Shapefiles"), folder / "shapefile"},
                                            {text("Table of districts"), folder / "tables" / "districts.csv"}};
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (const auto& [what, path] : made) {
    files.push_back(path.string());
    if (!call.json()) std::cout << str(what) << ": " << path.string() << "\n";
  }
  nlohmann::ordered_json answers = nlohmann::ordered_json::array();
  for (const Text& sentence : asked_of(*plan, file)) {
    answers.push_back(str(sentence));
    if (!call.json()) std::cout << str(sentence) << "\n";
  }
  if (call.json()) print_json({{"files", files}, {"answers", answers}});
  return 0;
}

}  // namespace smile::viewer::command
