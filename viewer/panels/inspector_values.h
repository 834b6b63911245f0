#pragma once
// What people type into a field, read as the field's value.

#include <QString>

#include "gis/plan/fields.h"

namespace smile::viewer {

struct Reading {
  Value value;
  Text problem;  ///< not empty: the text is no such value; one sentence with an example
};

/// Choices are not typed: only text, lists, money and dates.
Reading read_value(const MeasureField& field, const QString& typed);
/// "1.234,50 €", "1,234.50", "12 000", "1,5 Mio." … An amount has no three decimals, so "1.234" and "1,234" are both
/// thousands.
std::optional<Money> read_money(QString typed);

}  // namespace smile::viewer
