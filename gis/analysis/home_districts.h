#pragma once
// Which district each home lies in, so that people are added up in one fixed order: a row for each district of a level,
// then one for what lies outside of all.

#include <span>
#include <vector>

#include "gis/analysis/which_district.h"

namespace smile {

class HomeDistricts {
public:
  HomeDistricts(const Plan& plan, Id level, std::span<const Point> homes);

  /// One more than there are districts; 0 for a plan without any.
  std::size_t rows() const { return index_ ? index_->districts().size() + 1 : 0; }
  /// Of a row; 0: outside.
  Id district(std::size_t row) const { return row + 1 < rows() ? index_->districts()[row]->id : 0; }
  std::size_t row_of(std::size_t home) const { return row_at(of_home_[home]); }
  /// Of a position as the index gives it.
  std::size_t row_at(std::int32_t district) const {
    return district == DistrictIndex::nowhere ? rows() - 1 : static_cast<std::size_t>(district);
  }
  /// nullptr for a plan without districts.
  const DistrictIndex* index() const { return index_.get(); }

private:
  std::shared_ptr<const DistrictIndex> index_;
  std::vector<std::int32_t> of_home_;
};

}  // namespace smile
