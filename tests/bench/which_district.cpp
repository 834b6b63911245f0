// Which district holds each of a million points: bench_which_district CITY_FOLDER POINTS.gpkg
// Ours, and GEOS as a good programmer would use it in the same process: an STRtree of prepared polygons. Everything on
// one thread.

#include <geos_c.h>

#include <cstring>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "gis/analysis/which_district.h"
#include "gis/database/sqlite.h"
#include "tests/bench/measure.h"

using namespace smile;
using namespace smile::bench;

namespace {

constexpr int runs = 5;

/// The geometry of a GeoPackage blob: behind a header of 8 bytes and an envelope.
std::string_view wkb_in(std::string_view blob) {
  constexpr std::size_t envelopes[] = {0, 32, 48, 48, 64, 0, 0, 0};
  const std::size_t kind = (static_cast<unsigned char>(blob[3]) >> 1U) & 7U;
  return blob.substr(8 + envelopes[kind]);
}

std::vector<DistrictPtr> read_districts(const std::string& file) {
  database::Connection connection(file, database::Access::immutable);
  database::Statement rows = connection.prepare("SELECT id, geom FROM districts ORDER BY id");
  std::vector<DistrictPtr> districts;
  while (rows.step()) {
    District district;
    district.id = rows.integer(0);
    district.code = std::to_string(district.id);
    district.geometry = from_wkb(wkb_in(rows.blob(1))).value();
    districts.push_back(std::make_shared<const District>(std::move(district)));
  }
  return districts;
}

struct Points {
  std::vector<Point> at;
  std::vector<std::int64_t> inhabitants;
};

Points read_points(const std::string& file) {
  database::Connection connection(file, database::Access::immutable);
  database::Statement rows = connection.prepare("SELECT geom, inhabitants FROM points");
  Points points;
  while (rows.step()) {
    const std::string_view wkb = wkb_in(rows.blob(0));
    Point p;
    std::memcpy(&p, wkb.data() + 5, sizeof p);
    points.at.push_back(p);
    points.inhabitants.push_back(rows.integer(1));
  }
  return points;
}

struct Table {
  std::string text;
  std::int64_t joined = 0, sum = 0;
};

/// id, count, sum: the table whose checksum all peers share.
Table table_of(const std::vector<DistrictPtr>& districts, const std::vector<std::int32_t>& found,
               const Points& points) {
  std::vector<std::int64_t> counts(districts.size()), sums(districts.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] < 0) continue;
    ++counts[static_cast<std::size_t>(found[i])];
    sums[static_cast<std::size_t>(found[i])] += points.inhabitants[i];
  }
  Table table;
  for (std::size_t d = 0; d < districts.size(); ++d) {
    table.text +=
        std::to_string(districts[d]->id) + "," + std::to_string(counts[d]) + "," + std::to_string(sums[d]) + "\n";
    table.joined += counts[d];
    table.sum += sums[d];
  }
  return table;
}

/// GEOS' own best: bulk-loaded tree, prepared polygons, contains-xy without building a point where 3.11 has no such
/// call.
class Geos {
public:
  explicit Geos(const std::vector<DistrictPtr>& districts)
      : context_(GEOS_init_r()), tree_(GEOSSTRtree_create_r(context_, 10)) {
    for (const DistrictPtr& district : districts) {
      const std::string wkb = to_wkb(district->geometry);
      polygons_.push_back(
          GEOSGeomFromWKB_buf_r(context_, reinterpret_cast<const unsigned char*>(wkb.data()), wkb.size()));
      prepared_.push_back(GEOSPrepare_r(context_, polygons_.back()));
      GEOSSTRtree_insert_r(context_, tree_, polygons_.back(), reinterpret_cast<void*>(prepared_.size()));
    }
    locate({0, 0});  // builds the tree
  }
  ~Geos() {
    GEOSSTRtree_destroy_r(context_, tree_);
    for (const auto* prepared : prepared_) GEOSPreparedGeom_destroy_r(context_, prepared);
    for (auto* polygon : polygons_) GEOSGeom_destroy_r(context_, polygon);
    GEOS_finish_r(context_);
  }
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;

  std::int32_t locate(Point p) {
    found_ = -1;
    point_ = GEOSGeom_createPointFromXY_r(context_, p.x, p.y);
    GEOSSTRtree_query_r(
        context_, tree_, point_,
        [](void* item, void* self) { static_cast<Geos*>(self)->test(reinterpret_cast<std::size_t>(item) - 1); }, this);
    GEOSGeom_destroy_r(context_, point_);
    return found_;
  }

private:
  void test(std::size_t candidate) {
    if (found_ < 0 && GEOSPreparedContains_r(context_, prepared_[candidate], point_) == 1)
      found_ = static_cast<std::int32_t>(candidate);
  }

  GEOSContextHandle_t context_;
  GEOSSTRtree* tree_;
  std::vector<GEOSGeometry*> polygons_;
  std::vector<const GEOSPreparedGeometry*> prepared_;
  GEOSGeometry* point_ = nullptr;
  std::int32_t found_ = -1;
};

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::cerr << "bench_which_district CITY_FOLDER POINTS.gpkg\n";
    return 2;
  }
  std::vector<DistrictPtr> districts;
  Points points;
  const double read = median(timed(runs, [&] {
    districts = read_districts(std::string(words[1]) + "/city.gpkg");
    points = read_points(words[2]);
  }));
  const double build = median(timed(runs, [&] { const DistrictIndex index(districts); }));
  const DistrictIndex index(districts);
  std::vector<std::int32_t> ours(points.at.size()), geos(points.at.size());
  const double locate = median(timed(runs, [&] { index.locate(points.at, ours); }));
  const double one_by_one = median(timed(runs, [&] {
    for (std::size_t i = 0; i < points.at.size(); ++i) ours[i] = index.at(points.at[i]).district;
  }));
  index.locate(points.at, ours);
  Table table;
  const double aggregate = median(timed(runs, [&] { table = table_of(districts, ours, points); }));
  double geos_build = 0;
  std::unique_ptr<Geos> peer;
  geos_build = median(timed(1, [&] { peer = std::make_unique<Geos>(districts); }));
  const double geos_locate = median(timed(runs, [&] {
    for (std::size_t i = 0; i < points.at.size(); ++i) geos[i] = peer->locate(points.at[i]);
  }));
  std::size_t mismatches = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) mismatches += ours[i] != geos[i] ? 1U : 0U;

  std::cerr << points.at.size() << " points, " << districts.size() << " districts\n";
  const nlohmann::ordered_json line = {{"script", "bench_which_district"},
                                       {"points", points.at.size()},
                                       {"districts", districts.size()},
                                       {"read_s", read},
                                       {"index_s", build},
                                       {"locate_s", locate},
                                       {"locate_one_by_one_s", one_by_one},
                                       {"table_s", aggregate},
                                       {"all_s", read + build + locate + aggregate},
                                       {"geos_index_s", geos_build},
                                       {"geos_locate_s", geos_locate},
                                       {"geos_mismatches", mismatches},
                                       {"joined", table.joined},
                                       {"sum", table.sum},
                                       {"crc32", hex(crc32(table.text))}};
  std::cout << line.dump() << "\n";
  return 0;
}
