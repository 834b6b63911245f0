#pragma once
// Private to this room: PROJ's handles, and one context per thread that can neither use the network nor open files
// outside PROJ's own data.

#include <proj.h>
#include <proj_experimental.h>

#include <memory>

namespace smile::proj {

PJ_CONTEXT* context();

struct Destroy {
  void operator()(PJ* p) const { proj_destroy(p); }
};
using Object = std::unique_ptr<PJ, Destroy>;

/// Lives as long as the program, in a context of its own: to be copied from any thread, one at a time.
PJ* kept(Object object);

}  // namespace smile::proj
