#pragma once
// Measures against the areas of a layer – protected, flooded, planned otherwise: which lie in which, and how much of
// them. Areas and lengths in the plane of the plan's system.

#include <string>
#include <vector>

#include "gis/analysis/places.h"
#include "gis/jobs/progress.h"
#include "gis/plan/plan_place.h"

namespace smile {

/// A measure in one area of the layer.
struct Conflict {
  std::size_t area = 0;  ///< position in Places
  std::string name;      ///< "" where nobody knows
  double amount = 0;     ///< m² of an area, m of a line, sites of a point or several
  double share = 0;      ///< of the measure
};

struct MeasureConflicts {
  Id measure = 0;
  GeometryKind kind = GeometryKind::none;  ///< what `amount` counts
  double whole = 0;                        ///< m², m or sites
  double amount = 0;                       ///< in any of the areas; where they overlap each other, counted once
  double share = 0;
  std::vector<Conflict> areas;  ///< the largest first
  Geometry inside;              ///< the part of it that lies in any of them
};

struct Conflicts {
  std::vector<MeasureConflicts> measures;  ///< with at least one conflict, the largest share first, then as in the plan
  std::int64_t compared = 0;               ///< measures with a place on the map
  std::int64_t without_place = 0;          ///< measures without, or for districts or the whole city: not compared
  std::int64_t areas = 0;                  ///< of the layer
  Issues issues;                           ///< notes "area_repaired", warnings "area_unusable" of areas and measures
};

/// Points on a border are inside; areas that only touch don't conflict. Shapes that are no areas are left out: see
/// answer(). Throws Error{cancelled}.
Conflicts conflicts(const Plan& plan, const Places& areas, const Progress& progress = {});

struct ConflictAnswer {
  std::string layer;
  Conflicts found;
  Text method;
  std::vector<std::string> sources;
};

/// Throws Error{not_found} without such a layer, Error{usage} for one without areas, else as load_layer().
ConflictAnswer answer_conflicts(Id layer, const Plan& plan, const PlanPlace& place, const Progress& progress = {});

/// The areas a measure lies in: "Moor, area 3".
std::string areas_in_words(const MeasureConflicts& one);
/// What it means, in the language of the program.
std::vector<Text> sentences_of(const ConflictAnswer& answer);

}  // namespace smile
