#include "layers/sheet_parts.h"

#include <QFontMetricsF>
#include <algorithm>
#include <map>

#include "gis/plan/fields.h"
#include "gis/plan/pursued.h"
#include "gis/words/numbers.h"
#include "layers/ages_chart.h"
#include "layers/furniture.h"
#include "layers/label.h"
#include "layers/page.h"
#include "layers/page_parts.h"

namespace smile::layers {
namespace {

constexpr double fact_line = 14, fact_gap = 4;
constexpr double here_width = 86, city_width = 82;
constexpr double largest_logo_width = 150, largest_logo_height = 46;
constexpr double foot_line = 12.5;
constexpr double beside_gap = 36;  ///< between the columns that a narrow table is set in

QFont fact_font() {
  return map_font(11);
}

bool with_city(const std::vector<FactRow>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const FactRow& row) { return !row.city.isEmpty(); });
}

double name_width(const std::vector<FactRow>& rows, double width) {
  return width - here_width - (with_city(rows) ? city_width : 0) - 8;
}

double fact_height(const FactRow& row, double room) {
  return fact_line * static_cast<double>(folded(row.name, fact_font(), room).size()) + fact_gap;
}

/// Returns how much of the title's width it takes.
double set_logo(SheetPage& page, const SheetContent& content, const QRectF& inner) {
  page.logo = logo_of(content.plan->sheets);
  if (page.logo.isNull()) return 0;
  const QSizeF size = QSizeF(page.logo.size()).scaled(largest_logo_width, largest_logo_height, Qt::KeepAspectRatio);
  page.logo_box = QRectF(QPointF(inner.right() - size.width(), inner.top() + 12), size);
  return size.width() + 24;
}

FindingColumn column_of(Text name, std::vector<std::string> words) {
  FindingColumn column;
  column.name = std::move(name);
  column.words = std::move(words);
  return column;
}

std::string field_words(const Measure& measure, const Plan& plan, const char* key) {
  const MeasureField& field = *find_field(key);
  return format_value(language(), field, field.get(measure), plan.currency);
}

std::string time_words(const Measure& measure) {
  const std::string start = measure.start ? format_date(language(), *measure.start) : std::string();
  const std::string end = measure.end ? format_date(language(), *measure.end) : std::string();
  if (end.empty()) return start.empty() ? std::string() : str(text("from {1}", start));
  return start == end ? start : start + " – " + end;
}

/// By measure: the districts it lies in.
std::map<Id, std::string> places_in_words(const CityProfile& profile, const Plan& plan) {
  std::map<Id, std::string> places;
  const auto add = [&](Id measure, const std::string& name) {
    std::string& names = places[measure];
    names += (names.empty() ? "" : ", ") + name;
  };
  for (const DistrictFigures& row : profile.figures.districts)
    if (const auto here = profile.measures.find(row.district); here != profile.measures.end())
      for (const LocalMeasure& local : here->second) add(local.measure->id, find_district(plan, row.district)->name);
  for (const MeasurePtr& measure : plan.measures)
    if (measure->location.placement == Placement::none)
      add(measure->id, str(text("without a place yet")));
    else if (measure->location.placement != Placement::city && !places.contains(measure->id))
      add(measure->id, str(text("outside")));
  if (const auto city = profile.measures.find(0); city != profile.measures.end())
    for (const LocalMeasure& local : city->second) add(local.measure->id, str(text("whole city")));
  return places;
}

double page_width(const SheetContent& content) {
  return inner_of(new_page(content.plan->sheets)).width();
}

/// A column nobody said anything for is left out.
void add_if_said(FindingTable& table, Text name, std::vector<std::string> words) {
  const bool said = std::any_of(words.begin(), words.end(), [](const std::string& word) { return !word.empty(); });
  if (said) table.columns.push_back(column_of(std::move(name), std::move(words)));
}

/// The narrowest width that needs no more lines than this one: no last line of one word.
double balanced(const QString& words, const QFont& font, double width) {
  const auto lines = folded(words, font, width).size();
  if (lines < 2) return width;
  double low = width / static_cast<double>(lines), high = width;
  while (high - low > 4) (folded(words, font, (low + high) / 2).size() > lines ? low : high) = (low + high) / 2;
  return high;
}

