#pragma once
// Lines become the edges of a network: cut where they share a vertex, and only there.

#include "gis/formats/layer_data.h"
#include "gis/formats/shared_lines.h"

namespace smile {

/// Lines of a layer whose vertices are the same place within 1 mm share them. The layer is in metres.
SharedLines shared_lines(const LayerData& data, const Progress& progress = {});

/// The edges, a line each, with from_node and to_node (numbers of nodes from 0), length_m (planar, whole millimetres,
/// at least one), name and kind. Nodes are ends of lines and vertices that several lines share, or one line twice;
/// crossings without a common vertex (bridges, tunnels) are none. Edges that don't meet `around` are left out; empty:
/// all stay. Vertices are metres.
LayerData noded(const SharedLines& lines, const Box& around, const Progress& progress = {});

}  // namespace smile
