#include "viewer/panels/measures_table.h"

#include "viewer/document.h"
#include "viewer/panels/empty_state.h"
#include "viewer/text.h"

namespace smile::viewer {

QWidget* make_measures_table(Document& /*document*/, QWidget* parent) {
  return make_empty_state({}, {}, {}, parent);
}

}  // namespace smile::viewer
