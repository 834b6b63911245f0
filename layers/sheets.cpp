#include "layers/sheets.h"

#include <algorithm>
#include <map>
#include <set>

#include "gis/intake/layers.h"
#include "gis/jobs/side_by_side.h"
#include "gis/plan/pursued.h"
#include "gis/plan/sources.h"
#include "gis/words/issue.h"
#include "gis/words/numbers.h"
#include "layers/district_sheet.h"
#include "layers/label.h"
#include "layers/page.h"
#include "layers/sheet_map.h"

namespace smile::layers {
namespace {

Id level_of_sheets(const Plan& plan, Id level) {
  if (level == 0) level = plan.style.level;
  if (find_level(plan, level) != nullptr) return level;
  const Level* coarsest = coarsest_level(plan);
  if (coarsest == nullptr)
    throw Error(
        ErrorKind::needs_answer,
        text("The plan has no districts to make sheets of; add them first: smileplaces add PLAN districts FILE."));
  return coarsest->id;
}

QString city_name(const Plan& plan) {
  return sheet_words(plan.sheets.city.empty() ? plan.title : plan.sheets.city);
}

SheetPage cover(const SheetContent& content) {
  const Plan& plan = *content.plan;
  const Palette& colours = palette(Theme::light);
  SheetPage page = new_page(plan.sheets);
  page.bookmark = sheet_words(plan.title);
  const QRectF inner = inner_of(page);
  page.title = QRectF(inner.topLeft(), QSizeF(inner.width(), 4));
  page.logo = logo_of(plan.sheets);
  if (!page.logo.isNull()) {
    const QSizeF size = QSizeF(page.logo.size()).scaled(220, 90, Qt::KeepAspectRatio);
    page.logo_box = QRectF(QPointF(inner.right() - size.width(), inner.top() + 24), size);
  }
  SheetSetter setter(page, inner, inner.top() + 34);
  const double logo = page.logo.isNull() ? 0 : page.logo_box.width() + 30;
  if (!plan.sheets.city.empty()) {
    setter.paragraph(city_name(plan), map_font(16), colours.quiet, 22, logo);
    setter.gap(8);
  }
  int pixels = 40;
  while (pixels > 20 && folded(sheet_words(plan.title), map_font(pixels, QFont::Bold), inner.width() - logo).size() > 3)
    pixels -= 4;
  setter.paragraph(sheet_words(plan.title), map_font(pixels, QFont::Bold), colours.label, pixels * 1.2, logo);
  setter.gap(6);
  const auto districts = std::ssize(content.profile.figures.districts);
  const Level* level = find_level(plan, content.profile.level);
  setter.paragraph(sheet_words(text("Sheets for {1} districts ({2})", districts, level->name)), map_font(16),
                   colours.quiet, 22, logo);
  const QString participation = participation_words(plan.sheets.participation);
  if (!participation.isEmpty()) setter.paragraph(participation, map_font(14, QFont::Bold), colours.label, 22, logo);
  setter.gap(16);
  const QRectF box(inner.left(), setter.y(), inner.width(), inner.bottom() - sheet_foot_height - 8 - setter.y());
  auto quiet = std::make_shared<Plan>(*content.map_plan);
  quiet->style.measure_labels = false;
  SheetMap map = map_of(quiet, content.layers, 0, extent(plan), box, page.zoom, language());
  map.round_scale = 0;
  map.folder = content.folder;
  page.maps.push_back(std::move(map));
  return page;
}

/// A row of the contents; what is not known or not asked there stays empty.
struct ContentsRow {
  std::string name;
  std::optional<double> inhabitants, measures, cost, page;
};

double amount(Money money) {
  return static_cast<double>(money.cents) / 100;
}

/// Nothing where a district's are not known.
std::optional<double> inhabitants_of_all(const std::vector<DistrictFigures>& districts) {
  double sum = 0;
  for (const DistrictFigures& row : districts) {
    if (!row.inhabitants) return std::nullopt;
    sum += *row.inhabitants;
  }
  return sum;
}

/// Districts, then what belongs to none, where there is such, then everything: costs add up to the cent.
std::vector<ContentsRow> rows_of_contents(const SheetContent& content, const std::map<Id, int>& page_of) {
  const FiguresResult& figures = content.profile.figures;
  const auto page = [&](Id district) {
    const auto found = page_of.find(district);
    return found == page_of.end() ? std::nullopt : std::optional<double>(found->second);
  };
  std::vector<ContentsRow> rows;
  for (const DistrictFigures& row : figures.districts)
    rows.push_back({find_district(*content.plan, row.district)->name, row.inhabitants, row.measures - figures.for_city,
                    amount(row.cost), page(row.district)});
  const auto add = [&](Text name, int measures, std::optional<double> cost) {
    if (measures > 0 || cost.value_or(0) > 0) rows.push_back({str(name), {}, measures, cost, {}});
  };
  add(text("for the whole city, costs shared out to the districts"), figures.for_city, {});
  add(text("outside all districts"), figures.outside, amount(figures.outside_cost));
  add(text("without a place yet"), figures.unplaced, amount(figures.unplaced_cost));
  rows.push_back({str(text("Whole city")), inhabitants_of_all(figures.districts),
                  static_cast<double>(cost_of(content.plan->measures).measures), amount(content.profile.cost),
                  page(0)});
  return rows;
}

/// Name, what is counted there, page.
FindingTable table_of_contents(const SheetContent& content, const std::map<Id, int>& page_of) {
  const std::vector<ContentsRow> rows = rows_of_contents(content, page_of);
  FindingTable table;
  table.total = true;
  FindingColumn names;
  names.name = text("District");
  for (const ContentsRow& row : rows) names.words.push_back(row.name);
  table.columns.push_back(std::move(names));
  const auto add = [&](Text name, std::optional<double> ContentsRow::*figure) {
    FindingColumn column;
    column.name = std::move(name);
    for (const ContentsRow& row : rows) column.figures.push_back(row.*figure);
    table.columns.push_back(std::move(column));
  };
  const auto known = [](const ContentsRow& row) { return row.inhabitants.has_value(); };
  if (std::any_of(rows.begin(), rows.end(), known)) add(text("Inhabitants"), &ContentsRow::inhabitants);
  if (!content.plan->measures.empty()) add(text("Measures"), &ContentsRow::measures);
  if (content.profile.cost.cents != 0) add(text("Likely costs, {1}", content.plan->currency), &ContentsRow::cost);
  add(text("Page"), &ContentsRow::page);
  return table;
}

/// A map that names districts by their pages: short enough to stand in the smallest.
PlanPtr plan_of_pages(const SheetContent& content, const std::map<Id, int>& page_of) {
  auto numbered = std::make_shared<Plan>(*content.map_plan);
  numbered->measures.clear();
  for (DistrictPtr& district : numbered->districts) {
    const auto page = page_of.find(district->id);
    if (page == page_of.end()) continue;
    auto named = std::make_shared<District>(*district);
    named->name = std::to_string(page->second);
    district = std::move(named);
  }
  return numbered;
}

/// Where the districts lie, beside the table or in what it leaves free below, wherever they are larger.
void add_overview(SheetPage& page, const SheetContent& content, const std::map<Id, int>& page_of, const QRectF& below) {
  QRectF free = inner_of(page);
  free.setTop(page.title.bottom() + 12);
  free.setBottom(free.bottom() - sheet_foot_height - 8);
  double right = free.left();
  for (const SheetText& one : page.texts)
    if (one.box.top() > page.title.bottom()) right = std::max(right, one.box.right());
  free.setLeft(right + 30);
  const auto metres = [&](const QRectF& box) {
    return fit(extent(*content.plan), box.toRect().size(), 0).metres_per_pixel;
  };
  if (below.height() > 300 && (free.width() < 300 || metres(below) < metres(free)))
    free = below;
  else if (free.width() < 300)
    return;
  SheetMap map =
      map_of(plan_of_pages(content, page_of), content.layers, 0, extent(*content.plan), free, page.zoom, language());
  map.folder = content.folder;
  page.maps.push_back(std::move(map));
}

/// What stands behind the districts.
struct LastPages {
  int measures = 0;  ///< page; 0: none
  int sources = 0;
};

/// Returns what is left below.
QRectF say_below(SheetPage& page, const SheetContent& content, const LastPages& last, const QRectF& below) {
  SheetSetter setter(page, below.adjusted(0, 14, 0, 0));
  const auto say_it = [&](const QString& words, const QColor& ink) {
    const QFont font = map_font(11);
    if (setter.room() > SheetSetter::height_of_paragraph(words, font, setter.area().width(), 15))
      setter.paragraph(words, font, ink, 15);
  };
  const auto page_line = [](Text name, int number) { return sheet_words(text("{1}: page {2}", str(name), number)); };
  const Palette& colours = palette(Theme::light);
  if (last.measures > 0) say_it(page_line(text("All measures"), last.measures), colours.label);
  if (last.sources > 0) say_it(page_line(text("Sources and methods"), last.sources), colours.label);
  setter.gap(6);
  if (!content.plan->measures.empty())
    say_it(sheet_words(text("A measure in several districts is counted in each of them.")), colours.quiet);
  say_it(sheet_words(text("The numbers on the map are pages.")), colours.quiet);
  return below.adjusted(0, setter.y() - below.top(), 0, 0);
}

std::vector<SheetPage> contents(const SheetContent& content, const std::map<Id, int>& page_of, const LastPages& last) {
  std::vector<SheetPage> pages;
  const QString title = sheet_words(text("Contents"));
  const QRectF below =
      flow_table(pages, content, {city_name(*content.plan), title, {}}, table_of_contents(content, page_of), 0, {});
  if (pages.empty()) return pages;
  pages.front().bookmark = title;
  const QRectF free = say_below(pages.back(), content, last, below);
  add_overview(pages.front(), content, page_of, pages.size() == 1 ? free.adjusted(0, 16, 0, 0) : QRectF());
  return pages;
}

/// "61 measures; 2 rejected measures are not counted."
std::string how_many(const CostOfMeasures& pool) {
  std::string words = str(text_n(pool.measures, "{1} measure", "{1} measures", pool.measures));
  if (pool.rejected > 0) words += "; " + str(rejected_in_words(pool.rejected));
  return words;
}

std::vector<SheetPage> all_measures(const SheetContent& content) {
  std::vector<LocalMeasure> all;
  for (const MeasurePtr& measure : content.plan->measures) all.push_back({measure, 1});
  std::vector<SheetPage> pages;
  if (all.empty()) return pages;
  const QString title = sheet_words(text("All measures"));
  FindingTable table = full_measures_table(all, content, 0);
  const CostOfMeasures pool = cost_of(content.plan->measures);
  if (pool.sum.cents != 0) add_total(table, how_many(pool), pool.sum);
  flow_table(pages, content, {city_name(*content.plan), title, {}}, table, 0, {});
  pages.front().bookmark = title;
  return pages;
}

struct Paragraph {
  QString words;
  bool heading = false;
};

/// Where everything comes from and how it was counted.
std::vector<Paragraph> notes_of(const SheetContent& content) {
  const Plan& plan = *content.plan;
  std::vector<Paragraph> notes;
  const auto add = [&](const Text& sentence, bool heading = false) {
    notes.push_back({sheet_words(sentence), heading});
  };
  add(text("Data"), true);
  for (const Source& source : plan.sources) {
    std::string line = what_in_words(plan, source, language());
    for (const std::string& part : {source.holder, source.licence, source.date})
      if (!part.empty()) line += (line.empty() ? "" : ", ") + part;
    notes.push_back({sheet_words(line)});
  }
  for (const std::string& credit : credits_of(plan)) notes.push_back({sheet_words(credit)});
  if (is_schematic(plan)) add(text("Boundaries are schematic, not surveyed."));
  add(text("How it was counted"), true);
  add(content.profile.figures.method);
  add(rejected_in_words(content.profile.figures.rejected));
  if (!content.profile.ages_from.empty()) add(text("Inhabitants by age: {1}.", content.profile.ages_from));
  const Text planar =
      text("Lengths and areas are planar in the plan's coordinate system, EPSG:{1}.", std::to_string(plan.crs.epsg));
  add(planar);
  std::set<std::string> said{str(content.profile.figures.method), str(planar)};  // each sentence once
  for (const FindingPtr& finding : plan.findings) {
    notes.push_back({sheet_words(finding->name), true});
    std::string method;
    for (const Text& sentence : finding->method)
      if (said.insert(str(sentence)).second) method += (method.empty() ? "" : " ") + str(sentence);
    if (method.empty()) method = str(text("Counted as above."));
    notes.push_back({sheet_words(method)});
  }
  std::erase_if(notes, [](const Paragraph& one) { return one.words.isEmpty(); });
  return notes;
}

std::vector<SheetPage> sources(const SheetContent& content) {
  std::vector<SheetPage> pages;
  const QString title = sheet_words(text("Sources and methods"));
  const SheetHead head{city_name(*content.plan), title, {}};
  std::optional<SheetSetter> setter;
  const auto open = [&] {
    pages.push_back(new_page(content.plan->sheets));
    QRectF area = set_head(pages.back(), content, head);
    area.setWidth(std::min(area.width(), 760.0));  // longer lines are hard to follow
    setter.emplace(pages.back(), area);
  };
  open();
  pages.back().bookmark = title;
  for (const Paragraph& one : notes_of(content)) {
    const QFont font = map_font(one.heading ? 12 : 11, one.heading ? QFont::Bold : QFont::Normal);
    const double height = SheetSetter::height_of_paragraph(one.words, font, setter->area().width(), 15);
    if (setter->room() < height + (one.heading ? 40 : 4)) open();
    if (one.heading) setter->gap(6);
    setter->paragraph(one.words, font, palette(Theme::light).label, 15);
    setter->gap(3);
  }
  return pages;
}

std::vector<Id> in_plan_order(const SheetContent& content, const std::vector<Id>& districts) {
  for (const Id id : districts) {
    const District* district = find_district(*content.plan, id);
    if (district == nullptr) throw Error(ErrorKind::not_found, text("The plan has no such district."));
    if (district->level != content.profile.level)
      throw Error(
          ErrorKind::not_found,
          text("“{1}” is no district of the level “{2}” that the sheets are made for; choose the level with it.",
               district->name, find_level(*content.plan, content.profile.level)->name));
  }
  std::vector<Id> ordered;
  for (const DistrictFigures& row : content.profile.figures.districts)
    if (districts.empty() || std::find(districts.begin(), districts.end(), row.district) != districts.end())
      ordered.push_back(row.district);
  return ordered;
}

void append(std::vector<SheetPage>& pages, std::vector<SheetPage> more) {
  std::move(more.begin(), more.end(), std::back_inserter(pages));
}

/// Notes on which of them each district begins.
std::vector<SheetPage> pages_of_districts(const SheetContent& content, const std::vector<Id>& districts,
                                          std::map<Id, std::size_t>& begin_of, const Progress& progress) {
  std::vector<SheetPage> pages;
  for (const Id district : districts) {
    progress.check();
    progress.report(text("Laying out the pages"),
                    static_cast<double>(begin_of.size()) / static_cast<double>(districts.size()));
    begin_of[district] = pages.size();
    std::vector<SheetPage> more = lay_out_district(content, district);
    for (SheetPage& page : more) page.district = district;
    append(pages, std::move(more));
  }
  return pages;
}

CityProfile counted_profile(const Plan& plan, const PlanPlace& place, Id level, Issues& issues,
                            const Progress& progress) {
  std::optional<People> people;
  if (const MapLayer* layer = population_layer(plan)) {
    try {
      people = people_of(*layer, *load_layer(*layer, plan, place, progress));
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::cancelled) throw;
      issues.push_back(missing_layer(*layer, error.sentence()));
    }
  }
  return city_profile(plan, level, people ? &*people : nullptr, progress);
}

}  // namespace

