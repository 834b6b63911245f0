#include "viewer/window/layer_budget.h"

#include <unistd.h>

#include <QSettings>
#include <algorithm>

namespace smile::viewer {
namespace {

constexpr char key[] = "layer_budget";

}  // namespace

std::size_t usual_layer_budget() {
  constexpr std::size_t least = 500'000'000, most = 8'000'000'000;
  const long pages = ::sysconf(_SC_PHYS_PAGES), page = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page <= 0) return least;
  return std::clamp(static_cast<std::size_t>(pages) * static_cast<std::size_t>(page) / 4, least, most);
}

std::size_t kept_layer_budget() {
  const qulonglong kept = QSettings().value(key).toULongLong();
  return kept == 0 ? usual_layer_budget() : static_cast<std::size_t>(kept);
}

bool layer_budget_is_chosen() {
  return QSettings().value(key).toULongLong() != 0;
}

void keep_layer_budget(std::size_t bytes) {
  QSettings().setValue(key, static_cast<qulonglong>(bytes));
}

}  // namespace smile::viewer
