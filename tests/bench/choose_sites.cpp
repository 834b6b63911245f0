// Maximum coverage, 10 of 300 or 3,000 sites, to the proof: bench_choose_sites CITY_FOLDER [SITES] [COUNT] [RADIUS]
// The question of the peers' mclp_pulp.py, from the same data; times begin with the lists of who is reached in memory,
// as the peers' begin with their model in memory.

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/site_choice.h"
#include "gis/database/sqlite.h"
#include "gis/geometry/geometry.h"
#include "tests/bench/measure.h"

using namespace smile;
using namespace smile::bench;

namespace {

constexpr int runs = 5;

/// The point of a GeoPackage blob: behind a header of 8 bytes, an envelope, and the head of its WKB.
Point point_in(std::string_view blob) {
  constexpr std::size_t envelopes[] = {0, 32, 48, 48, 64, 0, 0, 0};
  const std::size_t kind = (static_cast<unsigned char>(blob[3]) >> 1U) & 7U;
  Point point;
  std::memcpy(&point, blob.data() + 8 + envelopes[kind] + 5, sizeof point);
  return point;
}

SiteQuestion read_question(const std::string& file, std::size_t sites, std::int64_t count, double radius) {
  database::Connection connection(file, database::Access::immutable);
  SiteQuestion question;
  question.count = count;
  std::vector<Point> points;
  database::Statement people = connection.prepare("SELECT geom, inhabitants FROM population_points");
  while (people.step()) {
    if (people.integer(1) <= 0) continue;
    points.push_back(point_in(people.blob(0)));
    question.people.push_back(static_cast<double>(people.integer(1)));
  }
  database::Statement candidates = connection.prepare("SELECT geom FROM candidates");
  std::vector<std::int32_t> reached;
  while (candidates.step() && question.candidates.size() < sites) {
    const Point site = point_in(candidates.blob(0));
    reached.clear();
    for (std::size_t d = 0; d < points.size(); ++d) {
      const double x = points[d].x - site.x, y = points[d].y - site.y;
      if (x * x + y * y <= radius * radius) reached.push_back(static_cast<std::int32_t>(d));
    }
    question.candidates.add(reached);
  }
  return question;
}

double argument(int count, char** words, int position, double otherwise) {
  return count > position ? std::strtod(words[position], nullptr) : otherwise;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::cerr << "bench_choose_sites CITY_FOLDER [SITES] [COUNT] [RADIUS]\n";
    return 2;
  }
  const auto sites = static_cast<std::size_t>(argument(count, words, 2, 300));
  const auto wanted = static_cast<std::int64_t>(argument(count, words, 3, 10));
  const SiteQuestion question =
      read_question(std::string(words[1]) + "/city.gpkg", sites, wanted, argument(count, words, 4, 500));
  std::vector<double> firsts, bests;
  SiteAnswer first, answer;
  const std::vector<double> all = timed(runs, [&] {
    const auto start = std::chrono::steady_clock::now();
    double to_first = 0, to_best = 0;
    SiteOptions options;
    options.on_better = [&](const SiteAnswer& better) {
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
      if (to_first == 0) {
        to_first = taken.count();
        first = better;
      }
      if (to_best == 0 || better.reached > answer.reached) to_best = taken.count();
      answer = better;
    };
    answer = choose_sites(question, options, {});
    firsts.push_back(to_first);
    bests.push_back(to_best);
  });
  std::sort(answer.sites.begin(), answer.sites.end());
  const nlohmann::ordered_json line = {{"script", "bench_choose_sites"},
                                       {"p", wanted},
                                       {"n", question.candidates.size()},
                                       {"first_s", median(firsts)},
                                       {"best_s", median(bests)},
                                       {"solve_s", median(all)},
                                       {"proven", answer.state == SiteAnswer::State::proven},
                                       {"bound", answer.bound},
                                       {"covered", answer.reached},
                                       {"greedy", first.reached},
                                       {"population", answer.people}};
  std::cout << line.dump() << "\n";
  return 0;
}
