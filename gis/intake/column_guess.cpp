// Which column of an idea pool is what: by the words of its header, checked against its cells; by its cells where the
// header says nothing.
#include <algorithm>
#include <set>

#include "gis/intake/cell_words.h"
#include "gis/intake/column_contents.h"
#include "gis/intake/header_words.h"
#include "gis/intake/measures.h"

namespace smile {
namespace {

struct Candidate {
  int strength = 0;
  std::size_t column = 0;
  std::string_view target;
};

/// Cells may speak against a header: a "Status" of numbers is no phase, a "Standort" of addresses no position.
bool fits(std::string_view target, const ColumnContents& contents) {
  if (contents.filled == 0) return true;
  if (target == target::position) return contents.share(contents.positions + contents.districts) >= 0.2;
  if (target == target::x || target == target::y) return contents.share(contents.numbers) >= 0.5;
  const MeasureField* field = find_field(target);
  if (!field) return true;
  if (field->type == FieldType::date) return contents.share(contents.dates_or_years) >= 0.3;
  if (field->type == FieldType::money) return contents.share(contents.money) >= 0.3;
  if (field->type != FieldType::choice) return true;
  const auto found = contents.choices.find(std::string(target));
  return found != contents.choices.end() && contents.share(found->second) >= 0.3;
}

/// "Stadtbereich" is what the plan calls the level "Stadtbereiche", "Planungsraum" the level "Planungsräume": the
/// beginning is the same.
bool names_a_level(std::string_view header, const Plan& plan) {
  return std::any_of(plan.levels.begin(), plan.levels.end(), [&](const Level& level) {
    const std::string name = word_form(level.name);
    const auto apart = std::mismatch(header.begin(), header.end(), name.begin(), name.end());
    const auto same = static_cast<std::size_t>(apart.first - header.begin());
    return same >= 5 && same * 5 >= std::max(header.size(), name.size()) * 3;
  });
}

bool is_called(const MeasureField& field, const std::string& form) {
  return form == word_form(field.key) || form == word_form(field.label) || form == word_form(german(field.label));
}

/// Columns of our own lists that are computed from the place: read from it again.
bool is_computed(std::string_view form) {
  return form == "placement" || form == "in districts";
}

class Guess {
public:
  Guess(const TextTable& table, const Plan& plan)
      : table_(table), contents_(column_contents(table, plan)), targets_(table.header.size()) {
    by_header(plan);
    by_contents();
    drop_single_coordinate();
    for (std::string& target : targets_)
      if (target.empty()) target = target::extra;
  }

  std::vector<std::string> targets() && { return std::move(targets_); }

private:
  bool is_free(std::string_view target) const {
    return std::find(targets_.begin(), targets_.end(), target) == targets_.end();
  }

  void by_header(const Plan& plan) {
    std::vector<Candidate> candidates;
    for (std::size_t k = 0; k < table_.header.size(); ++k) {
      const std::string form = word_form(table_.header[k]);
      if (is_computed(form)) targets_[k] = target::ignore;
      for (const HeaderMeaning& meaning : meanings_of_header(form))
        if (fits(meaning.target, contents_[k])) candidates.push_back({meaning.strength, k, meaning.target});
      for (const MeasureField& field : measure_fields())
        if (is_called(field, form) && fits(field.key, contents_[k])) candidates.push_back({200, k, field.key});
      if (names_a_level(form, plan)) candidates.push_back({180, k, target::district});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.strength > b.strength; });
    for (const Candidate& candidate : candidates)
      if (targets_[candidate.column].empty() && is_free(candidate.target))
        targets_[candidate.column] = candidate.target;
  }

  /// Gives a target that is still free to the first column whose cells fit.
  template <class Fits>
  void give(std::string_view target, Fits&& cells_fit) {
    for (std::size_t k = 0; k < targets_.size() && is_free(target); ++k)
      if (targets_[k].empty() && contents_[k].filled >= 2 && cells_fit(contents_[k])) targets_[k] = target;
  }

  void by_contents() {
    const auto most = [](int ColumnContents::*count) {
      return [count](const ColumnContents& c) { return c.share(c.*count) >= 0.6; };
    };
    if (is_free(target::x)) give(target::position, most(&ColumnContents::positions));
    for (const std::string_view key : {"phase", "persona", "block"})
      give(key, [&](const ColumnContents& c) {
        const auto found = c.choices.find(std::string(key));
        return found != c.choices.end() && c.share(found->second) >= 0.8;
      });
    give("cost", most(&ColumnContents::amounts));
    give("start", most(&ColumnContents::dates));
    give("end", most(&ColumnContents::dates));
    give(target::district, most(&ColumnContents::districts));
    number_by_contents();
    title_by_contents();
  }

