#include "layers/district_sheet.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "layers/district_head.h"
#include "layers/label.h"
#include "layers/sheet_map.h"

namespace smile::layers {
namespace {

constexpr double gutter = 22, part_gap = 14;
constexpr double all_rows = std::numeric_limits<double>::infinity();
constexpr double scale_height = 44, least_scale = 140, signs_gap = 8;
constexpr double least_chart = 104, least_chart_share = 0.75;  // of the height it likes to have
constexpr double widest_facts = 0.42;                          // of the page's width
constexpr double least_map = 0.42;  // of the height there is: a table that would leave less goes on on the next page
// Of the height of an upright page: as usual, and between what it gives way or grows to so that all has its place.
constexpr double upright_map = 0.4, least_upright_map = 0.24, most_upright_map = 0.5;

class DistrictSheet {
public:
  DistrictSheet(const SheetContent& content, Id district)
      : content_(content), plan_(*content.plan), district_(find_district(plan_, district)), id_(district) {
    const auto found = content.profile.measures.find(id_);
    if (found != content.profile.measures.end()) measures_ = found->second;
    table_ = first_table();
    if (district_) add_sum(table_);
    results_ = result_rows(results_in(plan_, id_));
    head_ = head_of_district(content, id_);
  }

  std::vector<SheetPage> lay_out() {
    pages_.push_back(new_page(plan_.sheets));
    page().bookmark = head_.title;
    const QRectF body = set_head(page(), content_, head_);
    if (body.width() <= body.height())
      upright(body);
    else if (district_ || measures_.empty() || !halves(body))
      across(body);
    go_on();
    return std::move(pages_);
  }

private:
  /// For councils everything about the measures, where it finds room below the map.
  FindingTable first_table() {
    if (!for_council() || plan_.sheets.portrait) return measures_table(measures_, content_);
    FindingTable all = full_measures_table(measures_, content_, id_);
    const double room = inner_of(new_page(plan_.sheets)).width() * (1 - widest_facts) - gutter;
    tells_all_ = in_parts(all, room).size() == 1;
    return tells_all_ ? all : measures_table(measures_, content_);
  }

  /// What the costs of a table of its measures come to: those that the district's figures tell.
  void add_sum(FindingTable& table) const {
    const FiguresResult& figures = content_.profile.figures;
    const auto row = std::find_if(figures.districts.begin(), figures.districts.end(),
                                  [&](const DistrictFigures& one) { return one.district == id_; });
    if (measures_.empty() || row == figures.districts.end() || row->cost.cents == 0) return;
    const Text name = figures.for_city == 0
                          ? text("All together")
                          : text_n(figures.for_city, "All together, with the share of one for the whole city",
                                   "All together, with the share of {1} for the whole city", figures.for_city);
    add_total(table, str(name), row->cost);
  }

  SheetPage& page() { return pages_.back(); }
  bool for_council() const { return plan_.sheets.for_whom == SheetTemplate::council; }

  ShownGround ground() const { return district_ ? ground_to_show(*district_) : ShownGround{extent(plan_), true}; }

  /// With no other measures than the page speaks of.
  PlanPtr map_plan() const {
    if (!district_) return content_.map_plan;
    auto own = std::make_shared<Plan>(*content_.map_plan);
    std::erase_if(own->measures, [&](const MeasurePtr& measure) {
      return measure->location.placement != Placement::city &&
             std::none_of(measures_.begin(), measures_.end(),
                          [&](const LocalMeasure& local) { return local.measure == measure; });
    });
    own->measures.shrink_to_fit();  // one for each map on hundreds of pages
    return own;
  }

  SheetMap map_in(const QRectF& box) const {
    SheetMap map = map_of(map_plan(), content_.layers, id_, ground().box, box, pages_.back().zoom, language());
    map.folder = content_.folder;
    return map;
  }

  double width_of_facts(const QRectF& body) const {
    const double share = content_.profile.ages.empty() ? 0.33 : for_council() ? 0.40 : 0.37;
    return std::round(body.width() * share);
  }

