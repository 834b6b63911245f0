#include <cmath>
#include <map>
#include <mutex>
#include <utility>

#include "gis/crs/crs.h"
#include "gis/crs/proj_context.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

using proj::context;
using proj::Object;

Object object_of(const Crs& crs) {
  const std::string definition = crs.epsg != 0 ? "EPSG:" + std::to_string(crs.epsg) : crs.wkt;
  return Object(definition.empty() ? nullptr : proj_create(context(), definition.c_str()));
}

Object new_operation(const Crs& from, const Crs& to) {
  const Object source = object_of(from);
  const Object target = object_of(to);
  if (!source || !target) return nullptr;
  const Object plain(proj_create_crs_to_crs_from_pj(context(), source.get(), target.get(), nullptr, nullptr));
  // x is easting or longitude on both sides, whatever the authority says.
  return Object(plain ? proj_normalize_for_visualization(context(), plain.get()) : nullptr);
}

/// A copy of an operation found before: on a thread that is new PROJ would open its database and search for 20 ms.
Object operation_between(const Crs& from, const Crs& to) {
  constexpr std::size_t most = 32;
  using Key = std::pair<std::string, std::string>;
  // Never destroyed: it would outlive the context it was found with.
  static auto& known = *new std::map<Key, PJ*>;
  static std::mutex mutex;
  const auto name = [](const Crs& crs) { return crs.epsg != 0 ? std::to_string(crs.epsg) : crs.wkt; };
  const std::lock_guard lock(mutex);
  const Key key(name(from), name(to));
  auto found = known.find(key);
  if (found == known.end()) {
    Object made = new_operation(from, to);
    if (!made || known.size() >= most) return made;
    found = known.emplace(key, proj::kept(std::move(made))).first;
  }
  return Object(proj_clone(context(), found->second));
}

bool is_defined(Point p) {
  return std::isfinite(p.x) && std::isfinite(p.y);
}

}  // namespace

struct Transform::Implementation {
  Object operation;
  bool identity = false;

  /// Of several candidates PROJ picks one per point: the last one used is the one to name.
  Object used() const {
    Object last(proj_trans_get_last_used_operation(operation.get()));
    return last ? std::move(last) : Object(proj_clone(context(), operation.get()));
  }
};

Transform::Transform(const Crs& from, const Crs& to) : implementation_(std::make_unique<Implementation>()) {
  implementation_->identity = from.known() && from == to;
  implementation_->operation = operation_between(from, to);
  if (!implementation_->operation)
    throw Error(ErrorKind::usage, text("There is no known way from the coordinate system “{1}” to “{2}”; give another "
                                       "one with --crs EPSG:n.",
                                       crs_code(from), crs_code(to)));
}

Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

std::optional<Point> Transform::operator()(Point p) const {
  if (!is_defined(p)) return std::nullopt;
  if (implementation_->identity) return p;
  PJ* operation = implementation_->operation.get();
  const PJ_COORD out = proj_trans(operation, PJ_FWD, proj_coord(p.x, p.y, 0, HUGE_VAL));
  proj_errno_reset(operation);
  const Point moved{out.xy.x, out.xy.y};
  if (!is_defined(moved)) return std::nullopt;
  return moved;
}

std::optional<Geometry> Transform::operator()(const Geometry& geometry) const {
  if (!is_finite(geometry)) return std::nullopt;
  if (implementation_->identity || geometry.points.empty()) return geometry;
  Geometry out = geometry;
  PJ* operation = implementation_->operation.get();
  proj_trans_generic(operation, PJ_FWD, &out.points.front().x, sizeof(Point), out.points.size(), &out.points.front().y,
                     sizeof(Point), out.points.size(), nullptr, 0, 0, nullptr, 0, 0);
  proj_errno_reset(operation);
  if (!is_finite(out)) return std::nullopt;
  return out;
}

std::string Transform::operation() const {
  const PJ_PROJ_INFO info = proj_pj_info(implementation_->used().get());
  return info.description == nullptr ? std::string() : std::string(info.description);
}

double Transform::accuracy_m() const {
  return proj_coordoperation_get_accuracy(context(), implementation_->used().get());
}

}  // namespace smile
