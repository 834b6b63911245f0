#pragma once
// The same work for many things, on all cores. What each gives goes to a place of its own, so that the result does not
// depend on which of them was first.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace smile {

/// work(i) for i from 0 to count - 1, in any order, on this thread and others. All are done when it returns. Of what
/// they throw, that of the first i is thrown on.
template <class Work>
void side_by_side(std::size_t count, Work work) {
  std::vector<std::exception_ptr> problems(count);
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) try {
        work(i);
      } catch (...) {
        problems[i] = std::current_exception();
      }
  };
  {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (std::size_t k = 1; k < std::min(cores, count); ++k) others.emplace_back(run);
    run();
  }
  for (const std::exception_ptr& problem : problems)
    if (problem) std::rethrow_exception(problem);
}

}  // namespace smile
