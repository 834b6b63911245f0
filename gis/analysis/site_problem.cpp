#include "gis/analysis/site_problem.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "gis/analysis/site_choice.h"

namespace smile {

void list_by_demand(SiteProblem& p, const Progress& progress) {  // sites come ascending by themselves
  p.demand_end.assign(p.people.size(), 0);
  for (const std::int32_t d : p.site_demand) ++p.demand_end[static_cast<std::size_t>(d)];
  std::vector<std::size_t> next(p.people.size());
  std::exclusive_scan(p.demand_end.begin(), p.demand_end.end(), next.begin(), std::size_t{0});
  std::inclusive_scan(p.demand_end.begin(), p.demand_end.end(), p.demand_end.begin());
  p.demand_site.resize(p.site_demand.size());
  p.demand_gain.resize(p.site_demand.size());
  for (std::size_t s = 0; s < p.sites(); ++s) {
    progress.check();
    for (auto [e, end] = p.of_site(s); e < end; ++e) {
      const std::size_t at = next[static_cast<std::size_t>(p.site_demand[e])]++;
      p.demand_site[at] = static_cast<std::int32_t>(s);
      p.demand_gain[at] = p.site_gain[e];
    }
  }
}

namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

bool same_row(const SiteProblem& p, std::size_t a, std::size_t b) {
  const auto [ab, ae] = p.of_demand(a);
  const auto [bb, be] = p.of_demand(b);
  if (ae - ab != be - bb) return false;
  for (std::size_t i = 0; i < ae - ab; ++i)
    if (p.demand_site[ab + i] != p.demand_site[bb + i] || p.demand_gain[ab + i] != p.demand_gain[bb + i]) return false;
  return true;
}

/// For each demand point the number of its group: points with the same sites and gains. −1: without any site.
std::vector<std::int32_t> groups_of(const SiteProblem& p, std::size_t& groups, const Progress& progress) {
  const std::size_t slots = std::bit_ceil(2 * p.people.size() + 1);
  std::vector<std::int32_t> table(slots, -1), group(p.people.size(), -1);
  groups = 0;
  for (std::size_t d = 0; d < p.people.size(); ++d) {
    if (d % 256 == 0) progress.check();
    const auto [begin, end] = p.of_demand(d);
    if (begin == end) continue;
    std::uint64_t hash = end - begin;
    for (std::size_t e = begin; e < end; ++e) {
      hash = mixed(hash, static_cast<std::uint64_t>(p.demand_site[e]));
      hash = mixed(hash, std::bit_cast<std::uint64_t>(p.demand_gain[e]));
    }
    std::size_t slot = hash & (slots - 1);
    while (table[slot] >= 0 && !same_row(p, static_cast<std::size_t>(table[slot]), d)) slot = (slot + 1) & (slots - 1);
    if (table[slot] < 0) {
      table[slot] = static_cast<std::int32_t>(d);
      group[d] = static_cast<std::int32_t>(groups++);
    } else {
      group[d] = group[static_cast<std::size_t>(table[slot])];
    }
  }
  return group;
}

/// Demand points of a group become its first one, with the people of all.
std::vector<std::int32_t> merge_demand(SiteProblem& p, const Progress& progress) {
  std::size_t groups = 0;
  std::vector<std::int32_t> group = groups_of(p, groups, progress);
  std::vector<double> people(groups, 0.0);
  std::vector<std::uint8_t> first(p.people.size(), 0), seen(groups, 0);
  for (std::size_t d = 0; d < group.size(); ++d) {
    if (group[d] < 0) continue;
    const auto g = static_cast<std::size_t>(group[d]);
    people[g] += p.people[d];
    first[d] = seen[g] == 0 ? 1 : 0;
    seen[g] = 1;
  }
  std::size_t to = 0, from = 0;
  for (std::size_t s = 0; s < p.sites(); ++s) {
    progress.check();
    for (const std::size_t end = p.site_end[s]; from < end; ++from) {
      const auto d = static_cast<std::size_t>(p.site_demand[from]);
      if (first[d] == 0) continue;
      p.site_demand[to] = group[d];
      p.site_gain[to++] = p.site_gain[from];
    }
    p.site_end[s] = to;
  }
  p.site_demand.resize(to);
  p.site_gain.resize(to);
  p.people = std::move(people);
  list_by_demand(p, progress);
  return group;
}

/// True if everybody whom `less` reaches gains as much or more at `more`.
bool replaces(const SiteProblem& p, std::size_t more, std::size_t less) {
  auto [m, m_end] = p.of_site(more);
  const auto [l_begin, l_end] = p.of_site(less);
  if (m_end - m < l_end - l_begin) return false;
  for (std::size_t l = l_begin; l < l_end; ++l) {
    while (m < m_end && p.site_demand[m] < p.site_demand[l]) ++m;
    if (m == m_end || p.site_demand[m] != p.site_demand[l] || p.site_gain[m] < p.site_gain[l]) return false;
  }
  return true;
}

/// The demand point of a site that the fewest sites reach: whoever replaces the site must be among them.
std::size_t rarest_demand(const SiteProblem& p, std::size_t site) {
  std::size_t rarest = 0, fewest = std::numeric_limits<std::size_t>::max();
  for (auto [e, end] = p.of_site(site); e < end; ++e) {
    const auto d = static_cast<std::size_t>(p.site_demand[e]);
    const auto [begin, stop] = p.of_demand(d);
    if (stop - begin < fewest) {
      fewest = stop - begin;
      rarest = d;
    }
  }
  return rarest;
}

/// Marks the sites that another, kept one replaces. Of two equal ones the first is kept.
std::vector<std::uint8_t> replaced_sites(const SiteProblem& p, const Progress& progress) {
  std::vector<std::uint8_t> gone(p.sites(), 0);
  for (std::size_t s = p.fixed; s < p.sites(); ++s) {
    progress.check();
    const std::size_t rarest = rarest_demand(p, s);
    for (auto [e, end] = p.of_demand(rarest); e < end && gone[s] == 0; ++e) {
      const auto other = static_cast<std::size_t>(p.demand_site[e]);
      if (other == s || gone[other] != 0 || !replaces(p, other, s)) continue;
      gone[s] = other < s || !replaces(p, s, other) ? 1 : 0;
    }
  }
  return gone;
}

/// Takes sites out of the lists by site; `keep` is asked for every one of them.
template <class Keep>
void keep_sites(SiteProblem& p, Keep&& keep) {
  std::size_t to = 0, kept = 0, from = 0, fixed = 0;
  for (std::size_t s = 0; s < p.sites(); ++s) {
    const std::size_t end = p.site_end[s];
    const bool stays = keep(s);
    if (!stays) from = end;
    for (; from < end; ++from) {
      p.site_demand[to] = p.site_demand[from];
      p.site_gain[to++] = p.site_gain[from];
    }
    if (!stays) continue;
    if (s < p.fixed) ++fixed;
    p.site_end[kept] = to;
    p.seats[kept] = p.seats[s];
    p.origin[kept++] = p.origin[s];
  }
  p.site_end.resize(kept);
  p.seats.resize(kept);
  p.origin.resize(kept);
  p.site_demand.resize(to);
  p.site_gain.resize(to);
  p.fixed = fixed;
}

/// Seats for everybody are no limit. True if that made a fixed site one that can be folded.
bool forget_idle_limits(SiteProblem& p) {
  bool foldable = false;
  for (std::size_t s = 0; s < p.sites(); ++s) {
    if (p.seats[s] == SiteProblem::no_limit) continue;
    double all = 0;
    for (auto [e, end] = p.of_site(s); e < end; ++e) all += p.people[static_cast<std::size_t>(p.site_demand[e])];
    if (p.seats[s] < all) continue;
    p.seats[s] = SiteProblem::no_limit;
    foldable = foldable || (s < p.fixed && all > 0);
  }
  return foldable;
}

/// What fixed sites with room for everybody give is gained already; the others can only add to it.
void fold_fixed(SiteProblem& p, const Progress& progress) {
  std::vector<double> had(p.people.size(), 0.0);
  for (std::size_t s = 0; s < p.fixed; ++s) {
    if (p.seats[s] != SiteProblem::no_limit) continue;
    for (auto [e, end] = p.of_site(s); e < end; ++e) {
      double& gain = had[static_cast<std::size_t>(p.site_demand[e])];
      gain = std::max(gain, p.site_gain[e]);
    }
  }
  for (std::size_t d = 0; d < had.size(); ++d) p.base += had[d] * p.people[d];
  std::size_t to = 0, from = 0;
  for (std::size_t s = 0; s < p.sites(); ++s) {
    progress.check();
    const bool folded = (s < p.fixed && p.seats[s] == SiteProblem::no_limit) || p.seats[s] <= 0;
    for (const std::size_t end = p.site_end[s]; from < end; ++from) {
      const auto d = static_cast<std::size_t>(p.site_demand[from]);
      const double more = p.site_gain[from] - had[d];
      if (folded || !(more > 0) || !(p.people[d] > 0)) continue;
      p.site_demand[to] = p.site_demand[from];
      p.site_gain[to++] = more;
    }
    p.site_end[s] = to;
  }
  p.site_demand.resize(to);
  p.site_gain.resize(to);
}

/// The lists by site of a problem in which chosen sites stand first and closed ones are gone.
SiteProblem rearranged(const SiteProblem& p, std::span<const SiteFate> fates) {
  SiteProblem next;
  next.people = p.people;
  next.base = p.base;
  next.whole = p.whole;
  next.site_demand.reserve(p.site_demand.size());
  next.site_gain.reserve(p.site_gain.size());
  std::size_t chosen = 0;
  const auto add = [&](std::size_t s) {
    const auto [begin, end] = p.of_site(s);
    const auto b = static_cast<std::ptrdiff_t>(begin), e = static_cast<std::ptrdiff_t>(end);
    next.site_demand.insert(next.site_demand.end(), p.site_demand.begin() + b, p.site_demand.begin() + e);
    next.site_gain.insert(next.site_gain.end(), p.site_gain.begin() + b, p.site_gain.begin() + e);
    next.site_end.push_back(next.site_demand.size());
    next.seats.push_back(p.seats[s]);
    next.origin.push_back(static_cast<std::int32_t>(s));
  };
  for (std::size_t s = 0; s < p.sites(); ++s) {
    if (s >= p.fixed && fates[s] != SiteFate::chosen) continue;
    add(s);
    if (s >= p.fixed) ++chosen;
  }
  next.fixed = next.sites();
  for (std::size_t s = p.fixed; s < p.sites(); ++s)
    if (fates[s] == SiteFate::open) add(s);
  next.count = p.count - std::min(p.count, chosen);
  return next;
}

}  // namespace

