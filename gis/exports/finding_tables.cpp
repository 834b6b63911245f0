#include "gis/exports/finding_tables.h"

#include <cmath>

#include "gis/exports/names.h"
#include "gis/questions/ask.h"

namespace smile::exports {
namespace {

Cell cell_of(const FindingColumn& column, std::size_t row) {
  if (row < column.words.size()) return column.words[row].empty() ? Cell{} : Cell{column.words[row]};
  const Figure figure = figure_at(column, row);
  if (figure.state == Figure::State::suppressed) return Suppressed{};
  if (figure.state == Figure::State::missing) return {};
  const double places = std::pow(10.0, column.digits);
  return std::round(figure.value * (column.share ? 100 : 1) * places) / places;
}

Field field_of(const FindingColumn& column) {
  Field field;
  field.key = str(column.name);
  field.label = column.name;
  field.type = column.words.empty() ? CellType::real : CellType::text;
  field.derived = true;
  return field;
}

Table table_of(const FindingTable& from) {
  Table table;
  table.title = from.title;
  for (const FindingColumn& column : from.columns) table.fields.push_back(field_of(column));
  const std::size_t rows = rows_of(from);
  for (std::size_t i = 0; i < rows; ++i) {
    Row& row = table.rows.emplace_back();
    for (const FindingColumn& column : from.columns) row.cells.push_back(cell_of(column, i));
  }
  return table;
}

}  // namespace

std::vector<FindingSheet> finding_sheets(const Plan& plan, const std::string& result) {
  std::vector<FindingSheet> sheets;
  UniqueNames names(60);
  std::string known;
  const Finding* wanted = result.empty() ? nullptr : find_finding(plan, result);
  for (const FindingPtr& finding : plan.findings) {
    known += (known.empty() ? "" : ", ") + finding->name;
    const std::string slugged = slug(finding->name);
    // By its own name even if it is the only one: a file keeps its name whatever else is written.
    const std::string name = names.take("result_" + (slugged.empty() ? std::to_string(finding->id) : slugged));
    if (result.empty() || finding.get() == wanted)
      sheets.push_back({name, finding, as_command(finding->question, plan), outdated(*finding, plan)});
  }
  if (sheets.empty() && !result.empty() && known.empty())
    throw Error(ErrorKind::not_found, text("The plan keeps no results yet: ask with --keep NAME."));
  if (sheets.empty() && !result.empty())
    throw Error(ErrorKind::not_found, text("The plan has no result “{1}”; it has: {2}.", result, known));
  return sheets;
}

std::vector<Table> finding_tables(const FindingSheet& sheet) {
  std::vector<Table> tables;
  for (const FindingTable& from : sheet.finding->tables) {
    tables.push_back(table_of(from));
    tables.back().name = sheet.name + "_" + std::to_string(tables.size());
  }
  return tables;
}

}  // namespace smile::exports
