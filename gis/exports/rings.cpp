#include <algorithm>

#include "gis/exports/codebook_file.h"

namespace smile::exports {
namespace {

class Fnv {
public:
  void add(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; ++i) hash_ = (hash_ ^ bytes[i]) * 1099511628211ULL;
  }
  std::uint64_t value() const { return hash_; }

private:
  std::uint64_t hash_ = 14695981039346656037ULL;
};

bool same_ring(std::span<const Point> a, std::span<const Point> b, bool turned) {
  if (a.size() != b.size()) return false;
  return turned ? std::equal(a.begin(), a.end(), b.rbegin()) : std::equal(a.begin(), a.end(), b.begin());
}

/// The file's ring (from 1, negative if turned) that is this ring of the plan, 0 if there is none.
int ring_of(const Geometry& read, std::span<const Point> wanted) {
  for (std::size_t i = 0; i < read.paths(); ++i) {
    if (same_ring(wanted, read.path(i), false)) return static_cast<int>(i) + 1;
    if (same_ring(wanted, read.path(i), true)) return -static_cast<int>(i) - 1;
  }
  return 0;
}

Geometry assembled(const CodebookGeometry& entry, const Geometry& read) {
  Geometry geometry;
  geometry.kind = read.kind;
  for (const int ring : entry.rings) {
    const auto index = static_cast<std::size_t>(std::abs(ring)) - 1;
    if (ring == 0 || index >= read.paths()) return {};
    const std::span<const Point> path = read.path(index);
    if (ring > 0)
      geometry.points.insert(geometry.points.end(), path.begin(), path.end());
    else
      geometry.points.insert(geometry.points.end(), path.rbegin(), path.rend());
    geometry.path_ends.push_back(static_cast<std::uint32_t>(geometry.points.size()));
  }
  std::uint32_t end = 0;
  for (const int rings : entry.parts) {
    if (rings <= 0) return {};
    geometry.part_ends.push_back(end += static_cast<std::uint32_t>(rings));
  }
  const bool complete = read.kind != GeometryKind::area || end == entry.rings.size();
  return complete ? geometry : Geometry{};
}

}  // namespace

std::uint64_t hash_of(const Geometry& geometry) {
  Fnv hash;
  hash.add(&geometry.kind, sizeof geometry.kind);
  hash.add(geometry.points.data(), geometry.points.size() * sizeof(Point));
  hash.add(geometry.path_ends.data(), geometry.path_ends.size() * sizeof(std::uint32_t));
  hash.add(geometry.part_ends.data(), geometry.part_ends.size() * sizeof(std::uint32_t));
  return hash.value();
}

CodebookGeometry difference_of(const Geometry& read, const Geometry& whole) {
  CodebookGeometry entry;
  entry.written = hash_of(read);
  if (read == whole) return entry;
  for (std::size_t i = 0; i < whole.paths(); ++i) entry.rings.push_back(ring_of(read, whole.path(i)));
  std::uint32_t begin = 0;
  for (const std::uint32_t end : whole.part_ends) {
    entry.parts.push_back(static_cast<int>(end - begin));
    begin = end;
  }
  if (assembled(entry, read) == whole) return entry;
  return {entry.written, {}, {}, whole};
}

std::optional<Geometry> restored(const CodebookGeometry& entry, const Geometry& read) {
  if (entry.written != hash_of(read)) return std::nullopt;
  if (!entry.whole.empty()) return entry.whole;
  if (entry.rings.empty()) return read;
  Geometry geometry = assembled(entry, read);
  return geometry.empty() ? std::nullopt : std::optional(std::move(geometry));
}

}  // namespace smile::exports
