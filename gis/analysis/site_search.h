#pragma once
// Private to the choice of sites: good choices, fast. Greedy (lazy: Minoux 1978), then exchange of one site for another
// while that gains (the fast interchange of Whitaker 1983 and of Resende and Werneck 2007).

#include <chrono>
#include <functional>
#include <span>
#include <vector>

#include "gis/analysis/site_problem.h"
#include "gis/jobs/progress.h"

namespace smile {

/// When to stop looking.
class SiteClock {
public:
  SiteClock(const Progress& progress, double seconds) : progress_(&progress), seconds_(seconds) {}
  bool over() const { return progress_->stopped() || elapsed() >= seconds_; }
  bool cancelled() const { return progress_->stopped(); }
  double left() const { return seconds_ - elapsed(); }
  const Progress& progress() const { return *progress_; }

private:
  double elapsed() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }
  const Progress* progress_;
  double seconds_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

struct SiteChoice {
  std::vector<std::int32_t> sites;  ///< of the problem, free ones
  double gain = 0;                  ///< with the problem's base
};

double gain_of(const SiteProblem& problem, std::span<const std::int32_t> sites);
/// One site after the other, each the one that adds most; of equals the first.
SiteChoice greedy_choice(const SiteProblem& problem, const SiteClock& clock);
/// Swaps sites while that gains; tells of each better choice.
void exchange(const SiteProblem& problem, SiteChoice& choice, const SiteClock& clock,
              const std::function<void(const SiteChoice&)>& on_better);

/// Differences below this are rounding.
double rounding_of(const SiteProblem& problem, double gain);

}  // namespace smile
