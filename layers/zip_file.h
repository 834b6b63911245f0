#pragma once
// Parts put together in one .zip, the same bytes on every day.

#include <QByteArray>
#include <string>
#include <vector>

namespace smile::layers {

struct ZipPart {
  std::string name;
  QByteArray bytes;
  bool packed = true;  ///< false: as it is, for what is packed already or has to be read without unpacking
};
/// In this order. Throws Error{disk} where there is no memory for it.
QByteArray zipped(const std::vector<ZipPart>& parts);

}  // namespace smile::layers
