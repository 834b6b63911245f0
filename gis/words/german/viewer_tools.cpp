#include "gis/words/german.h"

// The tools of the map: asking it, measuring on it, views of it.

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    // What can't be measured
    {"Nothing can be measured on the ellipsoid of “{1}”: it is not known.",
     "Auf dem Ellipsoid von „{1}“ kann nichts gemessen werden: Es ist nicht bekannt."},
};

Table viewer_tools() {
  return sentences;
}

}  // namespace smile::german_tables
