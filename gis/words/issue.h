#pragma once
// A problem in the data is an Issue in a list; an operation that can't be done throws Error. Nothing is repaired silently.

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "gis/words/words.h"

namespace smile {

/// note: a guess or a repair that is plausible; warning: look at this; error: this part did not come in.
enum class Severity { note, warning, error };

struct Issue {
  Severity severity = Severity::note;
  std::string kind;                  ///< stable English snake_case word, e.g. "coordinates_swapped"
  std::string file;                  ///< as the user named it; empty: the plan itself
  std::optional<std::int64_t> row;   ///< as the spreadsheet counts it (header is row 1), or the feature's number from 1
  std::string column;                ///< header or field name
  std::string value;                 ///< the text that stood there
  Text message;                      ///< one sentence: what is wrong
  Text proposal;                     ///< one sentence: what to do; may be empty
  std::int64_t measure = 0;          ///< id of the measure it speaks of, 0: none
  std::int64_t district = 0;         ///< id of the district it speaks of, 0: none

  bool operator==(const Issue&) const = default;
};

using Issues = std::vector<Issue>;

/// True if at least one issue is a warning or worse: exit code 1.
bool has_warnings(const Issues& issues);
std::string_view severity_word(Severity severity);  ///< "note", "warning", "error"

enum class ErrorKind {
  usage,        ///< the call's words are off
  not_found,    ///< file, layer, district … that isn't there
  refused,      ///< a file that must not be opened or that isn't what it says
  unreadable,   ///< a damaged file
  needs_answer, ///< no guess is plausible: the sentence names the option
  in_use,       ///< somebody else has the plan open
  read_only,
  exists,       ///< would overwrite
  disk,         ///< could not be written
  cancelled,
};

/// Why an operation was not done, in one sentence with the next step. Nothing was changed.
class Error : public std::exception {
public:
  Error(ErrorKind kind, Text sentence);
  ErrorKind kind() const { return kind_; }
  const Text& sentence() const { return sentence_; }
  const char* what() const noexcept override { return rendered_.c_str(); }  ///< in English

private:
  ErrorKind kind_;
  Text sentence_;
  std::string rendered_;
};

}  // namespace smile
