#include "gis/formats/encoded_twice.h"

#include "gis/formats/encoding.h"

namespace smile {
namespace {

/// How many cells were repaired, and the first of them.
class Repaired {
public:
  std::optional<std::string> operator()(std::string_view cell) {
    std::optional<std::string> meant = decoded_twice(cell);
    if (meant && ++count_ == 1) was_ = cell, is_ = *meant;
    return meant;
  }
  void list(IssueList& issues) const {
    if (count_ == 0) return;
    issues.add(Severity::note, "encoded_twice",
               text_n(count_, "One text was encoded twice, as “{2}”; it was read as “{3}”.",
                      "{1} texts were encoded twice, as “{2}”; they were read as “{3}”.", count_, was_, is_));
  }

private:
  std::int64_t count_ = 0;
  std::string was_, is_;
};

void decode(ValueColumn& column, Repaired& repaired) {
  const ValueColumn old = column;
  column.bytes.clear();
  for (std::size_t row = 0; row < old.ends.size(); ++row) {
    const std::string_view cell = old.text(row);
    const std::optional<std::string> meant = repaired(cell);
    column.bytes += meant ? std::string_view(*meant) : cell;
    column.ends[row] = column.bytes.size();
  }
}

}  // namespace

void decode_twice_encoded(std::vector<Feature>& features, IssueList& issues) {
  Repaired repaired;
  for (Feature& feature : features)
    for (std::string& cell : feature.cells)
      if (auto meant = repaired(cell)) cell = std::move(*meant);
  repaired.list(issues);
}

void decode_twice_encoded(FeatureColumns& features, IssueList& issues) {
  Repaired repaired;
  for (ValueColumn& column : features.columns)
    if (may_be_encoded_twice(column.bytes)) decode(column, repaired);
  repaired.list(issues);
}

}  // namespace smile
