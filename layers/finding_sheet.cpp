#include "layers/finding_sheet.h"

#include <QFontMetricsF>
#include <algorithm>

#include "gis/questions/ask.h"
#include "layers/finding_chart.h"
#include "layers/label.h"
#include "layers/page.h"
#include "layers/page_parts.h"
#include "layers/sheet_setter.h"

namespace smile::layers {
namespace {

constexpr double gap = 28;
constexpr double least_chart = 430;  // wide, beside a table
constexpr double foot_height = 22;   // the line with the number of the page
constexpr double most_notes = 150;   // high, on the first page; longer ones come after the tables
constexpr double note_step = 13.5;
const QColor warning(0x9A, 0x34, 0x12);

/// How it was made, from what, when and by which question.
QStringList notes_of(const Finding& finding, const Plan& plan) {
  QString method;
  for (const Text& sentence : finding.method) method += (method.isEmpty() ? "" : " ") + sheet_words(sentence);
  QString sources;
  for (const std::string& source : finding.sources) sources += (sources.isEmpty() ? "" : " · ") + sheet_words(source);
  QStringList notes;
  if (!method.isEmpty()) notes << sheet_words(text("How it was counted: {1}", method.toStdString()));
  if (!sources.isEmpty()) notes << sheet_words(text("Sources: {1}", sources.toStdString()));
  notes << sheet_words(
      text("Asked on {1}: {2}", format_date(language(), finding.found), as_command(finding.question, plan)));
  return notes;
}

class SheetLayout {
public:
  SheetLayout(const Finding& finding, const Plan& plan, bool with_map)
      : finding_(finding), plan_(plan), with_map_(with_map) {
    const QRectF page(QPointF(), QSizeF(sheet_width_mm, sheet_height_mm) * pixels_per_mm);
    const double margin = 12 * pixels_per_mm;
    inner_ = page.adjusted(margin, margin, -margin, -margin);
  }

  FindingSheet lay_out() {
    first_page();
    for (const FindingTable& table : finding_.tables)
      if (rows_of(table) > 0 && !table.columns.empty()) lay_out(table);
    if (!notes_.isEmpty()) late_notes();
    number_pages();
    return std::move(sheet_);
  }

private:
  SheetPage& page() { return sheet_.pages.back(); }
  void open_page() {
    sheet_.pages.emplace_back();
    page().size = QSizeF(sheet_width_mm, sheet_height_mm) * pixels_per_mm;
    page().colours = sheet_colours(plan_.sheets);
  }

  SheetSetter setter(const QRectF& area) { return {page(), area, y_}; }
  QRectF set(QPointF corner, const QString& words, const QFont& font, const QColor& ink, bool right = false) {
    return setter(inner_).set(corner, words, font, ink, inner_.width(), right);
  }

  /// Lines from y_ downwards.
  void paragraph(const QString& words, const QFont& font, const QColor& ink, double step) {
    SheetSetter setting = setter(inner_);
    setting.paragraph(words, font, ink, step);
    y_ = setting.y();
  }

  void title(const QString& words) {
    int pixels = title_pixels;
    while (pixels > 13 && folded(words, map_font(pixels, QFont::Bold), inner_.width()).size() > 2) pixels -= 3;
    const double top = inner_.top();
    y_ = top + 11;
    paragraph(words, map_font(pixels, QFont::Bold), palette(Theme::light).label, pixels * 1.25);
    page().title = QRectF(inner_.left(), top, inner_.width(), y_ - top);
  }

  void first_page() {
    open_page();
    const Palette& colours = palette(Theme::light);
    title(sheet_words(finding_.name));
    y_ += 6;
    if (outdated(finding_, plan_)) {
      paragraph(sheet_words(text("Outdated: the plan has changed since this was counted.")), map_font(13, QFont::Bold),
                warning, 18);
      y_ += 4;
    }
    for (std::size_t i = 0; i < finding_.sentences.size(); ++i) {
      const bool message = i == 0;
      paragraph(sheet_words(finding_.sentences[i]), map_font(message ? 19 : 13),
                message ? colours.label : colours.quiet, message ? 26 : 18);
      if (message) y_ += 2;
    }
    y_ += 12;
    const double bottom = early_notes();
    area_ = QRectF(inner_.left(), y_, inner_.width(), bottom - y_);
    picture();
  }

  /// At the foot of the first page, as far as there is room. Returns where they begin.
  double early_notes() {
    const QFont font = map_font(10);
    QStringList lines;
    for (const QString& note : notes_of(finding_, plan_)) lines << folded(note, font, inner_.width());
    const double bottom = inner_.bottom() - foot_height;
    const double height = note_step * static_cast<double>(lines.size()) + 8;
    if (height > most_notes) {
      notes_ = lines;
      return bottom - 8;
    }
    double y = bottom - height;
    page().rules.push_back({{inner_.left(), y}, {inner_.right(), y}});
    y += 5;
    for (const QString& line : lines) {
      set({inner_.left(), y}, line, font, palette(Theme::light).quiet);
      y += note_step;
    }
    return bottom - height - 10;
  }

