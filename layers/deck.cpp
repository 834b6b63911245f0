#include "layers/deck.h"

#include <algorithm>

#include "gis/intake/layers.h"
#include "gis/plan/steps.h"
#include "layers/deck_html.h"
#include "layers/deck_odp.h"
#include "layers/deck_pdf.h"
#include "layers/deck_sources.h"
#include "layers/drawn_file.h"
#include "layers/paper.h"
#include "layers/raster.h"

namespace smile::layers {
namespace {

/// So that a layer is read once, however many steps show it.
Plan with_all_layers_of(const Plan& plan, const std::vector<StepPtr>& steps) {
  Plan all = plan;
  all.style.layers.clear();
  for (const StepPtr& step : steps)
    for (const LayerSettings& settings : step->style.layers) {
      const bool listed = std::any_of(all.style.layers.begin(), all.style.layers.end(),
                                      [&](const LayerSettings& other) { return other.layer == settings.layer; });
      if (settings.visible && !listed) all.style.layers.push_back(settings);
    }
  return all;
}

std::vector<StepPtr> steps_to_show(const Plan& plan) {
  std::vector<StepPtr> steps = shown_steps(plan);
  if (!steps.empty()) return steps;
  if (!plan.steps.empty())
    throw Error(ErrorKind::needs_answer, text("All steps of the presentation are hidden; show those that are meant."));
  throw Error(ErrorKind::needs_answer,
              text("The plan has no presentation yet; make its steps in the window (Present, Steps), or feed {1} to "
                   "smileplaces edit PLAN -",
                   R"({"edit":"deck"})"));
}

DeckStep laid_out(const Deck& deck, std::size_t number, QSize size, const StepLook& look, const Progress& progress) {
  const Step& step = *deck.steps[number];
  DeckStep out;
  out.picture = lay_out_step(deck.plan, step, size, look);
  LoadedRasters under =
      load_rasters(as_in_step(*deck.plan, step), deck.folder, raster_view(out.picture.camera), progress);
  out.rasters = std::move(under.rasters);
  out.issues = std::move(under.issues);
  return out;
}

Deck without_notes(Deck deck) {
  for (StepPtr& step : deck.steps) {
    Step silent = *step;
    silent.notes.clear();
    step = std::make_shared<const Step>(std::move(silent));
  }
  return deck;
}

DrawnDeck drawn(const Deck& deck, const DeckFile& settings, const Progress& progress) {
  const std::string ending = ending_of(settings.file);
  if (ending == ".html") return deck_html(deck, progress);
  if (ending == ".odp") return deck_odp(deck, progress);
  return settings.handout ? handout_pdf(deck, progress) : deck_pdf(deck, progress);
}

}  // namespace

Deck deck_of(const PlanPtr& plan, const PlanPlace& place, const Progress& progress) {
  load_fonts();
  Deck deck;
  deck.plan = plan;
  deck.folder = place.folder();
  deck.steps = steps_to_show(*plan);
  deck.told = deck.steps.size();
  LoadedLayers loaded = load_layers(with_all_layers_of(*plan, deck.steps), place, progress);
  deck.layers = std::move(loaded.layers);
  deck.issues = std::move(loaded.issues);
  for (StepPtr& step : source_steps(plan, deck.steps)) deck.steps.push_back(std::move(step));
  return deck;
}

DeckStep deck_step(const Deck& deck, std::size_t number, double device_pixel_ratio, const Progress& progress) {
  return laid_out(deck, number, deck_size,
                  {Theme::light, device_pixel_ratio, deck.layers, static_cast<int>(number) + 1,
                   static_cast<int>(deck.steps.size())},
                  progress);
}

DeckStep deck_map(const Deck& deck, std::size_t number, double device_pixel_ratio, const Progress& progress) {
  StepLook look{Theme::light, device_pixel_ratio, deck.layers};
  look.map_only = true;
  return laid_out(deck, number, upright_map_size, look, progress);
}

bool holds_notes(const DeckFile& settings) {
  return settings.notes.value_or(settings.handout || ending_of(settings.file) == ".odp");
}

void check_deck_file(const DeckFile& settings) {
  const std::string ending = ending_of(settings.file);
  if (ending != ".pdf" && ending != ".odp" && ending != ".html")
    throw Error(ErrorKind::usage, text("A presentation is written as .pdf, .odp or .html; “{1}” ends otherwise.",
                                       settings.file.filename().string()));
  if (settings.handout && ending != ".pdf")
    throw Error(ErrorKind::usage,
                text("A handout is written as .pdf; “{1}” ends otherwise.", settings.file.filename().string()));
  if (ending == ".pdf" && !settings.handout && holds_notes(settings))
    throw Error(ErrorKind::usage, text("The pages of a presentation have no room for notes; the handout has them."));
  if (!settings.overwrite) refuse_to_replace(settings.file);
}

DeckWritten write_deck(const Deck& deck, const DeckFile& settings, const Progress& progress) {
  check_deck_file(settings);
  const DrawnDeck made = drawn(holds_notes(settings) ? deck : without_notes(deck), settings, progress);
  progress.check();
  write_drawn(settings.file, made.write);
  DeckWritten written{static_cast<int>(deck.told), deck.issues};
  written.issues.insert(written.issues.end(), made.issues.begin(), made.issues.end());
  keep_each_once(written.issues);
  return written;
}

}  // namespace smile::layers
