#pragma once
// Names of districts as tables spell them: found exactly, or loosely, or not – then the nearest ones are a proposal.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gis/plan/plan.h"

namespace smile {

/// Lower case, umlauts as ae, oe, ue, ss, without blanks, hyphens, slashes and points, without "Seebad", "Ortsteil" and
/// the like before it.
std::string loose_form(std::string_view name);

/// The districts of one level by code, name and alias.
class DistrictNames {
public:
  DistrictNames(const Plan& plan, Id level, const std::vector<std::pair<std::string, std::string>>& aliases = {});

  struct Match {
    const District* district = nullptr;
    bool loose = false;  ///< spelled differently, e.g. "Gartenstadt-Stadtweide"
  };
  const District* by_code(std::string_view cell) const;
  Match by_name(std::string_view cell) const;
  /// Up to three names that are spelled alike, the nearest first.
  std::vector<std::string> nearest(std::string_view cell) const;
  const std::vector<DistrictPtr>& districts() const { return districts_; }

private:
  std::vector<DistrictPtr> districts_;
  std::unordered_map<std::string, const District*> codes_, names_;
};

}  // namespace smile
