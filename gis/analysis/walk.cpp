#include "gis/analysis/walk.h"

#include <algorithm>
#include <bit>

namespace smile {
namespace {

/// Buckets about as wide as a quarter of an edge: few of them are empty, and few nodes have to be looked at twice (a
/// node is final when its bucket is done, not before, because edges may be shorter than a bucket is wide).
unsigned shift_for(const WalkNetwork& network) {
  std::uint64_t sum = 0;
  for (const WalkNetwork::Edge& edge : network.edges) sum += edge.length;
  const std::uint64_t quarter = sum / (4 * std::max<std::size_t>(1, network.edges.size()));
  return static_cast<unsigned>(std::bit_width(quarter | 1U)) - 1;
}

Millimetres part_of(std::uint64_t distance, Millimetres limit) {
  return distance <= limit ? static_cast<Millimetres>(distance) : unreached;
}

Millimetres between(Millimetres a, Millimetres b) {
  return a < b ? b - a : a - b;
}

}  // namespace

WalkSearch::WalkSearch(const WalkNetwork& network)
    : network_(network), usual_shift_(shift_for(network)), labels_(network.nodes.size(), unreached) {}

void WalkSearch::forget() {
  for (const std::uint32_t node : touched_) labels_[node] = unreached;
  touched_.clear();
  starts_.clear();
  last_bucket_ = 0;
}

void WalkSearch::choose_width(Millimetres limit) {
  constexpr unsigned most = 16;  // 65,536 buckets
  limit_ = std::min(limit, unreached - 1);
  const auto bits = static_cast<unsigned>(std::bit_width(limit_));
  shift_ = std::max(usual_shift_, bits > most ? bits - most : 0U);
  const std::size_t needed = (std::size_t{limit_} >> shift_) + 1;
  if (buckets_.size() < needed) buckets_.resize(needed);
}

inline void WalkSearch::label(std::uint32_t node, std::uint64_t distance) {
  const Millimetres before = labels_[node];
  if (distance >= before || distance > limit_) return;
  if (before == unreached) touched_.push_back(node);
  const auto now = static_cast<Millimetres>(distance);
  labels_[node] = now;
  const std::size_t bucket = now >> shift_;
  buckets_[bucket].push_back({node, now});
  last_bucket_ = std::max(last_bucket_, bucket);
}

void WalkSearch::spread(std::size_t bucket) {
  // Grows while it is worked through; a pushed entry may move the vector.
  for (std::size_t i = 0; i < buckets_[bucket].size(); ++i) {
    const Entry entry = buckets_[bucket][i];
    if (labels_[entry.node] != entry.distance) continue;  // a shorter way was found since
    for (const WalkNetwork::Link& link : network_.links_of(entry.node))
      label(link.to, std::uint64_t{entry.distance} + link.length);
  }
  buckets_[bucket].clear();
}

void WalkSearch::run(std::span<const WalkStart> starts, Millimetres limit) {
  forget();
  choose_width(limit);
  for (const WalkStart& start : starts)
    if (start.at.edge != no_edge) starts_.push_back(start);
  std::stable_sort(starts_.begin(), starts_.end(),
                   [](const WalkStart& a, const WalkStart& b) { return a.at.edge < b.at.edge; });
  for (const WalkStart& start : starts_) {
    const WalkNetwork::Edge& edge = network_.edges[start.at.edge];
    label(edge.from, std::uint64_t{start.walked} + start.at.along);
    label(edge.to, std::uint64_t{start.walked} + (edge.length - start.at.along));
  }
  for (std::size_t bucket = 0; bucket <= last_bucket_; ++bucket) spread(bucket);
}

Millimetres WalkSearch::to(const Attachment& place) const {
  if (place.edge == no_edge) return unreached;
  const WalkNetwork::Edge& edge = network_.edges[place.edge];
  std::uint64_t best = unreached;
  if (labels_[edge.from] != unreached) best = std::uint64_t{labels_[edge.from]} + place.along;
  if (labels_[edge.to] != unreached)
    best = std::min(best, std::uint64_t{labels_[edge.to]} + (edge.length - place.along));
  const auto by_edge = [](const WalkStart& start, std::uint32_t wanted) { return start.at.edge < wanted; };
  for (auto start = std::lower_bound(starts_.begin(), starts_.end(), place.edge, by_edge);
       start != starts_.end() && start->at.edge == place.edge; ++start)
    best = std::min(best, std::uint64_t{start->walked} + between(start->at.along, place.along));
  return part_of(best, limit_);
}

}  // namespace smile
