#include "gis/solver/program.h"

#include <cmath>

#include "gis/solver/cbc.h"
#include "gis/words/issue.h"

namespace smile {

std::int32_t IntegerProgram::add_column(Column column) {
  columns.push_back(column);
  return static_cast<std::int32_t>(columns.size() - 1);
}

void IntegerProgram::add_row(double lower, double upper, std::span<const Term> row) {
  terms.insert(terms.end(), row.begin(), row.end());
  rows.push_back({lower, upper, terms.size()});
}

namespace {

bool is_range(double lower, double upper) {
  return lower <= upper && lower < unlimited && upper > -unlimited;  // false for NaN
}

bool is_program(const IntegerProgram& program) {
  for (const auto& column : program.columns)
    if (!is_range(column.lower, column.upper) || !std::isfinite(column.cost)) return false;
  std::size_t begin = 0;
  for (const auto& row : program.rows) {
    if (!is_range(row.lower, row.upper) || row.end < begin || row.end > program.terms.size()) return false;
    begin = row.end;
  }
  for (const auto& term : program.terms)
    if (!std::isfinite(term.factor) || term.column < 0 ||
        static_cast<std::size_t>(term.column) >= program.columns.size())
      return false;
  return begin == program.terms.size();
}

/// Without rows each column goes to its better end; CLP is not asked about nothing.
ProgramAnswer without_rows(const IntegerProgram& program) {
  ProgramAnswer answer{ProgramAnswer::State::optimal, {}, 0, 0};
  for (const auto& column : program.columns) {
    const double lower = column.whole ? std::ceil(column.lower) : column.lower;
    const double upper = column.whole ? std::floor(column.upper) : column.upper;
    if (lower > upper) return {ProgramAnswer::State::infeasible, {}, 0, program.maximise ? -unlimited : unlimited};
    const bool high = column.cost != 0 && (column.cost > 0) == program.maximise;
    double value = high ? upper : lower;
    if (std::isinf(value) && column.cost == 0) value = std::isinf(upper) ? 0 : upper;
    if (std::isinf(value)) return {ProgramAnswer::State::unbounded, {}, 0, program.maximise ? unlimited : -unlimited};
    answer.values.push_back(value);
    answer.total += value * column.cost;
  }
  answer.bound = answer.total;
  return answer;
}

}  // namespace

ProgramAnswer solve(const IntegerProgram& program, const SolveLimits& limits, const Progress& progress) {
  if (!is_program(program))
    throw Error(
        ErrorKind::refused,
        text("The numbers to be weighed up do not fit together: a limit or a value is missing, or a lower limit "
             "lies above its upper one."));
  if (progress.stopped()) return {ProgramAnswer::State::stopped, {}, 0, program.maximise ? unlimited : -unlimited};
  if (program.rows.empty()) return without_rows(program);
  return solve_by_cbc(program, limits, progress);
}

}  // namespace smile
