#pragma once
// The small parts the panels share, so that they look alike: rows of tools on the 8 px grid, filter fields, foot lines.

#include <QIcon>
#include <QString>
#include <span>

#include "gis/plan/fields.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QWidget;

namespace smile::viewer {

class Tasks;

QString from_view(std::string_view utf8);
/// A sign whose colours say something: a selected row must not tint it.
QIcon untinted(const QPixmap& sign);
/// A row at the end of the panel's column.
QBoxLayout* add_tool_row(QWidget& panel);
QLineEdit* make_filter_field(const QString& placeholder, QWidget* parent);
/// A list whose first line lets everything through; data of that line: invalid.
QComboBox* make_filter_combo(const QString& everything, QWidget* parent);
/// The same, filled with choices; data: their words.
QComboBox* make_choice_filter(const QString& everything, std::span<const Choice> choices, QWidget* parent);
/// Icon only; the label is tool tip and name for screen readers. `fallback`: icon if the theme lacks the first.
QToolButton* make_tool_button(const char* icon, const QString& label, QWidget* parent, const char* fallback = "");
/// Small and quiet, plain text, wraps.
QLabel* make_foot_line(QWidget* parent);
/// Dark surroundings want a light red.
QColor problem_colour(const QWidget& widget);
/// Under a field: why what was typed can't be taken. Hidden until it has text.
QLabel* make_problem_line(QWidget* parent);
void show_problem(QLabel& line, const QString& sentence);
/// Heading of a group of fields.
QLabel* make_heading(const QString& text, QWidget* parent);
/// Larger and bold: the name of what a panel shows.
QLabel* make_title(QWidget* parent);
/// The wheel scrolls the panel and does not change a list it happens to pass over.
void leave_wheel_to_panel(QWidget& editor);
/// The window's tasks; where there are none (a panel alone), tasks of the panel itself.
Tasks& tasks_near(QWidget& widget);

}  // namespace smile::viewer
