#pragma once
// The sample plan with layers of context of a few features each.

#include "gis/plan/edits.h"
#include "layers/map.h"
#include "tests/support/sample.h"

namespace smile::tests {

struct Layered {
  Plan plan = sample_plan();
  LayerSet data;

  /// Adds a layer; a layer added later lies where its topic belongs.
  Id add(const std::string& name, LayerTopic topic, const std::vector<Geometry>& features) {
    MapLayer layer;
    layer.name = name;
    layer.kind = features.front().kind;
    layer.style.topic = topic;
    plan = add_layer(layer, {}).apply(plan);
    const Id id = plan.layers.back()->id;
    auto columns = std::make_shared<LayerData>();
    columns->kind = layer.kind;
    for (const Geometry& feature : features) append_feature(columns->features, feature, {});
    for (const Point& p : columns->features.shapes.points) columns->box.add(p);
    data[id] = columns;
    return id;
  }
  LayerSettings& settings(Id layer) {
    for (LayerSettings& one : plan.style.layers)
      if (one.layer == layer_key(layer)) return one;
    throw std::logic_error("no such layer");
  }
  layers::MapScene scene() const {
    layers::MapSettings settings;
    settings.style = plan.style;
    return layers::MapScene(std::make_shared<const Plan>(plan), settings, data);
  }
};

inline Geometry box_area(double x, double y, double side) {
  return make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

}  // namespace smile::tests
