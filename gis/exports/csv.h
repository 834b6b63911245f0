#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace smile::exports {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// With an apostrophe in front if a spreadsheet would take it for a formula: = + - @, also their full-width forms, tab,
/// CR or LF first.
std::string guarded(std::string_view text);
/// Cells that are already guarded, or numbers.
std::string csv_line(const std::vector<std::string>& cells);
/// All cells are text.
std::string csv_text_line(const std::vector<std::string>& cells);

}  // namespace smile::exports
