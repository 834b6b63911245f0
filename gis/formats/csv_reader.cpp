#include "gis/formats/csv_reader.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/formats/table_builder.h"

namespace smile {
namespace {

/// How well a delimiter explains the sample: alike records, many columns, a first wide record that reads like a header.
double delimiter_score(const std::vector<std::vector<std::string>>& sample) {
  std::map<std::size_t, int> counts;
  for (const auto& cells : sample) ++counts[cells.size()];
  std::size_t usual = 0;
  int times = 0;
  for (const auto& [size, n] : counts)
    if (n > times || (n == times && size > usual)) std::tie(usual, times) = std::pair(size, n);
  if (usual < 2) return 0;
  const auto wide = std::find_if(sample.begin(), sample.end(), [](const auto& cells) { return cells.size() > 1; });
  const double header = wide->size() == usual && reads_like_header(*wide) ? 1 : 0.3;
  return header * times / static_cast<double>(sample.size()) * std::log2(static_cast<double>(usual));
}

}  // namespace

CsvReader::CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
  for (const char stop : {delimiter, '\r', '\n'}) stops_[static_cast<unsigned char>(stop)] = true;
}

std::string& CsvReader::scratch() {
  if (scratch_used_ == scratch_.size()) scratch_.emplace_back();
  std::string& next = scratch_[scratch_used_++];
  next.clear();
  return next;
}

std::string_view CsvReader::plain_cell() {
  const std::size_t start = at_;
  const char* const data = text_.data();
  std::size_t at = at_;
  while (at < text_.size() && !stops_[static_cast<unsigned char>(data[at])]) ++at;
  at_ = at;
  return text_.substr(start, at - start);
}

std::string_view CsvReader::quoted_cell() {
  const std::size_t start = at_ + 1;
  bool doubled = false;
  std::size_t quote = text_.find('"', start);
  while (quote != std::string_view::npos && quote + 1 < text_.size() && text_[quote + 1] == '"') {
    doubled = true;
    quote = text_.find('"', quote + 2);
  }
  if (quote == std::string_view::npos) {
    if (unclosed_ == 0) unclosed_ = record_;
    return plain_cell();
  }
  at_ = quote + 1;
  const std::string_view inner = text_.substr(start, quote - start);
  const std::string_view tail = plain_cell();
  if (!doubled && tail.empty()) return inner;
  std::string& cell = scratch();
  for (std::size_t i = 0; i < inner.size(); ++i) {
    cell += inner[i];
    if (inner[i] == '"') ++i;
  }
  return cell += tail;
}

void CsvReader::skip_line_end() {
  const bool two = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
  at_ += two ? 2 : 1;
}

bool CsvReader::next(std::vector<std::string_view>& cells) {
  if (at_ >= text_.size()) return false;
  cells.clear();
  scratch_used_ = 0;
  ++record_;
  while (true) {
    cells.push_back(at_quote() ? quoted_cell() : plain_cell());
    if (at_ >= text_.size()) return true;
    if (text_[at_] != delimiter_) {
      skip_line_end();
      return true;
    }
    ++at_;
  }
}

char guess_delimiter(std::string_view text) {
  constexpr std::size_t sample_records = 200;
  char best = '\t';
  double best_score = 0;
  for (const char delimiter : {';', '\t', ',', '|'}) {
    CsvReader reader(text, delimiter);
    std::vector<std::vector<std::string>> sample;
    std::vector<std::string_view> cells;
    while (sample.size() < sample_records && reader.next(cells))
      if (!is_blank(cells)) sample.emplace_back(cells.begin(), cells.end());
    const double score = delimiter_score(sample);
    if (score > best_score) std::tie(best, best_score) = std::pair(delimiter, score);
  }
  return best;
}

}  // namespace smile
