#include "viewer/presenter/moved_measures.h"

#include <algorithm>
#include <unordered_map>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

int moved_between(const Plan& before, const Plan& now) {
  std::unordered_map<Id, const Measure*> old;
  for (const MeasurePtr& measure : before.measures) old[measure->id] = measure.get();
  return static_cast<int>(std::count_if(now.measures.begin(), now.measures.end(), [&](const MeasurePtr& measure) {
    const auto found = old.find(measure->id);
    return found != old.end() && found->second != measure.get() && found->second->location != measure->location;
  }));
}

}  // namespace

QString words_of_moved(const Plan& before, const Plan& now) {
  const int moved = moved_between(before, now);
  if (moved == 0) return {};
  return tr_(text_n(moved, "One measure stays moved – Ctrl+Z puts it back",
                    "{1} measures stay moved – Ctrl+Z puts them back one by one", moved));
}

}  // namespace smile::viewer
