#pragma once
#include <filesystem>
#include <string>

namespace smile::layers {

/// A picture from a file as SheetSettings::logo keeps it: PNG in base64, as small as paper needs it, however large the
/// file was. Throws Error{not_found} where there is no such file, {unreadable} where it is no picture.
std::string read_logo(const std::filesystem::path& file);

}  // namespace smile::layers
