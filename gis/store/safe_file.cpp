#include "gis/store/safe_file.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <random>

#include "gis/words/issue.h"

namespace smile::store {
namespace {

namespace fs = std::filesystem;

std::string shown(const fs::path& path) {
  return path.filename().string();
}

[[noreturn]] void disk_error(const fs::path& path, int error) {
  throw Error(ErrorKind::disk, text("“{1}” could not be written ({2}); free some space or choose another place.",
                                    shown(path), std::strerror(error)));
}

class Descriptor {
public:
  Descriptor(const fs::path& path, int flags) : value(::open(path.c_str(), flags | O_CLOEXEC)) {}
  ~Descriptor() {
    if (value >= 0) ::close(value);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  const int value;
};

void sync_path(const fs::path& path, int flags) {
  const Descriptor file(path, flags);
  if (file.value < 0 || ::fsync(file.value) != 0) disk_error(path, errno);
}

fs::path folder_of(const fs::path& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  return folder.empty() ? fs::path("/") : folder;
}

fs::path beside(const fs::path& file, const std::string& suffix) {
  return fs::path(file.string() + suffix);
}

fs::path lock_file(const fs::path& plan) {
  return folder_of(plan) / ("." + plan.filename().string() + ".lock");
}

std::string user_name() {
  const passwd* entry = ::getpwuid(::getuid());
  return entry && entry->pw_name ? entry->pw_name : std::to_string(::getuid());
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "?";
}

std::string local_time() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  char buffer[32];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%d %H:%M", &parts);
  return buffer;
}

/// What the holder wrote: user, host, since, one a line.
std::array<std::string, 3> read_holder(int descriptor) {
  std::array<char, 1024> buffer{};
  const ssize_t length = ::pread(descriptor, buffer.data(), buffer.size() - 1, 0);
  std::array<std::string, 3> holder = {"?", "?", "?"};
  const std::string content(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  std::size_t begin = 0;
  for (std::string& line : holder) {
    const std::size_t end = content.find('\n', begin);
    if (end == std::string::npos) break;
    line = content.substr(begin, end - begin);
    begin = end + 1;
  }
  return holder;
}

void write_holder(int descriptor) {
  const std::string content =
      user_name() + "\n" + host_name() + "\n" + local_time() + "\n" + std::to_string(::getpid()) + "\n";
  // Only a courtesy to others: without these words the lock holds all the same.
  if (::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, content.data(), content.size(), 0) < 0) return;
}

/// The one who had the lock may have removed the file after we opened it: then ours has no name any more.
bool still_there(int descriptor, const fs::path& path) {
  struct stat ours {};
  struct stat named {};
  return ::fstat(descriptor, &ours) == 0 && ::stat(path.c_str(), &named) == 0 && ours.st_ino == named.st_ino &&
         ours.st_dev == named.st_dev;
}

[[noreturn]] void in_use(const fs::path& plan, int descriptor) {
  const auto [user, host, since] = read_holder(descriptor);
  ::close(descriptor);
  throw Error(ErrorKind::in_use,
              text("“{1}” is being edited by {2} on {3} since {4}; open it read-only, or ask for it to be "
                   "closed there.",
                   shown(plan), user, host, since));
}

}  // namespace

NewFile::NewFile(const fs::path& destination) : destination_(fs::absolute(destination)) {
  std::random_device random;
  for (int attempt = 0; attempt < 100; ++attempt) {
    char suffix[32];
    std::snprintf(suffix, sizeof suffix, ".new-%08x", random());
    path_ = folder_of(destination_) / ("." + destination_.filename().string() + suffix);
    const int descriptor = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      ::close(descriptor);
      return;
    }
    if (errno != EEXIST) disk_error(destination_, errno);
  }
  disk_error(destination_, EEXIST);
}

NewFile::~NewFile() {
  std::error_code ignored;
  if (!committed_) fs::remove(path_, ignored);
}

void NewFile::commit(bool overwrite) {
  sync_path(path_, O_RDONLY);
  // A journal of an earlier file of that name must never be played into the new one.
  std::error_code ignored;
  if (overwrite || !fs::exists(destination_))
    for (const char* suffix : {"-wal", "-shm", "-journal"}) fs::remove(beside(destination_, suffix), ignored);
  const unsigned flags = overwrite ? 0U : static_cast<unsigned>(RENAME_NOREPLACE);
  int failed = ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, destination_.c_str(), flags);
  if (failed != 0 && errno == EINVAL && !fs::exists(destination_))  // a file system without that flag
    failed = ::rename(path_.c_str(), destination_.c_str());
  if (failed != 0 && (errno == EEXIST || errno == EINVAL))
    throw Error(ErrorKind::exists,
                text("“{1}” is already there; choose another name or allow overwriting.", shown(destination_)));
  if (failed != 0) disk_error(destination_, errno);
  committed_ = true;
  sync_path(folder_of(destination_), O_RDONLY | O_DIRECTORY);
}

TemporaryCopy::TemporaryCopy(const fs::path& database) {
  std::string pattern = (fs::temp_directory_path() / "smile-places-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) disk_error(pattern, errno);
  folder_ = pattern;
  path_ = folder_ / "plan.gpkg";
  std::error_code error;
  fs::copy_file(database, path_, error);
  for (const char* suffix : {"-wal", "-journal"})
    if (!error && fs::exists(beside(database, suffix)))
      fs::copy_file(beside(database, suffix), beside(path_, suffix), error);
  if (!error) return;
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  disk_error(path_, error.value());
}

TemporaryCopy::~TemporaryCopy() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

bool is_local(const fs::path& file) {
  struct statfs system {};
  if (::statfs(folder_of(file).c_str(), &system) != 0) return false;
  // From statfs(2): NFS, SMB, CIFS, SMB2, FUSE (sshfs and the like), 9P, VirtualBox, AFS, Coda, Ceph, GPFS.
  static constexpr std::array<unsigned, 12> remote = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                                      0x65735546, 0x01021997, 0x786F4256, 0x5346414F,
                                                      0x73757245, 0x00C36400, 0x47504653, 0x564C};
  for (const unsigned type : remote)
    if (static_cast<unsigned>(system.f_type) == type) return false;
  return true;
}

WriteLock::WriteLock(const fs::path& plan) : file_(lock_file(plan)) {
  for (int attempt = 0; attempt < 50; ++attempt) {
    const int descriptor = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0)
      throw Error(ErrorKind::read_only,
                  text("“{1}” can't be written where it is; open it read-only or save a copy elsewhere.", shown(plan)));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      // A reader that only asks whether somebody writes holds the lock for an instant.
      if (errno == EWOULDBLOCK && attempt > 3) in_use(plan, descriptor);
      if (errno == EWOULDBLOCK) {
        ::close(descriptor);
        ::usleep(5000);
        continue;
      }
      const int error = errno;
      ::close(descriptor);
      disk_error(plan, error);
    }
    if (still_there(descriptor, file_)) {
      descriptor_ = descriptor;
      write_holder(descriptor);
      return;
    }
    ::close(descriptor);
  }
  throw Error(ErrorKind::in_use,
              text("“{1}” is just being opened by somebody else; try again in a moment.", shown(plan)));
}

WriteLock::~WriteLock() {
  std::error_code ignored;
  fs::remove(file_, ignored);
  ::close(descriptor_);
}

bool WriteLock::is_held(const fs::path& plan) {
  const Descriptor file(lock_file(plan), O_RDONLY | O_NOFOLLOW);
  if (file.value < 0) return false;
  return ::flock(file.value, LOCK_SH | LOCK_NB) != 0;
}

}  // namespace smile::store
