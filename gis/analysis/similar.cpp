#include "gis/analysis/similar.h"

#include <algorithm>
#include <cmath>

#include "gis/words/numbers.h"

namespace smile {
namespace {

void check(const SimilarQuestion& question) {
  if (question.figures.empty())
    throw Error(ErrorKind::usage, text("Say by which figures districts are to be compared: --figure KEY."));
  if (question.reference == 0 && question.between.empty())
    throw Error(ErrorKind::usage, text("Say to which district the others are to be similar: --district CODE; or "
                                       "between which values: --between MIN,MAX."));
  if (!question.between.empty() && question.between.size() != question.figures.size())
    throw Error(ErrorKind::usage, text("Give one pair of limits for each figure: {1} figures, {2} pairs.",
                                       question.figures.size(), question.between.size()));
  for (const Between& limits : question.between)
    if (!(limits.low <= limits.high))
      throw Error(ErrorKind::usage,
                  text("The lower limit {1} lies above the upper limit {2}: exchange them.", limits.low, limits.high));
  if (!(question.tolerance_percent >= 0) || !std::isfinite(question.tolerance_percent))
    throw Error(ErrorKind::usage, text("A tolerance is a number of percent from 0 up."));
}

Figure of(const AskedFigure& figure, Id district) {
  const auto found = figure.figures.find(district);
  return found == figure.figures.end() ? Figure{} : found->second;
}

/// Of the reference, which must be known to be compared with.
std::vector<Figure> reference_figures(const SimilarAnswer& asked, const Plan& plan) {
  std::vector<Figure> figures;
  if (asked.question.reference == 0) return figures;
  const District& district = *find_district(plan, asked.question.reference);
  for (const AskedFigure& figure : asked.figures) {
    figures.push_back(of(figure, district.id));
    if (figures.back().state == Figure::State::suppressed)
      throw Error(ErrorKind::needs_answer, text("{1} of {2} is secret, nothing can be similar to it: choose another "
                                                "district or figure.",
                                                str(figure.choice.label), district.name));
    if (figures.back().state == Figure::State::missing && asked.question.between.empty())
      throw Error(ErrorKind::needs_answer, text("{1} of {2} is not known, nothing can be similar to it: choose another "
                                                "district or figure.",
                                                str(figure.choice.label), district.name));
  }
  return figures;
}

std::vector<Between> limits_of(const SimilarQuestion& question, const std::vector<Figure>& reference) {
  if (!question.between.empty()) return question.between;
  std::vector<Between> limits;
  for (const Figure& figure : reference) {
    const double off = std::abs(figure.value) * question.tolerance_percent / 100;
    limits.push_back({figure.value - off, figure.value + off});
  }
  return limits;
}

std::optional<double> off_percent(const Figure& figure, const Figure& reference) {
  if (reference.state != Figure::State::value) return std::nullopt;
  if (figure.value == reference.value) return 0.0;
  if (reference.value == 0) return std::nullopt;
  return (figure.value - reference.value) / std::abs(reference.value) * 100;
}

SimilarDistrict compare(const SimilarAnswer& asked, Id district) {
  SimilarDistrict out{district, {}, 0};
  for (std::size_t k = 0; k < asked.figures.size(); ++k) {
    Compared one{of(asked.figures[k], district), std::nullopt, false};
    if (one.figure.state == Figure::State::value) {
      one.matches = one.figure.value >= asked.limits[k].low && one.figure.value <= asked.limits[k].high;
      if (!asked.reference.empty()) one.off_percent = off_percent(one.figure, asked.reference[k]);
    }
    if (one.off_percent) out.off_percent = std::max(out.off_percent, std::abs(*one.off_percent));
    out.figures.push_back(one);
  }
  return out;
}

void compare_all(SimilarAnswer& out, const Plan& plan) {
  const auto has = [](const SimilarDistrict& one, Figure::State state) {
    return std::any_of(one.figures.begin(), one.figures.end(),
                       [&](const Compared& compared) { return compared.figure.state == state; });
  };
  for (const DistrictPtr& district : plan.districts) {
    if (district->level != out.level || district->id == out.question.reference) continue;
    SimilarDistrict one = compare(out, district->id);
    if (has(one, Figure::State::suppressed)) {
      ++out.suppressed;
    } else if (has(one, Figure::State::missing)) {
      ++out.missing;
    } else {
      ++out.compared;
      if (std::all_of(one.figures.begin(), one.figures.end(), [](const Compared& c) { return c.matches; }))
        out.similar.push_back(std::move(one));
    }
  }
  std::stable_sort(out.similar.begin(), out.similar.end(),
                   [](const auto& a, const auto& b) { return a.off_percent < b.off_percent; });
}

/// Of the reference, else the one asked for, else the finest that has the first figure.
Id level_of(const SimilarQuestion& question, const Plan& plan) {
  if (question.reference == 0) return asked_figure(plan, question.figures.front(), question.level).level;
  const District* district = find_district(plan, question.reference);
  if (district == nullptr) throw Error(ErrorKind::not_found, text("The plan has no district {1}.", question.reference));
  return district->level;
}

void add_sources(SimilarAnswer& out, const Plan& plan) {
  for (const AskedFigure& figure : out.figures)
    for (const std::string& source : sources_of(plan, figure))
      if (std::find(out.sources.begin(), out.sources.end(), source) == out.sources.end()) out.sources.push_back(source);
}

}  // namespace

SimilarAnswer answer(const SimilarQuestion& question, const Plan& plan) {
  check(question);
  SimilarAnswer out;
  out.question = question;
  out.level = level_of(question, plan);
  for (const std::string& key : question.figures) out.figures.push_back(asked_figure(plan, key, out.level));
  out.reference = reference_figures(out, plan);
  out.limits = limits_of(question, out.reference);
  compare_all(out, plan);
  add_sources(out, plan);
  out.method = question.between.empty()
                   ? text(
                         "Every figure within ± {1} % of the reference's, limits included; secret and unknown figures "
                         "are never similar.",
                         question.tolerance_percent)
                   : text(
                         "Every figure between its limits, both included; secret and unknown figures are never "
                         "similar.");
  return out;
}

std::vector<Text> sentences_of(const SimilarAnswer& answer, const Plan& plan) {
  const auto found = static_cast<std::int64_t>(answer.similar.size());
  std::vector<Text> sentences;
  if (const District* district = find_district(plan, answer.question.reference))
    sentences.push_back(found == 0 ? text("None of {1} districts is similar to “{2}”.", answer.compared, district->name)
                                   : text_n(found, "{1} of {2} districts is similar to “{3}”.",
                                            "{1} of {2} districts are similar to “{3}”.", found, answer.compared,
                                            district->name));
  else
    sentences.push_back(text_n(found, "{1} of {2} districts lies between the limits.",
                               "{1} of {2} districts lie between the limits.", found, answer.compared));
  if (answer.suppressed + answer.missing > 0)
    sentences.push_back(text("Not compared because a figure is secret: {1}; because one is not known: {2}.",
                             answer.suppressed, answer.missing));
  return sentences;
}

}  // namespace smile
