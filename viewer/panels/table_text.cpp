#include "viewer/panels/table_text.h"

#include <QRegularExpression>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

bool is_number(const QString& text) {
  static const QRegularExpression number(QStringLiteral("^[-+]?[0-9]+([.,][0-9]+)?$"));
  return number.match(text).hasMatch();
}

bool could_act(const QString& text) {
  static const QString starts = QStringLiteral("=+-@\t\r\n");
  return !text.isEmpty() && starts.contains(text.front()) && !is_number(text);
}

QString line_of(const QStringList& cells) {
  QStringList guarded;
  for (const QString& cell : cells) guarded << spreadsheet_cell(cell);
  return guarded.join('\t') + '\n';
}

}  // namespace

QString spreadsheet_number(Language language, double value, int decimals) {
  QString number = QString::number(value, 'f', decimals);
  return language == Language::german ? number.replace('.', ',') : number;
}

QString spreadsheet_money(Language language, Money money) {
  QString number = q(stored_form(Value{money}));
  return language == Language::german ? number.replace('.', ',') : number;
}

QString spreadsheet_value(Language language, const MeasureField& field, const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return spreadsheet_money(language, *money);
  return q(format_value(language, field, value, {}));
}

QString spreadsheet_cell(const QString& text) {
  QString cell = could_act(text) ? '\'' + text : text;
  const bool quote = cell.contains('\t') || cell.contains('\n') || cell.contains('\r') || cell.contains('"');
  if (!quote) return cell;
  return '"' + cell.replace('"', QStringLiteral("\"\"")) + '"';
}

QString spreadsheet_text(const QStringList& header, const std::vector<QStringList>& rows) {
  QString text = line_of(header);
  for (const QStringList& row : rows) text += line_of(row);
  return text;
}

}  // namespace smile::viewer
