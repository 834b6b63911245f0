#pragma once
// How a statistic of the districts has moved over the years.

#include <string>
#include <vector>

#include "gis/plan/plan.h"

namespace smile {

struct TrendQuestion {
  std::string figure;  ///< "inhabitants", or the name of a statistic
  Id level = 0;        ///< 0: the finest that has it for two years
};

struct DistrictTrend {
  Id district = 0;
  std::vector<Figure> by_year;
};

struct TrendAnswer {
  std::string figure;  ///< as people call it
  Id level = 0;
  std::vector<int> years;  ///< rising, at least two
  std::vector<DistrictTrend> districts;
  std::vector<Figure> city;  ///< the sum by year, where every district is known
  std::vector<std::string> sources;
};

/// Throws Error{usage} without a figure, {needs_answer} where no level has it for two years.
TrendAnswer answer(const TrendQuestion& question, const Plan& plan);

/// From the first year to the last; nothing where one of them is not known.
std::optional<double> change_of(const std::vector<Figure>& by_year);

/// What it means, in the language of the program.
std::vector<Text> sentences_of(const TrendAnswer& answer, const Plan& plan);

}  // namespace smile
