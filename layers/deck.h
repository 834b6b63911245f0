#pragma once
// A presentation to take away: its steps as PDF pages, as a handout, as slides of an office program, as one HTML page
// that asks for nothing. In the language of the program. Hidden steps are left out.

#include <filesystem>
#include <optional>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/plan/plan_place.h"
#include "layers/step_picture.h"

namespace smile::layers {

/// What all kinds of file are made from, read once.
struct Deck {
  PlanPtr plan;
  std::filesystem::path folder;  ///< of the plan: pictures of the ground are read from there
  std::vector<StepPtr> steps;    ///< those that are shown, at least one, and the sources where they need room
  std::size_t told = 0;          ///< how many of them are not the sources
  LayerSet layers;
  Issues issues;  ///< layers that could not be read
};
/// Throws Error{needs_answer} for a plan without steps to show, {cancelled}.
Deck deck_of(const PlanPtr& plan, const PlanPlace& place, const Progress& progress = {});

/// One step, laid out 16:9, with the pictures its map stands on.
struct DeckStep {
  StepPicture picture;
  RasterSet rasters;
  Issues issues;
};
inline constexpr QSize deck_size(1280, 720);  ///< logical pixels
DeckStep deck_step(const Deck& deck, std::size_t number, double device_pixel_ratio, const Progress& progress = {});
/// Its map alone, for a screen held upright.
inline constexpr QSize upright_map_size(640, 600);
DeckStep deck_map(const Deck& deck, std::size_t number, double device_pixel_ratio, const Progress& progress = {});

struct DeckFile {
  std::filesystem::path file;  ///< ends in .pdf, .odp or .html
  bool handout = false;        ///< of a PDF: upright pages with the notes below each step
  bool overwrite = false;
  std::optional<bool> notes = {};  ///< for those who present; unsaid: as holds_notes says
};
/// Unless said otherwise handouts and slides for office programs, which are worked with, hold the notes; pages and web
/// pages, which are given away, don't.
bool holds_notes(const DeckFile& settings);
struct DeckWritten {
  int steps = 0;
  Issues issues;  ///< layers that could not be drawn, each once
};
/// Throws Error{usage} for another ending or notes on pages without room for them, {exists} unless overwrite, {disk},
/// {cancelled}; then nothing is written.
void check_deck_file(const DeckFile& settings);
DeckWritten write_deck(const Deck& deck, const DeckFile& settings, const Progress& progress = {});

}  // namespace smile::layers
