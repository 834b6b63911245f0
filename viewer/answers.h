#pragma once
// Asking a question off the window's thread and keeping the answer in the plan, with the map it made.

#include <QString>
#include <functional>

#include "gis/plan/finding.h"

namespace smile::viewer {

class Document;
class TaskStrip;

/// name: of the result; "": as the answer proposes. Then the answer is selected (Document::show_finding).
void keep_asking(Document& document, TaskStrip& strip, const Question& question, const std::string& name,
                 std::function<void()> then = {});

}  // namespace smile::viewer
