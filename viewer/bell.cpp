#include "viewer/bell.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <QSocketNotifier>
#include <cstdint>
#include <stdexcept>

namespace smile::viewer {

Bell::Bell(std::function<void()> on_ring, QObject* parent)
    : QObject(parent), descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (descriptor_ < 0) throw std::runtime_error("no event descriptor");
  auto* notifier = new QSocketNotifier(descriptor_, QSocketNotifier::Read, this);
  connect(notifier, &QSocketNotifier::activated, this, [this, call = std::move(on_ring)] {
    std::uint64_t rings = 0;
    if (::read(descriptor_, &rings, sizeof rings) == sizeof rings) call();
  });
}

Bell::~Bell() {
  qDeleteAll(children());  // the notifier first: it watches the descriptor
  ::close(descriptor_);
}

void Bell::ring() {
  const std::uint64_t one = 1;
  // Full (2^64 rings unread) is the only failure, and then the GUI thread is woken anyway.
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

}  // namespace smile::viewer
