#pragma once
// Rows of the inspector: label left in a column of one width, editor right; long German labels wrap.

#include <QString>

class QLabel;
class QWidget;

namespace smile::viewer {

/// Gives the widget an empty form as its layout. In a narrow panel the editors stand below their labels.
void make_form(QWidget& widget);
/// A form of short facts: always side by side.
void make_fact_form(QWidget& widget);
/// Without a label the editor stands under the one above.
void add_form_row(QWidget& widget, const QString& label, QWidget* editor);
/// Across both columns.
void add_form_line(QWidget& widget, QWidget* line);
void set_row_label(QWidget& widget, QWidget* editor, const QString& label);
void set_row_visible(QWidget& widget, QWidget* editor, bool visible);
/// A problem line that is a row of its own: the row is there only while there is a problem.
void show_problem_row(QWidget& widget, QLabel& line, const QString& sentence);
/// Label and plain value; data are shown literally.
void add_fact(QWidget& widget, const QString& label, const QString& value);
/// Takes all rows out.
void clear_form(QWidget& widget);

}  // namespace smile::viewer
