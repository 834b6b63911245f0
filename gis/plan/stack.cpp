#include "gis/plan/stack.h"

#include <algorithm>

#include "gis/plan/plan.h"

namespace smile {
namespace {

bool is_context(const LayerSettings& settings) {
  return layer_of_key(settings.layer) != 0;
}

std::vector<LayerSettings>::iterator find(MapStyle& style, const std::string& key) {
  return std::find_if(style.layers.begin(), style.layers.end(),
                      [&](const LayerSettings& settings) { return settings.layer == key; });
}

/// Takes settings out of the list that fulfil `take`.
template <class Take>
std::vector<LayerSettings> taken(MapStyle& style, Take take) {
  std::vector<LayerSettings> out;
  std::copy_if(style.layers.begin(), style.layers.end(), std::back_inserter(out), take);
  std::erase_if(style.layers, take);
  return out;
}

}  // namespace

std::vector<StackBranch> branches_of(const MapStyle& style) {
  std::vector<StackBranch> branches;
  for (const LayerSettings& settings : style.layers) {
    if (!is_context(settings)) continue;
    const bool goes_on = !branches.empty() && !settings.group.empty() && branches.back().group == settings.group;
    if (!goes_on) branches.push_back({settings.group, {}});
    branches.back().keys.push_back(settings.layer);
  }
  return branches;
}

MapStyle move_layer_to(MapStyle style, const std::string& key, const std::string& target, bool below,
                       const std::string& group) {
  const auto found = find(style, key);
  if (key == target || found == style.layers.end() || find(style, target) == style.layers.end()) return style;
  LayerSettings moved = *found;
  moved.group = group;
  style.layers.erase(found);
  style.layers.insert(find(style, target) + (below ? 1 : 0), std::move(moved));
  return style;
}

MapStyle move_group_to(MapStyle style, const std::string& group, const std::string& target, bool below) {
  const auto there = find(style, target);
  if (group.empty() || there == style.layers.end() || there->group == group) return style;
  const std::string beside = there->group;
  const std::vector<LayerSettings> members =
      taken(style, [&](const LayerSettings& settings) { return settings.group == group; });
  auto place = find(style, target);
  const auto is_beside = [&](const LayerSettings& settings) { return !beside.empty() && settings.group == beside; };
  if (below)
    while (place + 1 != style.layers.end() && is_beside(*(place + 1))) ++place;
  else
    while (place != style.layers.begin() && is_beside(*(place - 1))) --place;
  style.layers.insert(place + (below ? 1 : 0), members.begin(), members.end());
  return style;
}

MapStyle step_layer(MapStyle style, const std::string& key, int steps) {
  const auto found = find(style, key);
  if (found == style.layers.end()) return style;
  auto next = found;
  do {
    if (steps < 0 ? next == style.layers.begin() : next + 1 == style.layers.end()) {
      found->group.clear();
      return style;
    }
    next += steps < 0 ? -1 : 1;
    if (steps > 0 && next->layer == "districts") {  // below them are only pictures
      found->group.clear();
      return style;
    }
  } while (!is_context(*next));
  if (found->group == next->group)
    std::iter_swap(found, next);
  else if (!found->group.empty())
    found->group.clear();
  else
    found->group = next->group;
  return style;
}

MapStyle step_picture(MapStyle style, const std::string& key, int steps) {
  const auto found = find(style, key);
  if (found == style.layers.end()) return style;
  auto next = found;
  do {
    if (steps < 0 ? next == style.layers.begin() : next + 1 == style.layers.end()) return style;
    next += steps < 0 ? -1 : 1;
  } while (!is_context(*next) && next->layer != "districts");
  found->group.clear();
  if (steps < 0)
    std::rotate(next, found, found + 1);
  else
    std::rotate(found, found + 1, next + 1);
  return style;
}

MapStyle put_in_group(MapStyle style, const std::string& key, const std::string& group) {
  std::string last;
  for (const LayerSettings& settings : style.layers)
    if (settings.group == group && settings.layer != key) last = settings.layer;
  if (!last.empty()) return move_layer_to(std::move(style), key, last, true, group);
  if (const auto found = find(style, key); found != style.layers.end()) found->group = group;
  return style;
}

MapStyle rename_group(MapStyle style, const std::string& group, const std::string& to) {
  if (group.empty() || to.empty()) return style;
  for (LayerSettings& settings : style.layers)
    if (settings.group == group) settings.group = to;
  return style;
}

MapStyle show_group(MapStyle style, const std::string& group, bool visible) {
  for (LayerSettings& settings : style.layers)
    if (settings.group == group && is_context(settings)) settings.visible = visible;
  return style;
}

std::string free_group_name(const MapStyle& style, const std::string& word) {
  for (int i = 1;; ++i) {
    const std::string name = word + " " + std::to_string(i);
    if (std::none_of(style.layers.begin(), style.layers.end(),
                     [&](const LayerSettings& settings) { return settings.group == name; }))
      return name;
  }
}

}  // namespace smile
