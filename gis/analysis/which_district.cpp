#include "gis/analysis/which_district.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <numeric>

#include "gis/analysis/district_grid.h"
#include "gis/analysis/shape_shares.h"

namespace smile {
namespace {

bool is_number(const std::string& code) {
  return !code.empty() && code.find_first_not_of("0123456789") == std::string::npos;
}

std::vector<std::int32_t> by_code(const std::vector<DistrictPtr>& districts) {
  std::vector<std::int32_t> order(districts.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return lower_code(districts[static_cast<std::size_t>(a)]->code, districts[static_cast<std::size_t>(b)]->code);
  });
  return order;
}

std::vector<const Geometry*> geometries(const std::vector<DistrictPtr>& districts) {
  std::vector<const Geometry*> out;
  for (const DistrictPtr& district : districts) out.push_back(&district->geometry);
  return out;
}

}  // namespace

bool lower_code(const std::string& a, const std::string& b) {
  if (is_number(a) != is_number(b)) return is_number(a);
  if (!is_number(a)) return a < b;
  const auto digits = [](const std::string& code) {
    return code.substr(std::min(code.find_first_not_of('0'), code.size()));
  };
  const std::string left = digits(a), right = digits(b);
  return left.size() != right.size() ? left.size() < right.size() : left != right ? left < right : a < b;
}

struct DistrictIndex::Grid {
  explicit Grid(const std::vector<DistrictPtr>& districts) : cells(geometries(districts), by_code(districts)) {
    for (const DistrictPtr& district : districts) bounds.push_back(smile::bounds(district->geometry));
  }
  DistrictGrid cells;
  std::vector<Box> bounds;
};

DistrictIndex::DistrictIndex(std::vector<DistrictPtr> districts)
    : districts_(std::move(districts)),
      grid_(std::make_unique<const Grid>(districts_)),
      known_(std::make_unique<ByGeometry<std::vector<ShapeShare>>>()) {}
DistrictIndex::~DistrictIndex() = default;
DistrictIndex::DistrictIndex(DistrictIndex&&) noexcept = default;
DistrictIndex& DistrictIndex::operator=(DistrictIndex&&) noexcept = default;

DistrictIndex::Hit DistrictIndex::at(Point p) const {
  const DistrictGrid::Hit hit = grid_->cells.at(p);
  return {hit.area, hit.on_border};
}

void DistrictIndex::locate(std::span<const Point> points, std::span<std::int32_t> out) const {
  grid_->cells.locate(points, out);
}

std::int32_t DistrictIndex::whole(const Box& box) const {
  return grid_->cells.whole(box);
}

const std::vector<DistrictPtr>& DistrictIndex::districts() const {
  return districts_;
}

const Box& DistrictIndex::bounds(std::int32_t district) const {
  return grid_->bounds[static_cast<std::size_t>(district)];
}

std::vector<DistrictIndex::ShapeShare> DistrictIndex::shares_of(const Geometry& shape) const {
  if (auto known = known_->find(shape)) return *known;
  std::vector<ShapeShare> shares = shares_of_shape(shape, *this);
  known_->keep(shape, shares);
  return shares;
}

std::shared_ptr<const DistrictIndex> district_index(const Plan& plan, Id level) {
  constexpr std::size_t kept_indexes = 6;  // a few levels of the open plan and of the one before
  static std::mutex mutex;
  static std::deque<std::shared_ptr<const DistrictIndex>> kept;

  const Level* finest = finest_level(plan);
  std::vector<DistrictPtr> districts = districts_of(plan, level != 0 || finest == nullptr ? level : finest->id);
  {
    const std::lock_guard lock(mutex);
    for (const auto& index : kept)
      if (index->districts() == districts) return index;
  }
  auto index = std::make_shared<const DistrictIndex>(std::move(districts));
  const std::lock_guard lock(mutex);
  kept.push_front(index);
  if (kept.size() > kept_indexes) kept.pop_back();
  return index;
}

}  // namespace smile
