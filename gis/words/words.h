#pragma once
// Sentences of the program in English and German. English is the key; German stands in german/<room>.cpp.
// A Text is rendered late, so that what was found in one language can be shown in the other.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace smile {

enum class Language { english, german };

using Argument = std::variant<std::string, std::int64_t, double>;

/// An English sentence with places {1}, {2}, … and what stands there. Data are arguments, never part of the sentence.
struct Text {
  std::string english;
  std::vector<Argument> arguments;

  bool empty() const { return english.empty(); }
  bool operator==(const Text&) const = default;
};

namespace detail {
template <class T>
Argument as_argument(T&& value) {
  using Plain = std::remove_cvref_t<T>;
  if constexpr (std::is_floating_point_v<Plain>)
    return static_cast<double>(value);
  else if constexpr (std::is_integral_v<Plain>)
    return static_cast<std::int64_t>(value);
  else
    return std::string(std::forward<T>(value));
}
}  // namespace detail

/// text("{1} of {2} rows came in", 118, 120). The sentence must be a literal: a test looks each one up in the German table.
template <class... Values>
Text text(std::string_view english, Values&&... values) {
  return Text{std::string(english), {detail::as_argument(std::forward<Values>(values))...}};
}

/// The sentence for one or for many: text_n(n, "{1} row", "{1} rows", n).
template <class... Values>
Text text_n(std::int64_t count, std::string_view one, std::string_view many, Values&&... values) {
  return text(count == 1 ? one : many, std::forward<Values>(values)...);
}

/// The language of this process: English until set.
void set_language(Language language);
Language language();

/// The text in a language; numbers are written as that language writes them. A sentence without translation stays English.
std::string in(Language language, const Text& text);
/// The same in the language of the process.
std::string str(const Text& text);
/// A sentence without arguments, in the language of the process.
std::string say(std::string_view english);

/// The German of an English sentence, or an empty view.
std::string_view german(std::string_view english);

struct Sentence {
  std::string_view english;
  std::string_view german;
};
/// All sentences the program knows, for the test that none is missing.
std::vector<Sentence> all_sentences();

}  // namespace smile
