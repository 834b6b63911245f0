#include "layers/sheet_table.h"

#include <QRegularExpression>
#include <algorithm>
#include <numeric>

#include "layers/label.h"

namespace smile::layers {
namespace {

constexpr double widest_words = 240, row_gap = 3;

/// Words, parted behind hyphens, strokes and what joins the names of files: where lines may end.
struct Piece {
  QString letters;
  bool glued = false;  ///< to the piece before
};
/// A figure and its unit stay together: "500 m", "36 %", and "Q4 2027".
QStringList words_of(const QString& text) {
  static const QRegularExpression unit(QStringLiteral("^(m|km|ha|m²|km²|%|€)[.,:;)]*$"));
  static const QRegularExpression quarter(QStringLiteral("^Q[1-4]$"));
  QStringList words;
  for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
    if (!words.isEmpty() && words.back().back().isDigit() &&
        (unit.match(word).hasMatch() || quarter.match(words.back()).hasMatch()))
      words.back() += u' ' + word;
    else
      words << word;
  return words;
}

std::vector<Piece> pieces_of(const QString& text) {
  std::vector<Piece> pieces;
  for (const QString& word : words_of(text)) {
    qsizetype begin = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
      const bool last = i + 1 == word.size();
      if (!last && word[i] != u'-' && word[i] != u'/' && word[i] != u'_') continue;
      pieces.push_back({word.mid(begin, i + 1 - begin), begin > 0});
      begin = i + 1;
    }
  }
  return pieces;
}

double longest_piece(const QString& text, const QFont& font) {
  double longest = 0;
  for (const Piece& piece : pieces_of(text)) longest = std::max(longest, text_width(font, piece.letters));
  return longest;
}

QString cell_text(const FindingColumn& column, std::size_t row) {
  return QString::fromStdString(cell_in_words(language(), column, row)).simplified();
}

QFont head_font() {
  return map_font(sheet_pixels - 1);
}
QFont row_font(bool total) {
  return map_font(sheet_pixels, total ? QFont::Bold : QFont::Normal);
}

/// A column is at least as wide as its figures and the longest word above it; one of words as its longest cell, within
/// limits.
SheetColumn measured(const FindingColumn& column, std::size_t rows) {
  SheetColumn out{&column, 0, 0, column.words.empty(), {}};
  const QFont usual = row_font(false), last = row_font(true);
  for (std::size_t row = 0; row < rows; ++row) {
    const QFont& font = row + 1 == rows ? last : usual;
    const QString cell = cell_text(column, row);
    out.width = std::max(out.width, text_width(font, cell));
    out.least = std::max(out.least, longest_piece(cell, font));
  }
  if (!out.figures) out.width = std::min(out.width, widest_words);
  const double head = longest_piece(QString::fromStdString(str(column.name)), head_font());
  out.width = std::ceil(std::max(out.width, head)) + 1;
  out.least = out.figures ? out.width : std::min(out.width, std::ceil(std::max(out.least, head)) + 1);
  return out;
}

/// Columns of words give way until the table fits or they have no more to give.
void squeeze(std::vector<SheetColumn>& columns, double too_much) {
  double spare = 0;
  for (const SheetColumn& column : columns) spare += column.width - column.least;
  if (too_much <= 0 || spare <= 0) return;
  const double part = std::min(1.0, too_much / spare);
  for (SheetColumn& column : columns) column.width -= part * (column.width - column.least);
}

/// The first part of a word that has room; at least one letter.
qsizetype letters_in(const QString& word, const QFont& font, double width) {
  qsizetype count = 1;
  while (count < word.size() && text_width(font, word.left(count + 1)) <= width) ++count;
  if (count < word.size() && word[count].isLowSurrogate()) count += count > 1 ? -1 : 1;
  return count;
}

}  // namespace

QStringList folded(const QString& words, const QFont& font, double width) {
  QStringList lines;
  for (auto& [word, glued] : pieces_of(words)) {
    const QString with = lines.isEmpty() ? QString() : lines.back() + (glued ? QString() : QStringLiteral(" ")) + word;
    if (!lines.isEmpty() && text_width(font, with) <= width) {
      lines.back() = with;
      continue;
    }
    while (text_width(font, word) > width && word.size() > 1) {
      const qsizetype part = letters_in(word, font, width);
      lines << word.left(part);
      word.remove(0, part);
    }
    if (!word.isEmpty()) lines << word;
  }
  return lines;
}

SheetTable::SheetTable(const FindingTable& table, std::vector<std::size_t> columns, double room)
    : rows_(rows_of(table)), total_(table.total) {
  for (const std::size_t at : columns) columns_.push_back(measured(table.columns[at], rows_));
  squeeze(columns_, width() - room);
  for (SheetColumn& column : columns_)
    column.head = folded(QString::fromStdString(str(column.column->name)).simplified(), head_font(), column.width);
}

void SheetTable::widen(double width) {
  SheetColumn* widest = nullptr;
  for (SheetColumn& column : columns_)
    if (!column.figures && (widest == nullptr || column.width > widest->width)) widest = &column;
  if (widest != nullptr) widest->width += std::max(0.0, width - this->width());
}

double SheetTable::width() const {
  double sum = columns_.empty() ? 0 : sheet_column_gap * static_cast<double>(columns_.size() - 1);
  for (const SheetColumn& column : columns_) sum += column.width;
  return sum;
}

QFont SheetTable::font(std::size_t row) const {
  return row_font(is_total(row));
}

QStringList SheetTable::cell(std::size_t row, const SheetColumn& column) const {
  return folded(cell_text(*column.column, row), font(row), column.width);
}

double SheetTable::height(std::size_t row) const {
  qsizetype lines = 1;
  for (const SheetColumn& column : columns_) lines = std::max(lines, cell(row, column).size());
  return sheet_step * static_cast<double>(lines) + row_gap;
}

double SheetTable::head_height() const {
  qsizetype lines = 1;
  for (const SheetColumn& column : columns_) lines = std::max(lines, column.head.size());
  return sheet_step * static_cast<double>(lines) + row_gap;
}

double SheetTable::height() const {
  double sum = head_height();
  for (std::size_t row = 0; row < rows_; ++row) sum += height(row);
  return sum;
}

std::vector<SheetTable> in_parts(const FindingTable& table, double room) {
  // What was squeezed to fit is as wide as the room but for a rounding error.
  const auto fits = [room](const SheetTable& part) { return part.width() <= room + 0.01; };
  std::vector<std::size_t> all(table.columns.size());
  std::iota(all.begin(), all.end(), 0U);
  if (SheetTable whole(table, all, room); fits(whole)) return {std::move(whole)};
  std::size_t names = 0;
  while (names < std::min<std::size_t>(2, all.size()) && !table.columns[names].words.empty()) ++names;
  std::vector<SheetTable> parts;
  std::size_t next = names;
  while (next < all.size()) {
    std::vector<std::size_t> part(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(names));
    part.push_back(next++);
    while (next < all.size()) {
      part.push_back(next);
      if (!fits(SheetTable(table, part, room))) {
        part.pop_back();
        break;
      }
      ++next;
    }
    parts.emplace_back(table, part, room);
  }
  return parts;
}

}  // namespace smile::layers
