#include "gis/intake/statistics_join.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/intake/statistics_cells.h"

namespace smile {
namespace {

const std::string& cell(const TextRow& row, int column) {
  static const std::string none;
  return column >= 0 && static_cast<std::size_t>(column) < row.cells.size()
             ? row.cells[static_cast<std::size_t>(column)]
             : none;
}

/// The whole and the rest of a city, as tables of figures write it.
bool says_total(const std::string& name) {
  const std::string loose = loose_form(name);
  if (loose.starts_with("stadt") && (loose == "stadt" || name.find(' ') != std::string::npos)) return true;
  for (const std::string_view word : {"gesamt", "insgesamt", "summe", "zusammen", "total", "alle"})
    if (loose.find(word) != std::string::npos) return true;
  return false;
}
bool says_rest(const std::string& name) {
  const std::string loose = loose_form(name);
  for (const std::string_view word :
       {"nichtzuzuordnen", "ohneangabe", "ohnezuordnung", "unbekannt", "sonstige", "unassigned"})
    if (loose.find(word) != std::string::npos) return true;
  return false;
}

class Joiner {
public:
  Joiner(const TextTable& table, const std::string& file, const KeyColumns& keys, const DistrictNames& names,
         const Plan& plan)
      : table_(table), file_(file), keys_(keys), names_(names) {
    for (const Level& level : plan.levels)
      if (level.id != keys.level) other_levels_.emplace_back(plan, level.id);
    sums_.emplace_back(table.header.size(), 0.0);
  }

  Join run() {
    for (const TextRow& row : table_.rows) {
      const District* district = find(row);
      if (district != nullptr && !is_first(row, *district)) district = nullptr;
      join_.rows.push_back(district);
      if (district != nullptr || join_.issues.back().kind != "subtotal") add_to_sums(row);
    }
    note_absent();
    return std::move(join_);
  }

private:
  void add(Severity severity, std::string kind, const TextRow& row, int column, Text message, Text proposal = {},
           Id district = 0) {
    Issue issue;
    issue.severity = severity;
    issue.kind = std::move(kind);
    issue.file = file_;
    issue.row = row.row;
    issue.column = table_.header[static_cast<std::size_t>(column)];
    issue.value = cell(row, column);
    issue.message = std::move(message);
    issue.proposal = std::move(proposal);
    issue.district = district;
    join_.issues.push_back(std::move(issue));
  }

  int named_column() const { return keys_.name >= 0 ? keys_.name : keys_.code; }

  const District* find(const TextRow& row) {
    const std::string& code = cell(row, keys_.code);
    const std::string& name = cell(row, keys_.name);
    const District* by_code = keys_.code >= 0 ? names_.by_code(code) : nullptr;
    const DistrictNames::Match by_name = keys_.name >= 0 ? names_.by_name(name) : DistrictNames::Match{};
    if (by_code != nullptr) {
      compare(row, *by_code, by_name.district);
      return by_code;
    }
    if (by_name.district != nullptr) {
      accept_name(row, by_name, code);
      return by_name.district;
    }
    explain_unmatched(row);
    return nullptr;
  }

  /// The code decides; what the name says otherwise is told.
  void compare(const TextRow& row, const District& by_code, const District* by_name) {
    const std::string& name = cell(row, keys_.name);
    if (keys_.name < 0 || name.empty() || by_name == &by_code) return;
    if (by_name == nullptr)
      add(Severity::note, "name_differs", row, keys_.name,
          text("“{1}” is called “{2}” in the plan; the row was joined by its code {3}.", name, by_code.name,
               by_code.code),
          text("Nothing to do if both mean the same district."), by_code.id);
    else
      add(Severity::warning, "code_and_name_differ", row, keys_.name,
          text("The code {1} means “{2}”, the name says “{3}”; the row was joined by its code.", by_code.code,
               by_code.name, name),
          text("Check which of the two is right."), by_code.id);
  }

  void accept_name(const TextRow& row, const DistrictNames::Match& match, const std::string& code) {
    const std::string& name = cell(row, keys_.name);
    if (!code.empty())
      add(Severity::note, "code_unknown", row, keys_.code,
          text("No district has the code {1}; the row was joined by its name “{2}”.", code, name), {},
          match.district->id);
    else if (match.loose)
      add(Severity::note, "name_differs", row, keys_.name,
          text("“{1}” was taken for “{2}”.", name, match.district->name),
          text("Nothing to do if both mean the same district."), match.district->id);
  }

