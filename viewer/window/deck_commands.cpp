#include "viewer/window/deck_commands.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

#include "gis/plan/steps.h"
#include "layers/deck.h"
#include "viewer/document.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"
#include "viewer/window/message_strip.h"
#include "viewer/window/present_commands.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

/// "pdf" of “PDF (*.pdf)”.
QString ending_in(const QString& filter) {
  return filter.section(QStringLiteral("(*."), 1).section(u')', 0, 0);
}

void ask_and_write(MainWindow& window, const QString& title, const QStringList& filters, bool handout) {
  if (shown_steps(*window.document()->plan()).empty()) return show_steps_panel(window);
  const QString name = tr_(handout ? "Handout" : "Presentation");
  QString filter = filters.front();
  QString file = QFileDialog::getSaveFileName(&window, title, last_folder() + "/" + name + ".pdf",
                                              filters.join(QStringLiteral(";;")), &filter);
  if (file.isEmpty()) return;
  keep_folder(file);
  if (QFileInfo(file).suffix().isEmpty()) file += u'.' + ending_in(filter);
  write_deck_file(window, file.toStdString(), handout);
}

}  // namespace

void export_deck(MainWindow& window) {
  ask_and_write(window, tr_("Export the presentation"),
                {tr_("PDF (*.pdf)"), tr_("Slides for office programs (*.odp)"), tr_("Web page (*.html)")}, false);
}

void export_handout(MainWindow& window) {
  ask_and_write(window, tr_("Export the handout"), {tr_("PDF (*.pdf)")}, true);
}

void write_deck_file(MainWindow& window, const std::filesystem::path& file, bool handout) {
  const Document& document = *window.document();
  const PlanPlace place{document.path(), !document.read_only()};
  window.tasks().start(
      tr_("Drawing the presentation"),
      [&window, plan = document.plan(), place, file, handout](const Progress& progress) -> std::function<void()> {
        const layers::Deck deck = layers::deck_of(plan, place, progress);
        const Issues issues = layers::write_deck(deck, {file, handout, true}, progress).issues;
        return [&window, file, issues] {
          if (!issues.empty()) return window.show_problem(tr_(issues.front().message));
          window.strip().show_message(MessageStrip::Kind::note, tr_(text("The presentation is in {1}", file.string())),
                                      tr_("Open it"),
                                      [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(q(file.string()))); });
        };
      });
}

}  // namespace smile::viewer
