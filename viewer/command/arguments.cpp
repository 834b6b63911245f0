#include <algorithm>
#include <charconv>
#include <cstdio>

#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

const Option* find_option(const Verb& verb, std::string_view name) {
  for (const std::span<const Option> options : {verb.options, common_options()})
    for (const Option& option : options)
      if (option.name == name) return &option;
  return nullptr;
}

template <class Number>
std::optional<Number> parsed(const Call& call, std::string_view option) {
  const auto given = call.value(option);
  if (!given) return std::nullopt;
  Number value{};
  const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), value);
  if (error != std::errc{} || end != given->data() + given->size())
    throw Error(ErrorKind::usage, text("“{1}” after {2} is no number.", *given, std::string(option)));
  return value;
}

}  // namespace

bool Call::has(std::string_view name) const {
  return std::any_of(options.begin(), options.end(), [&](const auto& option) { return option.first == name; });
}

std::optional<std::string> Call::value(std::string_view name) const {
  const auto found =
      std::find_if(options.rbegin(), options.rend(), [&](const auto& option) { return option.first == name; });
  return found == options.rend() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Call::values(std::string_view name) const {
  std::vector<std::string> all;
  for (const auto& [option, value] : options)
    if (option == name) all.push_back(value);
  return all;
}

Call parse(const Verb& verb, const std::vector<std::string>& arguments) {
  Call call;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument.rfind("--", 0) != 0) {
      call.words.push_back(argument);
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const Option* option = find_option(verb, name);
    if (!option)
      throw Error(ErrorKind::usage,
                  text("“{1}” has no option {2}; see smileplaces {1} --help.", std::string(verb.name), name));
    if (option->value.empty()) {
      call.options.emplace_back(name, "");
    } else if (equals != std::string::npos) {
      call.options.emplace_back(name, argument.substr(equals + 1));
    } else if (i + 1 < arguments.size()) {
      call.options.emplace_back(name, arguments[++i]);
    } else {
      throw Error(ErrorKind::usage, text("{1} needs a value: {1} {2}.", name, std::string(option->value)));
    }
  }
  if (call.has("--help")) return call;
  if (call.words.size() < verb.least_words || call.words.size() > verb.most_words)
    throw Error(ErrorKind::usage, text("Call it as: smileplaces {1}", std::string(verb.usage)));
  return call;
}

std::optional<std::int64_t> integer(const Call& call, std::string_view option) {
  return parsed<std::int64_t>(call, option);
}
std::optional<double> number(const Call& call, std::string_view option) {
  return parsed<double>(call, option);
}

double scale_of(const std::string& given) {
  double denominator = 0;
  char rest = 0;
  const std::string digits = given.rfind("1:", 0) == 0 ? given.substr(2) : given;
  if (std::sscanf(digits.c_str(), "%lf%c", &denominator, &rest) != 1 || !(denominator >= 1) || denominator > 1e9)
    throw Error(ErrorKind::usage, text("“{1}” is no scale; write it as 1:25000.", given));
  return denominator;
}

Id level_option(const Call& call, const Plan& plan) {
  const auto name = call.value("--level");
  if (!name) return 0;
  if (const Level* level = find_level(plan, *name)) return level->id;
  std::string known;
  for (const Level& level : plan.levels) known += (known.empty() ? "" : ", ") + level.name;
  throw Error(ErrorKind::not_found, text("The plan has no level “{1}”; it has: {2}.", *name, known));
}

Id district_option(const Plan& plan, const std::string& given) {
  for (const Level& level : plan.levels)
    if (const District* district = find_district(plan, given, level.id)) return district->id;
  throw Error(ErrorKind::not_found,
              text("The plan has no district “{1}”; see smileplaces list PLAN districts.", given));
}

}  // namespace smile::viewer::command
