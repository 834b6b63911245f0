#pragma once
// Private to this room: a folder of our own that is gone when we are done. The user's files are never touched.

#include <filesystem>

namespace smile {

class WorkingFolder {
public:
  WorkingFolder();  ///< throws Error{disk}
  ~WorkingFolder();
  WorkingFolder(WorkingFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
  WorkingFolder& operator=(WorkingFolder&&) = delete;
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

}  // namespace smile
