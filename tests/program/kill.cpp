// The promise: what was acknowledged survives. `smileplaces edit` is killed with SIGKILL at random moments while
// thousands of edits flow in; afterwards the plan must be exactly the state after some prefix of the edits that holds
// every acknowledged one. SMILE_KILLS says how often (20 by default).

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "gis/database/sqlite.h"
#include "gis/intake/layers.h"
#include "gis/plan/edit_json.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"
#include "tests/support/plans.h"

using namespace smile;

namespace {

/// The program with a pipe into it and one out of it.
class Edits {
public:
  explicit Edits(const std::filesystem::path& plan) {
    int in[2];
    int out[2];
    BOOST_REQUIRE(::pipe2(in, O_CLOEXEC) == 0 && ::pipe2(out, O_CLOEXEC) == 0);
    const char* program = std::getenv("SMILE_PROGRAM");
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(in[0], STDIN_FILENO);
      ::dup2(out[1], STDOUT_FILENO);
      ::execl(program, program, "edit", plan.c_str(), "-", static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    input_ = in[1];
    output_ = ::fdopen(out[0], "r");
  }
  ~Edits() {
    if (feeder_.joinable()) feeder_.join();
    std::fclose(output_);
  }
  Edits(const Edits&) = delete;
  Edits& operator=(const Edits&) = delete;

  void feed(std::string lines) {
    feeder_ = std::thread([this, lines = std::move(lines)] {
      for (std::size_t sent = 0; sent < lines.size();) {
        const ssize_t written = ::write(input_, lines.data() + sent, lines.size() - sent);
        if (written <= 0) break;
        sent += static_cast<std::size_t>(written);
      }
      ::close(input_);
    });
  }

  /// Number of the next acknowledged line; 0 at the end.
  long next_acknowledged() {
    char line[4096];
    if (!std::fgets(line, sizeof line, output_)) return 0;
    long number = 0;
    const std::string answer = line;
    const bool whole = !answer.empty() && answer.back() == '\n';
    if (!whole || std::sscanf(line, "{\"acknowledged\":%ld", &number) != 1) return whole ? -1 : 0;
    return number;
  }

  void kill() { ::kill(pid_, SIGKILL); }
  int wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    return status;
  }

private:
  pid_t pid_ = 0;
  int input_ = -1;
  std::FILE* output_ = nullptr;
  std::thread feeder_;
};

std::string json_text(std::mt19937& random, std::size_t longest) {
  static const std::string letters[] = {"a", "ö", "ß", " ", "x", "„", "0", "7"};
  std::string out;
  for (std::size_t length = random() % longest; length > 0; --length) out += letters[random() % 8];
  return "\"" + out + "\"";
}

/// One edit that fits the plan, of a kind chosen by chance.
std::string random_line(std::mt19937& random, const Plan& plan) {
  const std::string position =
      "\"x\":" + std::to_string(300000 + random() % 20000) + ",\"y\":" + std::to_string(5990000 + random() % 20000);
  const std::string id = std::to_string(plan.measures[random() % plan.measures.size()]->id);
  switch (random() % 8) {
    case 0:
      return R"({"edit":"add","measure":{"title":)" + json_text(random, 60) + ",\"note\":" + json_text(random, 3000) +
             "," + position + "}}";
    case 1:
      return R"({"edit":"place","measure":)" + id + ",\"city\":true}";
    case 2:
      return R"({"edit":"place","measure":)" + id + "," + position + "}";
    case 3:
      return plan.measures.size() > 30 ? R"({"edit":"remove","measures":[)" + id + "]}"
                                       : R"({"edit":"duplicate","measures":[)" + id + "]}";
    case 4:
      return R"({"edit":"title","value":)" + json_text(random, 40) + "}";
    case 5:
      return R"({"edit":"set","measure":)" + id + R"(,"field":"cost","value":)" + std::to_string(random() % 1000000) +
             "}";
    default:
      return R"({"edit":"set","measure":)" + id + R"(,"field":"note","value":)" + json_text(random, 9000) + "}";
  }
}

/// The lines, and the plan after each of them; [0] is before the first.
struct Script {
  std::string lines;
  std::vector<PlanPtr> states;
};

Script random_script(std::mt19937& random, PlanPtr plan, std::size_t count) {
  Script script;
  script.states.push_back(plan);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string line = random_line(random, *plan);
    plan = std::make_shared<const Plan>(edit_from_json(line, *plan).apply(*plan));
    script.lines += line + "\n";
    script.states.push_back(plan);
  }
  return script;
}

/// Runs the script, kills it some time after so many acknowledged edits; returns how many there were in the end.
std::size_t run_and_kill(const std::filesystem::path& plan, const Script& script, std::size_t after,
                         unsigned microseconds) {
  Edits edits(plan);
  edits.feed(script.lines);
  std::size_t acknowledged = 0;
  std::thread killer;
  if (after == 0)
    killer = std::thread([&] { ::usleep(microseconds * 100), edits.kill(); });  // perhaps before it even opens
  while (const long number = edits.next_acknowledged()) {
    BOOST_TEST_REQUIRE(number == static_cast<long>(acknowledged) + 1);
    if (++acknowledged == after)
      ::usleep(microseconds), edits.kill();  // what comes until the end of the pipe still counts
  }
  if (killer.joinable()) killer.join();
  edits.kill();
  // A quick disk may be through with the whole script before the signal comes.
  const int status = edits.wait();
  const bool killed = WIFSIGNALED(status);
  BOOST_TEST((killed || acknowledged + 1 == script.states.size()));
  return acknowledged;
}

