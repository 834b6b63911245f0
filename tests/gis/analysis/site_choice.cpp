#include "gis/analysis/site_choice.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "gis/solver/program.h"
#include "tests/gis/analysis/sites.h"

using namespace smile;
using namespace smile::tests;
using State = SiteAnswer::State;

BOOST_AUTO_TEST_SUITE(site_choice)

namespace {

/// Proven answers equal the best of all choices; all answers on the way there keep bound ≥ best ≥ answer.
void equals_all_choices(unsigned seed, SiteWish wish, int rounds = 300) {
  SiteWorld world(seed);
  for (int round = 0; round < rounds; ++round) {
    wish.points = world.between(5, wish.seats ? 25 : 60);
    wish.candidates = world.between(2, wish.seats ? 8 : 10);
    wish.count = world.between(1, 5);
    wish.reach = world.between(150, 700);
    const SiteQuestion question = world.question(wish);
    const double best = best_of_all_choices(question), slack = 1e-7 * std::max(1.0, best);
    double last = -1;
    SiteOptions options;
    options.on_better = [&](const SiteAnswer& answer) {
      BOOST_TEST(gain_of(question, answer) <= best + slack);
      BOOST_TEST(gain_of(question, answer) >= last - slack);
      BOOST_TEST(bound_of(question, answer) >= best - slack);
      last = gain_of(question, answer);
    };
    const SiteAnswer answer = choose_sites(question, options, {});
    BOOST_TEST_CONTEXT("round " << round) {
      BOOST_TEST((answer.state == State::proven));
      BOOST_TEST(std::fabs(gain_of(question, answer) - best) <= slack);
      BOOST_TEST(std::fabs(PlainWorth(question, answer.sites).gain() - best) <= slack);
      BOOST_TEST(std::fabs(bound_of(question, answer) - best) <= slack);
      BOOST_TEST(static_cast<std::int64_t>(answer.sites.size()) <= question.count);
      BOOST_TEST(last >= 0);
      const double before = PlainWorth(question, {}).gain();
      const double gains = std::accumulate(answer.gains.begin(), answer.gains.end(), before);
      BOOST_TEST(std::fabs(gains - best) <= slack);
    }
    options.on_better = {};
    options.prove = false;
    const SiteAnswer quick = choose_sites(question, options, {});
    BOOST_TEST(gain_of(question, quick) <= best + slack);
    BOOST_TEST(bound_of(question, quick) >= best - slack);
  }
}

/// The question as anybody would first write it down.
IntegerProgram naive(const SiteQuestion& question) {
  IntegerProgram program;
  program.maximise = true;
  std::vector<IntegerProgram::Term> count;
  for (std::size_t s = 0; s < question.candidates.size(); ++s)
    count.push_back({program.add_column({0, 1, 0, true}), 1});
  program.add_row(-unlimited, static_cast<double>(question.count), count);
  std::vector<std::vector<IntegerProgram::Term>> once(question.people.size()), seats(question.candidates.size());
  std::size_t e = 0;
  for (std::size_t s = 0; s < question.candidates.size(); ++s)
    for (; e < question.candidates.ends[s]; ++e) {
      const auto d = static_cast<std::size_t>(question.candidates.demand[e]);
      const double gain = question.goal == Goal::coverage ? 1 : question.unreached_m - question.candidates.distance[e];
      const auto z = program.add_column({0, question.people[d], gain, false});
      once[d].push_back({z, 1});
      seats[s].push_back({z, 1});
      const IntegerProgram::Term only_open[] = {{z, 1}, {static_cast<std::int32_t>(s), -question.people[d]}};
      program.add_row(-unlimited, 0, only_open);
    }
  for (std::size_t d = 0; d < once.size(); ++d) program.add_row(-unlimited, question.people[d], once[d]);
  if (!question.candidates.seats.empty())
    for (std::size_t s = 0; s < seats.size(); ++s) program.add_row(-unlimited, question.candidates.seats[s], seats[s]);
  return program;
}

void equals_the_solver(unsigned seed, const SiteWish& wish, int rounds) {
  SiteWorld world(seed);
  for (int round = 0; round < rounds; ++round) {
    const SiteQuestion question = world.question(wish);
    const ProgramAnswer plain = solve(naive(question), {}, {});
    BOOST_TEST((plain.state == ProgramAnswer::State::optimal));
    const SiteAnswer answer = choose_sites(question, {}, {});
    BOOST_TEST((answer.state == State::proven));
    BOOST_TEST(gain_of(question, answer) == plain.total, boost::test_tools::tolerance(1e-7));
    SiteOptions quick;
    quick.prove = false;
    BOOST_TEST(bound_of(question, choose_sites(question, quick, {})) >= plain.total - 1e-7 * plain.total);
  }
}

SiteQuestion hard_question() {
  return SiteWorld(5).question({Goal::coverage, 3000, 250, 0, 40, 110, false, true});
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

bool has_issue(const SiteAnswer& answer, const std::string& kind) {
  return std::any_of(answer.issues.begin(), answer.issues.end(),
                     [&](const Issue& issue) { return issue.kind == kind; });
}

}  // namespace

BOOST_AUTO_TEST_CASE(coverage_equals_the_best_of_all_choices) {
  equals_all_choices(1, {});
}
BOOST_AUTO_TEST_CASE(coverage_beside_existing_places_equals_the_best_of_all_choices) {
  equals_all_choices(2, {.existing = 3, .fractions = true});
}
BOOST_AUTO_TEST_CASE(coverage_with_seats_equals_the_best_of_all_choices) {
  equals_all_choices(3, {.seats = true});
}
BOOST_AUTO_TEST_CASE(coverage_with_seats_beside_existing_places_equals_the_best_of_all_choices) {
  equals_all_choices(4, {.existing = 2, .seats = true});
}
BOOST_AUTO_TEST_CASE(distance_equals_the_best_of_all_choices) {
  equals_all_choices(5, {.goal = Goal::distance});
}
BOOST_AUTO_TEST_CASE(distance_beside_existing_places_equals_the_best_of_all_choices) {
  equals_all_choices(6, {.goal = Goal::distance, .existing = 3, .fractions = true});
}
BOOST_AUTO_TEST_CASE(distance_with_seats_equals_the_best_of_all_choices) {
  equals_all_choices(7, {.goal = Goal::distance, .seats = true});
}
BOOST_AUTO_TEST_CASE(distance_with_seats_beside_existing_places_equals_the_best_of_all_choices) {
  equals_all_choices(8, {.goal = Goal::distance, .existing = 2, .seats = true});
}

BOOST_AUTO_TEST_CASE(larger_questions_equal_the_solver_called_plainly) {
  equals_the_solver(11, {Goal::coverage, 400, 60, 0, 8, 120, false, false}, 8);
  equals_the_solver(15, {Goal::coverage, 400, 60, 0, 12, 170, false, false}, 4);
  equals_the_solver(12, {Goal::distance, 150, 40, 0, 6, 300, false, true}, 4);
  equals_the_solver(13, {Goal::coverage, 150, 30, 0, 6, 200, true, false}, 4);
  equals_the_solver(14, {Goal::distance, 120, 25, 0, 5, 300, true, false}, 4);
}

BOOST_AUTO_TEST_CASE(people_who_are_reached_already_are_not_counted_again) {
  SiteQuestion question;
  question.people = {10, 20, 5};
  question.existing.add(std::vector<std::int32_t>{0, 1});
  question.candidates.add(std::vector<std::int32_t>{0, 1});
  question.candidates.add(std::vector<std::int32_t>{1, 2});
  question.count = 2;
  const SiteAnswer answer = choose_sites(question, {}, {});
  BOOST_TEST(answer.sites == std::vector<std::int32_t>{1});  // the other one would add nothing
  BOOST_TEST(answer.gains == std::vector<double>{5});
  BOOST_TEST(answer.people == 35);
  BOOST_TEST(answer.reached_before == 30);
  BOOST_TEST(answer.reached == 35);
  BOOST_TEST(answer.bound == 35);
  BOOST_TEST(answer.gap() == 0);
  BOOST_TEST(str(how_good(answer)) == "No other choice reaches more people.");
}

BOOST_AUTO_TEST_CASE(ways_are_counted_to_the_nearest_place_and_unreached_people_with_what_was_stated) {
  SiteQuestion question;
  question.goal = Goal::distance;
  question.unreached_m = 1000;
  question.people = {10, 2, 1};
  question.existing.add(std::vector<std::int32_t>{0}, std::vector<double>{400});
  question.candidates.add(std::vector<std::int32_t>{0, 1}, std::vector<double>{300, 900});
  question.candidates.add(std::vector<std::int32_t>{0}, std::vector<double>{100});
  question.count = 1;
  const SiteAnswer answer = choose_sites(question, {}, {});
  BOOST_TEST(answer.sites == std::vector<std::int32_t>{1});
  BOOST_TEST(answer.walked_before_m == 10 * 400 + 3 * 1000);
  BOOST_TEST(answer.walked_m == 10 * 100 + 3 * 1000);
  BOOST_TEST(answer.bound == answer.walked_m);
  BOOST_TEST(answer.reached_before == 10);
  BOOST_TEST(answer.reached == 10);
  BOOST_TEST(str(how_good(answer)) == "No other choice makes the ways shorter.");
}

BOOST_AUTO_TEST_CASE(a_person_moves_over_where_that_frees_a_seat_for_another) {
  SiteQuestion question;
  question.people = {2, 2};
  question.existing.add(std::vector<std::int32_t>{0, 1});
  question.existing.seats = {2};
  question.candidates.add(std::vector<std::int32_t>{0});
  question.candidates.add(std::vector<std::int32_t>{0, 1});
  question.candidates.seats = {2, 1};
  question.count = 1;
  const SiteAnswer answer = choose_sites(question, {}, {});
  BOOST_TEST(answer.sites == std::vector<std::int32_t>{0});
  BOOST_TEST(answer.reached_before == 2);
  BOOST_TEST(answer.reached == 4);
}

BOOST_AUTO_TEST_CASE(the_first_answer_comes_with_a_bound_that_is_said) {
  std::vector<SiteAnswer> answers;
  SiteOptions options;
  options.seconds = 1;
  options.on_better = [&](const SiteAnswer& answer) { answers.push_back(answer); };
  const SiteQuestion question = hard_question();
  const SiteAnswer last = choose_sites(question, options, {});
  BOOST_TEST(answers.size() >= 3u);
  for (std::size_t i = 1; i < answers.size(); ++i) {
    BOOST_TEST(answers[i].reached >= answers[i - 1].reached);
    BOOST_TEST(answers[i].bound <= answers[i - 1].bound);
  }
  BOOST_TEST(last.bound >= last.reached);
  BOOST_TEST(last.gap() == (last.bound - last.reached) / last.reached);
  SiteAnswer close = last;
  close.state = State::limited;
  close.reached = 1000;
  close.bound = 1012.1;
  BOOST_TEST(str(how_good(close)) == "Another choice might reach at most 1.3 % more people.");
  BOOST_TEST(in(Language::german, how_good(close)) ==
             "Eine andere Auswahl könnte höchstens 1,3 % mehr Menschen erreichen.");
}

BOOST_AUTO_TEST_CASE(cancel_returns_the_best_so_far_at_once) {
  const SiteQuestion slow_to_read = SiteWorld(6).question({Goal::distance, 8000, 300, 0, 10, 2000, false, true});
  for (const SiteQuestion& question : {hard_question(), slow_to_read})
    for (const int wait : {0, 20, 60, 700}) {
      std::stop_source source;
      std::chrono::steady_clock::time_point asked;
      std::jthread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(wait));
        asked = std::chrono::steady_clock::now();
        source.request_stop();
      });
      bool told = false;
      SiteOptions options;
      options.on_better = [&](const SiteAnswer&) { told = true; };
      try {
        const SiteAnswer answer = choose_sites(question, options, Progress(source.get_token(), {}));
        BOOST_TEST((answer.state == State::stopped));
        BOOST_TEST(answer.gap() >= 0);
      } catch (const Error& error) {
        BOOST_TEST((error.kind() == ErrorKind::cancelled));
        BOOST_TEST(!told);
      }
      const double late = seconds_since(asked);
      other.join();
      BOOST_TEST_MESSAGE("cancelled after " << late << " s");
    }
}

