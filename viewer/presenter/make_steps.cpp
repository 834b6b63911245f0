#include "viewer/presenter/make_steps.h"

#include "gis/questions/deck.h"
#include "viewer/document.h"

namespace smile::viewer {

void make_steps(Document& document, Id district) {
  const std::size_t before = document.plan()->steps.size();
  document.seal();
  if (!document.apply(add_deck(*document.plan(), district))) return;
  document.seal();
  std::vector<Id> made;
  const PlanPtr plan = document.plan();
  for (std::size_t i = before; i < plan->steps.size(); ++i) made.push_back(plan->steps[i]->id);
  emit document.show_steps(made);
}

}  // namespace smile::viewer
