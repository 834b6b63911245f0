#include "gis/analysis/conflicts.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "gis/analysis/asked_layers.h"
#include "gis/geometry/overlay.h"

namespace smile {
namespace {

constexpr double rounding = 1e-9;  // of the whole: overlay's rounding is far below it, a real part far above

double size_of(const Geometry& shape) {
  switch (shape.kind) {
    case GeometryKind::area:
      return area(shape);
    case GeometryKind::line:
      return length(shape);
    case GeometryKind::point:
      return static_cast<double>(shape.points.size());
    case GeometryKind::none:
      break;
  }
  return 0;
}

/// A shape that overlay can work with; issues say what was done. Nothing where nothing is left of it.
std::optional<Geometry> sound(const Geometry& shape, const std::string& name, Id measure, Issues& issues) {
  const auto say_so = [&](Severity severity, const char* kind, Text message) {
    Issue& issue = issues.emplace_back();
    issue.severity = severity;
    issue.kind = kind;
    issue.message = std::move(message);
    issue.measure = measure;
  };
  const bool finite = is_finite(shape);
  if (finite && (shape.kind != GeometryKind::area || validity(shape).valid)) return shape;
  Geometry better = finite ? repaired(shape) : Geometry{};
  if (better.empty()) {
    say_so(Severity::warning, "area_unusable",
           text("The shape of “{1}” is damaged beyond repair; it was not compared. Draw it anew.", name));
    return std::nullopt;
  }
  say_so(Severity::note, "area_repaired",
         text("The outline of “{1}” crosses itself; it was repaired before it was compared.", name));
  return better;
}

/// The areas by their western edges: those that a box may meet lie in one stretch, because none is wider than the
/// widest. They are checked when they are first asked for.
class Areas {
public:
  Areas(const Places& places, Issues& issues) : places_(places), issues_(issues), sound_(places.size()) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      boxes_.push_back(bounds(places.shapes[i]));
      if (places.shapes[i].kind != GeometryKind::area || boxes_.back().empty()) continue;
      order_.push_back(i);
      widest_ = std::max(widest_, boxes_[i].width());
    }
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return boxes_[a].min_x < boxes_[b].min_x; });
  }

  std::size_t size() const { return order_.size(); }

  /// In the order of the layer.
  std::vector<std::size_t> meeting(const Box& box) const {
    const auto west_of = [&](std::size_t i, double x) { return boxes_[i].min_x < x; };
    std::vector<std::size_t> met;
    for (auto at = std::lower_bound(order_.begin(), order_.end(), box.min_x - widest_, west_of);
         at != order_.end() && boxes_[*at].min_x <= box.max_x; ++at)
      if (boxes_[*at].intersects(box)) met.push_back(*at);
    std::sort(met.begin(), met.end());
    return met;
  }

  /// nullptr where nothing is left of it.
  const Geometry* shape(std::size_t i) {
    if (!sound_[i]) {
      const std::string& name = places_.names[i];
      sound_[i] =
          sound(places_.shapes[i], name.empty() ? std::to_string(i + 1) : name, 0, issues_).value_or(Geometry{});
    }
    return sound_[i]->empty() ? nullptr : &*sound_[i];
  }

private:
  const Places& places_;
  Issues& issues_;
  std::vector<std::optional<Geometry>> sound_;
  std::vector<Box> boxes_;
  std::vector<std::size_t> order_;
  double widest_ = 0;
};

/// Sites: each is in or not.
void compare_sites(MeasureConflicts& out, const Geometry& sites, Areas& areas) {
  std::vector<bool> taken(sites.points.size(), false);
  for (const std::size_t i : areas.meeting(bounds(sites))) {
    const Geometry* shape = areas.shape(i);
    if (shape == nullptr) continue;
    double inside = 0;
    for (std::size_t k = 0; k < sites.points.size(); ++k) {
      if (locate(sites.points[k], *shape) == Side::outside) continue;
      taken[k] = true;
      ++inside;
    }
    if (inside > 0) out.areas.push_back({i, {}, inside, 0});
  }
  out.inside.kind = GeometryKind::point;
  for (std::size_t k = 0; k < sites.points.size(); ++k)
    if (taken[k]) out.inside.points.push_back(sites.points[k]);
  out.amount = static_cast<double>(std::count(taken.begin(), taken.end(), true));
}

