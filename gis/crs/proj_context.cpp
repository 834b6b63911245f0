#include "gis/crs/proj_context.h"

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace smile::proj {
namespace {

void add_folder(std::vector<std::filesystem::path>& folders, const std::filesystem::path& path) {
  std::error_code failed;
  auto folder = std::filesystem::canonical(path, failed);
  if (!failed && folder != folder.root_path()) folders.push_back(std::move(folder));
}

/// Where PROJ keeps its own data. Text from a file may name a grid; only one that lies here is opened.
const std::vector<std::filesystem::path>& data_folders() {
  static const auto folders = [] {
    std::vector<std::filesystem::path> out;
    PJ_CONTEXT* plain = proj_context_create();
    const char* database = proj_context_get_database_path(plain);
    if (database != nullptr) add_folder(out, std::filesystem::path(database).parent_path());
    const PJ_INFO info = proj_info();
    for (std::size_t i = 0; i < info.path_count; ++i) add_folder(out, info.paths[i]);
    proj_context_destroy(plain);
    return out;
  }();
  return folders;
}

bool is_own_data(const char* name) {
  std::error_code failed;
  const auto path = std::filesystem::canonical(name, failed);
  if (failed || !std::filesystem::is_regular_file(path, failed)) return false;
  for (const auto& folder : data_folders()) {
    const auto relative = path.lexically_relative(folder);
    if (!relative.empty() && *relative.begin() != "..") return true;
  }
  return false;
}

std::FILE* file(PROJ_FILE_HANDLE* handle) {
  return reinterpret_cast<std::FILE*>(handle);
}

PROJ_FILE_HANDLE* open_own(PJ_CONTEXT*, const char* name, PROJ_OPEN_ACCESS access, void*) {
  if (access != PROJ_OPEN_ACCESS_READ_ONLY || !is_own_data(name)) return nullptr;
  return reinterpret_cast<PROJ_FILE_HANDLE*>(std::fopen(name, "rb"));
}

const PROJ_FILE_API& guarded_files() {
  static const PROJ_FILE_API api = {
      1,
      open_own,
      [](PJ_CONTEXT*, PROJ_FILE_HANDLE* handle, void* buffer, size_t size, void*) {
        return std::fread(buffer, 1, size, file(handle));
      },
      [](PJ_CONTEXT*, PROJ_FILE_HANDLE*, const void*, size_t, void*) { return size_t{0}; },
      [](PJ_CONTEXT*, PROJ_FILE_HANDLE* handle, long long offset, int whence, void*) {
        return std::fseek(file(handle), static_cast<long>(offset), whence) == 0 ? 1 : 0;
      },
      [](PJ_CONTEXT*, PROJ_FILE_HANDLE* handle, void*) {
        return static_cast<unsigned long long>(std::ftell(file(handle)));
      },
      [](PJ_CONTEXT*, PROJ_FILE_HANDLE* handle, void*) { std::fclose(file(handle)); },
      [](PJ_CONTEXT*, const char* name, void*) { return is_own_data(name) ? 1 : 0; },
      [](PJ_CONTEXT*, const char*, void*) { return 0; },
      [](PJ_CONTEXT*, const char*, void*) { return 0; },
      [](PJ_CONTEXT*, const char*, const char*, void*) { return 0; }};
  return api;
}

class Context {
public:
  Context() : handle_(proj_context_create()) {
    data_folders();  // asks PROJ while its own file access is still in place
    proj_context_set_enable_network(handle_, 0);
    proj_context_set_fileapi(handle_, &guarded_files(), nullptr);
    proj_log_level(handle_, PJ_LOG_NONE);
  }
  ~Context() { proj_context_destroy(handle_); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  PJ_CONTEXT* handle() const { return handle_; }

private:
  PJ_CONTEXT* handle_;
};

}  // namespace

PJ_CONTEXT* context() {
  thread_local const Context per_thread;
  return per_thread.handle();
}

PJ* kept(Object object) {
  static const Context& home = *new Context;
  proj_assign_context(object.get(), home.handle());
  return object.release();
}

}  // namespace smile::proj
