#pragma once
// How evenly a figure is spread over the districts: Lorenz curve, Gini coefficient, quartiles.
// Method: M. O. Lorenz 1905 and C. Gini 1914; the coefficient is exact for the curve as drawn, by trapezoids between
// its points (M. C. Brown, "Using Gini-style indices to evaluate the spatial patterns of health practitioners", 1994).
// 0: all have the same; (n−1)/n: one of n districts has everything.

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "gis/analysis/asked_figure.h"

namespace smile {

/// districts: each counts the same. inhabitants: each as often as it has inhabitants – for figures that hold for each
/// of them (a rate, a density). per_head: the figure is a sum that is shared out among the district's inhabitants.
enum class Weighing { districts, inhabitants, per_head };

struct LorenzPoint {
  double weight = 0;  ///< share 0–1 of the districts or inhabitants, those with the least first
  double figure = 0;  ///< what share of the whole they have
};

struct EquityDistrict {
  Id district = 0;
  double value = 0;   ///< the figure; per_head: divided by the inhabitants
  double weight = 1;  ///< 1, or inhabitants
  int quartile = 1;   ///< 1: the least
};

/// A quarter of the districts, or of the inhabitants. Districts of the same value are in the same one.
struct Quartile {
  int districts = 0;
  double weight = 0;
  double low = 0, high = 0;     ///< values of its districts
  double mean = 0;              ///< weighted
  std::optional<double> share;  ///< of the whole; nothing where there is nothing to share out
};

struct Equity {
  std::vector<EquityDistrict> districts;  ///< the least first, of equal ones by id
  std::vector<LorenzPoint> curve;         ///< from (0, 0) to (1, 1); empty without a Gini coefficient
  std::optional<double> gini;             ///< nothing where a value is negative or all are 0
  bool negative = false;                  ///< a value is below 0: there are no shares of a whole
  double mean = 0, median = 0;            ///< weighted
  std::array<Quartile, 4> quartiles;
  int suppressed = 0, missing = 0;  ///< districts left out: the figure is secret, or nobody has it
  int without_inhabitants = 0;  ///< left out: their inhabitants are 0, secret or unknown (not with Weighing::districts)
};

/// figures and inhabitants: by district; a district without an entry in `inhabitants` has no known number.
Equity equity(const std::map<Id, Figure>& figures, Weighing weighing, const std::map<Id, Figure>& inhabitants = {});

struct EquityQuestion {
  std::string figure;  ///< see asked_figure
  Id level = 0;
  Weighing weighing = Weighing::districts;
};

struct EquityAnswer {
  EquityQuestion question;
  AskedFigure figure;
  Equity equity;
  Text method;
  std::vector<std::string> sources;
};

/// Throws as asked_figure, Error{needs_answer} where inhabitants are asked for and the level has none.
EquityAnswer answer(const EquityQuestion& question, const Plan& plan);

/// What a value of a district is called and reads like; shared out: for each 1,000 inhabitants.
std::string label_in_words(const EquityAnswer& answer);
std::string value_in_words(const EquityAnswer& answer, double value);

/// What it means, in the language of the program.
std::vector<Text> sentences_of(const EquityAnswer& answer);

}  // namespace smile
