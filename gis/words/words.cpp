#include "gis/words/words.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <unordered_map>

#include "gis/words/german.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

std::atomic<Language> process_language{Language::english};

const std::unordered_map<std::string_view, std::string_view>& german_index() {
  static const auto index = [] {
    std::unordered_map<std::string_view, std::string_view> map;
    for (const Sentence& sentence : all_sentences()) map.emplace(sentence.english, sentence.german);
    return map;
  }();
  return index;
}

/// A number in a sentence: whole numbers without decimals, others with up to three.
std::string format_plain(Language language, double value) {
  if (!std::isfinite(value)) return "–";
  int decimals = 0;
  for (double scaled = value; decimals < 3 && std::abs(scaled - std::round(scaled)) > 1e-9; scaled *= 10) ++decimals;
  return format_number(language, value, decimals);
}

std::string render(Language language, const Argument& argument) {
  if (const auto* number = std::get_if<std::int64_t>(&argument)) return format_integer(language, *number);
  if (const auto* number = std::get_if<double>(&argument)) return format_plain(language, *number);
  return std::get<std::string>(argument);
}

std::string fill(Language language, std::string_view sentence, const std::vector<Argument>& arguments) {
  std::string out;
  out.reserve(sentence.size() + 32);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool place = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
    const std::size_t index = place ? static_cast<std::size_t>(sentence[i + 1] - '1') : arguments.size();
    if (index < arguments.size()) {
      out += render(language, arguments[index]);
      i += 2;
    } else {
      out += sentence[i];
    }
  }
  return out;
}

}  // namespace

void set_language(Language language) {
  process_language = language;
}
Language language() {
  return process_language;
}

std::string_view german(std::string_view english) {
  const auto found = german_index().find(english);
  return found == german_index().end() ? std::string_view{} : found->second;
}

std::string in(Language language, const Text& text) {
  const std::string_view translated = language == Language::german ? german(text.english) : std::string_view{};
  return fill(language, translated.empty() ? std::string_view(text.english) : translated, text.arguments);
}

std::string str(const Text& text) {
  return in(language(), text);
}

std::string say(std::string_view english) {
  return in(language(), Text{std::string(english), {}});
}

std::vector<Sentence> all_sentences() {
  std::vector<Sentence> all;
  using namespace german_tables;
  for (const Table table :
       {plan(),          formats(),       intake(),         statistics(),   rasters(), population(), places(),
        store(),         analysis(),      sites(),          supply(),       figures(), questions(),  scenarios(),
        steps(),         decks(),         sheets(),         findings(),     exports(), layers(),     charts(),
        viewer_window(), viewer_panels(), viewer_dialogs(), viewer_tools(), command()})
    std::copy_if(table.begin(), table.end(), std::back_inserter(all),
                 [](const Sentence& sentence) { return !sentence.english.empty(); });
  return all;
}

}  // namespace smile
