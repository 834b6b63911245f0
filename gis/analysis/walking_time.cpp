#include "gis/analysis/walking_time.h"

#include <cmath>

#include "gis/words/numbers.h"

namespace smile {

double metres_in(double minutes, double speed_kmh) {
  return std::round(minutes * speed_kmh * 1'000'000 / 60) / 1000;
}

double minutes_for(double metres, double speed_kmh) {
  return metres * 60 / (speed_kmh * 1000);
}

std::string far_in_words(double metres, double speed_kmh) {
  const std::string far = format_number(language(), metres);
  if (!(speed_kmh > 0)) return str(text("{1} m", far));
  const double minutes = std::round(minutes_for(metres, speed_kmh) * 10) / 10;
  return str(minutes == 1 ? text("1 minute ({1} m)", far) : text("{1} minutes ({2} m)", minutes, far));
}

Text speed_sentence(double speed_kmh) {
  return text("Minutes became metres at {1} km/h.", speed_kmh);
}

}  // namespace smile
