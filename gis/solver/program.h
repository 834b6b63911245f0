#pragma once
// Linear and integer programmes as plain values, and their solution; CBC behind it, silent and deterministic.
// Source of the method: branch and cut over the simplex method, COIN-OR CBC 2.10 and CLP 1.17 (EPL 2.0).

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "gis/jobs/progress.h"

namespace smile {

/// Infinite bounds and limits are written as ±unlimited.
constexpr double unlimited = std::numeric_limits<double>::infinity();

/// What is looked for: a value for each column, within its bounds and the limits of the rows, with the best total cost.
struct IntegerProgram {
  struct Column {
    double lower = 0;
    double upper = unlimited;
    double cost = 0;
    bool whole = false;  ///< only whole numbers
  };
  struct Term {
    std::int32_t column = 0;
    double factor = 0;
  };
  struct Row {
    double lower = -unlimited;
    double upper = unlimited;
    std::size_t end = 0;  ///< of its terms in `terms`; they begin where those of the row before end
  };

  bool maximise = false;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Term> terms;

  /// Returns the new column's position.
  std::int32_t add_column(Column column);
  /// lower ≤ Σ factor · column ≤ upper. Terms of the same column add up.
  void add_row(double lower, double upper, std::span<const Term> row);
};

struct SolveLimits {
  double seconds = unlimited;  ///< of wall time; what was found by then is returned
  /// Somebody already knows an answer of this total: only better ones are looked for.
  std::optional<double> known;
  /// Totals that differ do so by at least this, as whole people or cents do: an answer within less is the best. 0: not
  /// known.
  double step = 0;
  /// Cutting planes help where budgets bind; covering problems are faster without.
  bool cuts = true;
  /// Each better answer as it is found, on the calling thread.
  std::function<void(std::span<const double> values, double total)> on_better;
};

struct ProgramAnswer {
  enum class State {
    optimal,     ///< proven, up to the tolerances: rows 1e-6 of their size, whole numbers 1e-6, total 1e-7
    stopped,     ///< by time or cancel; `values` may hold an answer
    infeasible,  ///< no values keep all limits – or, with `known`, none is better than that
    unbounded,
  };
  State state = State::stopped;
  std::vector<double> values;  ///< one for each column, whole where asked for; empty: no answer was found
  double total = 0;            ///< of `values`
  double bound = 0;            ///< no answer can be better than this; ±unlimited where nothing is proven
};

/// Cancel (progress) ends it like the time limit does, within a few milliseconds; nothing is thrown for it.
/// Error{refused} if the programme is none: NaN, a column that isn't there, lower above upper.
/// The same programme gets the same answer, unless time or cancel ends it.
ProgramAnswer solve(const IntegerProgram& program, const SolveLimits& limits, const Progress& progress);

}  // namespace smile
