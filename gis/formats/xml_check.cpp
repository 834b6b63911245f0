// XML from strangers: entities that multiply themselves and nesting that overflows a reader's stack are refused before
// any reader sees them.
#include <array>
#include <fstream>

#include "gis/formats/source_files.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

constexpr int deepest = 500;

/// Follows the tags of a document byte by byte. Zero bytes are skipped, so that UTF-16 is followed too.
class TagScanner {
public:
  bool has_declaration() const { return declaration_; }
  bool too_deep() const { return depth_ > deepest; }

  void take(char c) {
    switch (state_) {
      case State::text:
        if (c == '<') begin_tag();
        break;
      case State::tag:
        in_tag(c);
        break;
      case State::quoted:
        if (c == quote_) state_ = State::tag;
        break;
      case State::comment:
        end_after(c, "-->");
        break;
      case State::cdata:
        end_after(c, "]]>");
        break;
      case State::instruction:
        end_after(c, "?>");
        break;
    }
    last_ = c;
  }

private:
  enum class State { text, tag, quoted, comment, cdata, instruction };

  void begin_tag() {
    state_ = State::tag;
    head_.clear();
  }

  void in_tag(char c) {
    if (head_.size() < 9) head_ += c;
    if (head_ == "?") return start(State::instruction);
    if (head_ == "!--") return start(State::comment);
    if (head_ == "![CDATA[") return start(State::cdata);
    if (head_.starts_with("!D") || head_.starts_with("!E") || head_.starts_with("!d") || head_.starts_with("!e"))
      declaration_ = true;
    if (c == '"' || c == '\'') {
      quote_ = c;
      state_ = State::quoted;
    } else if (c == '>') {
      end_tag();
    }
  }

  void end_tag() {
    if (head_.starts_with('/'))
      --depth_;
    else if (last_ != '/' && !head_.starts_with('!'))
      ++depth_;
    state_ = State::text;
  }

  void start(State state) {
    state_ = state;
    tail_.clear();
  }

  void end_after(char c, std::string_view end) {
    tail_ += c;
    if (tail_.size() > end.size()) tail_.erase(0, 1);
    if (tail_ == end) state_ = State::text;
  }

  State state_ = State::text;
  std::string head_;
  std::string tail_;
  char quote_ = '"';
  char last_ = '\0';
  int depth_ = 0;
  bool declaration_ = false;
};

}  // namespace

void check_xml(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  TagScanner scanner;
  std::array<char, 65536> piece{};
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    for (std::streamsize i = 0; i < in.gcount(); ++i)
      if (const char c = piece[static_cast<std::size_t>(i)]; c != '\0') scanner.take(c);
    if (scanner.has_declaration())
      throw Error(ErrorKind::refused,
                  text("“{1}” declares its own document type, which can hide harmful entities; export it "
                       "again without one.",
                       file.filename().string()));
    if (scanner.too_deep())
      throw Error(ErrorKind::refused, text("“{1}” is nested too deeply to be geodata.", file.filename().string()));
  }
}

}  // namespace smile
