#include "gis/analysis/density.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "gis/analysis/asked_layers.h"
#include "gis/analysis/which_district.h"
#include "gis/formats/feature_values.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

constexpr double square_metres_per_square_kilometre = 1e6;

bool counts(std::span<const double> weights, std::size_t i) {
  return weights.empty() || (weights[i] > 0 && std::isfinite(weights[i]));
}

void check(double radius, double cell) {
  if (!(radius > 0) || radius > 100'000)
    throw Error(ErrorKind::usage, text("A radius is a number of metres above 0 and up to 100,000."));
  if (!(cell > 0) || cell > radius)
    throw Error(ErrorKind::usage, text("Cells are metres above 0 and no wider than the radius of {1} m.", radius));
}

/// As large as the points that count reach.
DensityGrid empty_grid(std::span<const Point> points, std::span<const double> weights, double radius, double cell) {
  Box ground;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (counts(weights, i)) ground.add(points[i]);
  DensityGrid grid;
  grid.cell = cell;
  if (ground.empty()) return grid;
  ground = ground.grown(radius);
  const double columns = std::ceil(ground.max_x / cell) - std::floor(ground.min_x / cell);
  const double rows = std::ceil(ground.max_y / cell) - std::floor(ground.min_y / cell);
  if (columns * rows > static_cast<double>(most_density_cells))
    throw Error(ErrorKind::usage, text("That would be {1} cells, more than {2}: choose larger ones.",
                                       static_cast<std::int64_t>(std::min(columns * rows, 1e15)), most_density_cells));
  grid.left = std::floor(ground.min_x / cell) * cell;
  grid.bottom = std::floor(ground.min_y / cell) * cell;
  grid.columns = static_cast<std::int64_t>(columns);
  grid.rows = static_cast<std::int64_t>(rows);
  grid.per_km2.assign(static_cast<std::size_t>(grid.columns * grid.rows), 0.0);
  return grid;
}

/// To every cell whose middle lies within the radius.
void spread(DensityGrid& grid, Point p, double peak, double radius) {
  const auto first = [&](double from, double origin) {
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(std::ceil((from - origin) / grid.cell - 0.5)));
  };
  const auto last = [&](double to, double origin, std::int64_t count) {
    return std::min(count - 1, static_cast<std::int64_t>(std::floor((to - origin) / grid.cell - 0.5)));
  };
  const double square = radius * radius;
  for (std::int64_t row = first(p.y - radius, grid.bottom); row <= last(p.y + radius, grid.bottom, grid.rows); ++row) {
    const double dy = grid.bottom + (static_cast<double>(row) + 0.5) * grid.cell - p.y;
    const double half = std::sqrt(std::max(0.0, square - dy * dy));
    const std::int64_t end = last(p.x + half, grid.left, grid.columns);
    for (std::int64_t column = first(p.x - half, grid.left); column <= end; ++column) {
      const double dx = grid.left + (static_cast<double>(column) + 0.5) * grid.cell - p.x;
      grid.per_km2[static_cast<std::size_t>(row * grid.columns + column)] +=
          peak * quartic((dx * dx + dy * dy) / square);
    }
  }
}

struct Counted {
  std::vector<Point> points;
  std::vector<double> weights;  ///< empty: each 1
  Text method;
};

Counted people_in(const MapLayer& layer, const LayerData& data, AgeRange ages) {
  People people = people_of(layer, data);
  PeopleOfAge counted = of_age(people, ages);
  return {std::move(people.at), std::move(counted.count),
          text("People at the middle of their cell, block or building.")};
}

Counted places_in(const Places& places) {
  Counted out;
  for (const Geometry& shape : places.shapes) {
    if (shape.kind == GeometryKind::point)
      out.points.insert(out.points.end(), shape.points.begin(), shape.points.end());
    else
      out.points.push_back(bounds(shape).centre());
  }
  out.method = text("Lines and areas at the middle of their box, each site by itself.");
  return out;
}

Counted counted_by(DensityAnswer& out, AskedLayers& asked, const Plan& plan) {
  const AskedPlaces& places = out.question.places;
  const MapLayer* layer = places.layers.size() == 1 && !places.measures ? find_layer(plan, places.layers[0]) : nullptr;
  out.credit = layer != nullptr ? layer->credit : "";
  out.people = layer != nullptr && layer->use.kind == LayerUse::Kind::population;
  if (!out.people && !out.question.ages.everybody())
    throw Error(ErrorKind::usage, text("Places have no age: ask for --ages with the layer of inhabitants."));
  if (out.people) return people_in(*layer, *asked.load(*layer), out.question.ages);
  return places_in(asked.places(out.question.places));
}

double count_of(const Counted& counted) {
  if (counted.weights.empty()) return static_cast<double>(counted.points.size());
  return sum_of(std::span(counted.weights));
}

void find_highest(DensityAnswer& out) {
  const auto& cells = out.grid.per_km2;
  const auto highest = std::max_element(cells.begin(), cells.end());
  out.highest = *highest;
  out.at = out.grid.middle(static_cast<std::size_t>(highest - cells.begin()));
  const auto dense = std::count_if(cells.begin(), cells.end(), [&](double one) { return one > out.highest / 2; });
  out.dense_m2 = static_cast<double>(dense) * out.grid.cell * out.grid.cell;
}

