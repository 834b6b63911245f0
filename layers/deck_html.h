#pragma once
// A presentation as one web page that asks for nothing: words are words, maps and charts pictures in the page itself.
// Keys, taps, notes and printing by a small script and style of our own. Only for deck.

#include "layers/deck_parts.h"

namespace smile::layers {

DrawnDeck deck_html(const Deck& deck, const Progress& progress);

}  // namespace smile::layers
