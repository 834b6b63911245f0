#include "gis/exports/publish.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "gis/words/issue.h"

namespace smile::exports {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
  throw Error(ErrorKind::disk, text("“{1}” could not be written ({2}); free some space or choose another folder.",
                                    path.filename().string(), reason));
}

void sync(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) fail(path, std::strerror(errno));
  const int result = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  // Some network shares can't sync a folder: they say EINVAL, and there is nothing more to do.
  if (result != 0 && error != EINVAL) fail(path, std::strerror(error));
}

std::vector<fs::path> missing_folders(fs::path folder) {
  std::vector<fs::path> missing;
  for (std::error_code ignored; !folder.empty() && !fs::exists(folder, ignored); folder = folder.parent_path())
    missing.insert(missing.begin(), folder);
  return missing;
}

std::string made_beside(const fs::path& folder) {
  std::string pattern = (folder / ".smile-places-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) fail(folder, std::strerror(errno));
  return pattern;
}

}  // namespace

Staging::Staging(const fs::path& folder) : folder_(fs::absolute(folder).lexically_normal()) {
  if (folder_.filename().empty()) folder_ = folder_.parent_path();
  std::error_code error;
  if (fs::exists(folder_, error) && !fs::is_directory(folder_, error))
    throw Error(ErrorKind::exists,
                text("“{1}” is a file, not a folder; choose another name.", folder_.filename().string()));
  made_ = missing_folders(folder_);
  fs::create_directories(folder_, error);
  if (error) fail(folder_, error.message());
  // Inside the folder: on the same disk whatever is mounted where, so that renaming is one step.
  staging_ = made_beside(folder_);
}

Staging::~Staging() {
  if (!done_) roll_back();
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  if (done_) return;
  for (auto made = made_.rbegin(); made != made_.rend(); ++made) fs::remove(*made, ignored);  // only while empty
}

void Staging::keep_old(const std::string& name) {
  std::error_code error;
  const fs::path old = folder_ / name;
  if (!fs::exists(old, error)) return;
  const fs::path kept = staging_ / "old" / name;
  fs::create_directories(kept.parent_path(), error);
  fs::create_hard_link(old, kept, error);
  if (error) fs::copy_file(old, kept, error);
  if (error) fail(old, error.message());
}

void Staging::roll_back() noexcept {
  std::error_code ignored;
  for (const std::string& name : moved_) {
    const fs::path kept = staging_ / "old" / name;
    if (fs::exists(kept, ignored))
      fs::rename(kept, folder_ / name, ignored);
    else
      fs::remove(folder_ / name, ignored);
  }
  moved_.clear();
}

std::vector<fs::path> Staging::publish(const std::vector<std::string>& names, const std::vector<std::string>& stale,
                                       bool overwrite) {
  for (const std::string& name : names) sync(staging_ / name, O_RDONLY);
  if (const auto there = already_there(folder_, names); !overwrite && !there.empty())
    throw Error(
        ErrorKind::exists,
        text("“{1}” is already there; choose another folder, or say that it may be overwritten.", there.front()));
  std::vector<fs::path> published;
  for (const std::string& name : names) {
    std::error_code error;
    if (fs::is_directory(folder_ / name, error)) fail(folder_ / name, std::strerror(EISDIR));
    keep_old(name);
    fs::rename(staging_ / name, folder_ / name, error);
    if (error) fail(folder_ / name, error.message());
    moved_.push_back(name);
    published.push_back(folder_ / name);
  }
  sync(folder_, O_RDONLY | O_DIRECTORY);
  done_ = true;
  std::error_code ignored;
  for (const std::string& name : stale) fs::remove(folder_ / name, ignored);
  return published;
}

std::vector<std::string> already_there(const fs::path& folder, const std::vector<std::string>& names) {
  std::vector<std::string> there;
  for (const std::string& name : names) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(folder / name, ignored))) there.push_back(name);
  }
  return there;
}

std::vector<std::string> stale_indexes(const std::vector<std::string>& files) {
  std::vector<std::string> stale;
  for (const std::string& file : files)
    if (file.ends_with(".shp"))
      for (const char* ending : {".qix", ".sbn", ".sbx"}) stale.push_back(file.substr(0, file.size() - 4) + ending);
  return stale;
}

}  // namespace smile::exports
