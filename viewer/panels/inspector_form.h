#pragma once
// Rows of the inspector: label left in a column of one width, editor right; long German labels wrap.

#include <QString>

class QWidget;

namespace smile::viewer {

/// Gives the widget an empty form as its layout.
void make_form(QWidget& widget);
/// Without a label the editor stands under the one above.
void add_form_row(QWidget& widget, const QString& label, QWidget* editor);
/// Across both columns.
void add_form_line(QWidget& widget, QWidget* line);
void set_row_visible(QWidget& widget, QWidget* editor, bool visible);
/// Label and plain value; data are shown literally.
void add_fact(QWidget& widget, const QString& label, const QString& value);
/// Takes all rows out.
void clear_form(QWidget& widget);

}  // namespace smile::viewer
