#include "gis/intake/statistics.h"

#include <algorithm>
#include <cctype>
#include <ctime>
#include <filesystem>

#include "gis/intake/statistics_cells.h"
#include "gis/intake/statistics_join.h"

namespace smile {
namespace {

/// The first 1900–2099 that stands alone in a text; 0 if there is none.
int year_in(std::string_view text, std::size_t* position = nullptr) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0;
  };
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if ((i > 0 && digit(i - 1)) || digit(i + 4) || !digit(i + 2) || !digit(i + 3)) continue;
    const std::string_view century = text.substr(i, 2);
    if (century != "19" && century != "20") continue;
    if (position != nullptr) *position = i;
    return std::stoi(std::string(text.substr(i, 4)));
  }
  return 0;
}

std::string stem_of(const std::string& file) {
  return std::filesystem::path(file).stem().string();
}

struct NameAndYear {
  std::string name;
  int year = 0;
};

/// "2014" in ms_haushalte.csv is "ms_haushalte" of 2014; "einwohner_2023" is "einwohner" of 2023.
NameAndYear name_and_year(const std::string& header, const std::string& file, const StatisticsOptions& options) {
  std::size_t at = 0;
  const int year = year_in(header, &at);
  NameAndYear out{header, year};
  if (year != 0) {
    out.name.erase(at, 4);
    const std::string_view joints = " _-/().";
    const std::size_t first = out.name.find_first_not_of(joints);
    out.name = first == std::string::npos ? stem_of(file)
                                          : out.name.substr(first, out.name.find_last_not_of(joints) + 1 - first);
  }
  if (options.year && year == 0) out.year = *options.year;
  if (out.year == 0) out.year = year_in(stem_of(file));
  return out;
}

bool has_word(const std::string& loose, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return loose.find(word) != std::string::npos; });
}

/// "einwohnerzahl", "population", or "Gesamt" in a file about people. Densities, shares and parts of the people are not
/// meant.
bool counts_inhabitants(const std::string& name, const std::string& file) {
  const std::string loose = loose_form(name), about = loose_form(stem_of(file));
  if (has_word(loose, {"dichte", "density", "anteil", "share", "quote", "quotient", "haushalt", "household", "alter",
                       "weiblich", "maennlich", "unter", "ueber", "auslaend", "nicht"}))
    return false;
  const auto people = {"einwohner", "bevoelkerung",    "population", "inhabitants",
                       "residents", "wohnberechtigte", "hauptwohn"};
  if (std::any_of(people.begin(), people.end(),
                  [&](std::string_view word) { return loose.find(word) != std::string::npos; }))
    return true;
  const bool total = has_word(loose, {"gesamt", "summe", "total"});
  return total && std::any_of(people.begin(), people.end(),
                              [&](std::string_view word) { return about.find(word) != std::string::npos; });
}

class Columns {
public:
  Columns(const TextTable& table, const std::string& file, const StatisticsOptions& options, const KeyColumns& keys,
          const Join& join)
      : table_(table), file_(file), options_(options), keys_(keys), join_(join) {}

  std::vector<Statistic> read(const Progress& progress) {
    for (int column = 0; column < static_cast<int>(table_.header.size()); ++column) {
      progress.check();
      if (column != keys_.code && column != keys_.name && column != keys_.row_number) read_column(column);
    }
    mark_inhabitants();
    return std::move(statistics_);
  }
  Issues issues() { return std::move(issues_); }

private:
  const std::string& header(int column) const { return table_.header[static_cast<std::size_t>(column)]; }

  std::vector<std::string_view> cells(int column) const {
    std::vector<std::string_view> out;
    for (const TextRow& row : table_.rows) {
      const auto at = static_cast<std::size_t>(column);
      out.push_back(at < row.cells.size() ? std::string_view(row.cells[at]) : std::string_view{});
    }
    return out;
  }