  /// Left and right of the gutter, as wide as figures are.
  static std::pair<QRectF, QRectF> parted(const QRectF& body, double facts) {
    return {body.adjusted(0, 0, -facts - gutter, 0), body.adjusted(body.width() - facts, 0, 0, 0)};
  }

  /// How wide the side of the figures is, whether the table stands there, and what the map beside it has to explain.
  struct Sides {
    double facts = 0;
    bool with_table = false;
    LegendHeights legend;  ///< made from the map: asked once
  };
  LegendHeights legend_beside(const QRectF& body, double facts) const {
    const QRectF left = parted(body, facts).first;
    return legend_heights(map_in(left), left.width(), std::round((facts - gutter) / 2), language());
  }

  /// The table stands below the figures where there is room for it: the map gets the height for it. What goes on on
  /// the next page anyway begins there too, where there is no chart. Else it stands below the map.
  Sides sides_of(const QRectF& body) const {
    const double usual = width_of_facts(body), wide = std::round(body.width() * widest_facts);
    const bool listed = district_ && !measures_.empty();
    std::optional<LegendHeights> usual_legend;
    for (const double facts : {usual, wide}) {
      const QRectF right = parted(body, facts).second;
      if (!listed || !holds_table(right, 0)) continue;  // before the map is made ready to see how high its legend is
      const LegendHeights legend = legend_beside(body, facts);
      if (holds_table(right, legend.ground)) return {facts, true, legend};
      if (facts == usual) usual_legend = legend;
    }
    const QRectF left = parted(body, usual).first;
    if (listed && height_of_chart() == 0 && table_height(left.width(), all_rows) > left.height() * (1 - least_map))
      return {wide, true, legend_beside(body, wide)};
    return {usual, false, usual_legend ? *usual_legend : legend_beside(body, usual)};
  }

  /// Figures, table and chart below each other; legend and scale need no more than stand beside each other.
  bool holds_table(const QRectF& right, double legend) const {
    if (in_parts(table_, right.width()).size() > 1) return false;
    const double table = table_height(right.width(), all_rows) - rest_line;
    const double chart = height_of_chart() > 0 ? least_chart_share * height_of_chart() + part_gap : 0;
    return height_of_figures(right.width()) + table + chart + std::max(legend, scale_height) <= right.height();
  }

  /// Map and signs on the left, figures on the right; the table below the figures where there is room for it, else
  /// below the map.
  void across(const QRectF& body) {
    const auto [facts, beside, heights] = sides_of(body);
    const auto [signs, legend] = heights;
    const auto [left, right] = parted(body, facts);
    const double table = district_ && !beside ? table_height(left.width(), left.height() * (1 - least_map)) : 0;
    SheetMap map = map_in(left.adjusted(0, 0, 0, -table - signs - (signs > 0 ? signs_gap : 0)));
    if (signs > 0) map.signs = QRectF(left.left(), map.box.bottom() + signs_gap, left.width(), signs);
    if (table > 0) set_table({left.left(), left.bottom() - table, left.width(), table});
    SheetSetter setter(page(), right);
    set_figures(setter, right.bottom() - least_height_of_chart() - scale_height - 2 * part_gap);
    double top = setter.y();
    if (beside) {
      const double rest = holds_table(right, legend) ? 0 : std::max(legend, scale_height) + part_gap;
      top = set_table({right.left(), top - part_gap, facts, right.bottom() - top - rest});
    }
    explain(map, {right.left(), top, facts, right.bottom() - top}, legend);
    page().maps.push_back(std::move(map));
  }

