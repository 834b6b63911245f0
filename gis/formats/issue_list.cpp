#include "gis/formats/issue_list.h"

#include <algorithm>

namespace smile {

Issue& IssueList::add(Severity severity, std::string kind, Text message, Text proposal) {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.file = file_;
  issue.message = std::move(message);
  issue.proposal = std::move(proposal);
  if (++counts_[issue.kind] > listed_per_kind) return unlisted_ = std::move(issue);
  issues_.push_back(std::move(issue));
  return issues_.back();
}

Issue& IssueList::add_row(Severity severity, std::string kind, std::int64_t row, Text message, Text proposal) {
  Issue& issue = add(severity, std::move(kind), std::move(message), std::move(proposal));
  issue.row = row;
  return issue;
}

std::int64_t IssueList::count(const std::string& kind) const {
  const auto found = counts_.find(kind);
  return found == counts_.end() ? 0 : found->second;
}

Issues IssueList::take() {
  Issues out = std::move(issues_);
  for (const auto& [kind, count] : counts_) {
    if (count <= listed_per_kind) continue;
    const auto first = std::find_if(out.begin(), out.end(), [&](const Issue& issue) { return issue.kind == kind; });
    Issue more = *first;
    more.row.reset();
    more.value.clear();
    more.message = text("{1} more of the same kind are not listed one by one.", count - listed_per_kind);
    out.push_back(std::move(more));
  }
  return out;
}

}  // namespace smile
