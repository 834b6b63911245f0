#pragma once
// A presentation as slides of an office program (OpenDocument): titles, texts, tables and notes are its own and can be
// changed there; map and chart are pictures. Only for deck.

#include "layers/deck_parts.h"

namespace smile::layers {

DrawnDeck deck_odp(const Deck& deck, const Progress& progress);

}  // namespace smile::layers
