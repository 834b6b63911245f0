#include "layers/district_sheet.h"

#include <algorithm>
#include <cmath>

#include "gis/words/numbers.h"
#include "layers/label.h"
#include "layers/sheet_map.h"

namespace smile::layers {
namespace {

constexpr double gutter = 22, part_gap = 14;
constexpr double scale_height = 44, signs_gap = 8;
constexpr double least_chart = 104;
constexpr double least_map = 0.42;  // of the height there is: a table that would leave less goes on on the next page

class DistrictSheet {
public:
  DistrictSheet(const SheetContent& content, Id district)
      : content_(content), plan_(*content.plan), district_(find_district(plan_, district)), id_(district) {
    const auto found = content.profile.measures.find(id_);
    if (found != content.profile.measures.end()) measures_ = found->second;
    table_ = measures_table(measures_, content_, false);
    results_ = result_rows(results_in(plan_, id_));
  }

  std::vector<SheetPage> lay_out() {
    pages_.push_back(new_page(plan_.sheets));
    page().bookmark = title();
    const QRectF body = set_head(page(), content_, {above(), title(), message()});
    if (body.width() > body.height())
      across(body);
    else
      upright(body);
    go_on();
    return std::move(pages_);
  }

private:
  SheetPage& page() { return pages_.back(); }
  bool for_council() const { return plan_.sheets.for_whom == SheetTemplate::council; }

  QString title() const {
    if (district_) return sheet_words(district_->name);
    return sheet_words(plan_.sheets.city.empty() ? str(text("The whole city")) : plan_.sheets.city);
  }

  QString above() const {
    QStringList parts;
    if (district_ && !plan_.sheets.city.empty()) parts << sheet_words(plan_.sheets.city);
    parts << sheet_words(plan_.title);
    if (district_)
      if (const District* parent = find_district(plan_, district_->parent)) parts << sheet_words(parent->name);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
  }

  QString message() const {
    if (plan_.measures.empty()) return sheet_words(text("No measure is proposed yet."));
    const auto found = content_.profile.measures.find(0);
    const std::int64_t for_city = found == content_.profile.measures.end() ? 0 : std::ssize(found->second);
    const std::string costs = costs_here();
    if (!district_) {
      const auto all = std::ssize(plan_.measures);
      const Text sentence = costs.empty() ? text_n(all, "One measure is proposed.", "{1} measures are proposed.", all)
                                          : text_n(all, "One measure is proposed, for about {2}.",
                                                   "{1} measures are proposed, together for about {2}.", all, costs);
      return sheet_words(sentence);
    }
    const auto here = std::ssize(measures_);
    QStringList sentences{here == 0 ? sheet_words(text("No measure is proposed here alone."))
                                    : sheet_words(text_n(here, "One measure is proposed here.",
                                                         "{1} measures are proposed here.", here))};
    if (for_city > 0)
      sentences << sheet_words(text_n(for_city, "One is for the whole city.", "{1} are for the whole city.", for_city));
    if (!costs.empty()) sentences << sheet_words(text("Costs of about {1} fall on this district.", costs));
    if (!ground().whole) sentences << sheet_words(text("A part of the district lies outside of the map."));
    return sentences.join(u' ');
  }

  /// "": none.
  std::string costs_here() const {
    Money cost = content_.profile.cost;
    for (const DistrictFigures& row : content_.profile.figures.districts)
      if (district_ && row.district == id_) cost = row.cost;
    if (cost.cents <= 0) return {};
    return format_rough_money(language(), cost.cents, plan_.currency);
  }

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
    return own;
  }

  SheetMap map_in(const QRectF& box) const {
    SheetMap map = map_of(map_plan(), content_.layers, id_, ground().box, box, pages_.back().zoom, language());
    map.folder = content_.folder;
    return map;
  }