  /// Chart, legend and scale; the legend below the chart or, where room is short, beside it or beside the scale.
  void explain(SheetMap& map, const QRectF& area, double legend) {
    const double column = std::round((area.width() - gutter) / 2);
    if (height_of_chart() == 0 && legend + scale_height + part_gap > area.height()) {
      map.legend = area.adjusted(0, 0, -column - gutter, 0);
      map.scale = QRectF(area.right() - column, area.bottom() - scale_height, column, scale_height);
      return;
    }
    const double high = std::min(height_of_chart(), area.height() - legend - scale_height - 2 * part_gap);
    if (high > least_chart_share * height_of_chart()) {
      set_chart(QRectF(area.topLeft(), QSizeF(area.width(), high)));
      map.legend = area.adjusted(0, high + part_gap, 0, -scale_height - part_gap);
    } else {
      const bool chart = set_chart(area.adjusted(0, 0, -column - gutter, -scale_height - part_gap));
      map.legend = area.adjusted(chart ? column + gutter : 0, 0, 0, chart ? 0 : -scale_height - part_gap);
    }
    map.scale = QRectF(area.left(), area.bottom() - scale_height, column, scale_height);
  }

  static double half_of(const QRectF& body) { return std::round((body.width() - gutter) / 2); }

  /// The map of an upright page with signs, legend and scale in their places, and what is left between them.
  struct UprightMap {
    SheetMap map;
    QRectF middle;
  };
  UprightMap upright_map_of(const QRectF& body, double height) const {
    SheetMap map = map_in(QRectF(body.topLeft(), QSizeF(body.width(), std::round(height))));
    const LegendHeights legend = legend_heights(map, body.width(), half_of(body), language());
    if (legend.signs > 0) map.signs = QRectF(body.left(), map.box.bottom() + signs_gap, body.width(), legend.signs);
    // Two columns hold more than half of what one does, but a part of a few rows is not cut in two.
    constexpr double few_rows = 100;
    const double strip = std::max(legend.ground * 0.6, std::min(legend.ground, few_rows));
    QRectF middle = set_strip(map, body, std::clamp(strip, scale_height, body.height() * 0.2));
    middle.setTop(map.box.bottom() + signs_gap + legend.signs + part_gap);
    return {std::move(map), middle};
  }

  /// Legend and scale at the foot of an area; returns what is left above them.
  static QRectF set_strip(SheetMap& map, const QRectF& area, double height) {
    const QRectF strip(area.left(), area.bottom() - height, area.width(), height);
    const double scale = std::max(least_scale, strip.width() * 0.22);
    map.legend = strip.adjusted(0, 0, -scale - strip.width() * 0.05, 0);
    map.scale = QRectF(strip.right() - scale, strip.bottom() - scale_height, scale, scale_height);
    return area.adjusted(0, 0, 0, -height - part_gap);
  }

  double height_of_figures(double width) const {
    const double facts = height_of_facts(fact_rows(content_.profile, plan_, id_), width, true) + part_gap;
    return results_.empty() ? facts : facts + height_of_facts(results_, width, true) + part_gap;
  }

  /// How high table and figures are beside each other, with a chart of this height under the lower of them.
  double height_of_middle(double half, double chart) const {
    const double table = table_height(half, all_rows);
    const double figures = height_of_figures(half);
    return std::max(std::max(table, figures), std::min(table, figures) + chart);
  }

  /// The map is as high as what stands below leaves it, the chart gives way first. What doesn't fit below the lowest
  /// map goes on on the next page, and the map stays as it usually is.
  UprightMap fitted_upright_map(const QRectF& body) const {
    const double chart = height_of_chart();
    const UprightMap usual = upright_map_of(body, body.height() * upright_map);
    for (const double wanted : {chart, std::min(chart, least_height_of_chart()), 0.0}) {
      const double needed = std::ceil(height_of_middle(half_of(body), wanted)) + 1;
      const double height = usual.map.box.height() + usual.middle.height() - needed;
      if (height < body.height() * least_upright_map) continue;
      UprightMap fitted = upright_map_of(body, std::floor(std::min(height, body.height() * most_upright_map)));
      // A map of another scale may have more to explain.
      if (fitted.middle.height() < needed)
        fitted = upright_map_of(body, std::floor(fitted.map.box.height() + fitted.middle.height() - needed));
      if (fitted.middle.height() >= needed) return fitted;
    }
    return usual;
  }

