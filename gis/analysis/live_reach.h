#pragma once
// Whom places reach while measures move: what stays is worked out once, a measure that has moved costs one search
// around it. The figures are those of catchment().

#include <map>

#include "gis/analysis/reach_of_one.h"
#include "gis/analysis/reach_question.h"

namespace smile {

class LiveReach {
public:
  /// Reads what the question rests on. Throws as answer(question, …).
  LiveReach(const ReachQuestion& question, const Plan& plan, const PlanPlace& place, const Progress& progress = {});
  /// The same from what has been read; network may be null where the distance is straight.
  LiveReach(const ReachQuestion& question, const Plan& plan, std::shared_ptr<const People> people, const Places& fixed,
            WalkNetworkPtr network, const Progress& progress = {});
  ~LiveReach();
  LiveReach(LiveReach&&) noexcept;
  LiveReach& operator=(LiveReach&&) noexcept;

  /// The measures as they stand in this plan; only those that have moved since are worked out again. Districts and
  /// layers must be those of the plan it was made for.
  void follow(const Plan& plan);

  /// People reached, all and by district. Without Catchment::nearest.
  const Catchment& figures() const;

  /// What one measure does.
  struct Part {
    std::vector<double> within;  ///< people it reaches, by distance
    std::vector<double> only;    ///< of them those whom nothing else reaches
  };
  /// Nothing for one that doesn't count here or has no place.
  std::optional<Part> part_of(Id measure) const;
  /// Streets within the last distance of it (walked); the shape itself where it is straight.
  Geometry ground_of(Id measure);
  /// How far around a shape its ground goes, in metres; 0 where it is walked.
  double straight_m() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace smile