SheetContent sheet_content(const PlanPtr& plan, const PlanPlace& place, Id level, const Progress& progress) {
  load_fonts();
  SheetContent content;
  content.plan = plan;
  level = level_of_sheets(*plan, level);
  content.map_plan = plan_of_sheets(*plan, level);
  content.folder = place.folder();
  LoadedLayers loaded;
  Issues people_issues;
  const Progress silent(progress.stop_token(), {});  // the reading of layers has a lot to say
  side_by_side(2, [&](std::size_t i) {
    if (i == 0)
      loaded = load_layers(*content.map_plan, place, progress);
    else
      content.profile = counted_profile(*plan, place, level, people_issues, silent);
  });
  content.layers = std::move(loaded.layers);
  content.issues = std::move(loaded.issues);
  content.issues.insert(content.issues.end(), people_issues.begin(), people_issues.end());
  return content;
}

SheetContent with_look(SheetContent content, SheetSettings look) {
  auto plan = std::make_shared<Plan>(*content.plan);
  plan->sheets = std::move(look);
  content.plan = std::move(plan);
  return content;
}

std::vector<SheetPage> lay_out_sheets(const SheetContent& content, const std::vector<Id>& chosen,
                                      const Progress& progress) {
  const std::vector<Id> districts = in_plan_order(content, chosen);
  std::vector<SheetPage> before;
  if (chosen.empty()) {
    before.push_back(cover(content));
    append(before, lay_out_district(content, 0));
  }
  const std::size_t first = before.size() + (chosen.empty() ? contents(content, {}, {}).size() : 0);
  std::map<Id, std::size_t> begin_of;
  std::vector<SheetPage> of_districts = pages_of_districts(content, districts, begin_of, progress);
  std::map<Id, int> page_of = {{0, 2}};  // the city comes behind the cover
  for (const auto& [district, begin] : begin_of) page_of[district] = static_cast<int>(first + begin) + 1;
  std::vector<SheetPage> pages = std::move(before);
  LastPages last;
  if (chosen.empty()) {
    std::vector<SheetPage> measures = all_measures(content);
    const auto behind = static_cast<int>(first + of_districts.size()) + 1;
    last = {measures.empty() ? 0 : behind, behind + static_cast<int>(measures.size())};
    append(pages, contents(content, page_of, last));
    append(of_districts, std::move(measures));
  }
  append(pages, std::move(of_districts));
  if (chosen.empty()) append(pages, sources(content));
  for (std::size_t i = 0; i < pages.size(); ++i)
    set_foot(pages[i], content, static_cast<int>(i) + 1, static_cast<int>(pages.size()), last.sources);
  return pages;
}

}  // namespace smile::layers
