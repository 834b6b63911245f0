#include "gis/plan/finding.h"

#include <algorithm>

#include "gis/words/numbers.h"

namespace smile {

std::size_t rows_of(const FindingTable& table) {
  std::size_t rows = 0;
  for (const FindingColumn& column : table.columns) rows = std::max({rows, column.words.size(), column.figures.size()});
  return rows;
}

Figure figure_at(const FindingColumn& column, std::size_t row) {
  if (row < column.figures.size() && column.figures[row]) return {Figure::State::value, *column.figures[row]};
  const bool secret = std::binary_search(column.secret.begin(), column.secret.end(), static_cast<std::int64_t>(row));
  return {secret ? Figure::State::suppressed : Figure::State::missing, 0};
}

std::string cell_in_words(Language language, const FindingColumn& column, std::size_t row) {
  if (row < column.words.size()) return column.words[row];
  const Figure figure = figure_at(column, row);
  if (figure.state == Figure::State::suppressed) return in(language, text("secret"));
  if (figure.state == Figure::State::missing) return "–";
  const double shown = column.share ? 100 * figure.value : figure.value;
  return format_number(language, shown, column.digits) + (column.share ? " %" : "");
}

}  // namespace smile
