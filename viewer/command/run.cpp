// What surrounds the verbs: help, version, language, errors.

#include <cstdio>
#include <cstdlib>
#include <iostream>

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

int fail(const std::string& sentence) {
  std::cerr << "smileplaces: " << sentence << "\n";
  return 2;
}

}  // namespace

bool is_command(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return false;
  const std::string& first = arguments.front();
  return first == "--help" || first == "-h" || first == "help" || first == "--version" || find_verb(first) != nullptr;
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
    return fail(str(error.sentence()));
  } catch (const std::bad_alloc&) {
    return fail(say("There is not enough memory for this; nothing was changed."));
  } catch (const std::exception& error) {
    return fail(str(text("Something went wrong that should not: {1}. Nothing was changed.", error.what())));
  }
}

}  // namespace smile::viewer::command
