#pragma once
// The order of the layers of context, and the groups in it: pure functions on the style. Layers of one group lie on
// each other.

#include <string>
#include <vector>

#include "gis/plan/style.h"

namespace smile {

/// One branch of the list: a group, or (group "") a layer by itself. Keys are those of LayerSettings, top first.
struct StackBranch {
  std::string group;
  std::vector<std::string> keys;
  bool operator==(const StackBranch&) const = default;
};
std::vector<StackBranch> branches_of(const MapStyle& style);

/// The layer above or below another one, as a member of `group` ("": of none). Unchanged if either is not there.
MapStyle move_layer_to(MapStyle style, const std::string& key, const std::string& target, bool below,
                       const std::string& group);
/// A whole group above or below a layer outside of it, or beside that layer's group.
MapStyle move_group_to(MapStyle style, const std::string& group, const std::string& target, bool below);
/// One step up (-1) or down (1): past the next layer, or first out of its own group and into the next one.
MapStyle step_layer(MapStyle style, const std::string& key, int steps);
/// The same of a picture, for which the districts are a step too: it may lie below them or above.
MapStyle step_picture(MapStyle style, const std::string& key, int steps);
/// Below the last of the group; a new group begins where the layer lies.
MapStyle put_in_group(MapStyle style, const std::string& key, const std::string& group);
/// Members of a group that has `to` as its name already stay two branches until they are moved together.
MapStyle rename_group(MapStyle style, const std::string& group, const std::string& to);
MapStyle show_group(MapStyle style, const std::string& group, bool visible);
/// "Group 1" or the first number that is free.
std::string free_group_name(const MapStyle& style, const std::string& word);

}  // namespace smile
