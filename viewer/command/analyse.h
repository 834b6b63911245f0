#pragma once
// The questions of `analyse`, one file each. Each prints its answer and returns the exit code.

#include "viewer/command/asking.h"

namespace smile::viewer::command {

int analyse_catchment(const Call& call);
int analyse_gaps(const Call& call);
int analyse_sites(const Call& call);
int analyse_equity(const Call& call);
int analyse_similar(const Call& call);
int analyse_conflicts(const Call& call);
int analyse_density(const Call& call);
int analyse_supply(const Call& call);
int analyse_reach(const Call& call);
int analyse_compare(const Call& call);
/// What the plan keeps of earlier answers; counted again.
int analyse_results(const Call& call);
int analyse_again(const Call& call);
/// Asks and prints the finding, as every kind has it.
int print_answer(const Call& call);
/// All options that the question is asked with; names of layers and scenarios become their ids.
Question question_of(const Call& call, const Plan& plan);

/// How an answer ends: how it was made, and whose data it rests on.
void print_method(const std::vector<Text>& method, const std::vector<std::string>& sources);
/// A whole answer: sentences, tables, method, sources.
void print_finding(const Finding& finding);
/// The sentences, one a line.
void print_sentences(const std::vector<Text>& sentences);
nlohmann::ordered_json in_words(const std::vector<Text>& sentences);

}  // namespace smile::viewer::command
