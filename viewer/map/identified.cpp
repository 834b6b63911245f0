#include "viewer/map/identified.h"

#include <algorithm>

#include "gis/plan/fields.h"
#include "gis/words/numbers.h"
#include "layers/identify.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// "Lichtenhagen · 13,640 inhabitants".
QString words_of(const District& district, const Plan& plan) {
  const auto people = inhabitants(plan, district.id);
  return tr_(people ? text("{1} · {2} inhabitants", district.name, format_number(language(), *people))
                    : text("{1} · inhabitants not known", district.name));
}

Identified place_itself(const layers::MapScene& scene, const layers::Camera& camera, QPointF position) {
  const Plan& plan = scene.plan();
  Identified here{tr_("Where this is"), {}, {}};
  for (const Id id : layers::districts_at(scene, camera, position))
    if (const District* district = find_district(plan, id))
      here.rows.emplace_back(q(find_level(plan, district->level)->name), words_of(*district, plan));
  if (here.rows.empty() && !plan.districts.empty()) here.rows.emplace_back(tr_("Districts"), tr_("Outside the city"));
  const Point at = camera.to_ground(position);
  here.rows.emplace_back(q(crs_code(plan.crs)),
                         q(format_number(language(), at.x) + " / " + format_number(language(), at.y)));
  return here;
}

Identified one_measure(const Measure& measure, const Plan& plan) {
  Identified out{q(measure.title.empty() ? measure.number : measure.title), {}, measure.location.geometry};
  for (const MeasureField& field : measure_fields())
    out.rows.emplace_back(tr_(Text{std::string(field.label), {}}),
                          q(format_value(language(), field, field.get(measure), plan.currency)));
  return out;
}

/// The column that names a feature, if its names say so.
const ValueColumn* naming_column(const FeatureColumns& features, const MapLayer& layer) {
  const auto named = [&](const QString& wanted) -> const ValueColumn* {
    for (const ValueColumn& column : features.columns)
      if (q(column.name).compare(wanted, Qt::CaseInsensitive) == 0) return &column;
    return nullptr;
  };
  if (!layer.style.label_field.empty())
    if (const ValueColumn* column = named(q(layer.style.label_field))) return column;
  for (const char* word : {"name", "bezeichnung", "titel", "title", "label"})
    if (const ValueColumn* column = named(word)) return column;
  return nullptr;
}

Identified one_feature(const MapLayer& layer, const FeatureColumns& features, std::size_t row) {
  Identified out{q(layer.name), {}, features.geometry(row)};
  if (const ValueColumn* column = naming_column(features, layer))
    if (const QString name = q(cell_text(*column, row)); !name.isEmpty()) out.heading += ": " + name;
  for (const ValueColumn& column : features.columns) out.rows.emplace_back(q(column.name), q(cell_text(column, row)));
  return out;
}

}  // namespace

Place identify(const layers::MapScene& scene, const layers::Camera& camera, QPointF position, std::size_t most) {
  const Plan& plan = scene.plan();
  Place place;
  place.things.push_back(place_itself(scene, camera, position));
  const auto add = [&](auto make) {
    if (place.things.size() < most)
      place.things.push_back(make());
    else
      ++place.more;
  };
  for (const Id id : layers::measures_at(scene, camera, position))
    if (const Measure* measure = find_measure(plan, id)) add([&] { return one_measure(*measure, plan); });
  for (const layers::FeatureHit& hit : layers::features_at(scene, camera, position)) {
    const auto data = scene.layers().find(hit.layer);
    const MapLayer* layer = find_layer(plan, hit.layer);
    if (layer != nullptr && data != scene.layers().end())
      add([&] { return one_feature(*layer, data->second->features, hit.row); });
  }
  return place;
}

QString words_of(const Place& place) {
  QStringList lines;
  for (const Identified& thing : place.things) {
    lines << thing.heading;
    for (const auto& [name, value] : thing.rows)
      if (!value.isEmpty()) lines << name + '\t' + value;
    lines << QString();
  }
  return lines.join('\n').trimmed();
}

}  // namespace smile::viewer
