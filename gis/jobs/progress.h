#pragma once
// How long work tells where it is and learns that nobody wants it any more.

#include <functional>
#include <stop_token>

#include "gis/words/words.h"

namespace smile {

class Progress {
public:
  /// share 0–1, or below 0 when the end isn't known. Called on the thread that works.
  using Listener = std::function<void(const Text& step, double share)>;

  Progress() = default;
  Progress(std::stop_token stop, Listener listener) : stop_(std::move(stop)), listener_(std::move(listener)) {}

  /// Throws Error{cancelled} once a stop was asked for. Cheap: call it every few hundred items.
  void check() const;
  bool stopped() const { return stop_.stop_requested(); }
  void report(const Text& step, double share) const {
    if (listener_) listener_(step, share);
  }
  std::stop_token stop_token() const { return stop_; }

private:
  std::stop_token stop_;
  Listener listener_;
};

}  // namespace smile
