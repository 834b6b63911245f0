// No text is left untranslated: every sentence in the sources has its German, and the German table holds nothing that
// is gone.

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "gis/plan/fields.h"
#include "gis/words/words.h"
#include "tests/support/sources.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(sentences)

/// The value of a string literal that begins at `i` (the quote); moves `i` behind it.
static std::string literal_at(const std::string& code, std::size_t& i) {
  std::string out;
  for (++i; i < code.size() && code[i] != '"'; ++i) {
    if (code[i] != '\\') {
      out += code[i];
      continue;
    }
    const char c = code[++i];
    if (c == 'u') {  // \u00a0 and the like, all in the two-byte range here
      const unsigned value = static_cast<unsigned>(std::stoul(code.substr(i + 1, 4), nullptr, 16));
      if (value < 0x800) {
        out += static_cast<char>(0xC0 | (value >> 6));
      } else {
        out += static_cast<char>(0xE0 | (value >> 12));
        out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
      }
      out += static_cast<char>(0x80 | (value & 0x3F));
      i += 4;
    } else {
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
  }
  ++i;
  return out;
}

/// The sentences among the first `arguments` arguments of a call whose parenthesis opens at `i`: literals at any place
/// of them, neighbours joined.
static std::vector<std::string> literals_of_call(const std::string& code, std::size_t i, int arguments) {
  std::vector<std::string> found;
  bool joined = false;
  int depth = 0;
  for (; i < code.size();) {
    const char c = code[i];
    if (c == '"') {
      const std::string literal = literal_at(code, i);
      if (joined)
        found.back() += literal;
      else
        found.push_back(literal);
      joined = true;
      continue;
    }
    if (c == '(' || c == '{' || c == '[') ++depth;
    if (c == ')' || c == '}' || c == ']') --depth;
    if (depth == 0 || (c == ',' && depth == 1 && --arguments == 0)) break;
    if (!std::isspace(static_cast<unsigned char>(c))) joined = false;
    if (c == '\'' && i + 2 < code.size()) i += code[i + 1] == '\\' ? 3U : 2U;
    ++i;
  }
  return found;
}

static bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

static std::vector<std::pair<std::string, std::string>> sentences_in_sources() {
  const std::pair<std::string, int> calls[] = {{"text(", 1}, {"text_n(", 3}, {"say(", 1}, {"tr_(", 1}};
  std::vector<std::pair<std::string, std::string>> found;
  for (const std::string folder : {"gis", "layers", "viewer", "datasets"})
    for (const SourceFile& file : source_files(folder)) {
      if (file.path.rfind("gis/words/", 0) == 0) continue;
      const std::string code = without_comments(file.text);
      for (const auto& [call, arguments] : calls)
        for (std::size_t at = code.find(call); at != std::string::npos; at = code.find(call, at + 1)) {
          if (at > 0 && (is_name_character(code[at - 1]) || code[at - 1] == '.' || code[at - 1] == '>')) continue;
          for (const std::string& sentence : literals_of_call(code, at + call.size() - 1, arguments))
            found.emplace_back(sentence, file.path);
        }
    }
  return found;
}

BOOST_AUTO_TEST_CASE(every_sentence_in_the_sources_has_its_german) {
  const auto found = sentences_in_sources();
  BOOST_TEST(found.size() > 200u);  // else the search itself is broken
  for (const auto& [sentence, file] : found)
    if (sentence.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos)
      BOOST_CHECK_MESSAGE(!german(sentence).empty(), file + ": no German for “" + sentence + "”");
}

BOOST_AUTO_TEST_CASE(fields_and_choices_have_their_german) {
  for (const MeasureField& field : measure_fields()) {
    BOOST_CHECK_MESSAGE(!german(field.label).empty(), field.label);
    for (const Choice& choice : field.choices) BOOST_CHECK_MESSAGE(!german(choice.label).empty(), choice.label);
  }
  for (const Choice& choice : placement_choices()) BOOST_CHECK_MESSAGE(!german(choice.label).empty(), choice.label);
}

BOOST_AUTO_TEST_CASE(both_languages_have_the_same_places_for_values) {
  for (const Sentence& sentence : all_sentences())
    for (char digit = '1'; digit <= '9'; ++digit) {
      const std::string place = std::string("{") + digit + "}";
      const bool english = sentence.english.find(place) != std::string_view::npos;
      const bool german_too = sentence.german.find(place) != std::string_view::npos;
      BOOST_CHECK_MESSAGE(english == german_too, sentence.english << " and its German differ in " << place);
    }
}

BOOST_AUTO_TEST_CASE(no_sentence_is_translated_twice_in_different_words) {
  std::map<std::string_view, std::string_view> first;
  for (const Sentence& sentence : all_sentences()) {
    const auto [known, is_new] = first.emplace(sentence.english, sentence.german);
    BOOST_CHECK_MESSAGE(is_new || known->second == sentence.german,
                        sentence.english << ": " << known->second << " / " << sentence.german);
  }
}

BOOST_AUTO_TEST_CASE(the_german_table_holds_nothing_that_is_gone) {
  std::string all;
  for (const std::string folder : {"gis", "layers", "viewer", "datasets"})
    for (const SourceFile& file : source_files(folder)) {
      if (file.path.rfind("gis/words/german", 0) == 0) continue;
      const std::string code = without_comments(file.text);
      bool joined = false;
      for (std::size_t i = 0; i < code.size();) {
        if (code[i] == '"') {
          if (!joined) all += '\n';
          all += literal_at(code, i);
          joined = true;
        } else {
          if (!std::isspace(static_cast<unsigned char>(code[i]))) joined = false;
          if (code[i] == '\'' && i + 2 < code.size() && (i == 0 || !is_name_character(code[i - 1])))
            i += code[i + 1] == '\\' ? 3U : 2U;
          ++i;
        }
      }
    }
  for (const Sentence& sentence : all_sentences())
    BOOST_CHECK_MESSAGE(all.find(sentence.english) != std::string::npos, "no longer said: " << sentence.english);
}

BOOST_AUTO_TEST_SUITE_END()
