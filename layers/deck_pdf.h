#pragma once
// A presentation as a PDF: a step a page, or upright pages with the step's picture above and what is to be said below.
// Only for deck.

#include "layers/deck_parts.h"
#include "layers/sheet.h"

namespace smile::layers {

/// Bookmarks are the titles of the steps.
DrawnDeck deck_pdf(const Deck& deck, const Progress& progress);

/// A page of the handout, without the picture. Notes go on on as many pages as they take; below them there are lines
/// to write on.
struct HandoutPage {
  SheetPage words;
  std::size_t step = 0;  ///< of the deck
  QRectF picture;        ///< empty: the notes go on
};
std::vector<HandoutPage> lay_out_handout(const Deck& deck);
DrawnDeck handout_pdf(const Deck& deck, const Progress& progress);

}  // namespace smile::layers
