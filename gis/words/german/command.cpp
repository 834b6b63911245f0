#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"", ""},
};

Table command() { return sentences; }

}  // namespace smile::german_tables
