// smileplaces deck PLAN OUT.pdf: the steps of the presentation to take away, one a page, as slides or as one web page.

#include "layers/deck.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/store/plan_file.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {

namespace {

std::optional<bool> notes_asked_for(const Call& call) {
  if (call.has("--notes") && call.has("--no-notes"))
    throw Error(ErrorKind::usage, text("With notes or without: {1} and {2} can't both be.", "--notes", "--no-notes"));
  if (call.has("--notes")) return true;
  return call.has("--no-notes") ? std::optional(false) : std::nullopt;
}

}  // namespace

int run_deck(const Call& call) {
  start_drawing();
  const layers::DeckFile settings{call.words[1], call.has("--handout"), call.has("--overwrite"), notes_asked_for(call)};
  layers::check_deck_file(settings);
  const PlanPtr plan = PlanFile::open(call.words[0], PlanFile::Mode::read).plan();
  const layers::Deck deck = layers::deck_of(plan, place_of(call.words[0]), terminal_progress());
  const layers::DeckWritten written = layers::write_deck(deck, settings, terminal_progress());
  if (call.json()) {
    print_json({{"steps", written.steps},
                {"file", call.words[1]},
                {"notes", layers::holds_notes(settings)},
                {"issues", to_json(written.issues)}});
  } else {
    std::cout << call.words[1] << ": " << str(text_n(written.steps, "one step", "{1} steps", written.steps)) << "\n";
    print_issues(written.issues);
  }
  return exit_code(written.issues);
}

}  // namespace smile::viewer::command