  /// Different short numbers in the first column count the rows, if its header means nothing else.
  void number_by_contents() {
    if (targets_.empty() || !targets_[0].empty() || !is_free("number")) return;
    const ColumnContents& c = contents_[0];
    const bool counts = c.filled >= 2 && c.distinct == c.filled && c.mean_length <= 12 && c.share(c.numbers) >= 0.6;
    if (counts && meanings_of_header(word_form(table_.header[0])).empty()) targets_[0] = "number";
  }

  /// The wordiest column whose cells hardly repeat.
  void title_by_contents() {
    if (!is_free("title")) return;
    std::size_t best = targets_.size();
    for (std::size_t k = 0; k < targets_.size(); ++k) {
      const ColumnContents& c = contents_[k];
      const bool wordy = c.filled > 0 && c.mean_length >= 4 && c.mean_length <= 150 && c.share(c.numbers) < 0.5;
      if (!targets_[k].empty() || !wordy || c.share(c.distinct) < 0.5) continue;
      if (best == targets_.size() || c.filled > contents_[best].filled) best = k;
    }
    if (best < targets_.size()) targets_[best] = "title";
  }

  void drop_single_coordinate() {
    if (is_free(target::x) == is_free(target::y)) return;
    for (std::string& target : targets_)
      if (target == target::x || target == target::y) target.clear();
  }

  const TextTable& table_;
  std::vector<ColumnContents> contents_;
  std::vector<std::string> targets_;
};

std::string joined_header(const TextTable& table) {
  std::string joined;
  for (const std::string& name : table.header) joined += (joined.empty() ? "" : "\x1f") + name;
  return joined;
}

bool is_target(std::string_view word) {
  const auto targets = all_targets();
  return std::find(targets.begin(), targets.end(), word) != targets.end();
}

std::string joined_names(const std::vector<std::string_view>& names) {
  std::string joined;
  for (const std::string_view name : names) joined += (joined.empty() ? "" : ", ") + std::string(name);
  return joined;
}

}  // namespace

MeasureMapping guess_mapping(const TextTable& table, const Plan& plan) {
  MeasureMapping mapping;
  mapping.decimal_comma = has_decimal_comma(table);
  mapping.day_first = has_day_first(table);
  const std::string header = joined_header(table);
  for (const ColumnMapping& kept : plan.mappings) {
    if (kept.header != header) continue;
    mapping.from_plan = true;
    for (const std::string& name : table.header) {
      const auto found = kept.fields.find(name);
      const bool known = found != kept.fields.end() && is_target(found->second);
      mapping.targets.push_back(known ? found->second : std::string(target::extra));
    }
    return mapping;
  }
  mapping.targets = Guess(table, plan).targets();
  return mapping;
}

MeasureMapping with_user_targets(MeasureMapping guess, const TextTable& table,
                                 const std::vector<std::pair<std::string, std::string>>& said) {
  guess.targets.resize(table.header.size(), std::string(target::extra));
  std::vector<bool> by_user(table.header.size(), false);
  for (const auto& [name, target] : said) {
    auto found = std::find(table.header.begin(), table.header.end(), name);
    if (found == table.header.end())
      found = std::find_if(table.header.begin(), table.header.end(),
                           [&](const std::string& header) { return word_form(header) == word_form(name); });
    if (found == table.header.end())
      throw Error(ErrorKind::usage, text("There is no column “{1}”; there are: {2}.", name,
                                         joined_names({table.header.begin(), table.header.end()})));
    if (!is_target(target))
      throw Error(ErrorKind::usage, text("“{1}” is nothing a column can be taken for; say one of: {2}.", target,
                                         joined_names(all_targets())));
    const bool many = target == target::extra || target == target::ignore;
    for (std::size_t k = 0; k < guess.targets.size() && !many; ++k)
      if (guess.targets[k] == target && !by_user[k]) guess.targets[k] = target::extra;
    const auto column = static_cast<std::size_t>(found - table.header.begin());
    guess.targets[column] = target;
    by_user[column] = true;
  }
  return guess;
}

std::string_view target_label(std::string_view target) {
  if (target == target::position) return "Position (both coordinates)";
  if (target == target::x) return "Easting or longitude";
  if (target == target::y) return "Northing or latitude";
  if (target == target::district) return "District or whole city";
  if (target == target::extra) return "Kept as it is";
  if (target == target::ignore) return "Left out";
  const MeasureField* field = find_field(target);
  return field ? field->label : std::string_view{};
}

std::vector<std::string_view> all_targets() {
  std::vector<std::string_view> targets;
  for (const MeasureField& field : measure_fields()) targets.push_back(field.key);
  for (const std::string_view word :
       {target::position, target::x, target::y, target::district, target::extra, target::ignore})
    targets.push_back(word);
  return targets;
}

}  // namespace smile
