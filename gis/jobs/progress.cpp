#include "gis/jobs/progress.h"

#include "gis/words/issue.h"

namespace smile {

void Progress::check() const {
  if (stopped()) throw Error(ErrorKind::cancelled, text("Cancelled; nothing was changed."));
}

}  // namespace smile
