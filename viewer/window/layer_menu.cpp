#include "viewer/window/layer_menu.h"

#include <QMenu>
#include <algorithm>

#include "gis/plan/stack.h"
#include "viewer/layer_store.h"
#include "viewer/text.h"
#include "viewer/window/layer_commands.h"
#include "viewer/window/main_window.h"
#include "viewer/window/raster_commands.h"

namespace smile::viewer {
namespace {

/// Below the group it was in; the last of its group stays where it is.
MapStyle out_of_group(const MapStyle& style, const std::string& key) {
  for (const StackBranch& branch : branches_of(style)) {
    if (std::find(branch.keys.begin(), branch.keys.end(), key) == branch.keys.end()) continue;
    if (key == branch.keys.back()) return put_in_group(style, key, "");
    return move_layer_to(style, key, branch.keys.back(), true, "");
  }
  return style;
}

std::string group_of(const MapStyle& style, const std::string& key) {
  for (const LayerSettings& settings : style.layers)
    if (settings.layer == key) return settings.group;
  return {};
}

QStringList groups_of(const MapStyle& style) {
  QStringList groups;
  for (const LayerSettings& settings : style.layers)
    if (!settings.group.empty() && !groups.contains(q(settings.group))) groups << q(settings.group);
  return groups;
}

}  // namespace

void add_layer_actions(QMenu& menu, MainWindow& window, Id id) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (layer == nullptr) return;
  if (window.layers()->waits(id))
    menu.addAction(tr_("Read it now"), &window, [&window, id] { window.layers()->read_now(id); });
  if (comes_from_file(window, id))
    menu.addAction(tr_("Find the file …"), &window, [&window, id] { find_layer_file(window, id); });
  if (layer->content == LayerContent::features) {
    if (layer->source.kind == LayerSource::Kind::file)
      menu.addAction(take_into_plan_label(window, id), &window, [&window, id] { take_into_plan(window, id); })
          ->setEnabled(!window.document()->read_only());
    menu.addAction(tr_("Save as …"), &window, [&window, id] { save_layer_as(window, id); });
  }
  add_raster_actions(menu, window, id);
}

void add_group_menu(QMenu& menu, const Plan& plan, const MapLayer& layer, const GroupActions& actions) {
  const std::string key = layer_key(layer.id);
  const std::string own = group_of(plan.style, key);
  QMenu* into = menu.addMenu(tr_("Group"));
  const QStringList groups = groups_of(plan.style);
  for (const QString& group : groups) {
    const std::string name = group.toStdString();
    QAction* action = into->addAction(QString(group).replace('&', "&&"), [actions, style = plan.style, key, name] {
      actions.restack(put_in_group(style, key, name), text("Group “{1}”", name));
    });
    action->setEnabled(name != own);
  }
  if (!groups.isEmpty()) into->addSeparator();
  into->addAction(tr_("New group"), actions.new_group);
  QAction* out = into->addAction(tr_("Out of the group"), [actions, style = plan.style, key, name = layer.name] {
    actions.restack(out_of_group(style, key), text("Move layer “{1}”", name));
  });
  out->setEnabled(!own.empty());
}

}  // namespace smile::viewer