  /// Beside the first table where both have room, else over the whole width: then the tables begin on the next page.
  void picture() {
    std::optional<Chart> chart = chart_of(finding_);
    if (!chart) return;
    std::visit([](auto& one) { one.head.source.clear(); }, *chart);  // stands at the foot
    const double room = inner_.width() - least_chart - gap;
    const auto parts = in_parts(finding_.tables.front(), room);
    if (parts.size() > 1 || parts.front().width() > room) {
      page().charts.push_back({area_, *chart});
      area_ = QRectF();
      return;
    }
    const double width = parts.front().width();
    page().charts.push_back({QRectF(area_.left(), area_.top(), area_.width() - width - gap, area_.height()), *chart});
    area_.setLeft(area_.right() - width);
  }

  void next_page() {
    open_page();
    title(sheet_words(finding_.name));
    y_ += 12;
    area_ = QRectF(inner_.left(), y_, inner_.width(), inner_.bottom() - foot_height - 8 - y_);
  }

  /// To the right on the same page where a table that narrow has room, else a new page.
  void next_area(double width) {
    const bool beside = sheet_.pages.size() > 1 && !area_.isNull() && widest_ > 0 &&
                        area_.left() + widest_ + gap + width <= inner_.right();
    if (beside) {
      area_.setLeft(area_.left() + widest_ + gap);
      y_ = area_.top();
    } else {
      next_page();
    }
    widest_ = 0;
  }

  void lay_out(const FindingTable& table) {
    const bool first = &table == finding_.tables.data();
    const double room = first && area_.isValid() ? area_.width() : inner_.width();
    for (const SheetTable& part : in_parts(table, room + 0.5)) {
      const double needed = least_height(part, first);
      if (!area_.isValid() || part.width() > area_.width() + 1 || y_ + needed > area_.bottom())
        next_area(part.width());
      else if (!first)
        y_ += 18;
      lay_out(part, sheet_words(table.title));
    }
  }

  /// A further table begins where it fits as a whole, unless it is longer than a page.
  double least_height(const SheetTable& table, bool first) const {
    const double whole = 24 + table.height();
    const double begun = 24 + table.head_height() + 4 * sheet_step;
    const bool fits_a_page = whole < inner_.height() - foot_height - 90;
    return fits_a_page && (!first || whole < begun) ? whole : begun;
  }

  void head(const SheetTable& table, const QString& title) {
    SheetSetter setting = setter(area_);
    setting.table_head(table, title);
    y_ = setting.y();
  }

  void lay_out(const SheetTable& table, const QString& title) {
    head(table, title);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (y_ + table.height(row) > area_.bottom()) {
        next_area(table.width());
        head(table, title);
      }
      SheetSetter setting = setter(area_);
      setting.table_row(table, row);
      y_ = setting.y();
    }
    widest_ = std::max(widest_, table.width());
  }

  void late_notes() {
    const QFont font = map_font(10);
    const double needed = note_step * 3;
    if (sheet_.pages.size() == 1 || widest_ > 0) next_page();
    for (const QString& line : notes_) {
      if (y_ + needed > area_.bottom()) next_page();
      set({inner_.left(), y_}, line, font, palette(Theme::light).quiet);
      y_ += note_step;
    }
  }

  void number_pages() {
    const int all = static_cast<int>(sheet_.pages.size()) + (with_map_ ? 1 : 0);
    int number = 0;
    std::vector<SheetPage> pages = std::move(sheet_.pages);
    sheet_.pages.clear();
    for (SheetPage& one : pages) {
      number += number == 1 && with_map_ ? 2 : 1;
      sheet_.pages.push_back(std::move(one));
      foot(number, all);
    }
  }

  void foot(int number, int all) {
    const double y = inner_.bottom() - foot_height + 6;
    const QFont font = map_font(10);
    const QColor ink = palette(Theme::light).quiet;
    page().rules.push_back({{inner_.left(), y - 4}, {inner_.right(), y - 4}});
    const QRectF right = set({inner_.left(), y}, sheet_words(text("Page {1} of {2}", number, all)), font, ink, true);
    const QStringList title = wrapped(sheet_words(plan_.title), font, right.left() - inner_.left() - gap, 1);
    if (!title.isEmpty()) set({inner_.left(), y}, title.front(), font, ink);
  }

  const Finding& finding_;
  const Plan& plan_;
  bool with_map_;
  FindingSheet sheet_;
  QRectF inner_;
  QRectF area_;        ///< what tables may fill on this page
  double y_ = 0;       ///< how far it is filled
  double widest_ = 0;  ///< of the tables in the area
  QStringList notes_;  ///< that found no room on the first page
};

}  // namespace

FindingSheet lay_out_sheet(const Finding& finding, const Plan& plan, bool with_map) {
  return SheetLayout(finding, plan, with_map).lay_out();
}

}  // namespace smile::layers