template <class Words>
std::vector<std::string> of_each(const std::vector<LocalMeasure>& measures, Words words) {
  std::vector<std::string> all;
  for (const LocalMeasure& local : measures) all.push_back(words(*local.measure));
  return all;
}

std::string field_and_lead(const Measure& measure) {
  if (measure.field_of_action.empty() || measure.lead.empty()) return measure.field_of_action + measure.lead;
  return measure.field_of_action + "; " + measure.lead;
}

enum class MoreColumns { none, all, shared };
enum class Places { said, known };  ///< known: the page is that of their district

void add_more(FindingTable& table, const std::vector<LocalMeasure>& measures, const SheetContent& content,
              MoreColumns more, Places where) {
  if (more == MoreColumns::none) return;
  std::map<Id, std::string> places = places_in_words(content.profile, *content.plan);
  if (where == Places::said)
    add_if_said(table, text("Where"), of_each(measures, [&](const Measure& measure) { return places[measure.id]; }));
  if (more == MoreColumns::shared) {
    add_if_said(table, text("Field of action; lead"), of_each(measures, field_and_lead));
  } else {
    add_if_said(table, text("Field of action"),
                of_each(measures, [](const Measure& measure) { return measure.field_of_action; }));
    add_if_said(table, text("Lead"), of_each(measures, [](const Measure& measure) { return measure.lead; }));
  }
  add_if_said(table, text("Time"), of_each(measures, time_words));
}

/// Of what lies here; nothing where nobody said it, or where the measure is rejected: the column can be added up.
std::optional<double> cost_here(const LocalMeasure& local) {
  const auto& likely = local.measure->cost.likely;
  if (!likely || !is_pursued(*local.measure)) return std::nullopt;
  return static_cast<double>(likely->cents) / 100 * local.share;
}

FindingTable table_of(const std::vector<LocalMeasure>& measures, const SheetContent& content, MoreColumns more,
                      Places where) {
  const Plan& plan = *content.plan;
  FindingTable table;
  FindingColumn costs = column_of(text("Likely costs, {1}", plan.currency), {});
  std::vector<std::string> titles;
  for (const LocalMeasure& local : measures) {
    titles.push_back(title_in_words(local));
    costs.figures.push_back(cost_here(local));
    table.measures.push_back(local.measure->id);
  }
  table.columns = {column_of(text("No."), of_each(measures, [](const Measure& measure) { return measure.number; })),
                   column_of(text("Measure"), std::move(titles))};
  add_more(table, measures, content, more, where);
  add_if_said(table, text("Phase"),
              of_each(measures, [&](const Measure& measure) { return field_words(measure, plan, "phase"); }));
  table.columns.push_back(std::move(costs));
  return table;
}

}  // namespace

SheetPage new_page(const SheetSettings& settings) {
  SheetPage page;
  page.zoom = settings.a3 ? 1.2 : 1;
  const QSizeF across = settings.a3 ? QSizeF(420, 297) : QSizeF(297, 210);
  page.size = (settings.portrait ? across.transposed() : across) * pixels_per_mm / page.zoom;
  page.colours = sheet_colours(settings);
  return page;
}

QRectF inner_of(const SheetPage& page) {
  const double margin = sheet_margin_mm * pixels_per_mm / page.zoom;
  return QRectF(QPointF(), page.size).adjusted(margin, margin, -margin, -margin);
}

QString participation_words(Participation participation) {
  switch (participation) {
    case Participation::inform:
      return sheet_words(text("Information: we tell you what is planned."));
    case Participation::consult:
      return sheet_words(text("Consultation: we ask what you think before it is decided."));
    case Participation::involve:
      return sheet_words(text("Involvement: your concerns go into the alternatives that are worked out."));
    case Participation::collaborate:
      return sheet_words(text("Collaboration: we work out with you what is to be decided."));
    case Participation::empower:
      return sheet_words(text("Decision: what you decide is carried out."));
    case Participation::none:
      break;
  }
  return {};
}

