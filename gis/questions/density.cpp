// Where places or people lie close together.

#include "gis/questions/kinds.h"

namespace smile {

DensityQuestion density_question(const QuestionOptions& options) {
  DensityQuestion question;
  question.places = options.places("places");
  if (question.places.none())
    throw Error(ErrorKind::usage, text("Say what may lie close together: --places LAYER, or --places measures."));
  question.radius_m = options.number("radius", question.radius_m);
  question.cell_m = options.number("cell", question.radius_m / 5);
  question.ages = options.ages();
  question.level = options.level();
  return question;
}

}  // namespace smile