/// Lines and areas: what one area of the layer has taken is gone from the rest, so that the sum counts it once.
void compare_extent(MeasureConflicts& out, const Geometry& shape, Areas& areas) {
  Geometry rest = shape;
  for (const std::size_t i : areas.meeting(bounds(shape))) {
    const Geometry* other = areas.shape(i);
    if (other == nullptr) continue;
    const double amount = size_of(intersection(shape, *other));
    if (amount <= rounding * out.whole) continue;
    out.areas.push_back({i, {}, amount, 0});
    if (!rest.empty()) rest = difference(rest, *other);
  }
  if (out.areas.empty()) return;
  out.amount = std::clamp(out.whole - size_of(rest), 0.0, out.whole);
  out.inside = rest.empty() ? shape : difference(shape, rest);
}

MeasureConflicts compare(const Measure& measure, Areas& areas, const Places& places, Issues& issues) {
  MeasureConflicts out;
  out.measure = measure.id;
  const auto shape = sound(measure.location.geometry, measure.title, measure.id, issues);
  if (!shape) return out;
  out.kind = shape->kind;
  out.whole = size_of(*shape);
  if (!(out.whole > 0)) return out;
  shape->kind == GeometryKind::point ? compare_sites(out, *shape, areas) : compare_extent(out, *shape, areas);
  out.share = out.amount / out.whole;
  for (Conflict& one : out.areas) {
    one.name = places.names[one.area];
    one.share = std::min(1.0, one.amount / out.whole);
  }
  std::stable_sort(out.areas.begin(), out.areas.end(),
                   [](const Conflict& a, const Conflict& b) { return a.amount > b.amount; });
  return out;
}

}  // namespace

Conflicts conflicts(const Plan& plan, const Places& places, const Progress& progress) {
  Conflicts out;
  Areas areas(places, out.issues);
  out.areas = static_cast<std::int64_t>(areas.size());
  for (std::size_t i = 0; i < plan.measures.size(); ++i) {
    progress.check();
    progress.report(text("Comparing measures with areas"),
                    static_cast<double>(i) / static_cast<double>(plan.measures.size()));
    const Measure& measure = *plan.measures[i];
    ++(measure.location.geometry.empty() ? out.without_place : out.compared);
    if (measure.location.geometry.empty()) continue;
    MeasureConflicts found = compare(measure, areas, places, out.issues);
    if (!found.areas.empty()) out.measures.push_back(std::move(found));
  }
  progress.report(text("Comparing measures with areas"), 1);
  std::stable_sort(out.measures.begin(), out.measures.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
  return out;
}

ConflictAnswer answer_conflicts(Id id, const Plan& plan, const PlanPlace& place, const Progress& progress) {
  const MapLayer* layer = find_layer(plan, id);
  if (layer == nullptr) throw Error(ErrorKind::not_found, text("The plan has no layer {1}.", id));
  AskedLayers asked(plan, place, progress);
  ConflictAnswer out;
  out.layer = layer->name;
  out.found = conflicts(plan, asked.places({{id}, {}}), progress);
  if (out.found.areas == 0)
    throw Error(ErrorKind::usage,
                text("The layer “{1}” has no areas that measures could lie in: choose another.", layer->name));
  out.method = text(
      "Areas and lengths in the plane of the plan's system; where areas of the layer overlap, the sum "
      "counts once; points on a border are inside, areas that only touch don't count.");
  out.sources = std::move(asked.sources);
  return out;
}

std::string areas_in_words(const MeasureConflicts& one) {
  std::string names;
  for (const Conflict& area : one.areas) {
    const std::string name = area.name.empty() ? str(text("area {1}", area.area + 1)) : area.name;
    names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

std::vector<Text> sentences_of(const ConflictAnswer& answer) {
  const Conflicts& found = answer.found;
  const auto in_conflict = static_cast<std::int64_t>(found.measures.size());
  const auto whole = std::count_if(found.measures.begin(), found.measures.end(),
                                   [](const MeasureConflicts& one) { return one.share > 1 - rounding; });
  std::vector<Text> sentences = {text_n(in_conflict, "{1} of {2} measures lies at least partly in “{3}”, wholly: {4}.",
                                        "{1} of {2} measures lie at least partly in “{3}”, wholly: {4}.", in_conflict,
                                        found.compared, answer.layer, whole)};
  if (found.without_place > 0)
    sentences.push_back(text_n(found.without_place,
                               "{1} measure was not compared: it has no place, or is for districts or the whole city.",
                               "{1} measures were not compared: they have no place, or are for districts or the whole "
                               "city.",
                               found.without_place));
  return sentences;
}

}  // namespace smile