std::size_t state_of(const Script& script, const Plan& plan, std::size_t first) {
  for (std::size_t i = first; i < script.states.size(); ++i)
    if (same_content(*script.states[i], plan)) return i;
  return script.states.size();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kills)

BOOST_AUTO_TEST_CASE(no_acknowledged_edit_is_lost_however_the_program_ends) {
  std::signal(SIGPIPE, SIG_IGN);
  const char* wanted = std::getenv("SMILE_KILLS");
  const int kills = wanted ? std::atoi(wanted) : 20;
  tests::TemporaryFolder folder;
  const auto file = folder / "plan.gpkg";
  PlanFile::create(file, tests::random_plan(1, {100, 6}));
  std::mt19937 random(20261122);
  std::size_t edits = 0;
  for (int round = 0; round < kills; ++round) {
    const Script script = random_script(random, PlanFile::open(file, PlanFile::Mode::read).plan(), 400);
    const std::size_t acknowledged =
        run_and_kill(file, script, random() % 5 == 0 ? 0 : random() % 300, static_cast<unsigned>(random() % 4000));
    const PlanFile seen = PlanFile::open(file, PlanFile::Mode::read);
    const std::size_t state = state_of(script, *seen.plan(), acknowledged);
    BOOST_TEST_REQUIRE(state < script.states.size(), "kill " << round << ": lost one of " << acknowledged);
    BOOST_TEST(same_content(*PlanFile::open(file, PlanFile::Mode::write).plan(), *script.states[state]));
    edits += acknowledged;
  }
  BOOST_TEST_MESSAGE(kills << " kills, " << edits << " acknowledged edits, none lost");
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_program_that_was_killed_leaves_no_lock) {
  std::signal(SIGPIPE, SIG_IGN);
  tests::TemporaryFolder folder;
  PlanFile::create(folder / "plan.gpkg", tests::random_plan(1));
  Edits edits(folder / "plan.gpkg");
  edits.feed("{\"edit\":\"title\",\"value\":\"a\"}\n" + std::string(200000, ' ') + "\n");
  BOOST_TEST(edits.next_acknowledged() == 1);
  edits.kill();
  edits.wait();
  BOOST_TEST(PlanFile::open(folder / "plan.gpkg", PlanFile::Mode::write).plan()->title == "a");
}

BOOST_AUTO_TEST_CASE(a_layer_is_in_the_plan_as_a_whole_or_not_at_all_however_the_program_ends) {
  tests::TemporaryFolder folder;
  const std::string plan = folder / "plan.gpkg";
  const std::string points = folder / "punkte.geojson";
  std::ofstream out(points);
  out << R"({"type":"FeatureCollection","features":[)";
  for (int i = 0; i < 6000; ++i)
    out << (i > 0 ? "," : "") << R"({"type":"Feature","properties":{"n":)" << i
        << R"(},"geometry":{"type":"Point","coordinates":[12.1,54.)" << 10000 + i << "]}}";
  out << "]}";
  out.close();
  PlanFile::create(plan, tests::random_plan(1, {20, 6}));
  std::mt19937 random(20261125);
  std::size_t before = 0;
  for (int round = 0; round < 12; ++round) {
    const pid_t pid = ::fork();
    if (pid == 0) {
      const char* program = std::getenv("SMILE_PROGRAM");
      std::freopen("/dev/null", "w", stdout);
      ::execl(program, program, "add", plan.c_str(), "layer", points.c_str(), "--into-plan",
              static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::usleep(static_cast<unsigned>(random() % 900) * 1000);
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
    const PlanFile file = PlanFile::open(plan, PlanFile::Mode::write);
    const std::size_t layers = file.plan()->layers.size();
    BOOST_TEST((layers == before || layers == before + 1));
    before = layers;
    const LoadedLayers loaded = load_layers(*file.plan(), place_of(file.path()));
    BOOST_TEST(loaded.issues.empty());
    for (const auto& [id, data] : loaded.layers) BOOST_TEST(data->features.size() == 6000U);
  }
  BOOST_TEST_MESSAGE(before << " of 12 were through before the signal");
  PlanFile file = PlanFile::open(plan, PlanFile::Mode::write);
  Plan next = *file.plan();
  next.title = "danach";
  file.save(std::make_shared<const Plan>(next));
  database::Connection connection(plan, database::Access::read);  // half of one is nowhere
  BOOST_TEST(connection.read_integer("SELECT count(*) FROM sqlite_master WHERE name GLOB 'layer_[0-9]*'") ==
             static_cast<std::int64_t>(before));
}

BOOST_AUTO_TEST_SUITE_END()
