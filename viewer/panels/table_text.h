#pragma once
// Tables as text for a spreadsheet: tab-separated, with headers, numbers as the language of the window writes them,
// and nothing that a spreadsheet would take for a formula.

#include <QString>
#include <QStringList>
#include <vector>

#include "gis/plan/fields.h"
#include "gis/words/words.h"

namespace smile::viewer {

/// A number without thousands separators, which every spreadsheet of that language reads as a number: "123973,82".
QString spreadsheet_number(Language language, double value, int decimals);
QString spreadsheet_money(Language language, Money money);
/// Money as number, dates and words as people read them.
QString spreadsheet_value(Language language, const MeasureField& field, const Value& value);
/// Text that can't act: a leading = + - @ gets an apostrophe, unless it is a plain number; tabs, quotes and line breaks
/// are quoted.
QString spreadsheet_cell(const QString& text);
/// Header and rows, guarded, ended by line breaks.
QString spreadsheet_text(const QStringList& header, const std::vector<QStringList>& rows);

}  // namespace smile::viewer
