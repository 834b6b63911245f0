#include "gis/intake/measure_update.h"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

namespace smile {
namespace {

/// What a row is recognised by: its number, or else its title and the how-many-eth of that title it is.
class Keys {
public:
  std::string of(const Measure& measure) {
    if (!measure.number.empty()) return "n" + measure.number;
    return "t" + std::to_string(++titles_[measure.title]) + measure.title;
  }

private:
  std::unordered_map<std::string, int> titles_;
};

std::vector<std::string> words_of(const std::string& title) {
  std::vector<std::string> words(1);
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      words.back() += static_cast<char>(std::tolower(byte));
    else if (!words.back().empty())
      words.emplace_back();
  }
  std::erase_if(words, [](const std::string& word) { return word.size() < 3; });
  return words;
}

/// Could one title have become the other? A third of the words of the shorter one is enough: offices rewrite.
bool alike(const std::string& a, const std::string& b) {
  const std::vector<std::string> left = words_of(a);
  const std::vector<std::string> right = words_of(b);
  const auto common = static_cast<std::size_t>(std::count_if(left.begin(), left.end(), [&](const std::string& word) {
    return std::find(right.begin(), right.end(), word) != right.end();
  }));
  return left.empty() || right.empty() || common * 3 >= std::min(left.size(), right.size());
}

using Known = std::unordered_map<std::string, const Measure*>;

/// Numbers start at 1 in every list. Where most of the numbers that are known stand beside quite other titles, this is
/// another list, and its rows are other measures.
bool is_another_list(const std::vector<ReadMeasure>& read, const Known& by_number) {
  int same = 0;
  int other = 0;
  for (const ReadMeasure& each : read) {
    const auto found = each.measure.number.empty() ? by_number.end() : by_number.find(each.measure.number);
    if (found == by_number.end() || each.measure.title.empty()) continue;
    ++(alike(each.measure.title, found->second->title) ? same : other);
  }
  constexpr int a_few = 3;  // one or two may be new titles
  return other >= a_few && other > same;
}

Issue change_issue(std::string kind, Severity severity, const ReadMeasure& read, const std::string& file,
                   Text message) {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.file = file;
  issue.row = read.row;
  issue.message = std::move(message);
  return issue;
}

/// Later rows with a number that was there before get "17-2", "17-3": the same ones at the next import.
void part_repeated_numbers(std::vector<ReadMeasure>& read, const std::string& file, Issues& issues) {
  std::unordered_set<std::string> in_file;
  for (const ReadMeasure& each : read) in_file.insert(each.measure.number);
  std::unordered_set<std::string> seen;
  for (ReadMeasure& each : read) {
    const std::string number = each.measure.number;
    if (number.empty() || seen.insert(number).second) continue;
    int n = 2;
    while (in_file.contains(number + "-" + std::to_string(n))) ++n;
    each.measure.number = number + "-" + std::to_string(n);
    in_file.insert(each.measure.number);
    seen.insert(each.measure.number);
    issues.push_back(change_issue(
        "number_repeated", Severity::warning, each, file,
        text("The number {1} was there before; this row came in with the number {2}.", number, each.measure.number)));
    issues.back().value = number;
    issues.back().proposal = text("Give the row a number of its own in the file.");
  }
}

/// "1" becomes "1-2" where measure 1 of the plan is quite another one – the same at the next import, by number and
/// title.
std::string number_beside(const std::string& number, const std::string& title, const Known& by_number) {
  for (int n = 2;; ++n) {
    const std::string next = number + "-" + std::to_string(n);
    const auto taken = by_number.find(next);
    if (taken == by_number.end() || alike(taken->second->title, title)) return next;
  }
}

void part_from_other_list(std::vector<ReadMeasure>& read, const Plan& plan, const std::string& file, Issues& issues) {
  Known by_number;
  for (const MeasurePtr& measure : plan.measures)
    if (!measure->number.empty()) by_number.emplace(measure->number, measure.get());
  if (!is_another_list(read, by_number)) return;
  std::int64_t parted = 0;
  for (ReadMeasure& each : read) {
    const auto found = by_number.find(each.measure.number);
    if (each.measure.number.empty() || found == by_number.end() || alike(each.measure.title, found->second->title))
      continue;
    each.measure.number = number_beside(each.measure.number, each.measure.title, by_number);
    ++parted;
  }
  Issue issue;
  issue.severity = Severity::warning;
  issue.kind = "other_list";
  issue.file = file;
  issue.message = text_n(parted,
                         "{1} number of this list belongs to quite another measure in the plan; the row came in as a "
                         "measure of its own, with “-2” behind the number.",
                         "{1} numbers of this list belong to quite other measures in the plan; the rows came in as "
                         "measures of their own, with “-2” behind the number.",
                         parted);
  issue.proposal = text("If it is the same list with new titles, undo, and change the titles in smaller steps.");
  issues.push_back(std::move(issue));
}

Issue renamed_issue(const Measure& old, const Measure& now, const ReadMeasure& read, const std::string& file) {
  Issue issue =
      change_issue("title_replaced", Severity::warning, read, file,
                   text("Number {1} was “{2}” and is now “{3}”: another measure?", now.number, old.title, now.title));
  issue.value = now.title;
  issue.measure = now.id;
  issue.proposal = text("If it is another one, give it a number of its own in the file.");
  return issue;
}

void update_extra(Measure& measure, const Measure& from) {
  for (const auto& [header, value] : from.extra) {
    const auto found =
        std::find_if(measure.extra.begin(), measure.extra.end(), [&](const auto& e) { return e.first == header; });
    if (found == measure.extra.end())
      measure.extra.emplace_back(header, value);
    else
      found->second = value;
  }
}

/// A place whose cell reads as last time says nothing new: where the planner has moved it, it stays.
void update_place(Measure& measure, const Measure& from) {
  if (from.location.placement == Placement::none) {
    if (measure.location.placement == Placement::none && !from.district_hint.empty())
      measure.district_hint = from.district_hint;
    return;
  }
  const bool as_before = !from.location.as_written.empty() && from.location.as_written == measure.location.as_written;
  if (as_before) return;
  measure.location = from.location;
  measure.district_hint = from.district_hint;
}

Measure updated(const Measure& old, const Measure& from) {
  Measure measure = old;
  for (const MeasureField& field : measure_fields()) {
    const Value value = field.get(from);
    if (field.key != "district_hint" && !std::holds_alternative<std::monostate>(value)) field.set(measure, value);
  }
  if (measure.phase != old.phase) measure.phase_history.push_back({measure.phase, today()});
  update_extra(measure, from);
  update_place(measure, from);
  return measure;
}

std::string shown(const MeasureField& field, const Value& value, const std::string& currency) {
  const std::string written = format_value(language(), field, value, currency);
  return written.empty() ? "–" : written;
}

std::string shown_place(const Location& location) {
  return location.as_written.empty() ? std::string(word(location.placement)) : location.as_written;
}

using HeaderOf = std::function<std::string(std::string_view)>;

void note_changes(const Measure& old, const Measure& now, const ReadMeasure& read, const Plan& plan,
                  const std::string& file, const HeaderOf& header_of, Issues& issues) {
  const auto note = [&](std::string column, const std::string& before, const std::string& after) {
    issues.push_back(change_issue("measure_updated", Severity::note, read, file,
                                  text("Updated from “{1}” to “{2}”.", before, after)));
    issues.back().column = std::move(column);
    issues.back().value = after;
    issues.back().measure = now.id;
  };
  for (const MeasureField& field : measure_fields())
    if (field.get(old) != field.get(now))
      note(header_of(field.key), shown(field, field.get(old), plan.currency),
           shown(field, field.get(now), plan.currency));
  if (old.location != now.location)
    note(header_of(target::position), shown_place(old.location), shown_place(now.location));
  for (const auto& [header, value] : now.extra) {
    const auto before =
        std::find_if(old.extra.begin(), old.extra.end(), [&h = header](const auto& e) { return e.first == h; });
    if (before == old.extra.end() || before->second != value)
      note(header, before == old.extra.end() ? "–" : before->second, value);
  }
}

}  // namespace

Merged merge_with_plan(std::vector<ReadMeasure> read, const Plan& plan, const std::string& file,
                       const HeaderOf& header_of) {
  Merged merged;
  part_repeated_numbers(read, file, merged.issues);
  part_from_other_list(read, plan, file, merged.issues);
  Known known;
  Keys plan_keys;
  for (const MeasurePtr& measure : plan.measures) known.emplace(plan_keys.of(*measure), measure.get());
  Keys file_keys;
  for (ReadMeasure& each : read) {
    const auto found = known.find(file_keys.of(each.measure));
    if (found == known.end()) {
      merged.added_rows.push_back(each.row);
      merged.added.push_back(std::move(each.measure));
      continue;
    }
    const Measure& old = *found->second;
    merged.measure_of_row.emplace_back(each.row, old.id);
    Measure now = updated(old, each.measure);
    if (now == old) {
      ++merged.unchanged;
      continue;
    }
    if (!alike(old.title, now.title)) merged.issues.push_back(renamed_issue(old, now, each, file));
    note_changes(old, now, each, plan, file, header_of, merged.issues);
    merged.updated.push_back(std::move(now));
  }
  return merged;
}

}  // namespace smile