  /// Map and signs above, the table beside the figures, and a strip with legend and scale at the foot.
  void upright(const QRectF& body) {
    auto [map, middle] = fitted_upright_map(body);
    set_middle(middle);
    page().maps.push_back(std::move(map));
  }

  /// A city's map is often no wider than high: one half of the page is enough for it; in the other figures and chart
  /// stand beside the legend, the measures below. False: that doesn't hold everything.
  bool halves(const QRectF& body) {
    const double half = half_of(body);
    const QRectF left = body.adjusted(0, 0, -half - gutter, 0), right = body.adjusted(half + gutter, 0, 0, 0);
    const double column = half_of(right);
    const LegendHeights legend = legend_heights(map_in(left), half, column, language());
    const double table = table_height(half, all_rows) - rest_line;
    const double figures = height_of_figures(column), beside = std::ceil(legend.ground) + scale_height;
    const double least = std::max(figures + std::min(least_height_of_chart(), height_of_chart()), beside);
    if (in_parts(table_, half).size() > 1 || least + table > right.height()) return false;
    const double top = std::min(right.height() - table, std::max(figures + height_of_chart(), beside));
    SheetMap map = map_in(left.adjusted(0, 0, 0, legend.signs > 0 ? -legend.signs - signs_gap : 0));
    if (legend.signs > 0) map.signs = QRectF(left.left(), map.box.bottom() + signs_gap, half, legend.signs);
    SheetSetter setter(page(), {right.left(), right.top(), column, top});
    set_figures(setter, right.bottom());
    set_chart({right.left(), setter.y(), column, right.top() + top - setter.y()});
    map.legend = QRectF(right.right() - column, right.top(), column, top - scale_height);
    map.scale = QRectF(right.right() - column, right.top() + top - scale_height, column, scale_height);
    set_table({right.left(), right.top() + top, half, table + rest_line});
    page().maps.push_back(std::move(map));
    return true;
  }

  /// The table beside the figures, and the chart.
  void set_middle(const QRectF& middle) {
    const double half = half_of(middle);
    const QRectF left = middle.adjusted(0, 0, -half - gutter, 0);
    const double table_bottom = set_table(left);
    SheetSetter setter(page(), middle.adjusted(half + gutter, 0, 0, 0));
    set_figures(setter, middle.bottom());
    // Where more is left.
    const double top_left = std::min(table_bottom, middle.bottom()), top_right = std::min(setter.y(), middle.bottom());
    set_chart(top_left < top_right ? QRectF(left.left(), top_left, half, middle.bottom() - top_left)
                                   : QRectF(setter.area().left(), top_right, half, middle.bottom() - top_right));
  }

  QString table_title() const {
    return district_ ? sheet_words(text("Measures here")) : sheet_words(text("Measures for the whole city"));
  }

  /// As high as it has to be, so that the map takes the rest.
  double table_height(double width, double most) const {
    if (measures_.empty()) return 0;
    SheetTable table = in_parts(table_, width).front();
    table.widen(width);
    double height = part_gap + SheetSetter::height_of_head(table, table_title());
    for (std::size_t row = 0; row < table.rows() && height + table.height(row) + rest_line < most; ++row)
      height += table.height(row);
    return height + rest_line;
  }

  /// Rows that fit; how many come on the next page is said. Returns where it ends.
  double set_table(const QRectF& area) {
    if (measures_.empty() || area.height() < 60) return area.top();
    SheetTable table = in_parts(table_, area.width()).front();
    table.widen(area.width());
    SheetSetter setter(page(), area.adjusted(0, part_gap, 0, -rest_line + 0.5));
    setter.table_head(table, table_title());
    next_row_ = setter.table_rows(table, 0);
    const auto rest = std::ssize(measures_) - static_cast<std::int64_t>(next_row_);
    if (rest > 0)
      setter.set({area.left(), setter.y() + 2},
                 sheet_words(text_n(rest, "One more on the next page", "{1} more on the next page", rest)),
                 map_font(sheet_pixels - 1), palette(Theme::light).quiet, area.width());
    return setter.y() + (rest > 0 ? rest_line : 0) + part_gap;
  }

