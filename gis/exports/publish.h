#pragma once
// A hand-over appears whole or not at all: it is written into a temporary folder beside, synced, and renamed file by
// file.

#include <filesystem>
#include <string>
#include <vector>

namespace smile::exports {

class Staging {
public:
  /// Makes the folder (and those above it) if it isn't there. Throws Error{disk}.
  explicit Staging(const std::filesystem::path& folder);
  /// Removes what is left; a folder made for a hand-over that failed goes again.
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  const std::filesystem::path& path() const { return staging_; }
  /// Moves these files of path() into the folder. `stale`: files there that described replaced ones and would now lie
  /// (a spatial index). Throws Error{exists} unless overwrite, {disk}; then the folder is as it was before.
  std::vector<std::filesystem::path> publish(const std::vector<std::string>& names,
                                             const std::vector<std::string>& stale, bool overwrite);

private:
  void keep_old(const std::string& name);
  void roll_back() noexcept;

  std::filesystem::path folder_;
  std::filesystem::path staging_;
  std::vector<std::filesystem::path> made_;  ///< folders that were not there, outermost first
  std::vector<std::string> moved_;
  bool done_ = false;
};

/// Spatial indexes of a replaced shapefile: they would hide records from whoever trusts them.
std::vector<std::string> stale_indexes(const std::vector<std::string>& files);

/// Those of the names that are already in the folder.
std::vector<std::string> already_there(const std::filesystem::path& folder, const std::vector<std::string>& names);

}  // namespace smile::exports
