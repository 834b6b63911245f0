#pragma once
// Private to this room: one function for each kind of question, each in a file of its name.

#include <cstdint>

#include "gis/questions/ask.h"
#include "gis/questions/options.h"

namespace smile {

struct AskedPlan {
  const QuestionOptions& options;
  const Plan& plan;
  const PlanPlace& place;
  const Progress& progress;
};

Answer ask_catchment(const AskedPlan& asked);
Answer ask_gaps(const AskedPlan& asked);
Answer ask_compare(const AskedPlan& asked);

/// What a kind of question looks at, beside the layers its options name.
enum Looks : std::uint8_t {
  at_people = 1,
  at_network = 2,  ///< where it is walked
  at_measures = 4,
  at_districts = 8,
  at_statistics = 16,
};

// --- tables ---

FindingColumn words_column(Text name, std::vector<std::string> words);
FindingColumn figures_column(Text name, std::vector<std::optional<double>> figures, int digits = 0);
/// Shares of 1, from parts and wholes; nothing of nobody.
FindingColumn share_column(Text name, const std::vector<std::optional<double>>& parts,
                           const std::vector<std::optional<double>>& wholes);
/// Begins a table with code and name of districts; id 0: "outside"; with total: a last row "City".
FindingTable district_table(const Plan& plan, std::vector<Id> districts, bool total);

}  // namespace smile
