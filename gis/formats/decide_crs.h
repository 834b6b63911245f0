#pragma once
// Private to this room: which coordinate system a layer really is in.

#include "gis/formats/raw_layer.h"

namespace smile {

struct CrsDecision {
  Crs crs;            ///< unknown only if options.without_crs allowed it
  bool swap = false;  ///< x and y have to change places
  bool guessed = false;
  std::vector<CrsProposal> proposals;
};

/// Where most of the data lie: single outliers don't widen it.
Box usual_extent(const std::vector<Feature>& features);

/// Throws Error{usage} for options.crs that is none, {needs_answer} where no reading is plausible.
CrsDecision decide_crs(const RawLayer& layer, const ReadOptions& options, IssueList& issues);

}  // namespace smile