  void explain_unmatched(const TextRow& row) {
    const std::string& name = cell(row, named_column());
    if (says_rest(name))
      add(Severity::warning, "no_district", row, named_column(),
          text("The figures of “{1}” belong to no district; they are in the source's total but in none of ours.",
               name));
    else if (is_subtotal(row))
      add(Severity::note, "subtotal", row, named_column(), text("“{1}” is a subtotal and was left out.", name));
    else
      unmatched(row, name);
  }

  void unmatched(const TextRow& row, const std::string& name) {
    std::string proposed;
    for (const std::string& near : names_.nearest(name)) proposed += (proposed.empty() ? "" : ", ") + near;
    add(Severity::warning, "name_unmatched", row, named_column(),
        text("No district of the plan is called “{1}”; its figures did not come in.", name),
        proposed.empty() ? text("Correct the name, or say which district it means.")
                         : text("Perhaps it means: {1}. Correct the name, or say which district it means.", proposed));
  }

  bool is_subtotal(const TextRow& row) const {
    const std::string& name = cell(row, named_column());
    if (says_total(name)) return true;
    for (const DistrictNames& level : other_levels_)
      if (level.by_name(name).district != nullptr) return true;
    // One equal sum may be chance: where the name is nearly a district's, it takes two columns to believe it.
    return sums_rows_above(row, names_.nearest(name).empty() ? 1 : 2);
  }

  /// Its figures are those of two or more rows just above, added up, in every column and in so many at least.
  bool sums_rows_above(const TextRow& row, int least_columns) const {
    for (std::size_t from = 0; from + 2 < sums_.size(); ++from)
      if (equal_columns(row, sums_[from]) >= least_columns) return true;
    return false;
  }

  /// −1 if one differs.
  int equal_columns(const TextRow& row, const std::vector<double>& before) const {
    int equal = 0;
    for (int column = 0; column < static_cast<int>(table_.header.size()); ++column) {
      const auto figure = is_key(column) ? std::nullopt : number_in(cell(row, column), false);
      if (!figure) continue;
      const auto at = static_cast<std::size_t>(column);
      if (std::abs(sums_.back()[at] - before[at] - *figure) > 0.5) return -1;
      ++equal;
    }
    return equal;
  }

  bool is_key(int column) const { return column == keys_.code || column == keys_.name || column == keys_.row_number; }

  void add_to_sums(const TextRow& row) {
    std::vector<double> next = sums_.back();
    for (int column = 0; column < static_cast<int>(table_.header.size()); ++column)
      if (!is_key(column)) next[static_cast<std::size_t>(column)] += number_in(cell(row, column), false).value_or(0);
    sums_.push_back(std::move(next));
  }

  bool is_first(const TextRow& row, const District& district) {
    const auto [first, fresh] = seen_.emplace(district.id, row.row);
    if (fresh) return true;
    add(Severity::error, "district_twice", row, named_column(),
        text("“{1}” already has figures in row {2}; this row did not come in.", district.name, first->second),
        text("Remove one of the two rows."), district.id);
    return false;
  }

  void note_absent() {
    std::string absent;
    std::int64_t count = 0;
    for (const DistrictPtr& district : names_.districts()) {
      if (seen_.contains(district->id)) continue;
      absent += (count++ == 0 ? "" : ", ") + district->name;
    }
    if (count == 0) return;
    Issue issue;
    issue.kind = "district_without_row";
    issue.file = file_;
    issue.message =
        text_n(count, "One district has no row in the table: {2}. Its figures are missing, not 0.",
               "{1} districts have no row in the table: {2}. Their figures are missing, not 0.", count, absent);
    join_.issues.push_back(std::move(issue));
  }

  const TextTable& table_;
  const std::string& file_;
  const KeyColumns& keys_;
  const DistrictNames& names_;
  std::vector<DistrictNames> other_levels_;
  std::vector<std::vector<double>> sums_;  ///< of the rows so far, subtotals apart, per column; the first is 0
  std::map<Id, std::int64_t> seen_;
  Join join_;
};

}  // namespace

Join join_rows(const TextTable& table, const std::string& file, const KeyColumns& keys, const DistrictNames& names,
               const Plan& plan) {
  return Joiner(table, file, keys, names, plan).run();
}

}  // namespace smile
