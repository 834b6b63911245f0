#pragma once
// Private to this room: attributes of an OGR feature as cells of text.

#include <string>
#include <vector>

#include "gis/formats/features.h"

class OGRFeature;
class OGRFeatureDefn;

namespace smile {

/// A number as it is written in a cell: with a point, no more digits than needed.
std::string number_cell(double value);

class CellReader {
public:
  explicit CellReader(const OGRFeatureDefn& definition);  ///< binary columns are left out
  const std::vector<Column>& columns() const { return columns_; }
  std::vector<std::string> read(const OGRFeature& feature) const;

private:
  std::vector<Column> columns_;
  std::vector<int> fields_;
};

}  // namespace smile
