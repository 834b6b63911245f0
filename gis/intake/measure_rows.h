#pragma once
// One row of a table as a measure.

#include <string>
#include <vector>

#include "gis/intake/measure_places.h"
#include "gis/intake/measures.h"

namespace smile {

/// A measure read from a row, not yet compared with the plan.
struct ReadMeasure {
  Measure measure;  ///< id 0
  std::int64_t row = 0;
  bool is_total = false;  ///< "Summe": adds up other rows, no measure
};

class RowReader {
public:
  RowReader(const TextTable& table, const MeasureMapping& mapping, const Plan& plan, std::string file);

  /// The cells of the row that say where it is.
  PlaceCells place_cells(const TextRow& row) const;
  ReadMeasure read(const TextRow& row, Issues& issues) const;
  /// Keeps the cells of a position that could not be read.
  void keep_position(const TextRow& row, Measure& measure) const;

private:
  void read_cell(const TextRow& row, std::size_t column, Measure& measure, Issues& issues) const;
  void read_money(const TextRow& row, std::size_t column, const MeasureField& field, Measure& measure,
                  Issues& issues) const;
  void read_typed(const TextRow& row, std::size_t column, const MeasureField& field, Measure& measure,
                  Issues& issues) const;
  void give_title(const TextRow& row, Measure& measure, Issues& issues) const;
  void keep(const TextRow& row, std::size_t column, Measure& measure) const;
  bool is_total(const TextRow& row, const Measure& measure) const;
  std::string cell(const TextRow& row, int column) const;
  std::string header(int column) const;
  Issue issue(Severity severity, std::string kind, const TextRow& row, std::size_t column, Text message) const;

  const TextTable& table_;
  const MeasureMapping& mapping_;
  const Plan& plan_;
  std::string file_;
  PlaceColumns columns_;
};

}  // namespace smile
