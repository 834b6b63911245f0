#pragma once
// Where a row stands in its list: numbers with gaps, so that moving or inserting one row rewrites one row.

#include <cstdint>
#include <optional>
#include <vector>

namespace smile::store {

inline constexpr std::int64_t position_gap = 1'000'000;

/// Positions 1, 2, 3 … gaps for a list written anew.
std::vector<std::int64_t> fresh_positions(std::size_t count);

/// Rising positions strictly between `before` and `after` (absent: no neighbour there) for a run of rows, keeping as
/// many of `known` as can stay. std::nullopt when there is no room: then the whole list needs fresh positions.
std::optional<std::vector<std::int64_t>> positions_between(std::optional<std::int64_t> before,
                                                           std::optional<std::int64_t> after,
                                                           const std::vector<std::optional<std::int64_t>>& known);

}  // namespace smile::store
