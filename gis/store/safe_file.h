#pragma once
// Files that are there whole or not at all, and one writer at a time.

#include <filesystem>
#include <string>

namespace smile::store {

/// A new file beside its destination. Until commit() the destination is as it was; without it the new file goes away.
class NewFile {
public:
  explicit NewFile(const std::filesystem::path& destination);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  const std::filesystem::path& path() const { return path_; }
  /// Syncs the file, gives it its name, syncs the folder. Throws Error{exists} unless overwrite, {disk}.
  void commit(bool overwrite);

private:
  std::filesystem::path destination_;
  std::filesystem::path path_;
  bool committed_ = false;
};

/// A folder for a private copy; gone with the object.
class TemporaryCopy {
public:
  /// Copies the database and what stands beside it (-wal, -journal).
  explicit TemporaryCopy(const std::filesystem::path& database);
  ~TemporaryCopy();
  TemporaryCopy(const TemporaryCopy&) = delete;
  TemporaryCopy& operator=(const TemporaryCopy&) = delete;
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path folder_;
  std::filesystem::path path_;
};

/// True where shared memory and locks work as SQLite's WAL needs: not on network and foreign file systems.
bool is_local(const std::filesystem::path& file);

/// The right to write a plan, held by the operating system and freed by it when the process ends, however that happens.
/// The lock stands in a file of its own (".plan.gpkg.lock") that says who holds it; it is removed on release.
class WriteLock {
public:
  /// Throws Error{in_use} saying who has it and since when, {read_only} where nothing can be written beside the plan.
  explicit WriteLock(const std::filesystem::path& plan);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

  static bool is_held(const std::filesystem::path& plan);

private:
  std::filesystem::path file_;
  int descriptor_ = -1;
};

}  // namespace smile::store
