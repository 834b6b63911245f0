#include "gis/intake/measure_rows.h"

#include <algorithm>

#include "gis/formats/table_builder.h"
#include "gis/intake/cell_words.h"
#include "gis/intake/money_cell.h"

namespace smile {
namespace {

/// The low and high fields beside a money field, to hold a range.
struct RangeKeys {
  std::string_view low;
  std::string_view high;
};
RangeKeys range_beside(std::string_view key) {
  return key.starts_with("yearly") ? RangeKeys{"yearly_cost_low", "yearly_cost_high"}
                                   : RangeKeys{"cost_low", "cost_high"};
}

/// Our own CSV, like Excel, marks with an apostrophe that a text beginning like a formula is text.
std::string_view without_guard(std::string_view text) {
  const bool guarded = text.size() > 1 && text[0] == '\'' && std::string_view("=+-@\t\r\n").find(text[1]) != text.npos;
  return guarded ? text.substr(1) : text;
}

bool is_place(std::string_view target) {
  return target == target::position || target == target::x || target == target::y || target == target::district;
}

}  // namespace

RowReader::RowReader(const TextTable& table, const MeasureMapping& mapping, const Plan& plan, std::string file)
    : table_(table), mapping_(mapping), plan_(plan), file_(std::move(file)) {
  for (std::size_t k = 0; k < mapping.targets.size(); ++k) {
    const int column = static_cast<int>(k);
    if (mapping.targets[k] == target::position) columns_.position = column;
    if (mapping.targets[k] == target::x) columns_.x = column;
    if (mapping.targets[k] == target::y) columns_.y = column;
    if (mapping.targets[k] == target::district) columns_.district = column;
  }
}

std::string RowReader::cell(const TextRow& row, int column) const {
  return column < 0 ? std::string() : std::string(trimmed(row.cells[static_cast<std::size_t>(column)]));
}

std::string RowReader::header(int column) const {
  return column < 0 ? std::string() : table_.header[static_cast<std::size_t>(column)];
}

PlaceCells RowReader::place_cells(const TextRow& row) const {
  PlaceCells cells;
  cells.row = row.row;
  cells.position = cell(row, columns_.position);
  cells.x = cell(row, columns_.x);
  cells.y = cell(row, columns_.y);
  cells.district = cell(row, columns_.district);
  cells.position_header = header(columns_.position);
  cells.x_header = header(columns_.x);
  cells.district_header = header(columns_.district);
  return cells;
}

Issue RowReader::issue(Severity severity, std::string kind, const TextRow& row, std::size_t column,
                       Text message) const {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.file = file_;
  issue.row = row.row;
  if (column < table_.header.size()) {
    issue.column = table_.header[column];
    issue.value = row.cells[column];
  }
  issue.message = std::move(message);
  return issue;
}

void RowReader::keep(const TextRow& row, std::size_t column, Measure& measure) const {
  measure.extra.emplace_back(table_.header[column], std::string(trimmed(row.cells[column])));
}

void RowReader::keep_position(const TextRow& row, Measure& measure) const {
  for (const int column : {columns_.position, columns_.x, columns_.y})
    if (column >= 0 && !is_missing(cell(row, column))) keep(row, static_cast<std::size_t>(column), measure);
}

void RowReader::read_money(const TextRow& row, std::size_t column, const MeasureField& field, Measure& measure,
                           Issues& issues) const {
  const MoneyStyle style{mapping_.decimal_comma, table_.format != "CSV" && table_.format != "TSV",
                         field.key.starts_with("yearly")};
  const auto amount = money_from_cell(row.cells[column], style);
  const bool foreign = amount && !amount->currency.empty() && amount->currency != plan_.currency;
  if (!amount || foreign) {
    keep(row, column, measure);
    issues.push_back(foreign ? issue(Severity::error, "other_currency", row, column,
                                     text("The amount is in {1}, the plan counts in {2}; it was not taken.",
                                          amount->currency, plan_.currency))
                             : issue(Severity::error, "unreadable_money", row, column,
                                     text("This is no amount of money the program can read; the cost stays missing.")));
    return;
  }
  const RangeKeys range = range_beside(field.key);
  if (amount->likely) field.set(measure, *amount->likely);
  if (amount->low) find_field(range.low)->set(measure, *amount->low);
  if (amount->high) find_field(range.high)->set(measure, *amount->high);
  if (!amount->likely)
    issues.push_back(issue(Severity::note, "cost_range", row, column,
                           text("A range fills the lowest and highest cost; the likely cost stays missing.")));
  if (amount->approximate)
    issues.push_back(
        issue(Severity::note, "cost_approximate", row, column, text("An approximate amount was taken as it stands.")));
}

void RowReader::read_typed(const TextRow& row, std::size_t column, const MeasureField& field, Measure& measure,
                           Issues& issues) const {
  const std::string& written = row.cells[column];
  if (field.type == FieldType::money) return read_money(row, column, field, measure, issues);
  if (field.type == FieldType::date) {
    if (const auto date = date_from_cell(written, mapping_.day_first)) return field.set(measure, *date);
    issues.push_back(issue(Severity::error, "unreadable_date", row, column,
                           text("This is no date the program can read; the date stays missing.")));
  } else {
    if (const auto choice = choice_from_cell(field, written)) return field.set(measure, *choice);
    issues.push_back(issue(Severity::warning, "unknown_choice", row, column,
                           text("This word is not known here; it was kept with the measure.")));
    issues.back().proposal = text("Choose the value by hand.");
  }
  keep(row, column, measure);
}

void RowReader::read_cell(const TextRow& row, std::size_t column, Measure& measure, Issues& issues) const {
  const std::string& target = mapping_.targets[column];
  const std::string_view written = trimmed(row.cells[column]);
  if (written.empty() || target == target::ignore || is_place(target)) return;
  const MeasureField* field = find_field(target);
  if (!field) return keep(row, column, measure);
  const bool words =
      field->type == FieldType::text || field->type == FieldType::long_text || field->type == FieldType::list;
  if (words) return field->set(measure, std::string(without_guard(written)));
  if (!is_missing(written)) read_typed(row, column, *field, measure, issues);
}

bool RowReader::is_total(const TextRow& row, const Measure& measure) const {
  if (measure.number.empty()) {
    if (means_total(measure.title)) return true;
    const auto first =
        std::find_if(row.cells.begin(), row.cells.end(), [](const std::string& c) { return !is_blank(c); });
    return measure.title.empty() && first != row.cells.end() && means_total(*first);
  }
  return measure.title.empty() && means_total(measure.number);
}

void RowReader::give_title(const TextRow& row, Measure& measure, Issues& issues) const {
  if (!measure.title.empty()) return;
  measure.title = !measure.number.empty() ? measure.number : "#" + std::to_string(row.row);
  issues.push_back(issue(Severity::warning, "title_missing", row, table_.header.size(),
                         text("The row has no title; it is called “{1}” here.", measure.title)));
}

ReadMeasure RowReader::read(const TextRow& row, Issues& issues) const {
  ReadMeasure result;
  result.row = row.row;
  Issues found;
  for (std::size_t column = 0; column < mapping_.targets.size(); ++column)
    read_cell(row, column, result.measure, found);
  result.is_total = is_total(row, result.measure);
  if (result.is_total)
    found = {issue(Severity::error, "total_row", row, table_.header.size(),
                   text("The row adds up others; it was left out."))};
  else
    give_title(row, result.measure, found);
  issues.insert(issues.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return result;
}

}  // namespace smile
