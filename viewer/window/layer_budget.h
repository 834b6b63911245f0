#pragma once
// How much memory the layers of a plan may take: a setting of the program.

#include <cstddef>

namespace smile::viewer {

/// A quarter of the machine's memory, from 500 MB to 8 GB.
std::size_t usual_layer_budget();
/// In bytes: what was chosen, else the usual one.
std::size_t kept_layer_budget();
bool layer_budget_is_chosen();
/// 0: the usual one again.
void keep_layer_budget(std::size_t bytes);

}  // namespace smile::viewer
