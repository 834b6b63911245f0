#pragma once
// Private to this room: one function for each kind of question, each in a file of its name.

#include <cstdint>

#include "gis/analysis/people.h"
#include "gis/questions/ask.h"
#include "gis/questions/options.h"
#include "gis/questions/told.h"

namespace smile {

struct AskedPlan {
  const QuestionOptions& options;
  const Plan& plan;
  const PlanPlace& place;
  const Progress& progress;
};

Answer ask_catchment(const AskedPlan& asked);
Answer ask_gaps(const AskedPlan& asked);
Answer ask_supply(const AskedPlan& asked);
Answer ask_reach(const AskedPlan& asked);
Answer ask_sites(const AskedPlan& asked);
Answer ask_conflicts(const AskedPlan& asked);
Answer ask_density(const AskedPlan& asked);
Answer ask_equity(const AskedPlan& asked);
Answer ask_similar(const AskedPlan& asked);
Answer ask_districts(const AskedPlan& asked);
Answer ask_trend(const AskedPlan& asked);
Answer ask_compare(const AskedPlan& asked);

/// What a kind of question looks at, beside the layers its options name.
enum Looks : std::uint8_t {
  at_people = 1,
  at_network = 2,  ///< where it is walked
  at_measures = 4,
  at_districts = 8,
  at_figures = 16,          ///< those its options name
  at_inhabitants = 32,      ///< as statistics have them
  at_labels = 64,           ///< building block and phase of measures
  walks_unless_said = 128,  ///< without "by"
};

// --- tables ---

FindingColumn words_column(Text name, std::vector<std::string> words);
FindingColumn figures_column(Text name, std::vector<std::optional<double>> figures, int digits = 0);
/// What is secret stays so; with as many digits as are read at the size of the largest.
FindingColumn figures_column(Text name, const std::vector<Figure>& figures);
/// Shares of 1, from parts and wholes; nothing of nobody.
FindingColumn share_column(Text name, const std::vector<std::optional<double>>& parts,
                           const std::vector<std::optional<double>>& wholes);
/// The same for one figure of all those districts; without an entry nobody knows.
std::vector<Figure> figures_of(const std::map<Id, Figure>& figures, const std::vector<Id>& districts);
/// How districts of these rows are called as one: by the name of their level.
Text heading_of(const Plan& plan, const std::vector<Id>& districts);
/// "Inhabitants", of some ages "Inhabitants 0–5".
Text inhabitants_heading(AgeRange ages);
/// Begins a table with code and name of districts; id 0: "outside"; with total: a last row "City".
FindingTable district_table(const Plan& plan, std::vector<Id> districts, bool total);

}  // namespace smile
