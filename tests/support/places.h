#pragma once
// Where tests find things, and a folder of their own to write into.

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace smile::tests {

/// The checkout.
inline std::filesystem::path source_folder() {
  const char* folder = std::getenv("SMILE_SOURCE");
  return folder ? folder : std::filesystem::current_path();
}

/// Real data beside the checkout; absent on machines that don't have them.
inline std::filesystem::path shared_data() {
  return source_folder().parent_path() / "shared" / "data";
}
inline bool have_shared_data() {
  if (std::filesystem::exists(shared_data())) return true;
  BOOST_TEST_MESSAGE("skipped: no real data at " + shared_data().string());
  return false;
}

/// A folder that is gone when the test ends.
class TemporaryFolder {
public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "smile-places-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
  std::filesystem::path path_;
};

}  // namespace smile::tests