SiteProblem folded(const SiteProblem& problem, std::span<const SiteFate> fates, const Progress& progress) {
  SiteProblem p = rearranged(problem, fates);
  do {
    forget_idle_limits(p);
    fold_fixed(p, progress);
  } while (forget_idle_limits(p));
  keep_sites(p, [&](std::size_t s) { return p.of_site(s).begin < p.of_site(s).end; });
  p.limited = std::any_of(p.seats.begin(), p.seats.end(), [](double seats) { return seats != SiteProblem::no_limit; });
  p.count = std::min(p.count, p.free_sites());
  return p;
}

SmallerProblem merged(SiteProblem problem, const Progress& progress) {
  SmallerProblem smaller{std::move(problem), {}};
  SiteProblem& p = smaller.problem;
  list_by_demand(p, progress);
  smaller.demand_of = merge_demand(p, progress);
  const auto gone = p.limited ? std::vector<std::uint8_t>(p.sites(), 0) : replaced_sites(p, progress);
  if (std::find(gone.begin(), gone.end(), 1) != gone.end()) {
    keep_sites(p, [&](std::size_t s) { return gone[s] == 0; });
    list_by_demand(p, progress);
    const std::vector<std::int32_t> again = merge_demand(p, progress);
    for (std::int32_t& d : smaller.demand_of)
      if (d >= 0) d = again[static_cast<std::size_t>(d)];
  }
  p.count = std::min(p.count, p.free_sites());
  return smaller;
}

