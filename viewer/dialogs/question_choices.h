#pragma once
// What a plan offers for the fields of a question: words of the core and their names.

#include <QString>
#include <utility>
#include <vector>

#include "gis/plan/plan.h"
#include "gis/questions/fields.h"

namespace smile::viewer {

using Choices = std::vector<std::pair<QString, QString>>;  ///< word, name

bool has_network(const Plan& plan);
/// Layers that can be places; with the line "no layer" first. Only areas for QuestionField::Type::areas.
Choices layer_choices(const Plan& plan, const QuestionField& field);
/// No measures, all, those of each scenario.
Choices measure_choices(const Plan& plan);
/// For all other fields that are chosen from.
Choices choices_for(const QuestionField& field, const Plan& plan);

}  // namespace smile::viewer
