#include "gis/words/german.h"

namespace smile::german_tables {

static constexpr Sentence sentences[] = {
    {"", ""},
};

Table viewer_dialogs() { return sentences; }

}  // namespace smile::german_tables
