#include "viewer/panels/inspector_values.h"

#include <QRegularExpression>
#include <cmath>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// Splits "1,5 Mio. €" into "1,5" and 1 000 000; currency words and signs are dropped. Empty if other words stand
/// there.
std::optional<std::pair<QString, std::int64_t>> amount_and_unit(const QString& typed) {
  static const QRegularExpression form(
      QStringLiteral("^(?:€|[A-Za-z]{3}|[$£])?([-−]?[0-9.,'’]+)(mio|million|millionen|tsd|tausend|k)?\\.?"
                     "(?:€|[a-z]{3}|zł|[$£]|euro)?$"),
      QRegularExpression::CaseInsensitiveOption);
  const QRegularExpressionMatch match = form.match(typed);
  if (!match.hasMatch()) return std::nullopt;
  const QString unit = match.captured(2).toLower();
  const std::int64_t factor = unit.isEmpty() ? 1 : unit.startsWith('m') ? 1'000'000 : 1'000;
  return std::pair(match.captured(1), factor);
}

/// Position of the decimal sign, −1 if there is none. With a unit ("1,250 Mio.") a single sign is always the decimal
/// one.
qsizetype decimal_sign(const QString& digits, bool with_unit) {
  const qsizetype last = std::max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return -1;
  const bool both = digits.contains('.') && digits.contains(',');
  const bool once = digits.count(digits[last]) == 1;
  if (with_unit) return once ? last : -1;
  const qsizetype behind = digits.size() - last - 1;
  if (!once) return -1;
  return both || behind != 3 ? last : -1;
}

bool well_grouped(const QString& whole) {
  static const QRegularExpression plain(QStringLiteral("^[0-9]+$"));
  static const QRegularExpression grouped(QStringLiteral("^[0-9]{1,3}([.,'’][0-9]{3})+$"));
  return plain.match(whole).hasMatch() || grouped.match(whole).hasMatch();
}

Text money_problem(const QString& typed) {
  return text("“{1}” is no amount. Write it as 1,234.50 or 1.234,50.", typed.toStdString());
}

Text date_problem(const QString& typed) {
  return text("“{1}” is no date. Write it as 07.01.2025, Q3 2025 or 2026.", typed.toStdString());
}

bool says_unknown(const QString& typed) {
  static const QStringList words{QStringLiteral("k. a."), QStringLiteral("k.a."), QStringLiteral("n/a"),
                                 QStringLiteral("-"), QStringLiteral("–")};
  return words.contains(typed.toLower());
}

}  // namespace

std::optional<Money> read_money(QString typed) {
  static const QRegularExpression blanks(QStringLiteral("[\\s\\x{00a0}\\x{202f}]"));
  typed.remove(blanks);
  const auto parts = amount_and_unit(typed);
  if (!parts) return std::nullopt;
  QString digits = parts->first;
  const bool negative = digits.startsWith('-') || digits.startsWith(QChar(0x2212));
  if (negative) digits.remove(0, 1);
  const qsizetype sign = decimal_sign(digits, parts->second != 1);
  QString whole = sign < 0 ? digits : digits.left(sign);
  const QString behind = sign < 0 ? QString() : digits.mid(sign + 1);
  if (!well_grouped(whole) || (parts->second == 1 && behind.size() > 2)) return std::nullopt;
  static const QRegularExpression separators(QStringLiteral("[^0-9]"));
  const double amount = (whole.remove(separators) + '.' + behind + '0').toDouble() * static_cast<double>(parts->second);
  if (amount > 1e13) return std::nullopt;
  const std::int64_t cents = std::llround(amount * 100);
  return Money{negative ? -cents : cents};
}

Reading read_value(const MeasureField& field, const QString& typed) {
  const QString trimmed = typed.trimmed();
  if (trimmed.isEmpty()) return {};
  if (field.type == FieldType::money) {
    if (says_unknown(trimmed)) return {};
    const std::optional<Money> money = read_money(trimmed);
    return money ? Reading{*money, {}} : Reading{{}, money_problem(trimmed)};
  }
  if (field.type == FieldType::date) {
    if (says_unknown(trimmed)) return {};
    const std::optional<Date> date = parse_date(trimmed.toStdString());
    return date ? Reading{*date, {}} : Reading{{}, date_problem(trimmed)};
  }
  return {trimmed.toStdString(), {}};
}

}  // namespace smile::viewer