QRectF set_head(SheetPage& page, const SheetContent& content, const SheetHead& head) {
  const Palette& colours = palette(Theme::light);
  const QRectF inner = inner_of(page);
  const double logo = set_logo(page, content, inner);
  SheetSetter setter(page, inner, inner.top() + 11);
  setter.paragraph(head.above, map_font(11), colours.quiet, 15, logo);
  int pixels = title_pixels;
  while (pixels > 13 && folded(head.title, map_font(pixels, QFont::Bold), inner.width() - logo).size() > 2) pixels -= 2;
  setter.paragraph(head.title, map_font(pixels, QFont::Bold), colours.label, pixels * 1.25, logo);
  if (!head.message.isEmpty()) {
    const QFont font = map_font(14);
    setter.paragraph(head.message, font, colours.label, 19,
                     inner.width() - balanced(head.message, font, inner.width() - logo));
  }
  const QString participation = participation_words(content.plan->sheets.participation);
  if (!participation.isEmpty()) setter.paragraph(participation, map_font(11, QFont::Bold), colours.quiet, 15, logo);
  double bottom = setter.y();
  if (!page.logo.isNull()) bottom = std::max(bottom, page.logo_box.bottom());
  page.title = QRectF(inner.left(), inner.top(), inner.width(), bottom - inner.top());
  return {inner.left(), bottom + 12, inner.width(), inner.bottom() - sheet_foot_height - bottom - 12};
}

void set_foot(SheetPage& page, const SheetContent& content, int number, int all, int sources_page) {
  const QColor ink = palette(Theme::light).quiet;
  const QFont font = map_font(9);
  const QRectF inner = inner_of(page);
  SheetSetter setter(page, inner, inner.bottom() - sheet_foot_height + 6);
  setter.rule(inner.width());
  setter.gap(4);
  QString right = sheet_words(text("Page {1} of {2}", number, all));
  if (const auto date = state_of(*content.plan))
    right = sheet_words(text("As of {1}", format_date(language(), *date))) + QStringLiteral(" · ") + right;
  const QRectF box = setter.set({inner.left(), setter.y()}, right, font, ink, inner.width(), true);
  const double room = inner.right() - box.left() + 24;
  const QString schematic = schematic_line(*content.plan, language());
  if (!schematic.isEmpty()) setter.paragraph(schematic, map_font(9, QFont::Bold), ink, foot_line, room);
  const QString sources = source_line(*content.plan, language());
  if (sources.isEmpty()) return;
  QString line = sheet_words(text("Sources: {1}", sources.toStdString()));
  const qsizetype most = schematic.isEmpty() ? 3 : 2;
  if (sources_page > 0 && folded(line, font, inner.width() - room).size() > most)
    line = sheet_words(text("Sources: see page {1}", sources_page));
  setter.paragraph(line, font, ink, foot_line, room);
}

std::vector<FactRow> fact_rows(const CityProfile& profile, const Plan& plan, Id district) {
  std::vector<FactRow> rows;
  for (const KeyFigure& key : key_figures(profile, plan, district))
    rows.push_back({sheet_words(key.name), sheet_words(figure_in_words(language(), key, key.here)),
                    district == 0 ? QString() : sheet_words(figure_in_words(language(), key, key.city))});
  return rows;
}

std::vector<FactRow> result_rows(const std::vector<DistrictResult>& results) {
  std::vector<FactRow> rows;
  for (const DistrictResult& result : results) {
    QString figure = sheet_words(result.figure);
    if (result.here.find('%') != std::string::npos && figure.endsWith(QStringLiteral(", %"))) figure.chop(3);
    QString name = sheet_words(result.finding->name) + QStringLiteral(": ") + figure;
    if (result.of_parts) name += QStringLiteral(" (") + sheet_words(text("least to most of its parts")) + u')';
    if (result.outdated) name += QStringLiteral(" (") + sheet_words(text("outdated")) + QStringLiteral(")");
    rows.push_back({name, sheet_words(result.here), sheet_words(result.city)});
  }
  return rows;
}

