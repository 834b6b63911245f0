#pragma once
// Answers kept by the geometry they were computed for. An edit of one measure asks about all the others again, whose
// shapes have not changed; a dragged one asks about a new shape at every step.

#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "gis/geometry/geometry.h"

namespace smile {

/// Compares the whole geometry, so an answer is never another shape's. Forgets everything when it is full. Thread-safe.
template <class Answer>
class ByGeometry {
public:
  std::optional<Answer> find(const Geometry& geometry) const {
    const std::lock_guard lock(mutex_);
    const auto found = answers_.find(geometry);
    return found == answers_.end() ? std::nullopt : std::optional(found->second);
  }

  void keep(const Geometry& geometry, Answer answer) {
    constexpr std::size_t most = 20'000;
    const std::lock_guard lock(mutex_);
    if (answers_.size() >= most) answers_.clear();
    answers_.insert_or_assign(geometry, std::move(answer));
  }

private:
  struct Hash {
    std::size_t operator()(const Geometry& geometry) const {
      const std::string_view bytes(reinterpret_cast<const char*>(geometry.points.data()),
                                   geometry.points.size() * sizeof(Point));
      return std::hash<std::string_view>()(bytes);
    }
  };
  mutable std::mutex mutex_;
  std::unordered_map<Geometry, Answer, Hash> answers_;
};

}  // namespace smile
