#include "viewer/map/tools/draw_tool.h"
#include "viewer/map/tools/identify_tool.h"
#include "viewer/map/tools/ruler_tool.h"
#include "viewer/map/tools/select_tool.h"

namespace smile::viewer {

std::unique_ptr<Tool> make_tool(MapView& map, ToolKind kind) {
  switch (kind) {
    case ToolKind::select:
      return std::make_unique<SelectTool>(map);
    case ToolKind::identify:
      return std::make_unique<IdentifyTool>(map);
    case ToolKind::ruler_length:
    case ToolKind::ruler_area:
      return std::make_unique<RulerTool>(map, kind);
    case ToolKind::point:
    case ToolKind::sites:
    case ToolKind::line:
    case ToolKind::area:
      break;
  }
  return std::make_unique<DrawTool>(map, kind);
}

}  // namespace smile::viewer
