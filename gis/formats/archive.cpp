#include "gis/formats/archive.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <fstream>
#include <memory>
#include <set>

#include "gis/words/issue.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string name;
  unsigned flags = 0;
  unsigned method = 0;
  std::uint64_t stored = 0;
  std::uint64_t inflated = 0;  ///< as declared
  std::uint64_t header = 0;    ///< offset of the local header
};

std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

[[noreturn]] void damaged(const fs::path& archive) {
  throw Error(ErrorKind::unreadable, text("The archive “{1}” is damaged; ask for it again or unpack it yourself.",
                                          archive.filename().string()));
}

[[noreturn]] void bomb(const fs::path& archive) {
  throw Error(ErrorKind::refused, text("The archive “{1}” would unpack to far more than its size; it was not opened.",
                                       archive.filename().string()));
}

std::string read_at(std::ifstream& in, std::uint64_t offset, std::size_t count) {
  std::string bytes(count, '\0');
  in.clear();
  in.seekg(static_cast<std::streamoff>(offset));
  in.read(bytes.data(), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return bytes;
}

/// The list of entries stands at the end; a comment of up to 64 KB may follow its closing record.
std::string central_directory(std::ifstream& in, const fs::path& archive, std::size_t& count) {
  const std::uint64_t size = fs::file_size(archive);
  const std::uint64_t tail_size = std::min<std::uint64_t>(size, 65557);
  const std::string tail = read_at(in, size - tail_size, tail_size);
  const std::size_t end = tail.rfind("PK\5\6");
  if (end == std::string::npos || tail.size() - end < 22) damaged(archive);
  count = little(tail, end + 10, 2);
  const std::uint64_t length = little(tail, end + 12, 4);
  const std::uint64_t offset = little(tail, end + 16, 4);
  if (length > size || offset > size - length) damaged(archive);
  std::string directory = read_at(in, offset, length);
  if (directory.size() != length) damaged(archive);
  return directory;
}

std::vector<Entry> entries(std::ifstream& in, const fs::path& archive, const ArchiveLimits& limits) {
  std::size_t count = 0;
  const std::string directory = central_directory(in, archive, count);
  if (count > limits.entries) bomb(archive);
  std::vector<Entry> out;
  std::size_t at = 0;
  while (out.size() < count) {
    if (at + 46 > directory.size() || directory.compare(at, 4, "PK\1\2") != 0) damaged(archive);
    const std::size_t name = little(directory, at + 28, 2);
    const std::size_t rest = little(directory, at + 30, 2) + little(directory, at + 32, 2);
    if (at + 46 + name + rest > directory.size()) damaged(archive);
    out.push_back({directory.substr(at + 46, name), static_cast<unsigned>(little(directory, at + 8, 2)),
                   static_cast<unsigned>(little(directory, at + 10, 2)), little(directory, at + 20, 4),
                   little(directory, at + 24, 4), little(directory, at + 42, 4)});
    at += 46 + name + rest;
  }
  return out;
}

/// Windows programs write backslashes.
std::string with_slashes(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

bool leads_outside(const std::string& name) {
  const fs::path path = with_slashes(name);
  if (name.empty() || name.find('\0') != std::string::npos || path.is_absolute()) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  return std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

void check_entries(const std::vector<Entry>& all, const fs::path& archive, const ArchiveLimits& limits) {
  std::uint64_t inflated = 0;
  for (const Entry& entry : all) {
    if (leads_outside(entry.name))
      throw Error(ErrorKind::refused,
                  text("The archive “{1}” holds a file that would be written outside its folder; it was not opened.",
                       archive.filename().string()));
    inflated += entry.inflated;
  }
  if (inflated > limits.inflated) bomb(archive);
  if (inflated > limits.harmless && inflated / limits.ratio > fs::file_size(archive)) bomb(archive);
}

bool is_file(const std::string& name) {
  return !name.ends_with('/') && !name.starts_with("__MACOSX/");
}

bool ends_with_one_of(const std::string& name, const std::vector<std::string>& endings) {
  std::string ending = fs::path(name).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending.size() > 1 && std::find(endings.begin(), endings.end(), ending.substr(1)) != endings.end();
}

/// Bytes that came out so far, over all entries.
class Counter {
public:
  Counter(const fs::path& archive, const ArchiveLimits& limits)
      : archive_(archive), limits_(limits), stored_(fs::file_size(archive)) {}
  void add(std::uint64_t bytes) {
    inflated_ += bytes;
    if (inflated_ > limits_.inflated) bomb(archive_);
    if (inflated_ > limits_.harmless && inflated_ / limits_.ratio > stored_) bomb(archive_);
  }

private:
  const fs::path& archive_;
  const ArchiveLimits& limits_;
  std::uint64_t stored_;
  std::uint64_t inflated_ = 0;
};

class Extractor {
public:
  Extractor(std::ifstream& in, const fs::path& archive, Counter& counter, const Progress& progress)
      : in_(in), archive_(archive), counter_(counter), progress_(progress) {}

  void extract(const Entry& entry, const fs::path& to) {
    if ((entry.flags & 1U) != 0)
      throw Error(ErrorKind::refused, text("The archive “{1}” is protected by a password; unpack it yourself first.",
                                           archive_.filename().string()));
    if (entry.method != 0 && entry.method != 8) damaged(archive_);
    seek_content(entry);
    std::ofstream out(to, std::ios::binary);
    if (entry.method == 0)
      copy(entry, out);
    else
      inflate_into(entry, out);
    out.close();
    if (!out)
      throw Error(ErrorKind::disk, text("There is no room for temporary files; free some space and try again."));
  }

private:
  void seek_content(const Entry& entry) {
    const std::string local = read_at(in_, entry.header, 30);
    if (local.size() != 30 || !local.starts_with("PK\3\4")) damaged(archive_);
    const std::uint64_t skip = 30 + little(local, 26, 2) + little(local, 28, 2);
    in_.seekg(static_cast<std::streamoff>(entry.header + skip));
  }

  /// The next piece of the stored bytes; fewer than asked at the end of the file.
  std::size_t next(std::uint64_t left) {
    progress_.check();
    in_.read(piece_.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, piece_.size())));
    return static_cast<std::size_t>(in_.gcount());
  }

  void copy(const Entry& entry, std::ofstream& out) {
    for (std::uint64_t left = entry.stored; left > 0;) {
      const std::size_t got = next(left);
      if (got == 0) damaged(archive_);
      counter_.add(got);
      out.write(piece_.data(), static_cast<std::streamsize>(got));
      left -= got;
    }
  }

  struct EndInflate {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
  };

  void inflate_into(const Entry& entry, std::ofstream& out) {
    z_stream stream{};
    if (inflateInit2(&stream, -15) != Z_OK) damaged(archive_);
    const std::unique_ptr<z_stream, EndInflate> end(&stream);
    std::uint64_t left = entry.stored;
    for (int state = Z_OK; state != Z_STREAM_END;) {
      const std::size_t got = next(left);
      if (got == 0) damaged(archive_);
      left -= got;
      state = inflate_piece(stream, got, out);
    }
  }

  int inflate_piece(z_stream& stream, std::size_t got, std::ofstream& out) {
    stream.next_in = reinterpret_cast<Bytef*>(piece_.data());
    stream.avail_in = static_cast<uInt>(got);
    int state = Z_OK;
    do {
      stream.next_out = reinterpret_cast<Bytef*>(inflated_.data());
      stream.avail_out = static_cast<uInt>(inflated_.size());
      state = inflate(&stream, Z_NO_FLUSH);
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) damaged(archive_);
      const std::size_t count = inflated_.size() - stream.avail_out;
      counter_.add(count);
      out.write(inflated_.data(), static_cast<std::streamsize>(count));
    } while (state == Z_OK && stream.avail_out == 0);
    return state;
  }

  std::ifstream& in_;
  const fs::path& archive_;
  Counter& counter_;
  const Progress& progress_;
  std::array<char, 65536> piece_{};
  std::array<char, 262144> inflated_{};
};

}  // namespace

