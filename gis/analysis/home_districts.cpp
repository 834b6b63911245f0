#include "gis/analysis/home_districts.h"

namespace smile {

HomeDistricts::HomeDistricts(const Plan& plan, Id level, std::span<const Point> homes) {
  if (plan.districts.empty()) return;
  index_ = district_index(plan, level);
  of_home_.resize(homes.size());
  index_->locate(homes, of_home_);
}

}  // namespace smile
