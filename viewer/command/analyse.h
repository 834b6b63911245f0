#pragma once
// The questions of `analyse`, one file each. Each prints its answer and returns the exit code.

#include "gis/analysis/people.h"
#include "gis/analysis/reach.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {

int analyse_catchment(const Call& call);
int analyse_gaps(const Call& call);
int analyse_sites(const Call& call);
int analyse_equity(const Call& call);
int analyse_similar(const Call& call);
int analyse_conflicts(const Call& call);
int analyse_density(const Call& call);

/// What several of them are asked with. Throw Error{usage}.
AgeRange ages_option(const Call& call);
DistanceBy distance_by(const Call& call);

/// How an answer ends: how it was made, and whose data it rests on.
void print_method(const std::vector<Text>& method, const std::vector<std::string>& sources);
/// The sentences, one a line.
void print_sentences(const std::vector<Text>& sentences);
nlohmann::ordered_json in_words(const std::vector<Text>& sentences);

}  // namespace smile::viewer::command
