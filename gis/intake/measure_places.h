#pragma once
// Where the rows of an idea pool are: positions judged against the city, districts by name.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/intake/district_names.h"
#include "gis/intake/measures.h"
#include "gis/intake/position.h"

namespace smile {

/// The columns of a table that say where a measure is; -1: there is none.
struct PlaceColumns {
  int position = -1;
  int x = -1;
  int y = -1;
  int district = -1;
};

/// Cells of one row, and whose issues they make.
struct PlaceCells {
  std::int64_t row = 0;
  std::string position, x, y, district, title;
  std::string position_header, x_header, district_header;
  Geometry geometry;  ///< from a layer, in the plan's system; wins over the cells
};

struct Placed {
  Location location;
  std::string district_hint;
  bool unread = false;  ///< the position could not be read: its cells are to be kept
};

/// Reads places for one import. Two passes: first it looks at all positions (the plan's system where it has none, the
/// city where there are no districts, the order the column writes pairs in), then it places row by row.
class PlaceReader {
public:
  PlaceReader(const Plan& plan, const MeasureOptions& options, std::string file);

  /// First pass. `geometries`: bounds of a layer's features in longitude/latitude.
  void look_at(const std::vector<PlaceCells>& rows, const std::vector<Point>& geometries);
  /// Second pass.
  Placed place(const PlaceCells& cells, Issues& issues);
  /// Notes about the column as a whole: order, systems.
  void conclude(Issues& issues) const;

  const Crs& plan_crs() const { return plan_crs_; }
  std::int64_t turned() const { return turned_; }
  /// "EPSG:25833, EPSG:4326": systems that were read.
  std::string systems() const;

private:
  struct Area {
    const District* district;
    Box box;
  };

  std::optional<Position> read(const PositionReader& reader, const PlaceCells& cells) const;
  void choose_level(const std::vector<PlaceCells>& rows);
  void choose_city(const std::vector<PlaceCells>& rows, const std::vector<Point>& geometries);
  void choose_order(const std::vector<PlaceCells>& rows);
  PositionContext context(bool reversed) const;
  void use(const Position& position);

  bool place_by_position(const PlaceCells& cells, Placed& placed, Issues& issues);
  bool place_by_geometry(const PlaceCells& cells, Placed& placed, Issues& issues) const;
  bool place_by_words(std::string_view words, const std::string& header, const PlaceCells& cells, Placed& placed,
                      Issues& issues) const;
  void check_district(const PlaceCells& cells, Point at, Placed& placed, Issues& issues) const;
  void propose_district(const PlaceCells& cells, Placed& placed, Issues& issues) const;
  void note_unknown_district(const PlaceCells& cells, Placed& placed, bool has_place, Issues& issues) const;
  DistrictNames::Match named(std::string_view words) const;
  std::vector<const District*> all_named(std::string_view words) const;
  bool in_some_district(Point p) const;
  Issue issue(Severity severity, std::string kind, const PlaceCells& cells, const std::string& column,
              const std::string& value, Text message) const;

  const Plan& plan_;
  std::string file_;
  std::optional<Crs> said_crs_;
  Crs plan_crs_;
  Box city_;  ///< in plan_crs_
  bool reversed_ = false;
  std::vector<DistrictNames> levels_;  ///< the one the column means first, then the others from coarse to fine
  std::vector<Area> areas_;
  std::optional<PositionReader> reader_;
  std::vector<std::pair<Crs, std::int64_t>> read_as_;
  std::int64_t turned_ = 0;
};

}  // namespace smile