BOOST_AUTO_TEST_CASE(time_returns_the_best_so_far) {
  SiteOptions options;
  options.seconds = 0.05;
  const auto start = std::chrono::steady_clock::now();
  const SiteAnswer answer = choose_sites(hard_question(), options, {});
  BOOST_TEST_MESSAGE("asked for 0.05 s, took " << seconds_since(start) << " s");
  BOOST_TEST((answer.state == State::limited));
  BOOST_TEST(answer.sites.size() == 40u);
}

BOOST_AUTO_TEST_CASE(the_same_question_gets_the_same_bits) {
  for (const bool seats : {false, true}) {
    const SiteQuestion question = SiteWorld(9).question({Goal::distance, 200, 40, 3, 6, 300, seats, !seats});
    const SiteAnswer first = choose_sites(question, {}, {}), second = choose_sites(question, {}, {});
    BOOST_TEST(first.sites == second.sites);
    BOOST_TEST(first.gains == second.gains);
    BOOST_TEST(first.walked_m == second.walked_m);
    BOOST_TEST(first.bound == second.bound);
  }
}

BOOST_AUTO_TEST_CASE(odd_questions_get_clear_answers) {
  SiteWorld world(21);
  SiteQuestion question = world.question({});
  question.count = 0;
  SiteAnswer answer = choose_sites(question, {}, {});
  BOOST_TEST(answer.sites.empty());
  BOOST_TEST((answer.state == State::proven));
  BOOST_TEST(answer.reached == 0);
  BOOST_TEST(answer.issues.empty());

  question.count = 100;
  answer = choose_sites(question, {}, {});
  BOOST_TEST((answer.state == State::proven));
  BOOST_TEST(answer.reached == PlainWorth(question, {0, 1, 2, 3, 4, 5, 6, 7}).gain());
  BOOST_TEST(has_issue(answer, "few_candidates"));

  question.candidates.seats.assign(question.candidates.size(), 0.0);
  answer = choose_sites(question, {}, {});
  BOOST_TEST(answer.sites.empty());
  BOOST_TEST(has_issue(answer, "no_seats"));

  question.candidates = {};
  BOOST_TEST(has_issue(choose_sites(question, {}, {}), "no_candidates"));
  question.candidates.add({});
  BOOST_TEST(has_issue(choose_sites(question, {}, {}), "nothing_to_gain"));
  question.people.assign(question.people.size(), 0.0);
  BOOST_TEST(has_issue(choose_sites(question, {}, {}), "no_people"));
  answer = choose_sites(SiteQuestion{}, {}, {});
  BOOST_TEST((answer.state == State::proven));
  BOOST_TEST(answer.reached == 0);
  BOOST_TEST(answer.gap() == 0);
}

