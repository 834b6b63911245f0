#include "gis/analysis/site_program.h"

#include <algorithm>

namespace smile {
namespace {

using Term = IntegerProgram::Term;

bool gains_are_equal(const SiteProblem& p, std::size_t demand) {
  const auto [begin, end] = p.of_demand(demand);
  const auto first = p.demand_gain.begin();
  return std::all_of(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end),
                     [&](double gain) { return gain == p.demand_gain[begin]; });
}

void add_reached_at_all(IntegerProgram& program, const SiteProblem& p, std::size_t demand) {
  auto [e, end] = p.of_demand(demand);
  std::vector<Term> row{{program.add_column({0, 1, p.people[demand] * p.demand_gain[e], false}), -1}};
  for (; e < end; ++e) row.push_back({p.demand_site[e], 1});
  program.add_row(0, unlimited, row);
}

/// People at each site, as shares of the demand point; `at_site` collects them for the rows of seats.
void add_shares(IntegerProgram& program, const SiteProblem& p, std::size_t demand,
                std::vector<std::vector<Term>>& at_site) {
  std::vector<Term> once;
  for (auto [e, end] = p.of_demand(demand); e < end; ++e) {
    const std::int32_t site = p.demand_site[e];
    const std::int32_t share = program.add_column({0, 1, p.people[demand] * p.demand_gain[e], false});
    once.push_back({share, 1});
    at_site[static_cast<std::size_t>(site)].push_back({share, p.people[demand]});
    const Term only_open[] = {{site, 1}, {share, -1}};
    program.add_row(0, unlimited, only_open);
  }
  program.add_row(-unlimited, 1, once);
}

}  // namespace

IntegerProgram site_program(const SiteProblem& p) {
  IntegerProgram program;
  program.maximise = true;
  std::vector<Term> free;
  for (std::size_t s = 0; s < p.sites(); ++s) {
    const std::int32_t column = program.add_column({s < p.fixed ? 1.0 : 0.0, 1, 0, true});
    if (s >= p.fixed) free.push_back({column, 1});
  }
  program.add_row(-unlimited, static_cast<double>(p.count), free);
  std::vector<std::vector<Term>> at_site(p.sites());
  for (std::size_t d = 0; d < p.people.size(); ++d) {
    if (!p.limited && gains_are_equal(p, d))
      add_reached_at_all(program, p, d);
    else
      add_shares(program, p, d, at_site);
  }
  for (std::size_t s = 0; s < p.sites(); ++s) {
    if (p.seats[s] == SiteProblem::no_limit) continue;
    at_site[s].push_back({static_cast<std::int32_t>(s), -p.seats[s]});
    program.add_row(-unlimited, 0, at_site[s]);
  }
  return program;
}

}  // namespace smile
