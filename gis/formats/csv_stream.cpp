#include "gis/formats/csv_stream.h"

#include <algorithm>

#include "gis/formats/encoding.h"
#include "gis/formats/table_builder.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

constexpr std::size_t longest_record = 64U << 20U;  ///< beyond that a quote was never closed

}  // namespace

CsvStream::CsvStream(const std::filesystem::path& file, const Progress& progress, std::size_t piece)
    : in_(file, std::ios::binary), name_(file.filename().string()), progress_(progress), piece_bytes_(piece) {
  std::error_code failed;
  size_ = std::filesystem::file_size(file, failed);
  if (!in_ || failed) throw Error(ErrorKind::unreadable, text("“{1}” can't be read.", name_));
  if (!next()) return;
  for (std::size_t i = 0; i < cells_.size(); ++i) header_.emplace_back(cell(i));
}

std::size_t CsvStream::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  return found == header_.end() ? none : static_cast<std::size_t>(found - header_.begin());
}

std::string_view CsvStream::cell(std::size_t column) const {
  return column < cells_.size() ? trimmed(cells_[column]) : std::string_view();
}

/// One past the last line end that is not within quotes; 0: none. Quotes open at the beginning of a cell alone.
std::size_t CsvStream::last_line_end() const {
  bool quoted = false, begins = true;
  std::size_t end = 0;
  for (std::size_t i = 0; i < left_.size(); ++i) {
    const char c = left_[i];
    if (quoted) {
      quoted = c != '"';  // of a doubled quote the second opens again
      begins = !quoted;
      continue;
    }
    quoted = c == '"' && begins;
    begins = c == ',' || c == '\n' || c == '\r';
    if (c == '\n') end = i + 1;
  }
  return end;
}

bool CsvStream::read_piece() {
  progress_.check();
  std::size_t end = 0;
  while (end == 0 && in_) {
    const std::size_t before = left_.size();
    left_.resize(before + piece_bytes_);
    in_.read(left_.data() + before, static_cast<std::streamsize>(piece_bytes_));
    left_.resize(before + static_cast<std::size_t>(in_.gcount()));
    if (read_ == 0 && left_.starts_with("\xEF\xBB\xBF")) left_.erase(0, 3);
    read_ += static_cast<std::uintmax_t>(in_.gcount());
    end = in_ ? last_line_end() : left_.size();  // at the end of the file all that is left
    if (end == 0 && left_.size() > longest_record)
      throw Error(ErrorKind::unreadable,
                  text("“{1}” has a row without end: a quotation mark opens there and is never closed.", name_));
  }
  if (left_.empty()) return false;
  progress_.report(text("Reading {1}", name_), static_cast<double>(read_) / static_cast<double>(size_));
  piece_ = left_.substr(0, end);
  left_.erase(0, end);
  const bool clean = smile::is_utf8(piece_);
  utf8_ = utf8_ && clean;
  if (!clean) decoded_ = to_utf8(piece_, "CP1252").value_or(piece_);
  reader_ = std::make_unique<CsvReader>(clean ? piece_ : decoded_, ',');
  return true;
}

bool CsvStream::next() {
  while (true) {
    if (!reader_ && !read_piece()) return false;
    if (!reader_->next(cells_)) {
      reader_.reset();
      continue;
    }
    ++row_;
    if (!is_blank(cells_)) return true;
  }
}

}  // namespace smile
