#include "gis/analysis/needed.h"

namespace smile {

Needed::Needed(Text sentence, std::string command)
    : Error(ErrorKind::needs_answer, std::move(sentence)), command_(std::move(command)) {}

Needed needs_people() {
  return {text("The plan does not know where people live: add a census grid, blocks or points with counts first."),
          "smileplaces add PLAN population FILE"};
}

Needed needs_network() {
  return {text("The plan has no network to walk along: add one first, or ask for straight distances."),
          "smileplaces add PLAN network FILE"};
}

Needed needs_districts() {
  return {text("The plan has no districts yet: add them first."), "smileplaces add PLAN districts FILE"};
}

Needed needs_measures() {
  return {text("The plan has no measures yet: add them first."), "smileplaces add PLAN measures FILE"};
}

Needed needs_inhabitants() {
  return {text("The plan knows no inhabitants of its districts: add a table with them first."),
          "smileplaces add PLAN statistics FILE"};
}

}  // namespace smile
