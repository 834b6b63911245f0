#pragma once
// What an analysis found, as a value that stays in the plan: the question that can be asked again, the answer in
// sentences, tables and a picture, and everything that is needed to trust it.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/plan/date.h"
#include "gis/plan/district.h"
#include "gis/plan/statistic.h"
#include "gis/words/words.h"

namespace smile {

/// A question asked of the plan, as the command line has it: a word and options. Layers and scenarios are named by
/// their ids ("12"), so that a new name doesn't lose them.
struct Question {
  std::string kind;                            ///< "catchment", "supply" …
  std::map<std::string, std::string> options;  ///< "distance" -> "200;400"
  bool operator==(const Question&) const = default;
};

/// A column holds either figures or words, one for each row.
struct FindingColumn {
  Text name;
  int digits = 0;      ///< that are true, behind the point
  bool share = false;  ///< of 1: read as per cent
  std::vector<std::optional<double>> figures;
  std::vector<std::string> words;
  std::vector<std::int64_t> secret = {};  ///< rows without a figure because the source keeps it secret, rising
  bool operator==(const FindingColumn&) const = default;
};

struct FindingTable {
  Text title;
  std::vector<FindingColumn> columns;
  std::vector<Id> districts;  ///< of each row, 0: none; empty: the rows are something else
  std::vector<Id> measures;   ///< the same for measures
  bool total = false;         ///< the last row is that of everything
  bool operator==(const FindingTable&) const = default;
};

std::size_t rows_of(const FindingTable& table);
/// Of a column of figures; missing beyond its end.
Figure figure_at(const FindingColumn& column, std::size_t row);
/// What stands in the cell, for people: "12.5 %", "secret", "–" where nobody knows.
std::string cell_in_words(Language language, const FindingColumn& column, std::size_t row);

/// The picture beside the first table: which of its columns it shows.
struct FindingChart {
  enum class Kind : std::uint8_t { none, bars, lorenz, scatter, timeline };
  Kind kind = Kind::none;
  int label = 0;  ///< column of words
  int x = 0;      ///< scatter: figures to the right; lorenz: of whom; timeline: first of the columns named by years
  int y = 0;      ///< bars: their length; scatter: figures upward; lorenz: of what; timeline: last of them
  bool operator==(const FindingChart&) const = default;
};

struct Finding {
  Id id = 0;
  std::string name;
  Question question;
  std::vector<Text> sentences;  ///< what it means, the message first
  FindingChart chart;
  std::vector<FindingTable> tables;
  std::vector<Text> method;          ///< sentences
  std::vector<std::string> sources;  ///< layers and files with credit and date, each once
  Date found;
  std::string basis;  ///< fingerprint of what it rests on in the plan: another one now means "outdated"
  Id layer = 0;       ///< of the map made from it; 0: none
  bool operator==(const Finding&) const = default;
};

using FindingPtr = std::shared_ptr<const Finding>;

}  // namespace smile
