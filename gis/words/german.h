#pragma once
// The German sentences, a table per room of the program. Add a sentence where its English stands in the code:
// german/<room>.cpp.

#include <span>

#include "gis/words/words.h"

namespace smile::german_tables {

using Table = std::span<const Sentence>;
Table plan();
Table formats();
Table intake();
Table statistics();
Table rasters();
Table population();
Table places();
Table store();
Table analysis();
Table sites();
Table supply();
Table questions();
Table findings();
Table scenarios();
Table steps();
Table decks();
Table sheets();
Table figures();
Table exports();
Table layers();
Table charts();
Table viewer_window();
Table viewer_panels();
Table viewer_dialogs();
Table viewer_tools();
Table command();

}  // namespace smile::german_tables
