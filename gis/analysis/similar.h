#pragma once
// Districts that are like one of them, by one or several figures: within ± percent of its value, or between two limits.
// Secret and unknown figures never match.

#include <optional>
#include <string>
#include <vector>

#include "gis/analysis/asked_figure.h"

namespace smile {

struct Between {
  double low = 0, high = 0;  ///< both included
};

struct SimilarQuestion {
  Id reference = 0;                  ///< a district; 0: only with `between`
  std::vector<std::string> figures;  ///< see asked_figure
  Id level = 0;                      ///< without a reference; 0: the finest that has the first figure
  double tolerance_percent = 20;     ///< of the reference's value, for each figure
  std::vector<Between> between;      ///< for each figure; instead of the tolerance
};

/// One figure of a district beside that of the reference.
struct Compared {
  Figure figure;
  std::optional<double>
      off_percent;  ///< of the reference's value, −20: a fifth less; nothing without one, or where it is 0
  bool matches = false;
};

struct SimilarDistrict {
  Id district = 0;
  std::vector<Compared> figures;  ///< in the order of the question
  double off_percent = 0;         ///< the largest of them, without sign
};

struct SimilarAnswer {
  SimilarQuestion question;
  Id level = 0;
  std::vector<AskedFigure> figures;
  std::vector<Between> limits;           ///< that were compared with, for each figure
  std::vector<Figure> reference;         ///< its values; empty without a reference
  std::vector<SimilarDistrict> similar;  ///< the most similar first, without the reference itself
  int compared = 0;                      ///< districts with all figures, without the reference
  int suppressed = 0, missing = 0;       ///< districts left out: a figure is secret; else: one is not known
  Text method;
  std::vector<std::string> sources;
};

/// Throws as asked_figure; Error{usage} without figures, for limits that don't fit them, a tolerance below 0, or
/// neither reference nor limits; Error{needs_answer} where the reference's own figure is secret or unknown.
SimilarAnswer answer(const SimilarQuestion& question, const Plan& plan);

/// What it means, in the language of the program.
std::vector<Text> sentences_of(const SimilarAnswer& answer, const Plan& plan);

}  // namespace smile
