#pragma once
// What the sources of a plan are called where people read them.

#include <string>

#include "gis/plan/plan.h"
#include "gis/words/words.h"

namespace smile {

/// What a source is of. A table of figures is known by the name of a column, which is no word for paper: it becomes
/// "Inhabitants" or "Statistics".
std::string what_in_words(const Plan& plan, const Source& source, Language language);

}  // namespace smile
