#pragma once
// How far, as people ask it: in metres, or in minutes on foot.

#include <string>

#include "gis/words/words.h"

namespace smile {

/// Unless somebody says otherwise; children and old people are slower.
constexpr double walking_speed_kmh = 5;

/// To the millimetre: 6 minutes at 4.8 km/h are 480 m.
double metres_in(double minutes, double speed_kmh);
double minutes_for(double metres, double speed_kmh);

/// "500 m"; with a speed above 0 "6 minutes (500 m)". In the language of the program.
std::string far_in_words(double metres, double speed_kmh = 0);

/// How minutes became metres.
Text speed_sentence(double speed_kmh);

}  // namespace smile
