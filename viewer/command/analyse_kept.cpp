// analyse … --keep NAME, analyse PLAN results, analyse PLAN again: answers that stay in the plan.

#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/questions/keep.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "layers/finding_sheet.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

void save(PlanFile& file, const Edit& edit) {
  file.save(std::make_shared<const Plan>(edit.apply(*file.plan())));
}

/// The finding with its map comes into the plan; the map it had goes.
void keep_as(PlanFile& file, Answer answer, const std::string& name) {
  answer.finding.name = name;
  std::vector<TakenTable> tables;
  if (answer.map) tables = file.take_features(answer.map->data, name, file.plan()->crs, terminal_progress());
  save(file, keep_answer(answer, tables));
}

/// The map belongs to the result: it is not taken a second time as a layer of its own.
void rename_map(PlanFile& file, const std::string& finding, const std::string& name) {
  const Plan& plan = *file.plan();
  const MapLayer* map = find_layer(plan, find_finding(plan, finding)->layer);
  if (map == nullptr) return;
  MapLayer named = *map;
  named.name = name;
  save(file, change_layer(std::move(named), {}));
}

void take_map(PlanFile& file, const Answer& answer, const std::string& name) {
  if (!answer.map || answer.map->data.features.size() == 0) return;
  const Crs& crs = file.plan()->crs;
  MapLayer layer = answer.map->layer;
  layer.name = name;
  save(file, add_taken(layer, file.take_features(answer.map->data, name, crs, terminal_progress()), crs));
}

std::vector<FindingPtr> chosen(const Call& call, const Plan& plan) {
  if (plan.findings.empty())
    throw Error(ErrorKind::not_found, text("The plan keeps no results yet: ask with --keep NAME."));
  const auto name = call.value("--result");
  if (!name) return plan.findings;
  std::string known;
  for (const FindingPtr& finding : plan.findings) {
    if (find_finding(plan, *name) == finding.get()) return {finding};
    known += (known.empty() ? "" : ", ") + finding->name;
  }
  throw Error(ErrorKind::not_found, text("The plan has no result “{1}”; it has: {2}.", *name, known));
}

void print(const Finding& finding, const Plan& plan) {
  std::cout << finding.name << (outdated(finding, plan) ? " – " + say("outdated") : "") << "\n";
  print_finding(finding);
  std::cout << say("Asked on") << ": " << format_date(language(), finding.found) << " · "
            << as_command(finding.question, plan) << "\n\n";
}

Json to_json(const FindingTable& table) {
  Json columns = Json::array();
  for (const FindingColumn& column : table.columns) {
    Json cells = Json::array();
    for (const std::string& word : column.words) cells.push_back(word);
    for (const auto& figure : column.figures) cells.push_back(figure ? Json(*figure) : Json());
    columns.push_back(
        {{"name", str(column.name)}, {"share", column.share}, {"cells", cells}, {"secret", column.secret}});
  }
  return {{"title", str(table.title)}, {"total", table.total}, {"columns", columns}};
}

Json to_json(const Finding& finding, const Plan& plan) {
  Json tables = Json::array();
  for (const FindingTable& table : finding.tables) tables.push_back(to_json(table));
  return {{"name", finding.name},
          {"kind", finding.question.kind},
          {"question", as_command(finding.question, plan)},
          {"outdated", outdated(finding, plan)},
          {"asked", to_iso(finding.found)},
          {"sentences", in_words(finding.sentences)},
          {"tables", tables},
          {"method", in_words(finding.method)},
          {"crs", crs_code(plan.crs)},
          {"sources", finding.sources}};
}

int write_sheets(const Call& call, const PlanPtr& plan, const std::vector<FindingPtr>& findings,
                 const std::string& file) {
  start_drawing();
  const layers::SheetsWritten written = layers::write_finding_sheets(plan, findings, place_of(call.words[0]), file,
                                                                     call.has("--overwrite"), terminal_progress());
  if (call.json()) {
    print_json({{"file", file}, {"pages", written.pages}, {"issues", command::to_json(written.issues)}});
  } else {
    std::cout << file << "\n";
    print_issues(written.issues);
  }
  return exit_code(written.issues);
}

}  // namespace

void print_finding(const Finding& finding) {
  print_sentences(finding.sentences);
  for (const FindingTable& table : finding.tables) {
    std::cout << "\n" << str(table.title) << "\n";
    for (const FindingColumn& column : table.columns)
      std::cout << (&column == table.columns.data() ? "" : "\t") << str(column.name);
    std::cout << "\n";
    for (std::size_t row = 0; row < rows_of(table); ++row) {
      for (const FindingColumn& column : table.columns)
        std::cout << (&column == table.columns.data() ? "" : "\t") << cell_in_words(language(), column, row);
      std::cout << "\n";
    }
  }
  print_method(finding.method, finding.sources);
}

Asking::Asking(const Call& asked)
    : call(asked),
      file(PlanFile::open(asked.words[0], keeps() ? PlanFile::Mode::write : PlanFile::Mode::read)),
      plan(file.plan()),
      question(question_of(asked, *plan)) {}

bool Asking::keeps() const {
  return call.has("--keep") || call.has("--layer-name");
}

void Asking::keep(Answer answer) {
  answer = finished(std::move(answer), question, *plan);
  const auto name = call.value("--keep"), layer = call.value("--layer-name");
  if (name) {
    keep_as(file, std::move(answer), *name);
    if (layer) rename_map(file, *name, *layer);
  } else if (layer) {
    take_map(file, answer, *layer);
  }
}

int print_answer(const Call& call) {
  Asking asking(call);
  const Answer answer = ask(asking.question, *asking.plan, asking.place(), terminal_progress());
  if (asking.keeps()) asking.keep(answer);
  if (call.json())
    print_json(to_json(answer.finding, *asking.plan));
  else
    print_finding(answer.finding);
  return exit_code({});
}

int analyse_results(const Call& call) {
  const PlanFile file = PlanFile::open(call.words[0], PlanFile::Mode::read);
  const PlanPtr plan = file.plan();
  const std::vector<FindingPtr> findings = chosen(call, *plan);
  if (const auto pdf = call.value("--pdf")) return write_sheets(call, plan, findings, *pdf);
  Json list = Json::array();
  for (const FindingPtr& finding : findings)
    if (call.json())
      list.push_back(to_json(*finding, *plan));
    else
      print(*finding, *plan);
  if (call.json()) print_json({{"results", list}});
  return exit_code({});
}

int analyse_again(const Call& call) {
  {
    PlanFile file = PlanFile::open(call.words[0], PlanFile::Mode::write);
    for (const FindingPtr& finding : chosen(call, *file.plan()))
      keep_as(file, ask(finding->question, *file.plan(), place_of(file.path()), terminal_progress()), finding->name);
  }
  return analyse_results(call);
}

}  // namespace smile::viewer::command