BOOST_AUTO_TEST_CASE(what_is_no_question_is_refused_in_one_sentence) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const SiteQuestion good = SiteWorld(22).question({.goal = Goal::distance, .existing = 2, .seats = true});
  const auto refused = [&](auto&& spoil, const std::string& sentence) {
    SiteQuestion question = good;
    spoil(question);
    BOOST_CHECK_EXCEPTION(choose_sites(question, {}, {}), Error, [&](const Error& error) {
      return error.kind() == ErrorKind::refused && std::string(error.what()).find(sentence) != std::string::npos;
    });
  };
  refused([&](SiteQuestion& q) { q.people[1] = nan; }, "people at point 2");
  refused([&](SiteQuestion& q) { q.people[0] = -1; }, "people at point 1");
  refused([&](SiteQuestion& q) { q.count = -1; }, "1 places can't be chosen");
  refused([&](SiteQuestion& q) { q.unreached_m = 0; }, "metres above 0");
  refused([&](SiteQuestion& q) { q.unreached_m = nan; }, "metres above 0");
  refused([&](SiteQuestion& q) { q.candidates.distance.front() = nan; }, "metres from 0 up");
  refused([&](SiteQuestion& q) { q.candidates.seats.back() = -1; }, "capacity of place 8");
  refused([&](SiteQuestion& q) { q.existing.seats[1] = nan; }, "capacity of place 2");
  refused([&](SiteQuestion& q) { q.candidates.demand.front() = 99; }, "do not fit");
  refused([&](SiteQuestion& q) { q.candidates.ends.back() += 1; }, "do not fit");
  refused([&](SiteQuestion& q) { q.candidates.distance.clear(); }, "do not fit");
  refused([&](SiteQuestion& q) { q.candidates.seats.pop_back(); }, "do not fit");
}

BOOST_AUTO_TEST_CASE(the_method_is_said) {
  SiteQuestion question = SiteWorld(23).question({.goal = Goal::distance});
  question.unreached_m = 800;
  BOOST_TEST(str(site_method(question)) ==
             "Shortest ways of all together (p-median); who has no place in reach counts with 800 m.");
  question.goal = Goal::coverage;
  question.candidates.seats.assign(question.candidates.size(), 1.0);
  BOOST_TEST(str(site_method(question)).find("with seats") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
