#pragma once
// The command line: one file per verb, a table of verbs in verbs.cpp. Verbs change nothing but what they say, print
// results on stdout and progress on stderr (only to a terminal). Exit codes: 0 done, 1 done with warnings, 2 not done
// and nothing changed.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/plan/plan.h"

namespace smile::viewer::command {

struct Option {
  std::string_view name;   ///< "--level"
  std::string_view value;  ///< what follows it, "" for a switch
  std::string_view help;   ///< English sentence key
};

struct Call {
  std::vector<std::string> words;  ///< what is no option, without the verb
  std::vector<std::pair<std::string, std::string>> options;

  bool has(std::string_view name) const;
  std::optional<std::string> value(std::string_view name) const;  ///< the last one given
  std::vector<std::string> values(std::string_view name) const;
  bool json() const { return has("--json"); }
};

struct Verb {
  std::string_view name;
  std::string_view usage;  ///< after "smileplaces ": words in capitals are the user's
  std::string_view help;   ///< English sentence key
  std::span<const Option> options;
  std::size_t least_words;
  std::size_t most_words;
  int (*run)(const Call&);
  void (*print_more)() = nullptr;  ///< what its help says after the options
};

std::span<const Verb> verbs();
std::span<const Option> common_options();

/// Throws Error{usage} for an option the verb doesn't have or a value that is missing.
Call parse(const Verb& verb, const std::vector<std::string>& arguments);

/// True if the arguments name a verb (or ask for help or the version) rather than a plan to open.
bool is_command(const std::vector<std::string>& arguments);
/// --language, else what the environment says.
void choose_language(const std::vector<std::string>& arguments);
/// The first word that is neither an option nor belongs to one of Qt's.
std::optional<std::filesystem::path> plan_named(const std::vector<std::string>& arguments);
/// One sentence on stderr; returns the exit code.
int refuse_unknown(const std::filesystem::path& word);
int refuse_without_screen();
/// Runs it and returns the exit code; every Error becomes one sentence on stderr.
int run(const std::vector<std::string>& arguments);

// --- what several verbs need ---
Progress terminal_progress();
void print_json(const nlohmann::ordered_json& json);
nlohmann::ordered_json to_json(const Issues& issues);
/// Warnings and errors as lines for people, then notes; at most 20 of each.
void print_issues(const Issues& issues);
int exit_code(const Issues& issues);
std::optional<std::int64_t> integer(const Call& call, std::string_view option);
std::optional<double> number(const Call& call, std::string_view option);
/// "1:25000" or "25000". Throws Error{usage}.
double scale_of(const std::string& given);
/// Throws Error{not_found} that lists the plan's levels. 0 if the option isn't given.
Id level_option(const Call& call, const Plan& plan);
/// By code or name, coarse levels first. Throws Error{not_found}.
Id district_option(const Plan& plan, const std::string& given);
/// Throws Error{not_found} that lists the plan's layers.
const MapLayer& layer_named(const Plan& plan, const std::string& name);
const Scenario& scenario_named(const Plan& plan, const std::string& name);
/// Chooses the offscreen platform and starts Qt for drawing without a window; once per process.
void start_drawing();

// --- the verbs, each in the file of its name ---
int run_new(const Call&);
int run_add(const Call&);
int run_edit(const Call&);
void print_edit_help();
int run_check(const Call&);
int run_list(const Call&);
int run_analyse(const Call&);
int run_map(const Call&);
int run_sheets(const Call&);
int run_deck(const Call&);
int run_offline(const Call&);
int run_export(const Call&);
int run_demo(const Call&);

}  // namespace smile::viewer::command
