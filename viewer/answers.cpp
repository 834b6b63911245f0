#include "viewer/answers.h"

#include "gis/questions/keep.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/text.h"

namespace smile::viewer {

void keep_asking(Document& document, TaskStrip& strip, const Question& question, const std::string& name,
                 std::function<void()> then) {
  const PlanPtr plan = document.plan();
  const PlanPlace place{document.path(), !document.read_only()};
  strip.start(tr_("Asking the map"),
              [&document, question, name, plan, place, then](const Progress& progress) -> std::function<void()> {
                Answer answer = ask(question, *plan, place, progress);
                if (!name.empty()) answer.finding.name = name;
                std::vector<TakenTable> tables;
                if (answer.map)
                  tables = document.take_features(answer.map->data, answer.finding.name, plan->crs, progress);
                return [&document, answer, tables, then] {
                  if (!document.apply(keep_answer(answer, tables))) return;
                  if (const Finding* kept = find_finding(*document.plan(), answer.finding.name))
                    emit document.show_finding(kept->id);
                  if (then) then();
                };
              });
}

}  // namespace smile::viewer
