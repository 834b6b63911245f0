// What several verbs print.

#include <unistd.h>

#include <QGuiApplication>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "layers/paper.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

std::string severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return say("error");
    case Severity::warning:
      return say("warning");
    case Severity::note:
      break;
  }
  return say("note");
}

void print_issue(const Issue& issue) {
  const std::string message = str(issue.message);
  const std::string row = issue.row ? str(text("row {1}: ", *issue.row)) : std::string{};
  // Many messages begin with “the column”: of a file it is said which.
  const bool name_column =
      !issue.file.empty() && !issue.column.empty() && message.find(issue.column) == std::string::npos;
  const std::string column = name_column ? str(text("column “{1}”: ", issue.column)) : std::string{};
  const std::string proposal = issue.proposal.empty() ? std::string{} : " " + str(issue.proposal);
  std::cout << "  " << severity_name(issue.severity) << ": " << row << column << message << proposal << "\n";
}

}  // namespace

Progress terminal_progress() {
  if (!::isatty(STDERR_FILENO)) return {};
  return {std::stop_token{}, [](const Text& step, double share) {
            const std::string percent =
                share < 0 ? std::string("…") : std::to_string(static_cast<int>(share * 100)) + " %";
            std::fprintf(stderr, "\r\033[K%s %s%s", str(step).c_str(), percent.c_str(), share >= 1 ? "\r\033[K" : "");
          }};
}

const MapLayer& layer_named(const Plan& plan, const std::string& name) {
  std::string known;
  for (const MapLayerPtr& layer : plan.layers) {
    if (layer->name == name) return *layer;
    known += (known.empty() ? "" : ", ") + layer->name;
  }
  throw Error(ErrorKind::not_found, known.empty() ? text("The plan has no layer “{1}”; it has none at all.", name)
                                                  : text("The plan has no layer “{1}”; it has: {2}.", name, known));
}

const Scenario& scenario_named(const Plan& plan, const std::string& name) {
  if (const Scenario* scenario = find_scenario(plan, name)) return *scenario;
  if (plan.scenarios.empty())
    throw Error(ErrorKind::not_found, text("The plan has no scenario “{1}”; it has none at all.", name));
  std::string known;
  for (const Scenario& scenario : plan.scenarios) known += (known.empty() ? "" : ", ") + scenario.name;
  throw Error(ErrorKind::not_found, text("The plan has no scenario “{1}”; it has: {2}.", name, known));
}

void print_json(const nlohmann::ordered_json& json) {
  // Text from foreign files was made UTF-8 by the gate; should a byte slip through, it is shown as replaced, not thrown
  // at.
  std::cout << json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

nlohmann::ordered_json to_json(const Issues& issues) {
  auto list = nlohmann::ordered_json::array();
  for (const Issue& issue : issues) {
    nlohmann::ordered_json item;
    item["severity"] = severity_word(issue.severity);
    item["kind"] = issue.kind;
    item["file"] = issue.file;
    item["row"] = issue.row ? nlohmann::ordered_json(*issue.row) : nlohmann::ordered_json();
    item["column"] = issue.column;
    item["value"] = issue.value;
    item["message"] = str(issue.message);
    item["proposal"] = str(issue.proposal);
    if (issue.measure != 0) item["measure"] = issue.measure;
    if (issue.district != 0) item["district"] = issue.district;
    list.push_back(std::move(item));
  }
  return list;
}

void print_issues(const Issues& issues) {
  constexpr std::size_t most = 20;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    std::size_t count = 0;
    for (const Issue& issue : issues)
      if (issue.severity == severity && ++count <= most) print_issue(issue);
    if (count > most) std::cout << "  " << str(text("… and {1} more; --json lists all.", count - most)) << "\n";
  }
}

int exit_code(const Issues& issues) {
  return has_warnings(issues) ? 1 : 0;
}

void start_drawing() {
  if (QGuiApplication::instance()) return;
  ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
  // Remarks of the platform about its own folders are not for the user of a verb.
  qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::cerr << message.toStdString() << "\n";
  });
  static int count = 1;
  static char name[] = "smileplaces";
  static char* arguments[] = {name, nullptr};
  new QGuiApplication(
      count, arguments);  // lives as long as the process: destroyed with the statics it would outlive its platform
  layers::load_fonts();
}

}  // namespace smile::viewer::command
