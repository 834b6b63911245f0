#include "gis/formats/working_folder.h"

#include <cstdlib>

#include "gis/words/issue.h"

namespace smile {

WorkingFolder::WorkingFolder() {
  std::error_code failed;
  std::string pattern = (std::filesystem::temp_directory_path(failed) / "smile-places-XXXXXX").string();
  if (failed || ::mkdtemp(pattern.data()) == nullptr)
    throw Error(ErrorKind::disk, text("There is no room for temporary files; free some space and try again."));
  path_ = pattern;
}

WorkingFolder::~WorkingFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace smile
