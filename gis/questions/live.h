#pragma once
// A kept answer about reach, followed while measures move.

#include "gis/analysis/live_reach.h"
#include "gis/questions/ask.h"

namespace smile {

/// The question is about reach, and measures are among the places.
bool can_follow(const Question& question);
/// Throws as ask().
LiveReach live_reach(const Question& question, const Plan& plan, const PlanPlace& place, const Progress& progress = {});
/// The kept finding with sentences and table by district as they are now. What only a fresh count knows (where the gaps
/// are) is left out.
Finding now(const Finding& kept, const LiveReach& live, const Plan& plan);
/// What one measure does, in a sentence or two; nothing for one that doesn't count.
std::vector<Text> part_in_words(const LiveReach& live, const Question& question, const Measure& measure,
                                const Plan& plan);

}  // namespace smile
