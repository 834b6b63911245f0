#include "viewer/window/deck_commands.h"

#include <QDesktopServices>
#include <QUrl>
#include <algorithm>

#include "gis/plan/steps.h"
#include "layers/drawn_file.h"
#include "viewer/dialogs/save_file.h"
#include "viewer/document.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"
#include "viewer/window/message_strip.h"
#include "viewer/window/present_commands.h"

namespace smile::viewer {
namespace {

void ask_and_write(MainWindow& window, const QString& title, bool handout) {
  if (shown_steps(*window.document()->plan()).empty()) return show_steps_panel(window);
  const std::vector<DeckKind> kinds = deck_kinds(handout);
  QStringList filters;
  for (const DeckKind& kind : kinds) filters << kind.filter;
  const auto named = ask_save_file(&window, title, tr_(handout ? "Handout" : "Presentation"), filters);
  if (named) write_deck_file(window, deck_file(named->file, kinds, named->kind));
}

/// By what the file is.
QString words_of_written(const layers::DeckFile& written) {
  const std::string file = written.file.string(), ending = layers::ending_of(written.file);
  const bool notes = layers::holds_notes(written);
  if (written.handout)
    return tr_(notes ? text("The handout is in {1}, with the notes for those who present", file)
                     : text("The handout is in {1}", file));
  if (ending == ".odp")
    return tr_(notes ? text("The slides are in {1}, with the notes for those who present", file)
                     : text("The slides are in {1}", file));
  if (ending == ".html")
    return tr_(notes ? text("The web page is in {1}, with the notes for those who present", file)
                     : text("The web page is in {1}", file));
  return tr_(text("The presentation is in {1}", file));
}

}  // namespace

std::vector<DeckKind> deck_kinds(bool handout) {
  if (handout)
    return {{tr_("Handout with the notes (*.pdf)"), true, true},
            {tr_("Handout without notes, with room to write (*.pdf)"), true, false}};
  return {{tr_("PDF (*.pdf)")},
          {tr_("Web page, to be given away (*.html)")},
          {tr_("Web page with the notes (*.html)"), false, true},
          {tr_("Slides for office programs, with the notes (*.odp)"), false, true},
          {tr_("Slides for office programs, without notes (*.odp)")}};
}

layers::DeckFile deck_file(const std::string& named, const std::vector<DeckKind>& kinds, const QString& filter) {
  layers::DeckFile out{named, kinds.front().handout, true};
  const auto chosen =
      std::find_if(kinds.begin(), kinds.end(), [&](const DeckKind& kind) { return kind.filter == filter; });
  if (chosen == kinds.end()) return out;
  if (!out.file.has_extension()) out.file += ending_in(filter);
  out.notes = chosen->notes && layers::ending_of(out.file) == ending_in(filter);
  return out;
}

void export_deck(MainWindow& window) {
  ask_and_write(window, tr_("Export the presentation"), false);
}

void export_handout(MainWindow& window) {
  ask_and_write(window, tr_("Export the handout"), true);
}

void write_deck_file(MainWindow& window, layers::DeckFile settings) {
  const Document& document = *window.document();
  const PlanPlace place{document.path(), !document.read_only()};
  window.tasks().start(tr_("Drawing the presentation"),
                       [&window, plan = document.plan(), place,
                        settings = std::move(settings)](const Progress& progress) -> std::function<void()> {
                         const layers::Deck deck = layers::deck_of(plan, place, progress);
                         const Issues issues = layers::write_deck(deck, settings, progress).issues;
                         return [&window, settings, issues] {
                           if (!issues.empty()) return window.show_problem(tr_(issues.front().message));
                           const std::string file = settings.file.string();
                           window.strip().show_message(
                               MessageStrip::Kind::note, words_of_written(settings), tr_("Open it"),
                               [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(q(file))); });
                         };
                       });
}

}  // namespace smile::viewer
