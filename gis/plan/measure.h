#pragma once
// A measure: one proposal of the idea pool.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gis/plan/date.h"
#include "gis/plan/district.h"
#include "gis/plan/money.h"

namespace smile {

enum class Block : std::uint8_t { none, citizens, governance, places, exchange };
enum class Phase : std::uint8_t { none, idea, proposed, checked, in_matrix, shortlisted, decided, in_progress, done, rejected };
enum class Persona : std::uint8_t { none, citizens, politics, municipal_companies, associations, administration };

/// How a measure says where it is. sites: several points; district and city: the whole of it.
enum class Placement : std::uint8_t { none, point, line, area, sites, district, city };

struct Location {
  Placement placement = Placement::none;
  Geometry geometry;          ///< plan's system; empty for none, district and city
  std::vector<Id> districts;  ///< placement district: which one or ones
  std::string as_written;     ///< the cell it was read from
  bool operator==(const Location&) const = default;
};

/// Low, likely, high. A missing figure is missing, not 0. "the cost" of a measure is the likely one-off cost.
struct CostRange {
  std::optional<Money> low;
  std::optional<Money> likely;
  std::optional<Money> high;
  bool operator==(const CostRange&) const = default;
};

struct PhaseChange {
  Phase phase = Phase::none;
  Date date;
  bool operator==(const PhaseChange&) const = default;
};

struct Measure {
  Id id = 0;
  std::string number;  ///< as the office counts it: "17", "M/01/VII"
  std::string title;
  std::string summary;
  Block block = Block::none;
  std::string field_of_action;
  Phase phase = Phase::none;
  std::vector<PhaseChange> phase_history;  ///< oldest first; edits append to it
  std::string lead;
  std::vector<std::string> partners;
  Persona persona = Persona::none;  ///< who brought it in
  CostRange cost;                   ///< one-off
  CostRange yearly_cost;
  std::string funding;
  std::optional<Date> start;
  std::optional<Date> end;
  std::string reach;
  std::string target_group;
  std::vector<std::string> links;
  std::string note;
  std::string district_hint;  ///< a district the source names as text: a proposal, never a placement
  std::vector<std::pair<std::string, std::string>> extra;  ///< columns of the source without a field of ours: kept as they were
  Location location;
  bool operator==(const Measure&) const = default;
};

using MeasurePtr = std::shared_ptr<const Measure>;

}  // namespace smile
