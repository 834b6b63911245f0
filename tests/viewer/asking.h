#pragma once
// A city of four squares for questions: people at three places of K, ages known; one measure beside the first.

#include "tests/support/square_city.h"
#include "tests/viewer/panels/panel_support.h"

namespace smile::tests {

struct AskedCity {
  TemporaryFolder folder;
  viewer::Document document;

  explicit AskedCity(bool with_people = true) : document(PlanFile::create(folder / "probe.gpkg", plan())) {
    if (with_people) add_people();
  }
  static Plan plan() { return applied(square_city(), add_measures({named_at("Bank", 305000, 6005000)})); }

  void add_people() {
    LayerData data;
    data.kind = GeometryKind::point;
    for (const char* name : {"einwohner", "u18", "ab_18"}) {
      data.features.columns.emplace_back().name = name;
      data.features.columns.back().kind = ValueColumn::Kind::integer;
    }
    append_feature(data.features, make_point({305100, 6005000}), {"40", "10", "30"});
    append_feature(data.features, make_point({305400, 6005000}), {"50", "20", "30"});
    append_feature(data.features, make_point({309000, 6005000}), {"110", "30", "80"});
    MapLayer layer;
    layer.name = "Einwohner";
    layer.kind = GeometryKind::point;
    layer.use.kind = LayerUse::Kind::population;
    layer.use.total_field = "einwohner";
    layer.use.age_groups = {{"u18", 0, 17}, {"ab_18", 18, oldest_age}};
    const Crs crs = document.plan()->crs;
    document.apply(add_taken(layer, document.take_features(data, layer.name, crs, {}), crs));
  }
  const Finding& kept() const { return *document.plan()->findings.back(); }
};

}  // namespace smile::tests