double height_of_facts(const std::vector<FactRow>& rows, double width, bool titled) {
  double height = titled ? 20 : 0;
  for (const FactRow& row : rows) height += fact_height(row, name_width(rows, width));
  return height;
}

void set_facts(SheetSetter& setter, const QString& title, const std::vector<FactRow>& rows) {
  const Palette& colours = palette(Theme::light);
  const double left = setter.area().left(), width = setter.area().width();
  const double names = name_width(rows, width);
  const double here = left + names + 8;
  setter.set({left, setter.y()}, title, map_font(12, QFont::Bold), colours.label, names);
  if (with_city(rows)) {
    setter.set({here, setter.y() + 1}, sheet_words(text("here")), map_font(10), colours.quiet, here_width, true);
    setter.set({here + here_width, setter.y() + 1}, sheet_words(text("city")), map_font(10), colours.quiet, city_width,
               true);
  }
  setter.gap(17);
  setter.rule(width);
  setter.gap(3);
  for (const FactRow& row : rows) {
    double y = setter.y();
    setter.set({here, y - 1}, row.here, map_font(12, QFont::Bold), colours.label, here_width, true);
    if (!row.city.isEmpty()) setter.set({here + here_width, y}, row.city, fact_font(), colours.quiet, city_width, true);
    for (const QString& line : folded(row.name, fact_font(), names)) {
      setter.set({left, y}, line, fact_font(), colours.label, names);
      y += fact_line;
    }
    setter.gap(fact_height(row, names));
  }
}

FindingTable measures_table(const std::vector<LocalMeasure>& measures, const SheetContent& content) {
  return table_of(measures, content, MoreColumns::none, Places::known);
}

FindingTable full_measures_table(const std::vector<LocalMeasure>& measures, const SheetContent& content, Id district) {
  const Places where = district != 0 ? Places::known : Places::said;
  FindingTable table = table_of(measures, content, MoreColumns::all, where);
  FindingTable shared = table_of(measures, content, MoreColumns::shared, where);
  const std::vector<SheetTable> parts = in_parts(table, page_width(content));
  const bool narrow =
      parts.size() > 1 || parts.front().height() > 1.25 * in_parts(shared, page_width(content)).front().height();
  return narrow ? shared : table;
}

void add_total(FindingTable& table, std::string name, Money costs) {
  table.total = true;
  table.measures.push_back(0);
  for (FindingColumn& column : table.columns)
    if (column.figures.empty()) column.words.emplace_back();
  table.columns[1].words.back() = std::move(name);
  table.columns.back().figures.emplace_back(static_cast<double>(costs.cents) / 100);
}

std::optional<Chart> ages_chart(const CityProfile& profile, Id district) {
  const auto people = profile.people_by_age.find(district);
  if (people == profile.people_by_age.end() || profile.ages.empty()) return std::nullopt;
  BarChart chart = ages_chart(profile.ages, people->second);
  // Beside official figures nobody expects others.
  if (profile.ages_of_cells) chart.head.source = profile.ages_from;
  return chart;
}

QRectF flow_table(std::vector<SheetPage>& pages, const SheetContent& content, const SheetHead& head,
                  const FindingTable& table, std::size_t first, const QString& title) {
  QRectF left;
  constexpr double wide = 0.6;  // of the page: the rest goes to the words, so that they need fewer lines
  for (SheetTable& part : in_parts(table, page_width(content))) {
    if (part.width() > wide * page_width(content)) part.widen(page_width(content));
    for (std::size_t row = first; row < part.rows();) {
      pages.push_back(new_page(content.plan->sheets));
      QRectF area = set_head(pages.back(), content, head);
      // What is narrow goes on beside itself before it takes a further page.
      for (bool first_column = true; row < part.rows() && (first_column || part.width() <= area.width());
           first_column = false) {
        SheetSetter setter(pages.back(), area);
        setter.table_head(part, title);
        row = std::max(setter.table_rows(part, row), row + 1);  // a row higher than a page can't be set
        left = setter.area();
        left.setTop(setter.y());
        area.setLeft(area.left() + part.width() + beside_gap);
      }
    }
  }
  return left;
}

}  // namespace smile::layers