std::vector<fs::path> extract_archive(const fs::path& archive, const fs::path& into,
                                      const std::vector<std::string>& endings, const Progress& progress,
                                      const ArchiveLimits& limits) {
  return extract_files(
      archive, into, [&](const std::string& name) { return ends_with_one_of(name, endings); }, progress, limits);
}

std::vector<fs::path> extract_files(const fs::path& archive, const fs::path& into,
                                    const std::function<bool(const std::string& name)>& wanted,
                                    const Progress& progress, const ArchiveLimits& limits) {
  std::ifstream in(archive, std::ios::binary);
  const std::vector<Entry> all = entries(in, archive, limits);
  check_entries(all, archive, limits);
  Counter counter(archive, limits);
  const auto extractor = std::make_unique<Extractor>(in, archive, counter, progress);
  std::set<fs::path> out;
  for (const Entry& entry : all) {
    const std::string name = with_slashes(entry.name);
    if (!is_file(name) || !wanted(name)) continue;
    const fs::path relative = fs::path(name).lexically_normal();
    if (!out.insert(relative).second) continue;
    std::error_code failed;
    fs::create_directories((into / relative).parent_path(), failed);
    if (failed) damaged(archive);
    extractor->extract(entry, into / relative);
  }
  return {out.begin(), out.end()};
}

std::vector<std::string> names_in_archive(const fs::path& archive) {
  std::ifstream in(archive, std::ios::binary);
  std::vector<std::string> names;
  if (read_at(in, 0, 2) != "PK") return names;
  for (const Entry& entry : entries(in, archive, {}))
    if (const std::string name = with_slashes(entry.name); is_file(name)) names.push_back(name);
  return names;
}

}  // namespace smile
