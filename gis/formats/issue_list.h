#pragma once
// Private to this room: issues of one reading. A file with ten thousand like problems says so without ten thousand
// lines.

#include <map>
#include <string>

#include "gis/words/issue.h"

namespace smile {

class IssueList {
public:
  static constexpr std::int64_t listed_per_kind = 500;

  explicit IssueList(std::string file) : file_(std::move(file)) {}
  Issue& add(Severity severity, std::string kind, Text message, Text proposal = {});
  Issue& add_row(Severity severity, std::string kind, std::int64_t row, Text message, Text proposal = {});
  std::int64_t count(const std::string& kind) const;
  /// All that were listed, and one for each kind of which more were found.
  Issues take();

private:
  std::string file_;
  Issues issues_;
  std::map<std::string, std::int64_t> counts_;
  Issue unlisted_;
};

}  // namespace smile
