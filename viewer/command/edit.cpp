#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "gis/plan/edit_json.h"
#include "gis/plan/fields.h"
#include "gis/plan/steps.h"
#include "gis/questions/deck.h"
#include "gis/store/plan_file.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

/// Applies one line; what it prints is printed only after the edit is on disk.
bool apply_line(PlanFile& file, const std::string& line, std::int64_t number) {
  nlohmann::ordered_json answer;
  try {
    const Id first_new = file.plan()->next_id;
    file.save(std::make_shared<const Plan>(edit_from_json(line, *file.plan(), deck_edits()).apply(*file.plan())));
    answer["acknowledged"] = number;
    if (find_measure(*file.plan(), first_new) || find_scenario(*file.plan(), first_new) ||
        find_step(*file.plan(), first_new))
      answer["id"] = first_new;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::disk) throw;  // nothing more can be made durable
    answer["refused"] = number;
    answer["message"] = str(error.sentence());
  }
  std::cout << answer.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << std::endl;
  return answer.contains("acknowledged");
}

struct EditForm {
  const char* json;
  Text means;
};

std::vector<EditForm> edit_forms() {
  return {
      {R"({"edit":"add","measure":{"title":"…","phase":"idea","cost":1200.50,"lon":12.1,"lat":54.1}})",
       text("a new measure: fields, and a place if it has one")},
      {R"({"edit":"set","measure":"17","field":"phase","value":"decided"})",
       text("a value; null empties. A measure is named by its number in quotes or its id")},
      {R"({"edit":"place","measure":"17","lon":12.1,"lat":54.1})",
       text("a place; instead: x and y, district, city, none, geometry")},
      {R"({"edit":"move","measure":"17","dx":10,"dy":-5})", text("by metres east and north")},
      {R"({"edit":"remove","measures":["17"]})", text("delete measures")},
      {R"({"edit":"duplicate","measures":["17"]})", text("copy measures")},
      {R"({"edit":"title","value":"…"})", text("the title of the plan")},
      {R"({"edit":"currency","value":"PLN"})", text("the currency of the plan")},
      {R"({"edit":"alias","name":"…","district":"K"})", text("another name of a district")},
      {R"({"edit":"scenario","name":"A","measures":["17","18"]})",
       text("a new scenario, or other measures for one; instead: on, off, rename")},
      {R"({"edit":"remove_scenario","name":"A"})", text("delete a scenario; its measures stay")},
      {R"({"edit":"show_scenario","name":"A"})", text("whose measures the map shows; null: all")},
      {R"({"edit":"step","title":"…","district":"K","panel":"people"})",
       text("a step of the presentation: also body, notes, extent, measures, finding, scenario, hidden; with step an "
            "id: changes that one")},
      {R"({"edit":"remove_step","step":12})", text("delete a step")},
      {R"({"edit":"deck","district":"K"})", text("steps for a district; without one for the whole city")},
  };
}

std::string kind_of_value(const MeasureField& field) {
  switch (field.type) {
    case FieldType::money:
      return say("amount");
    case FieldType::date:
      return say("date");
    case FieldType::list:
      return say("texts, divided by semicolons");
    case FieldType::choice:
      break;
    case FieldType::text:
    case FieldType::long_text:
      return say("text");
  }
  std::string words = say("one of:");
  for (const Choice& choice : field.choices) words += " " + std::string(choice.word);
  return words;
}

}  // namespace

void print_edit_help() {
  std::cout << "\n" << say("One of these a line:") << "\n";
  for (const EditForm& form : edit_forms()) std::cout << "  " << str(form.means) << ": " << form.json << "\n";
  std::cout << "\n" << say("The fields of a measure:") << "\n";
  for (const MeasureField& field : measure_fields())
    std::cout << "  " << field.key << " (" << say(field.label) << "), " << kind_of_value(field) << "\n";
}

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
