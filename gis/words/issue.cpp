#include "gis/words/issue.h"

#include <algorithm>

namespace smile {

bool has_warnings(const Issues& issues) {
  return std::any_of(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity != Severity::note; });
}

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

Error::Error(ErrorKind kind, Text sentence)
    : kind_(kind), sentence_(std::move(sentence)), rendered_(in(Language::english, sentence_)) {}

}  // namespace smile
