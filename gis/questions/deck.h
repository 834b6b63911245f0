#pragma once
// A presentation made from what the plan knows: one message a step, what it can't say is left out.

#include <vector>

#include "gis/plan/edit_json.h"
#include "gis/plan/edits.h"

namespace smile {

/// For a district, or the whole city (0): where we are, who lives here, what is proposed, whom it reaches, what is
/// missing, what it costs, what we ask. In the language of the program; panels follow the plan afterwards. Throws
/// Error{not_found} for a district the plan doesn't have.
std::vector<Step> deck_for(const Plan& plan, Id district);
/// The same as an edit: its steps come last.
Edit add_deck(const Plan& plan, Id district);

/// {"edit":"deck","district":"K"}; without a district that of the city.
OtherEdits deck_edits();

}  // namespace smile
