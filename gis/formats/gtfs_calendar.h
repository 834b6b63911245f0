#pragma once
// Private to this room: on which days the services of a timetable run.

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gis/jobs/progress.h"

namespace smile {

class GtfsCalendar {
public:
  /// calendar.txt and calendar_dates.txt of the folder, either of which may be missing.
  GtfsCalendar(const std::filesystem::path& folder, const Progress& progress);

  std::int64_t unreadable() const { return unreadable_; }  ///< rows without days that can be read

  using Services = std::unordered_set<std::string>;
  /// The services that run on a day.
  Services on(std::chrono::sys_days day) const;
  /// The weekday on which most trips run, the first of equals; trips: how many each service has.
  std::optional<std::chrono::sys_days> busiest_weekday(
      const std::unordered_map<std::string, std::int64_t>& trips) const;

private:
  struct Weekly {
    std::string service;
    std::array<bool, 7> days{};  ///< from Monday
    std::chrono::sys_days from, to;
  };
  struct Exceptions {
    std::vector<std::string> added, removed;
  };
  void read_weekly(const std::filesystem::path& file, const Progress& progress);
  void read_exceptions(const std::filesystem::path& file, const Progress& progress);
  void widen(std::chrono::sys_days day);

  std::vector<Weekly> weekly_;
  std::map<std::chrono::sys_days, Exceptions> exceptions_;
  std::optional<std::chrono::sys_days> first_, last_;
  std::int64_t unreadable_ = 0;
};

/// "2026-11-26"
std::string iso_day(std::chrono::sys_days day);

}  // namespace smile
