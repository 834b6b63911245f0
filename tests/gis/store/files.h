#pragma once
// What tests of the plan file share: its bytes, how it is opened, what another program does to it.

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <functional>
#include <sstream>

#include "gis/database/sqlite.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"

namespace smile::tests {

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline std::ptrdiff_t files_in(const TemporaryFolder& folder) {
  return std::distance(std::filesystem::directory_iterator(folder.path()), {});
}

inline ErrorKind kind_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    BOOST_TEST_MESSAGE(error.what());
    return error.kind();
  }
  BOOST_FAIL("nothing was thrown");
  return ErrorKind::usage;
}

inline void open_read(const std::filesystem::path& path) {
  PlanFile::open(path, PlanFile::Mode::read);
}
inline void open_write(const std::filesystem::path& path) {
  PlanFile::open(path, PlanFile::Mode::write);
}

inline void execute(const std::filesystem::path& file, const std::string& sql) {
  database::Connection(file, database::Access::write).execute(sql);
}

}  // namespace smile::tests
