#include "viewer/dialogs/layer_fields.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <map>

#include "gis/plan/planzv.h"
#include "layers/palette.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr std::size_t most_categories = 12;

const ValueColumn* column_of(const LayerData& data, const std::string& field) {
  for (const ValueColumn& column : data.features.columns)
    if (column.name == field) return &column;
  return nullptr;
}

std::map<std::string, std::size_t> counted(const LayerData& data, const std::string& field) {
  std::map<std::string, std::size_t> count;
  if (const ValueColumn* column = column_of(data, field))
    for (std::size_t row = 0; row < data.features.size(); ++row) ++count[cell_text(*column, row)];
  count.erase("");
  return count;
}

QLocale locale() {
  return QLocale(language() == Language::german ? QLocale::German : QLocale::English);
}

}  // namespace

bool holds_numbers(const ValueColumn& column) {
  return column.kind == ValueColumn::Kind::integer || column.kind == ValueColumn::Kind::real;
}

std::vector<double> numbers_of(const LayerData& data, const std::string& field) {
  std::vector<double> values;
  const ValueColumn* column = column_of(data, field);
  if (column == nullptr || !holds_numbers(*column)) return values;
  for (std::size_t row = 0; row < data.features.size(); ++row) {
    const bool real = column->kind == ValueColumn::Kind::real;
    values.push_back(column->null[row] ? NAN : real ? column->reals[row] : static_cast<double>(column->integers[row]));
  }
  return values;
}

namespace {

/// A few kinds that come again and again; numbers that are no keys. What has as many values as features tells nothing.
bool tells_something(const LayerData& data, const ValueColumn& column, StyleMethod method) {
  const std::size_t values = counted(data, column.name).size();
  if (method == StyleMethod::categories) return values >= 2 && values <= most_categories;
  return column.kind == ValueColumn::Kind::real || values < data.features.size();
}

}  // namespace

std::string first_field(const LayerData& data, StyleMethod method) {
  std::string first;
  for (const ValueColumn& column : data.features.columns) {
    if (method == StyleMethod::categories ? column.kind != ValueColumn::Kind::text : !holds_numbers(column)) continue;
    if (tells_something(data, column, method)) return column.name;
    if (first.empty()) first = column.name;
  }
  return first;
}

std::vector<LayerCategory> frequent_values(const LayerData& data, const std::string& field, KindColours colours) {
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [value, times] : counted(data, field)) order.emplace_back(times, value);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.size() > most_categories) order.resize(most_categories);
  std::vector<LayerCategory> categories;
  for (const auto& [times, value] : order) {
    std::string colour = colours == KindColours::planzv ? planzv_colour(value) : std::string();
    if (colour.empty()) colour = layers::category_colour(categories.size()).name().toStdString();
    categories.push_back({value, colour});
  }
  return categories;
}

std::vector<std::size_t> count_values(const LayerData& data, const std::string& field,
                                      const std::vector<LayerCategory>& categories) {
  const auto count = counted(data, field);
  std::vector<std::size_t> out;
  for (const LayerCategory& category : categories) {
    const auto found = count.find(category.value);
    out.push_back(found == count.end() ? 0 : found->second);
  }
  return out;
}

std::string limits_text(const std::vector<double>& limits) {
  QStringList words;
  for (const double limit : limits) words << locale().toString(limit, 'g', 8);
  return words.join(QStringLiteral("; ")).toStdString();
}

std::vector<double> limits_of(const std::string& words) {
  std::vector<double> limits;
  for (const QString& word : q(words).split(u';', Qt::SkipEmptyParts)) {
    bool good = false;
    limits.push_back(locale().toDouble(word.trimmed(), &good));
    if (!good || !std::isfinite(limits.back())) return {};
  }
  std::sort(limits.begin(), limits.end());
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  return limits.size() < 2 ? std::vector<double>() : limits;
}

}  // namespace smile::viewer