  void read_column(int column) {
    const std::vector<std::string_view> texts = cells(column);
    const bool spreadsheet = table_.format == "XLSX" || table_.format == "ODS";
    const FigureStyle style = figure_style(texts, !spreadsheet && table_.delimiter == ';');
    const auto numbers = std::count_if(
        texts.begin(), texts.end(), [&](std::string_view t) { return number_in(t, style.decimal_comma).has_value(); });
    const auto unread =
        std::count_if(texts.begin(), texts.end(), [&](std::string_view t) { return !figure_in(t, style); });
    if (numbers == 0 || unread > numbers) {
      add("column_without_figures", column, text("The column “{1}” has no figures and was left out.", header(column)));
      return;
    }
    if (style.guessed)
      add("number_style_guessed", column,
          style.decimal_comma
              ? text("Points in the column “{1}” were read as thousands.", header(column))
              : text("The column “{1}” could be read in two ways: a point was read as decimal, a comma as thousands.",
                     header(column)));
    fill(column, texts, style);
  }

  void fill(int column, const std::vector<std::string_view>& texts, const FigureStyle& style) {
    Statistic statistic;
    statistic.level = keys_.level;
    const NameAndYear named = name_and_year(header(column), file_, options_);
    statistic.name = named.name;
    statistic.year = named.year;
    statistic.source =
        std::filesystem::path(file_).filename().string();  // papers show it: no path of somebody's machine
    std::int64_t suppressed = 0, missing = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (join_.rows[i] == nullptr) continue;
      const std::optional<Figure> figure = figure_in(texts[i], style);
      if (!figure) {
        not_a_number(column, i);
        continue;
      }
      suppressed += figure->state == Figure::State::suppressed ? 1 : 0;
      missing += figure->state == Figure::State::missing ? 1 : 0;
      statistic.figures[join_.rows[i]->id] = *figure;
    }
    if (suppressed > 0)
      add("suppressed", column,
          text_n(suppressed, "One figure in “{2}” is suppressed by the source; it is not 0.",
                 "{1} figures in “{2}” are suppressed by the source; they are not 0.", suppressed, header(column)));
    if (missing > 0)
      add("missing", column,
          text_n(missing, "One figure in “{2}” is missing; it is not 0.",
                 "{1} figures in “{2}” are missing; they are not 0.", missing, header(column)));
    statistics_.push_back(std::move(statistic));
    columns_.push_back(column);
  }

  void not_a_number(int column, std::size_t row) {
    add("not_a_number", column,
        text("“{1}” is no number; the figure of “{2}” is missing.",
             table_.rows[row].cells[static_cast<std::size_t>(column)], join_.rows[row]->name));
    issues_.back().severity = Severity::warning;
    issues_.back().row = table_.rows[row].row;
    issues_.back().value = table_.rows[row].cells[static_cast<std::size_t>(column)];
    issues_.back().district = join_.rows[row]->id;
  }

  /// One column per year counts all inhabitants: the one that was named, else the first whose name says so.
  void mark_inhabitants() {
    if (options_.inhabitants &&
        std::find(table_.header.begin(), table_.header.end(), *options_.inhabitants) == table_.header.end())
      throw Error(ErrorKind::usage, text("“{1}” has no column “{2}”.", file_, *options_.inhabitants));
    for (std::size_t i = 0; i < statistics_.size(); ++i) {
      const bool meant = options_.inhabitants ? header(columns_[i]) == *options_.inhabitants
                                              : counts_inhabitants(statistics_[i].name, file_);
      const bool another =
          std::any_of(statistics_.begin(), statistics_.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Statistic& s) { return s.inhabitants && s.year == statistics_[i].year; });
      statistics_[i].inhabitants = meant && !another;
      if (statistics_[i].inhabitants && !options_.inhabitants)
        add("inhabitants_guessed", columns_[i],
            text("The column “{1}” was taken for the number of inhabitants.", header(columns_[i])));
    }
  }

  void add(std::string kind, int column, Text message) {
    Issue issue;
    issue.kind = std::move(kind);
    issue.file = file_;
    issue.column = header(column);
    issue.message = std::move(message);
    issues_.push_back(std::move(issue));
  }

  const TextTable& table_;
  const std::string& file_;
  const StatisticsOptions& options_;
  const KeyColumns& keys_;
  const Join& join_;
  std::vector<Statistic> statistics_;
  std::vector<int> columns_;
  Issues issues_;
};

