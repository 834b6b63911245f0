#include "gis/formats/gtfs_calendar.h"

#include <algorithm>
#include <cstdio>

#include "gis/formats/csv_stream.h"

namespace smile {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::sys_days;

constexpr int most_days = 4 * 366;  ///< that are looked at: a feed without end is none

/// "20261126"
std::optional<sys_days> day_in(std::string_view cell) {
  const bool digits = cell.size() == 8 && cell.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits) return std::nullopt;
  const int number = std::stoi(std::string(cell));
  const std::chrono::year_month_day date(std::chrono::year(number / 10000),
                                         std::chrono::month(static_cast<unsigned>(number / 100 % 100)),
                                         std::chrono::day(static_cast<unsigned>(number % 100)));
  return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

/// From Monday, 0.
unsigned weekday_of(sys_days day) {
  return std::chrono::weekday(day).iso_encoding() - 1;
}

}  // namespace

GtfsCalendar::GtfsCalendar(const fs::path& folder, const Progress& progress) {
  if (fs::exists(folder / "calendar.txt")) read_weekly(folder / "calendar.txt", progress);
  if (fs::exists(folder / "calendar_dates.txt")) read_exceptions(folder / "calendar_dates.txt", progress);
}

void GtfsCalendar::widen(sys_days day) {
  first_ = std::min(first_.value_or(day), day);
  last_ = std::max(last_.value_or(day), day);
}

void GtfsCalendar::read_weekly(const fs::path& file, const Progress& progress) {
  CsvStream rows(file, progress);
  constexpr std::array names = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  std::array<std::size_t, 7> columns{};
  for (std::size_t i = 0; i < names.size(); ++i) columns.at(i) = rows.column(names.at(i));
  const std::size_t service = rows.column("service_id"), from = rows.column("start_date"), to = rows.column("end_date");
  while (rows.next()) {
    const auto first = day_in(rows.cell(from)), last = day_in(rows.cell(to));
    if (!first || !last || *last < *first) {
      ++unreadable_;
      continue;
    }
    Weekly& week = weekly_.emplace_back();
    week.service = rows.cell(service);
    for (std::size_t i = 0; i < names.size(); ++i) week.days.at(i) = rows.cell(columns.at(i)) == "1";
    week.from = *first, week.to = *last;
    widen(*first), widen(*last);
  }
}

void GtfsCalendar::read_exceptions(const fs::path& file, const Progress& progress) {
  CsvStream rows(file, progress);
  const std::size_t service = rows.column("service_id"), date = rows.column("date"),
                    type = rows.column("exception_type");
  while (rows.next()) {
    const auto day = day_in(rows.cell(date));
    if (!day) {
      ++unreadable_;
      continue;
    }
    Exceptions& changed = exceptions_[*day];
    (rows.cell(type) == "2" ? changed.removed : changed.added).emplace_back(rows.cell(service));
    widen(*day);
  }
}

GtfsCalendar::Services GtfsCalendar::on(sys_days day) const {
  Services running;
  for (const Weekly& week : weekly_)
    if (week.days.at(weekday_of(day)) && week.from <= day && day <= week.to) running.insert(week.service);
  const auto changed = exceptions_.find(day);
  if (changed == exceptions_.end()) return running;
  for (const std::string& service : changed->second.added) running.insert(service);
  for (const std::string& service : changed->second.removed) running.erase(service);
  return running;
}

std::optional<sys_days> GtfsCalendar::busiest_weekday(
    const std::unordered_map<std::string, std::int64_t>& trips) const {
  if (!first_) return std::nullopt;
  std::optional<sys_days> busiest;
  std::int64_t most = 0;
  const sys_days end = std::min(*last_, *first_ + days(most_days));
  for (sys_days day = *first_; day <= end; day += days(1)) {
    if (weekday_of(day) > 4) continue;
    std::int64_t running = 0;
    for (const std::string& service : on(day))
      if (const auto found = trips.find(service); found != trips.end()) running += found->second;
    if (running > most) busiest = day, most = running;
  }
  return busiest;
}

std::string iso_day(sys_days day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out.data();
}

}  // namespace smile
