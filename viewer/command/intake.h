#pragma once
// From a file and the options of `new`, `add` and `check` to an Intake. Nothing has changed yet.

#include "gis/formats/text_table.h"
#include "gis/intake/districts.h"
#include "gis/intake/layers.h"
#include "gis/intake/places.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {

enum class Kind { districts, measures, statistics, layer };

/// "districts", "measures", "statistics", "layer". Throws Error{usage} for another word.
Kind kind_from_word(const std::string& word);

/// How geodata and tables are to be read.
ReadOptions read_options(const Call& call, const Plan& plan);
TextTableOptions table_options(const Call& call);

/// Reads the file through the gate and prepares the edit against the plan.
Intake prepare(Kind kind, const std::string& file, const Call& call, const Plan& plan);

/// What the gate finds in geodata whose system nobody knows.
Issues look_at(const std::string& file, const Call& call);

/// Without a word from the user: areas are districts, everything else is measures.
Kind guess_kind(const std::string& file);

/// Prints the counts and issues of `new` and `add`, returns the exit code.
int report(const Intake& intake, const Call& call);
/// more: members of the JSON that only this kind has.
int report(const Intake& intake, const Call& call, const nlohmann::ordered_json& more);

/// What the options say about a layer and how its file is to be read.
LayerOptions layer_options(const Call& call, const Plan& plan);

/// `add PLAN network FILE`.
int add_network(const Call& call);
/// `add PLAN places FILE`.
int add_places(const Call& call);
/// The options of `add PLAN places`, and of `check --as places`; nothing has changed yet.
PlacesIntake prepare_places(const std::string& file, const Call& call, const Plan& plan);

}  // namespace smile::viewer::command
