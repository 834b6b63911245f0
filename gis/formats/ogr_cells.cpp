#include "gis/formats/ogr_cells.h"

#include <ogr_feature.h>

#include <array>
#include <charconv>
#include <cstdio>

namespace smile {
namespace {

ColumnType type_of(const OGRFieldDefn& field) {
  switch (field.GetType()) {
    case OFTInteger:
      return field.GetSubType() == OFSTBoolean ? ColumnType::text : ColumnType::integer;
    case OFTInteger64:
      return ColumnType::integer;
    case OFTReal:
      return ColumnType::real;
    case OFTDate:
    case OFTDateTime:
      return ColumnType::date;
    default:
      return ColumnType::text;
  }
}

std::string date_cell(const OGRFeature& feature, int field, bool with_time) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
  float second = 0;
  feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
  char text[64];
  if (with_time)
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute,
                  static_cast<int>(second));
  else
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return text;
}

std::string list_cell(const OGRFeature& feature, int field) {
  std::string out;
  char** list = feature.GetFieldAsStringList(field);
  for (int i = 0; list != nullptr && list[i] != nullptr; ++i) out += (i == 0 ? "" : "; ") + std::string(list[i]);
  return out;
}

std::string cell(const OGRFeature& feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
  switch (definition.GetType()) {
    case OFTInteger:
      if (definition.GetSubType() == OFSTBoolean) return feature.GetFieldAsInteger(field) != 0 ? "true" : "false";
      return std::to_string(feature.GetFieldAsInteger(field));
    case OFTInteger64:
      return std::to_string(feature.GetFieldAsInteger64(field));
    case OFTReal:
      return number_cell(feature.GetFieldAsDouble(field));
    case OFTDate:
      return date_cell(feature, field, false);
    case OFTDateTime:
      return date_cell(feature, field, true);
    case OFTStringList:
      return list_cell(feature, field);
    default:
      return feature.GetFieldAsString(field);
  }
}

}  // namespace

std::string number_cell(double value) {
  std::array<char, 40> text{};
  const auto [end, failed] = std::to_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || value != value) return {};
  std::string out(text.data(), end);
  if (out.find('e') == std::string::npos) return out;
  // 1e+22 is no number a planner reads.
  std::array<char, 400> plain{};
  const auto [plain_end, too_long] =
      std::to_chars(plain.data(), plain.data() + plain.size(), value, std::chars_format::fixed);
  return too_long == std::errc{} && value > -1e15 && value < 1e15 ? std::string(plain.data(), plain_end) : out;
}

CellReader::CellReader(const OGRFeatureDefn& definition) {
  for (int i = 0; i < definition.GetFieldCount(); ++i) {
    const OGRFieldDefn& field = *definition.GetFieldDefn(i);
    if (field.GetType() == OFTBinary) continue;
    columns_.push_back({field.GetNameRef(), type_of(field)});
    fields_.push_back(i);
  }
}

std::vector<std::string> CellReader::read(const OGRFeature& feature) const {
  std::vector<std::string> cells;
  cells.reserve(fields_.size());
  for (const int field : fields_) cells.push_back(cell(feature, field));
  return cells;
}

}  // namespace smile