void sum_by_district(DensityAnswer& out, const Plan& plan, const Progress& progress) {
  if (plan.districts.empty()) return;
  const auto index = district_index(plan, out.question.level);
  struct Sum {
    double highest = 0, all = 0;
    bool any = false;
  };
  std::vector<Sum> sums(index->districts().size());
  for (std::size_t i = 0; i < out.grid.per_km2.size(); ++i) {
    if (i % 4096 == 0) progress.check();
    const std::int32_t at = index->at(out.grid.middle(i)).district;
    if (at == DistrictIndex::nowhere) continue;
    Sum& sum = sums[static_cast<std::size_t>(at)];
    sum.highest = std::max(sum.highest, out.grid.per_km2[i]);
    sum.all += out.grid.per_km2[i];
    sum.any = true;
  }
  for (std::size_t k = 0; k < sums.size(); ++k)
    if (sums[k].any && index->districts()[k]->area_m2 > 0)
      out.districts.push_back({index->districts()[k]->id, sums[k].highest,
                               sums[k].all * out.grid.cell * out.grid.cell / index->districts()[k]->area_m2});
  std::stable_sort(out.districts.begin(), out.districts.end(),
                   [](const auto& a, const auto& b) { return a.highest > b.highest; });
  if (const std::int32_t at = index->at(out.at).district; at != DistrictIndex::nowhere)
    out.district = index->districts()[static_cast<std::size_t>(at)]->id;
}

}  // namespace

DensityGrid kernel_density(std::span<const Point> points, std::span<const double> weights, double radius_m,
                           double cell_m, const Progress& progress) {
  check(radius_m, cell_m);
  DensityGrid grid = empty_grid(points, weights, radius_m, cell_m);
  const double peak = 3 / (std::numbers::pi * radius_m * radius_m) * square_metres_per_square_kilometre;
  // A cancel is heard within 100 ms: after some hundred thousand cells.
  const double cells_of_a_point = std::pow(2 * radius_m / cell_m, 2);
  const auto between_checks = static_cast<std::size_t>(std::clamp(300'000 / cells_of_a_point, 1.0, 1000.0));
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i % between_checks == 0) {
      progress.check();
      progress.report(text("Adding up densities"), static_cast<double>(i) / static_cast<double>(points.size()));
    }
    if (counts(weights, i)) spread(grid, points[i], weights.empty() ? peak : peak * weights[i], radius_m);
  }
  progress.report(text("Adding up densities"), 1);
  return grid;
}

DensityAnswer answer(const DensityQuestion& question, const Plan& plan, const PlanPlace& place,
                     const Progress& progress) {
  DensityAnswer out;
  out.question = question;
  if (out.question.cell_m == 0) out.question.cell_m = question.radius_m / 5;
  AskedLayers asked(plan, place, progress);
  const Counted counted = counted_by(out, asked, plan);
  out.counted = count_of(counted);
  if (!(out.counted > 0)) throw Error(ErrorKind::needs_answer, text("There is nothing there that could be dense."));
  out.grid = kernel_density(counted.points, counted.weights, question.radius_m, out.question.cell_m, progress);
  find_highest(out);
  sum_by_district(out, plan, progress);
  out.method = {text("Kernel density: quartic kernel of {1} m, the exact sum at the middle of each cell of {2} m, per "
                     "km²; no correction at the edge of the data.",
                     question.radius_m, out.question.cell_m),
                counted.method};
  asked.add_rejected(out.method);
  out.sources = std::move(asked.sources);
  return out;
}

std::vector<Text> sentences_of(const DensityAnswer& answer, const Plan& plan) {
  const std::string what = answer.people ? who(answer.question.ages) : say("places");
  const std::string most = format_number(language(), answer.highest, answer.highest < 100 ? 1 : 0);
  const District* district = find_district(plan, answer.district);
  return {district != nullptr      ? text("Densest in {1}: {2} {3} per km².", district->name, most, what)
          : plan.districts.empty() ? text("At its densest: {1} {2} per km².", most, what)
                                   : text("Densest outside of the districts: {1} {2} per km².", most, what),
          text("More than half of that is found on {1} in all.", format_area(language(), answer.dense_m2))};
}

LayerData density_cells(const DensityGrid& grid, const Crs& crs, const Progress& progress) {
  LayerData data;
  data.kind = GeometryKind::area;
  data.source_crs = crs;
  add_column(data.features, "density", ValueColumn::Kind::real);
  for (std::size_t i = 0; i < grid.per_km2.size(); ++i) {
    if (i % 4096 == 0) progress.check();
    if (!(grid.per_km2[i] > 0)) continue;
    const Point middle = grid.middle(i);
    const double half = grid.cell / 2;
    const Geometry cell = make_area({{middle.x - half, middle.y - half},
                                     {middle.x + half, middle.y - half},
                                     {middle.x + half, middle.y + half},
                                     {middle.x - half, middle.y + half}});
    append_values(data, cell, {grid.per_km2[i]});
  }
  return data;
}

MapLayer layer_of_density(const DensityAnswer& answer, const std::string& name) {
  MapLayer layer;
  layer.name = name;
  layer.credit = answer.credit;
  layer.kind = GeometryKind::area;
  layer.style.method = StyleMethod::classes;
  layer.style.field = "density";
  layer.style.class_method = ClassMethod::pretty;
  layer.style.ramp = "rose";  // neither that of the districts below it nor that of water, parks or population
  return layer;
}

}  // namespace smile
