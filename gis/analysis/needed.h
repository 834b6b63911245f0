#pragma once
// What a question takes and the plan does not have yet.

#include <string>

#include "gis/words/issue.h"

namespace smile {

/// Error{needs_answer}: its sentence says what is missing, for everybody; the command line adds how to get it there.
class Needed : public Error {
public:
  Needed(Text sentence, std::string command);
  /// As it would be typed: "smileplaces add PLAN network FILE".
  const std::string& command() const { return command_; }

private:
  std::string command_;
};

Needed needs_people();
Needed needs_network();
Needed needs_districts();
Needed needs_measures();
/// Figures of the districts: of their inhabitants.
Needed needs_inhabitants();

}  // namespace smile