  /// Map, signs and table on the left, figures on the right; there chart and legend beside each other.
  void across(const QRectF& body) {
    const double facts = std::round(body.width() * (content_.profile.ages.empty() ? 0.33
                                                    : for_council()               ? 0.40
                                                                                  : 0.37));
    const QRectF left = body.adjusted(0, 0, -facts - gutter, 0);
    const QRectF right = body.adjusted(body.width() - facts, 0, 0, 0);
    const double column = std::round((facts - gutter) / 2);
    const double table = district_ ? table_height(left) : 0;
    const double signs = legend_heights(map_in(left), left.width(), column, language()).signs;
    SheetMap map = map_in(left.adjusted(0, 0, 0, -table - signs - (signs > 0 ? signs_gap : 0)));
    if (signs > 0) map.signs = QRectF(left.left(), map.box.bottom() + signs_gap, left.width(), signs);
    if (table > 0) set_table({left.left(), left.bottom() - table, left.width(), table});
    SheetSetter setter(page(), right);
    set_figures(setter, right.bottom() - least_chart - scale_height - 2 * part_gap);
    const QRectF below(right.left(), setter.y(), facts, right.bottom() - setter.y());
    const bool chart = set_chart(below.adjusted(0, 0, -column - gutter, -scale_height - part_gap));
    map.legend = below.adjusted(chart ? column + gutter : 0, 0, 0, chart ? 0 : -scale_height - part_gap);
    map.scale = QRectF(below.left(), below.bottom() - scale_height, column, scale_height);
    page().maps.push_back(std::move(map));
  }

  /// Map and signs above, the table beside the figures, and a strip with legend and scale at the foot.
  void upright(const QRectF& body) {
    const double half = std::round((body.width() - gutter) / 2);
    const double map_height = std::round(body.height() * 0.4);
    SheetMap map = map_in(QRectF(body.topLeft(), QSizeF(body.width(), map_height)));
    const LegendHeights legend = legend_heights(map, body.width(), half, language());
    if (legend.signs > 0) map.signs = QRectF(body.left(), map.box.bottom() + signs_gap, body.width(), legend.signs);
    const double strip_height = std::clamp(legend.ground * 0.6, scale_height, body.height() * 0.2);
    const QRectF strip(body.left(), body.bottom() - strip_height, body.width(), strip_height);
    map.legend = strip.adjusted(0, 0, -strip.width() * 0.27, 0);
    map.scale =
        QRectF(strip.right() - strip.width() * 0.22, strip.bottom() - scale_height, strip.width() * 0.22, scale_height);
    const double top = map.box.bottom() + signs_gap + legend.signs;
    const QRectF middle(body.left(), top + part_gap, body.width(), strip.top() - top - 2 * part_gap);
    const QRectF left = middle.adjusted(0, 0, -half - gutter, 0);
    const double table_bottom = district_ ? set_table(left) : left.top();
    SheetSetter setter(page(), middle.adjusted(half + gutter, 0, 0, 0));
    set_figures(setter, middle.bottom());
    // Where more is left.
    const double top_left = std::min(table_bottom, middle.bottom()), top_right = std::min(setter.y(), middle.bottom());
    set_chart(top_left < top_right ? QRectF(left.left(), top_left, half, middle.bottom() - top_left)
                                   : QRectF(setter.area().left(), top_right, half, middle.bottom() - top_right));
    page().maps.push_back(std::move(map));
  }

  QString table_title() const {
    return district_ ? sheet_words(text("Measures here")) : sheet_words(text("Measures for the whole city"));
  }

  /// As high as it has to be, so that the map takes the rest.
  double table_height(const QRectF& area) const {
    if (measures_.empty()) return 0;
    SheetTable table = in_parts(table_, area.width()).front();
    table.widen(area.width());
    const double most = area.height() * (1 - least_map);
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
    const auto rest = static_cast<std::int64_t>(table.rows() - next_row_);
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

  /// False: there is none, or no room for it.
  bool set_chart(const QRectF& room) {
    std::optional<Chart> chart = ages_chart(content_.profile, id_);
    if (!chart || room.height() < least_chart) return false;
    const double rows = 44 + 19 * static_cast<double>(content_.profile.ages.size());
    page().charts.push_back({QRectF(room.topLeft(), QSizeF(room.width(), std::min(room.height(), rows))), *chart});
    return true;
  }

  /// What found no room on the first page; for councils everything about the measures.
  void go_on() {
    const SheetHead head{above(), sheet_words(text("{1}: further", title().toStdString())), {}};
    if (next_row_ < measures_.size())
      flow_table(pages_, content_, head, measures_table(measures_, content_, for_council()),
                 for_council() ? 0 : next_row_, table_title());
    const std::vector<FactRow> rest(results_.begin() + static_cast<std::ptrdiff_t>(next_result_), results_.end());
    for (std::size_t row = 0; row < rest.size();) {
      pages_.push_back(new_page(plan_.sheets));
      SheetSetter setter(page(), set_head(page(), content_, head));
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
  std::vector<LocalMeasure> measures_;
  FindingTable table_;  ///< of the measures, as on the first page
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
