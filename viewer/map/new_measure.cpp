#include "viewer/map/new_measure.h"

#include "viewer/fresh_measure.h"

namespace smile::viewer {

Id make_measure_at(Document& document, Location location) {
  Measure measure = fresh_measure(*document.plan());
  measure.location = std::move(location);
  document.seal();
  if (!document.apply(add_measures({std::move(measure)}))) return 0;
  const Id id = document.plan()->measures.back()->id;
  document.select_measures({id});
  return id;
}

}  // namespace smile::viewer
