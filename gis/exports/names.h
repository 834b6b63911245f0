#pragma once
// Names in files that other programs read: ASCII, short, unique, the same on every run and in every language of the
// interface.

#include <set>
#include <string>
#include <string_view>

#include "gis/plan/statistic.h"

namespace smile::exports {

/// Lower-case letters, digits and single underscores; "Straße & Plätze" becomes "strasse_plaetze". "" where nothing of
/// the text is Latin.
std::string slug(std::string_view text);

/// At most `bytes` bytes, never half a character.
std::string cut_utf8(std::string_view text, std::size_t bytes);

/// "EINWO23_57": letters of the name, the year, and the statistic's id, which is never reused. So a further statistic
/// never renames the others, and no two are the same. At most 10 bytes.
std::string statistic_short_name(const Statistic& statistic);

/// Hands out each name once, ignoring case: what is taken gets _2, _3 … Never longer than `longest`.
class UniqueNames {
public:
  explicit UniqueNames(std::size_t longest) : longest_(longest) {}
  std::string take(const std::string& wanted);

private:
  std::size_t longest_;
  std::set<std::string> taken_;
};

}  // namespace smile::exports