SmallerProblem reduced(const SiteProblem& problem, std::span<const SiteFate> fates) {
  const Progress alone;
  return merged(folded(problem, fates, alone), alone);
}

namespace {

/// What a person gains from a place: 1 for being reached, or the metres they need not walk.
void add_places(SiteProblem& p, const SiteQuestion& question, const SiteReach& places, bool fixed,
                const Progress& progress) {
  std::vector<std::pair<std::int32_t, double>> row;
  std::size_t at = 0;
  for (std::size_t s = 0; s < places.size(); ++s) {
    progress.check();
    row.clear();
    for (; at < places.ends[s]; ++at) {
      const bool by_distance = question.goal == SiteQuestion::Goal::distance;
      const double gain = by_distance ? question.unreached_m - places.distance[at] : 1;
      if (gain > 0) row.emplace_back(places.demand[at], gain);
    }
    // ascending, and of a point named twice the nearer way
    if (!std::is_sorted(row.begin(), row.end())) std::sort(row.begin(), row.end());
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i + 1 < row.size() && row[i + 1].first == row[i].first) continue;
      p.site_demand.push_back(row[i].first);
      p.site_gain.push_back(row[i].second);
    }
    p.site_end.push_back(p.site_demand.size());
    p.seats.push_back(places.seats.empty() ? SiteProblem::no_limit : places.seats[s]);
    p.origin.push_back(fixed ? -1 : static_cast<std::int32_t>(s));
  }
}

bool is_whole(double value) {
  return value == std::floor(value) && std::fabs(value) < 1e15;
}

}  // namespace

SiteProblem problem_of(const SiteQuestion& question, const Progress& progress) {
  SiteProblem p;
  p.people = question.people;
  p.site_demand.reserve(question.existing.demand.size() + question.candidates.demand.size());
  p.site_gain.reserve(p.site_demand.capacity());
  add_places(p, question, question.existing, true, progress);
  p.fixed = p.sites();
  add_places(p, question, question.candidates, false, progress);
  p.count = static_cast<std::size_t>(question.count);
  const auto no_limit_or_whole = [](double seats) { return seats == SiteProblem::no_limit || is_whole(seats); };
  p.whole = std::all_of(p.people.begin(), p.people.end(), is_whole) &&
            std::all_of(p.site_gain.begin(), p.site_gain.end(), is_whole) &&
            std::all_of(p.seats.begin(), p.seats.end(), no_limit_or_whole);
  return p;
}

}  // namespace smile
