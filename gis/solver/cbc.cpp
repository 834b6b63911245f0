#include "gis/solver/cbc.h"

// its other headers rely on this one
#include <coin/CbcModel.hpp>

#include <coin/CbcCutGenerator.hpp>
#include <coin/CbcEventHandler.hpp>
#include <coin/CbcHeuristicLocal.hpp>
#include <coin/CglClique.hpp>
#include <coin/CglFlowCover.hpp>
#include <coin/CglGomory.hpp>
#include <coin/CglKnapsackCover.hpp>
#include <coin/CglMixedIntegerRounding2.hpp>
#include <coin/CglProbing.hpp>
#include <coin/ClpEventHandler.hpp>
#include <coin/CoinPackedMatrix.hpp>
#include <coin/OsiClpSolverInterface.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace smile {
namespace {

using Clock = std::chrono::steady_clock;

/// What the solver is asked to minimise: CBC's own sense of direction is read differently by its parts.
double sign_of(const IntegerProgram& program) {
  return program.maximise ? -1.0 : 1.0;
}

/// What all handlers share: CBC copies models and handlers for its heuristics.
struct Run {
  const IntegerProgram& program;
  const SolveLimits& limits;
  const Progress& progress;
  Clock::time_point start = Clock::now();
  bool stopped = false;
  double proven = -unlimited;  ///< in the minimised sense, from before any stop
  std::vector<double> best;    ///< whole where asked for
  double best_total = 0;       ///< in the programme's own sense

