#include "gis/solver/program.h"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

#include "gis/words/issue.h"

using namespace smile;
using State = ProgramAnswer::State;

BOOST_AUTO_TEST_SUITE(integer_program)

namespace {

using Random = std::mt19937;

int between(Random& random, int low, int high) {
  return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}

/// Measures under two budgets, some excluding each other: what a portfolio looks like.
IntegerProgram random_choice(Random& random, int things) {
  IntegerProgram program;
  program.maximise = random() % 2 == 0;
  std::vector<IntegerProgram::Term> cost, effort;
  for (int i = 0; i < things; ++i) {
    const std::int32_t column = program.add_column({0, 1, static_cast<double>(between(random, -5, 20)), true});
    cost.push_back({column, static_cast<double>(between(random, 1, 9))});
    effort.push_back({column, static_cast<double>(between(random, 1, 9))});
  }
  program.add_row(-unlimited, 2.0 * things, cost);
  program.add_row(things / 2.0, 3.0 * things, effort);
  for (int i = 0; i + 1 < things; i += 3) {
    const IntegerProgram::Term pair[] = {{i, 1}, {i + 1, 1}};
    program.add_row(-unlimited, 1, pair);
  }
  return program;
}

bool keeps(const IntegerProgram& program, const std::vector<double>& values) {
  std::size_t at = 0;
  for (const auto& row : program.rows) {
    double sum = 0;
    for (; at < row.end; ++at)
      sum += program.terms[at].factor * values[static_cast<std::size_t>(program.terms[at].column)];
    if (sum < row.lower - 1e-9 || sum > row.upper + 1e-9) return false;
  }
  return true;
}

double total_of(const IntegerProgram& program, const std::vector<double>& values) {
  double total = 0;
  for (std::size_t c = 0; c < values.size(); ++c) total += values[c] * program.columns[c].cost;
  return total;
}

/// All choices tried, one after the other.
std::optional<double> best_of_all(const IntegerProgram& program) {
  std::optional<double> best;
  for (unsigned set = 0; set < (1U << program.columns.size()); ++set) {
    std::vector<double> values;
    for (std::size_t c = 0; c < program.columns.size(); ++c) values.push_back((set >> c & 1U) != 0 ? 1 : 0);
    if (!keeps(program, values)) continue;
    const double total = total_of(program, values);
    if (!best || (program.maximise ? total > *best : total < *best)) best = total;
  }
  return best;
}

/// Market split (Cornuéjols and Dawande): a handful of rows that no solver can settle quickly.
IntegerProgram hard_program(int rows = 5) {
  Random random(3);
  IntegerProgram program;
  const int things = 10 * (rows - 1);
  for (int i = 0; i < things; ++i) program.add_column({0, 1, 0, true});
  for (int r = 0; r < rows; ++r) {
    std::vector<IntegerProgram::Term> row;
    int sum = 0;
    for (std::int32_t i = 0; i < things; ++i) {
      const int factor = between(random, 0, 99);
      sum += factor;
      row.push_back({i, static_cast<double>(factor)});
    }
    row.push_back({program.add_column({0, unlimited, 1, false}), 1});
    row.push_back({program.add_column({0, unlimited, 1, false}), -1});
    program.add_row(sum / 2, sum / 2, row);
  }
  return program;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_best_of_all_choices_is_found_and_proven) {
  Random random(20261125);
  for (int round = 0; round < 200; ++round) {
    const IntegerProgram program = random_choice(random, between(random, 3, 11));
    const ProgramAnswer answer = solve(program, {}, {});
    const std::optional<double> best = best_of_all(program);
    if (!best) {
      BOOST_TEST((answer.state == State::infeasible));
      BOOST_TEST(answer.values.empty());
      continue;
    }
    BOOST_TEST((answer.state == State::optimal));
    BOOST_TEST(answer.total == *best, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(answer.bound == answer.total);
    BOOST_TEST(keeps(program, answer.values));
    BOOST_TEST(total_of(program, answer.values) == answer.total);
  }
}

BOOST_AUTO_TEST_CASE(only_better_answers_than_a_known_one_are_looked_for) {
  Random random(5);
  for (int round = 0; round < 40; ++round) {
    const IntegerProgram program = random_choice(random, 9);
    const std::optional<double> best = best_of_all(program);
    if (!best) continue;
    SolveLimits limits;
    limits.step = 1;
    limits.known = *best;
    const ProgramAnswer none = solve(program, limits, {});
    BOOST_TEST((none.state == State::infeasible));
    BOOST_TEST(none.bound == *best);
    limits.known = *best + (program.maximise ? -1 : 1);
    BOOST_TEST(solve(program, limits, {}).total == *best);
  }
}

BOOST_AUTO_TEST_CASE(a_linear_programme_is_solved_between_its_whole_numbers) {
  IntegerProgram program;  // Dantzig's wood: 3 x + 5 y, x ≤ 4, 2 y ≤ 12, 3 x + 2 y ≤ 18
  program.maximise = true;
  program.add_column({0, 4, 3, false});
  program.add_column({0, unlimited, 5, false});
  const IntegerProgram::Term twice[] = {{1, 1}, {1, 1}}, both[] = {{0, 3}, {1, 2}};
  program.add_row(-unlimited, 12, twice);
  program.add_row(-unlimited, 18, both);
  const ProgramAnswer answer = solve(program, {}, {});
  BOOST_TEST((answer.state == State::optimal));
  BOOST_TEST(answer.total == 36, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(answer.values[0] == 2, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(answer.values[1] == 6, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(without_an_end_and_without_an_answer_are_said) {
  IntegerProgram program;
  program.maximise = true;
  program.add_column({0, unlimited, 1, false});
  BOOST_TEST((solve(program, {}, {}).state == State::unbounded));
  const IntegerProgram::Term term[] = {{0, 1}};
  program.add_row(1, unlimited, term);
  BOOST_TEST((solve(program, {}, {}).state == State::unbounded));
  program.add_row(-unlimited, 0.5, term);
  BOOST_TEST((solve(program, {}, {}).state == State::infeasible));
  program.rows.pop_back();
  program.terms.pop_back();
  program.columns[0] = {0.2, 0.8, 1, true};
  program.rows.clear();
  program.terms.clear();
  BOOST_TEST((solve(program, {}, {}).state == State::infeasible));
  program.columns[0] = {-2.5, 3.5, 1, true};
  BOOST_TEST(solve(program, {}, {}).total == 3);
  BOOST_TEST(solve(IntegerProgram{}, {}, {}).total == 0);
}

BOOST_AUTO_TEST_CASE(what_is_no_programme_is_refused) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const IntegerProgram::Term good[] = {{0, 1}}, elsewhere[] = {{1, 1}}, undefined[] = {{0, nan}};
  const auto refused = [](const IntegerProgram& program) {
    BOOST_CHECK_EXCEPTION(solve(program, {}, {}), Error, [](const Error& e) { return e.kind() == ErrorKind::refused; });
  };
  IntegerProgram program;
  program.add_column({0, 1, nan, false});
  refused(program);
  program.columns[0] = {1, 0, 1, false};
  refused(program);
  program.columns[0] = {0, 1, 1, false};
  IntegerProgram other = program;
  other.add_row(0, 1, elsewhere);
  refused(other);
  other = program;
  other.add_row(0, 1, undefined);
  refused(other);
  other = program;
  other.add_row(nan, 1, good);
  refused(other);
}

BOOST_AUTO_TEST_CASE(time_ends_it_with_a_bound_that_holds) {
  SolveLimits limits;
  limits.seconds = 0.2;
  double last = unlimited;
  limits.on_better = [&](std::span<const double> values, double total) {
    BOOST_TEST(values.size() == hard_program().columns.size());
    BOOST_TEST(total < last);
    last = total;
  };
  const auto start = std::chrono::steady_clock::now();
  const ProgramAnswer answer = solve(hard_program(), limits, {});
  BOOST_TEST_MESSAGE("asked for 0.2 s, took " << seconds_since(start) << " s");
  BOOST_TEST((answer.state == State::stopped));
  BOOST_TEST(answer.bound >= -1e-6);
  BOOST_TEST(answer.bound <= answer.total + 1e-6);
  BOOST_TEST(!answer.values.empty());
  BOOST_TEST(answer.total == last);
}

BOOST_AUTO_TEST_CASE(cancel_ends_it_at_once) {
  std::stop_source source;
  std::chrono::steady_clock::time_point asked;
  std::jthread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    asked = std::chrono::steady_clock::now();
    source.request_stop();
  });
  const ProgramAnswer answer = solve(hard_program(6), {}, Progress(source.get_token(), {}));
  const double late = seconds_since(asked);
  BOOST_TEST((answer.state == State::stopped));
  BOOST_TEST_MESSAGE("cancelled after " << late << " s");
  BOOST_TEST((solve(hard_program(6), {}, Progress(source.get_token(), {})).state == State::stopped));
}

BOOST_AUTO_TEST_CASE(the_same_programme_gets_the_same_bits) {
  Random random(11);
  const IntegerProgram program = random_choice(random, 40);
  const ProgramAnswer first = solve(program, {}, {}), second = solve(program, {}, {});
  BOOST_TEST(first.values == second.values);
  BOOST_TEST(first.total == second.total);
}

BOOST_AUTO_TEST_CASE(nothing_is_written_to_the_terminal) {
  std::fflush(nullptr);
  std::FILE* heard = std::tmpfile();
  const int out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
  dup2(fileno(heard), STDOUT_FILENO);
  dup2(fileno(heard), STDERR_FILENO);
  Random random(17);
  for (int round = 0; round < 20; ++round) solve(random_choice(random, 15), {}, {});
  SolveLimits short_time;
  short_time.seconds = 0.1;
  solve(hard_program(), short_time, {});
  std::fflush(nullptr);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  close(out);
  close(err);
  std::fseek(heard, 0, SEEK_END);
  BOOST_TEST(std::ftell(heard) == 0);
  std::fclose(heard);
}

BOOST_AUTO_TEST_SUITE_END()
