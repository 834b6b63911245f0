#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"", ""},
};

Table layers() { return sentences; }

}  // namespace smile::german_tables
