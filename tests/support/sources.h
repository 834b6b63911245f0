#pragma once
// The program's own source files as text, for tests that hold the house to its rules.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/places.h"

namespace smile::tests {

struct SourceFile {
  std::string path;  ///< relative to the checkout: "gis/words/words.cpp"
  std::string text;
};

inline std::vector<SourceFile> source_files(const std::string& folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder() / folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".h") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    files.push_back({std::filesystem::relative(entry.path(), source_folder()).generic_string(), text.str()});
  }
  return files;
}

/// Comments blanked, so that words in them are not taken for code. String literals stay.
inline std::string without_comments(const std::string& text) {
  std::string out = text;
  enum class In { code, string, character, line, block } in = In::code;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const char next = i + 1 < out.size() ? out[i + 1] : '\0';
    switch (in) {
      case In::code:
        if (out[i] == '"') in = In::string;
        // an apostrophe between digits parts thousands
        else if (out[i] == '\'' && (i == 0 || !std::isalnum(static_cast<unsigned char>(out[i - 1]))))
          in = In::character;
        else if (out[i] == '/' && next == '/')
          in = In::line;
        else if (out[i] == '/' && next == '*')
          in = In::block;
        break;
      case In::string:
      case In::character:
        if (out[i] == '\\')
          ++i;
        else if (out[i] == (in == In::string ? '"' : '\''))
          in = In::code;
        continue;
      case In::line:
        if (out[i] == '\n') in = In::code;
        break;
      case In::block:
        if (out[i] == '*' && next == '/') {
          out[i] = out[i + 1] = ' ';
          in = In::code;
        }
        break;
    }
    if ((in == In::line || in == In::block) && out[i] != '\n') out[i] = ' ';
  }
  return out;
}

}  // namespace smile::tests
