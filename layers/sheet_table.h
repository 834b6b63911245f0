#pragma once
// A table of a finding on paper: how wide its columns and how high its rows are, before anything is set. No word is
// ever cut: long ones are broken. Only for the files that lay out sheets.

#include <QFont>
#include <QStringList>
#include <optional>
#include <vector>

#include "gis/plan/finding.h"

namespace smile::layers {

inline constexpr int sheet_pixels = 11;         ///< of letters in tables
inline constexpr double sheet_step = 13.5;      ///< from line to line
inline constexpr double sheet_column_gap = 14;  ///< between columns

struct SheetColumn {
  const FindingColumn* column = nullptr;
  double width = 0;
  double least = 0;      ///< narrower, words would be broken where they have no hyphen
  bool figures = false;  ///< set to the right
  QStringList head;
};

class SheetTable {
public:
  /// Some of the columns of a table, as wide as they like to be; where that is more than `room`, words are broken
  /// earlier.
  SheetTable(const FindingTable& table, std::vector<std::size_t> columns, double room);

  const std::vector<SheetColumn>& columns() const { return columns_; }
  /// To this width, if it is narrower: the widest column of words takes what there is more.
  void widen(double width);
  double width() const;  ///< may still be more than the room there was
  std::size_t rows() const { return rows_; }
  bool is_total(std::size_t row) const { return total_ && row + 1 == rows_; }
  QFont font(std::size_t row) const;
  QStringList cell(std::size_t row, const SheetColumn& column) const;
  double height(std::size_t row) const;
  double head_height() const;
  /// Of head and rows.
  double height() const;

private:
  std::vector<SheetColumn> columns_;
  std::size_t rows_ = 0;
  bool total_ = false;
};

/// The table in one part, or in several that fit the room beside each other's pages: each repeats the columns that say
/// what the rows are.
std::vector<SheetTable> in_parts(const FindingTable& table, double room);

/// Words on as many lines as they need; a word that is wider than a line is broken, behind a hyphen or stroke where it
/// has one.
QStringList folded(const QString& words, const QFont& font, double width);

}  // namespace smile::layers
