#pragma once
// Answers that were found already, as ask() tells them: for whoever has looked at the figures themselves too. Without
// question and basis: see finished().

#include "gis/analysis/conflicts.h"
#include "gis/analysis/district_figures.h"
#include "gis/questions/ask.h"
#include "gis/questions/options.h"

namespace smile {

Answer told(const ReachAnswer& found, const QuestionOptions& options);
Answer told(const SupplyAnswer& found, const QuestionOptions& options);
Answer told(const KindsAnswer& found, const QuestionOptions& options);
Answer told(const ComparisonAnswer& found, const QuestionOptions& options);
Answer told(const SitePlan& found, const QuestionOptions& options);
Answer told(const ConflictAnswer& found, const QuestionOptions& options);
Answer told(const DensityAnswer& found, const QuestionOptions& options, const Progress& progress = {});
Answer told(const EquityAnswer& found, const QuestionOptions& options);
Answer told(const SimilarAnswer& found, const QuestionOptions& options);
Answer told(const FiguresResult& result, const QuestionOptions& options);

}  // namespace smile
