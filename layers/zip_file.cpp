#include "layers/zip_file.h"

#include <zip.h>

#include <memory>

#include "gis/words/issue.h"

namespace smile::layers {
namespace {

constexpr zip_uint16_t midnight = 0, first_of_1980 = (1 << 5) | 1;  // the earliest a .zip can say

[[noreturn]] void fail() {
  throw Error(ErrorKind::disk, text("The parts of the file could not be put together."));
}

struct SourceDeleter {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveDeleter {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

void add(zip_t* archive, const ZipPart& part) {
  zip_source_t* source =
      zip_source_buffer(archive, part.bytes.constData(), static_cast<zip_uint64_t>(part.bytes.size()), 0);
  const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail();
  }
  const auto at = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(archive, at, part.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
  zip_file_set_dostime(archive, at, midnight, first_of_1980, 0);
}

QByteArray bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) fail();
  QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
  const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
  zip_source_close(source);
  if (read != bytes.size()) fail();
  return bytes;
}

}  // namespace

QByteArray zipped(const std::vector<ZipPart>& parts) {
  const std::unique_ptr<zip_source_t, SourceDeleter> source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!source) fail();
  std::unique_ptr<zip_t, ArchiveDeleter> archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr));
  if (!archive) fail();
  zip_source_keep(source.get());  // closing the archive lets go of one
  for (const ZipPart& part : parts) add(archive.get(), part);
  if (zip_close(archive.get()) != 0) fail();
  static_cast<void>(archive.release());
  return bytes_of(source.get());
}

}  // namespace smile::layers
