#pragma once
// .zip archives from strangers; for this room and for what the program itself brings along. Bytes are counted while
// inflating; names that lead out of the archive are refused.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "gis/jobs/progress.h"

namespace smile {

/// What one archive may grow to. More is refused: it's a bomb, or too much for a desk.
struct ArchiveLimits {
  std::uint64_t inflated = 2ULL << 30;    ///< bytes in all
  std::uint64_t harmless = 100ULL << 20;  ///< below this the ratio doesn't matter
  std::uint64_t ratio = 200;              ///< inflated to stored
  std::size_t entries = 20000;
};

/// Extracts the files whose ending is one of `endings` (lower case, without the dot) into the folder; returns their
/// paths relative to it. Throws Error{refused} for bombs, names that lead outside, passwords; {unreadable} for damage;
/// {disk}; {cancelled}.
std::vector<std::filesystem::path> extract_archive(const std::filesystem::path& archive,
                                                   const std::filesystem::path& into,
                                                   const std::vector<std::string>& endings, const Progress& progress,
                                                   const ArchiveLimits& limits = {});

/// The same of the files that are wanted by their names in the archive, with "/" between folders.
std::vector<std::filesystem::path> extract_files(const std::filesystem::path& archive,
                                                 const std::filesystem::path& into,
                                                 const std::function<bool(const std::string& name)>& wanted,
                                                 const Progress& progress, const ArchiveLimits& limits = {});

/// Names of the files in an archive; empty for what is none.
std::vector<std::string> names_in_archive(const std::filesystem::path& archive);

}  // namespace smile
