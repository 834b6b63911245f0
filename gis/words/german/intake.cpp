#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"", ""},
};

Table intake() { return sentences; }

}  // namespace smile::german_tables
