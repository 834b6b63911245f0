// Which of the candidates would do most.

#include "gis/questions/kinds.h"

namespace smile {

SitePlanning site_question(const QuestionOptions& options) {
  SitePlanning question;
  question.candidates = options.places("candidates");
  if (question.candidates.none())
    throw Error(ErrorKind::usage, text("Say where new places could be: --candidates LAYER."));
  question.existing = options.places("places");
  question.count = static_cast<std::int64_t>(options.number("count", 1));
  question.distance_m = options.number("distance", 500);
  question.by = options.by();
  question.ages = options.ages();
  if (options.one_of("goal", {"coverage", "distance"}) == 1) question.goal = SiteQuestion::Goal::distance;
  return question;
}

}  // namespace smile
