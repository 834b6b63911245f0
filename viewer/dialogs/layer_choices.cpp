#include "viewer/dialogs/layer_choices.h"

#include <QComboBox>
#include <QPainter>

#include "gis/plan/topic_look.h"
#include "layers/palette.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {
namespace {

QIcon ramp_icon(std::string_view name) {
  const std::vector<QColor> colours = layers::ramp(current_theme(), 6, name);
  QPixmap picture(120, 16);
  QPainter painter(&picture);
  for (int i = 0; i < 6; ++i) painter.fillRect(i * 20, 0, 20, 16, colours[static_cast<std::size_t>(i)]);
  painter.end();
  return untinted(picture);
}

}  // namespace

void fill_methods(QComboBox& list, const MapLayer& layer) {
  list.clear();
  const auto add = [&](const QString& label, StyleMethod method) { list.addItem(label, static_cast<int>(method)); };
  add(tr_("All alike"), StyleMethod::single);
  add(tr_("By kind"), StyleMethod::categories);
  add(tr_("By number, in classes"), StyleMethod::classes);
  add(tr_("Circles as large as the number"), StyleMethod::proportional);
  if (layer.kind == GeometryKind::point) add(tr_("Heat map"), StyleMethod::heat_map);
  list.setCurrentIndex(list.findData(static_cast<int>(layer.style.method)));
}

void fill_patterns(QComboBox& list, const MapLayer& layer) {
  list.clear();
  const auto add = [&](const QString& label, Pattern pattern) { list.addItem(label, static_cast<int>(pattern)); };
  const bool line = layer.kind == GeometryKind::line;
  add(line ? tr_("Continuous") : tr_("Filled"), Pattern::solid);
  if (line) {
    add(tr_("Dashed"), Pattern::dashed);
  } else {
    add(tr_("Hatched"), Pattern::hatched);
    add(tr_("Cross-hatched"), Pattern::crossed);
  }
  add(tr_("Dotted"), Pattern::dotted);
  if (!line) add(tr_("Outline only"), Pattern::outline);
  list.setCurrentIndex(std::max(0, list.findData(static_cast<int>(layer.style.pattern))));
}

void fill_ramps(QComboBox& list) {
  for (const std::string_view name : ramp_names()) list.addItem(ramp_icon(name), {}, from_view(name));
  list.setIconSize({120, 16});
}

}  // namespace smile::viewer
