#pragma once
// Private to the choice of sites: is it a question at all, and what is odd about it.

#include "gis/analysis/site_choice.h"

namespace smile {

/// Error{refused} with what is wrong.
void check_question(const SiteQuestion& question);
Issues oddities_of(const SiteQuestion& question, bool something_to_gain);

}  // namespace smile
