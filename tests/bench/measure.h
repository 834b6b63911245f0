#pragma once
// What every bench needs: a clock, medians, the peers' checksum, a table.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace smile::bench {

/// Seconds of each run, after one that is not counted.
template <class Task>
std::vector<double> timed(int runs, Task&& task) {
  std::vector<double> seconds;
  for (int run = -1; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    task();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (run >= 0) seconds.push_back(taken.count());
  }
  return seconds;
}

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

/// CRC-32 as zlib counts it: what the peers print of their tables.
inline std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline std::string hex(std::uint32_t value) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%08x", value);
  return buffer;
}

inline void row(const std::string& what, double seconds, const std::string& note = {}) {
  std::printf("  %-46s %12.4f ms   %s\n", what.c_str(), seconds * 1e3, note.c_str());
}

}  // namespace smile::bench