  void set_figures(SheetSetter& setter, double bottom) {
    set_facts(setter, sheet_words(text("In figures")), fact_rows(content_.profile, plan_, id_));
    setter.gap(part_gap);
    const double width = setter.area().width();
    while (next_result_ < results_.size()) {
      const std::vector<FactRow> shown(results_.begin(),
                                       results_.begin() + static_cast<std::ptrdiff_t>(next_result_) + 1);
      if (setter.y() + height_of_facts(shown, width, true) > bottom) break;
      ++next_result_;
    }
    if (next_result_ == 0) return;
    set_facts(setter, sheet_words(text("What the analyses found")),
              {results_.begin(), results_.begin() + static_cast<std::ptrdiff_t>(next_result_)});
    setter.gap(part_gap);
  }

  /// Title and axis of the chart, and where ages come from that nobody expects beside official figures.
  double around_ages() const { return content_.profile.ages_of_cells ? 78 : 44; }

  /// As low as all its rows stand one below the other: half an age structure would be none.
  double least_height_of_chart() const {
    return std::max(least_chart, around_ages() + 13.5 * static_cast<double>(content_.profile.ages.size()));
  }

  /// As high as it likes to be; 0: there is none.
  double height_of_chart() const {
    return ages_chart(content_.profile, id_) ? around_ages() + 19 * static_cast<double>(content_.profile.ages.size())
                                             : 0;
  }

  /// False: there is none, or no room for it.
  bool set_chart(const QRectF& room) {
    std::optional<Chart> chart = ages_chart(content_.profile, id_);
    if (!chart || room.height() < least_height_of_chart()) return false;
    const double height = std::min(room.height(), height_of_chart());
    page().charts.push_back({QRectF(room.topLeft(), QSizeF(room.width(), height)), *chart});
    return true;
  }

  /// What found no room on the first page; for councils everything about the measures.
  void go_on() {
    const SheetHead head{head_.above, sheet_words(text("{1}: further", head_.title.toStdString())), {}};
    QRectF room;
    const bool told = !for_council() || tells_all_;
    if (next_row_ < measures_.size() || (!told && !measures_.empty())) {
      FindingTable table = told ? table_ : full_measures_table(measures_, content_, id_);
      if (!told && district_) add_sum(table);
      room = flow_table(pages_, content_, head, table, told ? next_row_ : 0, table_title());
    }
    const std::vector<FactRow> rest(results_.begin() + static_cast<std::ptrdiff_t>(next_result_), results_.end());
    room.adjust(0, part_gap, 0, 0);
    if (room.height() < height_of_facts(rest, room.width(), true)) room = QRectF();
    for (std::size_t row = 0; row < rest.size(); room = QRectF()) {
      if (room.isEmpty()) {
        pages_.push_back(new_page(plan_.sheets));
        room = set_head(page(), content_, head);
      }
      SheetSetter setter(page(), room);
      std::vector<FactRow> shown;
      for (; row < rest.size(); ++row) {
        shown.push_back(rest[row]);
        if (shown.size() > 1 &&
            setter.y() + height_of_facts(shown, setter.area().width(), true) > setter.area().bottom()) {
          shown.pop_back();
          break;
        }
      }
      set_facts(setter, sheet_words(text("What the analyses found")), shown);
    }
  }

  static constexpr double rest_line = 18;

  const SheetContent& content_;
  const Plan& plan_;
  const District* district_;  ///< nullptr: the city
  Id id_;
  SheetHead head_;
  std::vector<LocalMeasure> measures_;
  FindingTable table_;      ///< of the measures, as on the first page
  bool tells_all_ = false;  ///< for councils: it is the full one
  std::vector<FactRow> results_;
  std::vector<SheetPage> pages_;
  std::size_t next_row_ = 0;
  std::size_t next_result_ = 0;
};

}  // namespace

std::vector<SheetPage> lay_out_district(const SheetContent& content, Id district) {
  return DistrictSheet(content, district).lay_out();
}

}  // namespace smile::layers
