// What surrounds the verbs: help, version, language, errors.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "gis/analysis/needed.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

void print_options(std::span<const Option> options) {
  for (const Option& option : options) {
    const std::string left = std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
    std::printf("  %-32s %s\n", left.c_str(), say(option.help).c_str());
  }
}

int print_help(const Verb& verb) {
  std::printf("smileplaces %s\n\n%s\n\n", std::string(verb.usage).c_str(), say(verb.help).c_str());
  print_options(verb.options);
  print_options(common_options());
  if (verb.print_more != nullptr) verb.print_more();
  return 0;
}

int print_overview() {
  std::printf("Smile Places %s\n\n", SMILE_VERSION);
  std::printf("  %-10s %s\n", "", say("Without a verb the window opens; with a plan's name, that plan").c_str());
  for (const Verb& verb : verbs()) std::printf("  %-10s %s\n", std::string(verb.name).c_str(), say(verb.help).c_str());
  std::printf("\n%s\n", say("Each verb has its own help: smileplaces VERB --help").c_str());
  std::printf("%s\n", say("Exit codes: 0 done, 1 done with warnings, 2 not done and nothing changed.").c_str());
  return 0;
}

const Verb* find_verb(const std::string& name) {
  for (const Verb& verb : verbs())
    if (verb.name == name) return &verb;
  return nullptr;
}

int fail(const std::string& sentence) {
  std::cerr << "smileplaces: " << sentence << "\n";
  return 2;
}

/// The readers and writers know no command line: what allows to overwrite there is said here.
std::string sentence_of(const Error& error, const Verb& verb) {
  const std::string sentence = str(error.sentence());
  if (const auto* needed = dynamic_cast<const Needed*>(&error)) return sentence + "\n  " + needed->command();
  const bool about_replacing =
      error.kind() == ErrorKind::exists && std::string_view(error.what()).find("overwrit") != std::string_view::npos;
  const bool can = std::any_of(verb.options.begin(), verb.options.end(),
                               [](const Option& option) { return option.name == "--overwrite"; });
  return about_replacing && can && sentence.find("--overwrite") == std::string::npos
             ? sentence + " " + say("Add --overwrite to replace it.")
             : sentence;
}

/// Qt takes these words itself; what follows them is no plan.
bool takes_a_value(const std::string& option) {
  static constexpr std::string_view options[] = {"-platform", "-style",   "-stylesheet", "-display",
                                                 "-geometry", "-session", "-name",       "-title"};
  const std::string_view name = std::string_view(option).substr(option.rfind("--", 0) == 0 ? 1 : 0);
  return std::find(std::begin(options), std::end(options), name) != std::end(options);
}

}  // namespace

void choose_language(const std::vector<std::string>& arguments) {
  std::string wanted;
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* set = std::getenv(variable); set && *set && wanted.empty()) wanted = set;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--language" && i + 1 < arguments.size()) wanted = arguments[i + 1];
    if (arguments[i].rfind("--language=", 0) == 0) wanted = arguments[i].substr(11);
  }
  set_language(wanted.rfind("de", 0) == 0 ? Language::german : Language::english);
}

bool is_command(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return false;
  const std::string& first = arguments.front();
  return first == "--help" || first == "-h" || first == "help" || first == "--version" || find_verb(first) != nullptr;
}

std::optional<std::filesystem::path> plan_named(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (takes_a_value(arguments[i]))
      ++i;
    else if (!arguments[i].empty() && arguments[i].front() != '-')
      return arguments[i];
  }
  return std::nullopt;
}

int refuse_unknown(const std::filesystem::path& word) {
  const bool meant_as_file = word.has_extension() || word.has_parent_path();
  return fail(str(meant_as_file ? text("There is no file “{1}”; check the name.", word.string())
                                : text("“{1}” is neither a verb nor a plan; see smileplaces --help.", word.string())));
}

int refuse_without_screen() {
  return fail(say("There is no screen to open the window on; the verbs work without one, see smileplaces --help."));
}

int run(const std::vector<std::string>& arguments) {
  choose_language(arguments);
  const std::string& first = arguments.front();
  if (first == "--version") {
    std::printf("Smile Places %s\n", SMILE_VERSION);
    return 0;
  }
  const Verb* verb = find_verb(first == "help" && arguments.size() > 1 ? arguments[1] : first);
  if (!verb) return print_overview();
  if (first == "help") return print_help(*verb);
  try {
    const Call call = parse(*verb, {arguments.begin() + 1, arguments.end()});
    return call.has("--help") ? print_help(*verb) : verb->run(call);
  } catch (const Error& error) {
    return fail(sentence_of(error, *verb));
  } catch (const std::bad_alloc&) {
    return fail(say("There is not enough memory for this; nothing was changed."));
  } catch (const std::exception& error) {
    return fail(str(text("Something went wrong that should not: {1}. Nothing was changed.", error.what())));
  }
}

}  // namespace smile::viewer::command