void count_changes(Intake& intake, const std::vector<Statistic>& statistics, const Plan& plan) {
  for (const Statistic& statistic : statistics) {
    const auto old = std::find_if(plan.statistics.begin(), plan.statistics.end(), [&](const StatisticPtr& s) {
      return s->level == statistic.level && s->name == statistic.name && s->year == statistic.year;
    });
    if (old == plan.statistics.end())
      ++intake.added;
    else
      ++((*old)->figures == statistic.figures && (*old)->inhabitants == statistic.inhabitants ? intake.unchanged
                                                                                              : intake.updated);
  }
}

Report report_on(const TextTable& table, const std::string& file, const Join& join, Issues columns) {
  Report report;
  report.verb = "statistics";
  report.file = file;
  report.when = now_utc();
  report.driver = table.format;
  report.encoding = table.encoding;
  report.declared = -1;
  report.read = static_cast<std::int64_t>(table.rows.size());
  report.skipped = std::count(join.rows.begin(), join.rows.end(), nullptr);
  report.issues = table.issues;
  report.issues.insert(report.issues.end(), join.issues.begin(), join.issues.end());
  report.issues.insert(report.issues.end(), columns.begin(), columns.end());
  return report;
}

/// What a file says for itself: its name, and of which years its figures are. Holder and licence are the planner's to
/// add. Years of one figure may come from a file each: then the newest stands for all of them.
Source source_of(const std::vector<Statistic>& statistics, const std::string& file, const Plan& plan) {
  const auto people =
      std::find_if(statistics.begin(), statistics.end(), [](const Statistic& s) { return s.inhabitants; });
  const Statistic& main = people == statistics.end() ? statistics.front() : *people;
  const auto is_main = [&](const Statistic& s) { return s.name == main.name && s.level == main.level && s.year != 0; };
  int first = 0, last = 0;
  const auto add = [&](const Statistic& s) {
    if (!is_main(s)) return;
    first = first == 0 ? s.year : std::min(first, s.year);
    last = std::max(last, s.year);
  };
  for (const Statistic& statistic : statistics) add(statistic);
  const int newest_here = last;
  for (const StatisticPtr& statistic : plan.statistics) add(*statistic);
  const std::string years = last == 0       ? std::string()
                            : first == last ? std::to_string(last)
                                            : std::to_string(first) + "–" + std::to_string(last);
  const auto known = std::find_if(plan.sources.begin(), plan.sources.end(),
                                  [&](const Source& source) { return source.what == main.name; });
  if (last <= newest_here || known == plan.sources.end())
    return {main.name, std::filesystem::path(file).filename().string(), "", years, false};
  Source source = *known;
  source.date = years;
  return source;
}

std::vector<Edit> edits_of(std::vector<Statistic> statistics, const StatisticsOptions& options, Id level,
                           const Report& report, const Plan& plan) {
  std::vector<Edit> edits;
  for (const auto& [name, meant] : options.aliases) {
    const District* district = find_district(plan, meant, level);
    if (district == nullptr) throw Error(ErrorKind::not_found, text("The plan has no district “{1}”.", meant));
    edits.push_back(add_alias({name, district->id}));
  }
  const Source source = source_of(statistics, report.file, plan);
  edits.push_back(add_statistics(std::move(statistics)));
  edits.push_back(add_report(report));
  edits.push_back(add_source(source));
  return edits;
}

}  // namespace

Intake intake_statistics(const TextTable& table, const std::string& file, const StatisticsOptions& options,
                         const Plan& plan, const Progress& progress) {
  progress.report(text("Joining figures to districts"), -1);
  const KeyColumns keys = find_keys(table, file, options, plan);
  const DistrictNames names(plan, keys.level, options.aliases);
  const Join join = join_rows(table, file, keys, names, plan);
  Columns columns(table, file, options, keys, join);
  std::vector<Statistic> statistics = columns.read(progress);
  if (statistics.empty()) throw Error(ErrorKind::refused, text("“{1}” has no column of figures.", file));

  Intake intake;
  intake.rows = static_cast<std::int64_t>(table.rows.size());
  intake.report = report_on(table, file, join, columns.issues());
  intake.placed = intake.rows - intake.report.skipped;
  intake.unplaced = intake.report.skipped;
  count_changes(intake, statistics, plan);
  intake.edit = together(text("Add statistics from “{1}”", file),
                         edits_of(std::move(statistics), options, keys.level, intake.report, plan));
  return intake;
}

}  // namespace smile
