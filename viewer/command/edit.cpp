#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "gis/plan/edit_json.h"
#include "gis/store/plan_file.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

/// Applies one line; what it prints is printed only after the edit is on disk.
bool apply_line(PlanFile& file, const std::string& line, std::int64_t number) {
  nlohmann::ordered_json answer;
  try {
    const Id first_new = file.plan()->next_id;
    file.save(std::make_shared<const Plan>(edit_from_json(line, *file.plan()).apply(*file.plan())));
    answer["acknowledged"] = number;
    if (const Measure* added = find_measure(*file.plan(), first_new)) answer["id"] = added->id;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::disk) throw;  // nothing more can be made durable
    answer["refused"] = number;
    answer["message"] = str(error.sentence());
  }
  std::cout << answer.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << std::endl;
  return answer.contains("acknowledged");
}

}  // namespace

/// Exit code 1 when some lines were refused, 2 when all were.
int run_edit(const Call& call) {
  std::ifstream from_file;
  if (call.words[1] != "-") {
    from_file.open(call.words[1]);
    if (!from_file) throw Error(ErrorKind::not_found, text("{1} can't be read; is the name right?", call.words[1]));
  }
  std::istream& lines = call.words[1] == "-" ? std::cin : from_file;
  PlanFile file = PlanFile::open(call.words[0], PlanFile::Mode::write);
  std::int64_t number = 0;
  std::int64_t applied = 0;
  std::int64_t refused = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    ++(apply_line(file, line, number) ? applied : refused);
  }
  if (refused == 0) return 0;
  if (applied == 0)
    throw Error(ErrorKind::usage, text_n(refused, "The line was refused; nothing was changed.",
                                         "All {1} lines were refused; nothing was changed.", refused));
  return 1;
}

}  // namespace smile::viewer::command