  bool must_stop() {
    if (!stopped)
      stopped = progress.stopped() || std::chrono::duration<double>(Clock::now() - start).count() >= limits.seconds;
    return stopped;
  }
  void offer(const double* values);
};

bool keeps_limits(const IntegerProgram& program, std::span<const double> values) {
  std::size_t at = 0;
  for (const auto& row : program.rows) {
    double sum = 0, size = 1;
    for (; at < row.end; ++at) {
      const double part = program.terms[at].factor * values[static_cast<std::size_t>(program.terms[at].column)];
      sum += part;
      size = std::max(size, std::fabs(part));
    }
    if (sum < row.lower - 1e-6 * size || sum > row.upper + 1e-6 * size) return false;
  }
  return true;
}

/// Keeps an answer if it is one and better than what is known; says so.
void Run::offer(const double* values) {
  std::vector<double> rounded(program.columns.size());
  double total = 0;
  for (std::size_t c = 0; c < rounded.size(); ++c) {
    const auto& column = program.columns[c];
    rounded[c] = std::clamp(column.whole ? std::round(values[c]) : values[c], column.lower, column.upper);
    if (column.whole && std::fabs(rounded[c] - values[c]) > 1e-5) return;
    total += rounded[c] * column.cost;
  }
  const double sign = sign_of(program);
  if (!best.empty() && sign * total >= sign * best_total) return;
  if (limits.known && sign * total >= sign * *limits.known) return;
  if (!keeps_limits(program, rounded)) return;
  best = std::move(rounded);
  best_total = total;
  if (limits.on_better) limits.on_better(best, best_total);
}

/// Looks up between two steps of the simplex method.
class StepHandler : public ClpEventHandler {
public:
  explicit StepHandler(Run& run) : run_(&run) {}
  int event(Event) override { return run_->must_stop() ? 0 : -1; }
  ClpEventHandler* clone() const override { return new StepHandler(*this); }

private:
  Run* run_;
};

/// Looks up between two nodes of the tree, and hears of answers.
class TreeHandler : public CbcEventHandler {
public:
  explicit TreeHandler(Run& run) : run_(&run) {}
  using CbcEventHandler::event;
  CbcAction event(CbcEvent what) override {
    if (run_->must_stop()) return stop;
    if (model_ != nullptr && model_->parentModel() == nullptr) {
      if (what == node) run_->proven = std::max(run_->proven, model_->getBestPossibleObjValue());
      if ((what == solution || what == heuristicSolution) && model_->bestSolution() != nullptr &&
          static_cast<std::size_t>(model_->getNumCols()) == run_->program.columns.size())
        run_->offer(model_->bestSolution());
    }
    return noAction;
  }
  CbcEventHandler* clone() const override { return new TreeHandler(*this); }

private:
  Run* run_;
};

CoinPackedMatrix matrix_of(const IntegerProgram& program) {
  std::vector<CoinBigIndex> starts{0};
  std::vector<int> columns;
  std::vector<double> factors;
  std::vector<std::pair<std::int32_t, double>> row_terms;
  std::size_t at = 0;
  for (const auto& row : program.rows) {
    row_terms.clear();
    for (; at < row.end; ++at) row_terms.emplace_back(program.terms[at].column, program.terms[at].factor);
    std::stable_sort(row_terms.begin(), row_terms.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    const std::size_t first = columns.size();
    for (const auto& [column, factor] : row_terms) {
      if (columns.size() > first && columns.back() == column) {
        factors.back() += factor;
      } else {
        columns.push_back(column);
        factors.push_back(factor);
      }
    }
    starts.push_back(static_cast<CoinBigIndex>(columns.size()));
  }
  CoinPackedMatrix matrix(false, static_cast<int>(program.columns.size()), static_cast<int>(program.rows.size()),
                          starts.back(), factors.data(), columns.data(), starts.data(), nullptr);
  return matrix;
}

double limit_for_clp(double limit) {
  return std::isinf(limit) ? std::copysign(COIN_DBL_MAX, limit) : limit;
}

void load(OsiClpSolverInterface& solver, const IntegerProgram& program) {
  std::vector<double> lower, upper, cost, row_lower, row_upper;
  for (const auto& column : program.columns) {
    lower.push_back(limit_for_clp(column.lower));
    upper.push_back(limit_for_clp(column.upper));
    cost.push_back(sign_of(program) * column.cost);
  }
  for (const auto& row : program.rows) {
    row_lower.push_back(limit_for_clp(row.lower));
    row_upper.push_back(limit_for_clp(row.upper));
  }
  solver.loadProblem(matrix_of(program), lower.data(), upper.data(), cost.data(), row_lower.data(), row_upper.data());
  for (std::size_t c = 0; c < program.columns.size(); ++c)
    if (program.columns[c].whole) solver.setInteger(static_cast<int>(c));
}

void add_cuts(CbcModel& model) {
  CglProbing probing;
  probing.setUsingObjective(1);
  probing.setMaxPass(1);
  probing.setMaxPassRoot(3);
  probing.setMaxProbe(10);
  probing.setMaxProbeRoot(50);
  probing.setMaxLook(10);
  probing.setMaxLookRoot(50);
  probing.setRowCuts(3);
  model.addCutGenerator(&probing, -1, "probing");
  CglGomory gomory;
  gomory.setLimit(300);
  model.addCutGenerator(&gomory, -98, "gomory");
  CglKnapsackCover cover;
  model.addCutGenerator(&cover, -98, "cover");
  CglClique clique;
  clique.setStarCliqueReport(false);
  clique.setRowCliqueReport(false);
  model.addCutGenerator(&clique, -98, "clique");
  CglMixedIntegerRounding2 rounding;
  model.addCutGenerator(&rounding, -98, "rounding");
  CglFlowCover flow;
  model.addCutGenerator(&flow, -98, "flow");
  for (int g = 0; g < model.numberCutGenerators(); ++g) model.cutGenerator(g)->setTiming(false);
}

void search(CbcModel& model, Run& run) {
  const double sign = sign_of(run.program);
  model.setCutoffIncrement(std::max(1e-7, 0.999 * run.limits.step));
  model.setAllowableGap(1e-7);
  if (run.limits.known)
    model.setCutoff(sign * *run.limits.known -
                    std::max(1e-7 * std::max(1.0, std::fabs(*run.limits.known)), 0.5 * run.limits.step));
  if (run.limits.cuts) add_cuts(model);
  CbcRounding rounding(model);
  model.addHeuristic(&rounding, "rounding");
  model.setNumberStrong(5);
  model.setNumberBeforeTrust(5);
  model.setMaximumCutPassesAtRoot(run.limits.cuts ? 20 : 0);
  model.setMaximumCutPasses(run.limits.cuts ? 1 : 0);
  const TreeHandler handler(run);
  model.passInEventHandler(&handler);
  model.branchAndBound();
  if (model.bestSolution() != nullptr) run.offer(model.bestSolution());
}

void be_silent(CbcModel& model) {
  model.setLogLevel(0);
  model.messageHandler()->setLogLevel(0);
  model.solver()->messageHandler()->setLogLevel(0);
  model.solver()->setHintParam(OsiDoReducePrint, true, OsiHintTry);
}

}  // namespace

ProgramAnswer solve_by_cbc(const IntegerProgram& program, const SolveLimits& limits, const Progress& progress) {
  Run run{program, limits, progress, Clock::now(), false, -unlimited, {}, 0};
  const double sign = sign_of(program);
  OsiClpSolverInterface relaxed;
  relaxed.messageHandler()->setLogLevel(0);
  relaxed.getModelPtr()->messageHandler()->setLogLevel(0);
  load(relaxed, program);
  const StepHandler steps(run);
  relaxed.getModelPtr()->passInEventHandler(&steps);
  CbcModel model(relaxed);
  be_silent(model);
  model.initialSolve();
  const bool whole = std::any_of(program.columns.begin(), program.columns.end(), [](const auto& c) { return c.whole; });
  using State = ProgramAnswer::State;
  State state = State::optimal;
  if (run.must_stop()) {
    state = State::stopped;
  } else if (model.solver()->isProvenPrimalInfeasible()) {
    state = State::infeasible;
  } else if (model.solver()->isProvenDualInfeasible()) {
    state = State::unbounded;
  } else {
    run.proven = model.solver()->getObjValue();
    if (whole)
      search(model, run);
    else
      run.offer(model.solver()->getColSolution());
    if (run.stopped)
      state = State::stopped;
    else if (run.best.empty())
      state = State::infeasible;
  }
  ProgramAnswer answer{state, std::move(run.best), run.best_total, sign * run.proven};
  if (state == State::optimal) answer.bound = answer.total;
  if (state == State::infeasible) answer.bound = limits.known.value_or(sign * unlimited);
  if (state == State::unbounded) answer.bound = -sign * unlimited;
  return answer;
}

}  // namespace smile
