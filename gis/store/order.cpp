#include "gis/store/order.h"

#include <algorithm>

namespace smile::store {
namespace {

using Known = std::vector<std::optional<std::int64_t>>;

/// Indices of a longest strictly rising subsequence of what is known: these rows stay where they are.
std::vector<std::size_t> longest_rising(const Known& known) {
  std::vector<std::size_t> tails;  // tails[n]: the index that ends the best run of length n + 1
  std::vector<std::size_t> previous(known.size(), known.size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!known[i]) continue;
    const auto at = std::lower_bound(tails.begin(), tails.end(), *known[i],
                                     [&](std::size_t tail, std::int64_t value) { return *known[tail] < value; });
    if (at != tails.begin()) previous[i] = *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<std::size_t> kept;
  for (std::size_t i = tails.empty() ? known.size() : tails.back(); i < known.size(); i = previous[i])
    kept.push_back(i);
  std::reverse(kept.begin(), kept.end());
  return kept;
}

/// Spreads the rows [begin, end) evenly between two neighbours; false when they don't fit.
bool spread(std::vector<std::int64_t>& out, std::size_t begin, std::size_t end, std::optional<std::int64_t> before,
            std::optional<std::int64_t> after) {
  const auto count = static_cast<std::int64_t>(end - begin);
  std::int64_t step = position_gap;
  if (before && after) step = std::min(step, (*after - *before) / (count + 1));
  if (step < 1) return false;
  std::int64_t next = before ? *before + step : (after ? *after - step * count : position_gap);
  for (std::size_t i = begin; i < end; ++i, next += step) out[i] = next;
  return true;
}

}  // namespace

std::vector<std::int64_t> fresh_positions(std::size_t count) {
  std::vector<std::int64_t> positions(count);
  for (std::size_t i = 0; i < count; ++i) positions[i] = static_cast<std::int64_t>(i + 1) * position_gap;
  return positions;
}

std::optional<std::vector<std::int64_t>> positions_between(std::optional<std::int64_t> before,
                                                           std::optional<std::int64_t> after, const Known& known) {
  Known inside = known;
  for (auto& position : inside)
    if (position && ((before && *position <= *before) || (after && *position >= *after))) position.reset();
  std::vector<std::int64_t> out(known.size());
  std::size_t begin = 0;
  std::optional<std::int64_t> left = before;
  for (const std::size_t kept : longest_rising(inside)) {
    out[kept] = *inside[kept];
    if (!spread(out, begin, kept, left, out[kept])) return std::nullopt;
    begin = kept + 1;
    left = out[kept];
  }
  if (!spread(out, begin, known.size(), left, after)) return std::nullopt;
  return out;
}

}  // namespace smile::store
