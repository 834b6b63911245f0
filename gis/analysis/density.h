#pragma once
// How dense places or people lie: kernel density on a grid of square cells, per km².
// Method: quartic kernel (B. W. Silverman, "Density Estimation", 1986, 4.5), each cell at its middle the exact sum over
// all points; no correction at the edge of the data.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/analysis/asked_places.h"
#include "gis/analysis/people.h"
#include "gis/jobs/progress.h"
#include "gis/plan/plan_place.h"

namespace smile {

/// The kernel's shape, 1 in its middle; square: (distance / radius)². Its integral over the disc is π r² / 3.
inline double quartic(double square) {
  return square < 1 ? (1 - square) * (1 - square) : 0;
}

/// Cells by rows from the south-west; their sides lie on multiples of their size, so that grids fit each other.
struct DensityGrid {
  double left = 0, bottom = 0, cell = 1;  ///< metres of the plan's system
  std::int64_t columns = 0, rows = 0;
  std::vector<double> per_km2;
  Point middle(std::size_t i) const {
    const auto at = static_cast<std::int64_t>(i);
    return {left + (static_cast<double>(at % columns) + 0.5) * cell,
            bottom + (static_cast<double>(at / columns) + 0.5) * cell};
  }
};

constexpr std::int64_t most_density_cells = 25'000'000;

/// Every cell that a point may reach. Weights that are no finite number above 0 count nothing; without weights each
/// point counts 1. The order of the points decides the last bits, nothing else does. Throws Error{usage} for a radius
/// or cell that is none, cells larger than the radius, or more than most_density_cells; {cancelled}.
DensityGrid kernel_density(std::span<const Point> points, std::span<const double> weights, double radius_m,
                           double cell_m, const Progress& progress = {});

struct DensityQuestion {
  AskedPlaces places;  ///< a single layer in use as population: its people
  double radius_m = 300;
  double cell_m = 0;  ///< 0: a fifth of the radius
  AgeRange ages;      ///< of people
  Id level = 0;
};

struct DistrictDensity {
  Id district = 0;
  double highest = 0, mean = 0;  ///< per km², by the cells whose middle lies in it; where there are none, 0
};

struct DensityAnswer {
  DensityQuestion question;
  bool people = false;  ///< else places
  double counted = 0;   ///< people or points, all
  DensityGrid grid;
  double highest = 0;                      ///< per km²
  Point at;                                ///< middle of that cell
  Id district = 0;                         ///< in which it lies; 0: none
  double dense_m2 = 0;                     ///< ground with more than half of the highest
  std::vector<DistrictDensity> districts;  ///< that hold a cell, the densest first
  std::string credit;
  std::vector<Text> method;
  std::vector<std::string> sources;
};

/// Lines and areas count at the middle of their box, several sites each. Throws as kernel_density, load_layer and
/// of_age; Error{needs_answer} where there is nothing to count.
DensityAnswer answer(const DensityQuestion& question, const Plan& plan, const PlanPlace& place,
                     const Progress& progress = {});

/// What it means, in the language of the program.
std::vector<Text> sentences_of(const DensityAnswer& answer, const Plan& plan);

/// The cells that have any, as squares with their "density": what can be taken into the plan.
LayerData density_cells(const DensityGrid& grid, const Crs& crs, const Progress& progress = {});
/// A layer that shows them in classes; source and number are open.
MapLayer layer_of_density(const DensityAnswer& answer, const std::string& name);

}  // namespace smile
