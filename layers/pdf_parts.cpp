#include "layers/pdf_parts.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

namespace smile::layers {
namespace {

// Offsets of the OpenType specification: table directory and table 'head'.
constexpr std::size_t directory = 12;
constexpr std::size_t directory_entry = 16;
constexpr std::size_t check_sum_adjustment = 8;
constexpr std::size_t created = 20;
constexpr std::size_t two_dates = 16;

std::uint32_t number_at(const std::string& font, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8 | (at + i < font.size() ? static_cast<unsigned char>(font[at + i]) : 0U);
  return value;
}

void put_number(std::string& font, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) font[at + i] = static_cast<char>(value >> (24 - 8 * i) & 0xFFU);
}

std::uint32_t check_sum(const std::string& font, std::size_t begin, std::size_t length) {
  std::uint32_t sum = 0;
  for (std::size_t at = begin; at < begin + length; at += 4) sum += number_at(font, at);
  return sum;
}

/// Where the directory speaks of the table 'head'.
std::optional<std::size_t> head_entry(const std::string& font) {
  const std::size_t tables = number_at(font, 4) >> 16;
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t entry = directory + i * directory_entry;
    if (entry + directory_entry <= font.size() && font.compare(entry, 4, "head") == 0) return entry;
  }
  return std::nullopt;
}

/// Clears both dates and makes the check sums right again.
bool clear_dates(std::string& font) {
  const auto entry = head_entry(font);
  if (!entry) return false;
  const std::size_t head = number_at(font, *entry + 8);
  const std::size_t length = number_at(font, *entry + 12);
  if (length < created + two_dates || head + length > font.size()) return false;
  font.replace(head + created, two_dates, two_dates, '\0');
  put_number(font, head + check_sum_adjustment, 0);
  put_number(font, *entry + 4, check_sum(font, head, length));
  put_number(font, head + check_sum_adjustment, 0xB1B0AFBAU - check_sum(font, 0, font.size()));
  return true;
}

void clear_font(QPDFObjectHandle object) {
  if (!object.isStream() || !object.getDict().hasKey("/Length1")) return;
  const auto data = object.getStreamData();
  std::string font(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  if (clear_dates(font)) object.replaceStreamData(font, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

/// Where QPDFWriter writes to.
class Device final : public Pipeline {
public:
  explicit Device(QIODevice& out) : Pipeline("device", nullptr), out_(out) {}
  bool complete() const { return complete_; }
  void write(const unsigned char* data, std::size_t length) override {
    const auto size = static_cast<qint64>(length);
    complete_ = complete_ && out_.write(reinterpret_cast<const char*>(data), size) == size;
  }
  void finish() override {}

private:
  QIODevice& out_;
  bool complete_ = true;
};

/// Under everything that is on the page already. Asks for the bytes when they are written: the paths have to stay.
void add_below(QPDF& document, QPDFObjectHandle page, const PathSpool& spool, const PathSpool::Place& paths) {
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&document);
  const auto provide = [&](Pipeline* to) {
    to->writeString(spool.content(paths).toStdString());
    to->finish();
  };
  stream.replaceStreamData(provide, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  page.addPageContents(stream, true);
  if (paths.alpha.empty()) return;
  QPDFObjectHandle resources = page.getKey("/Resources");
  if (!resources.hasKey("/ExtGState")) resources.replaceKey("/ExtGState", QPDFObjectHandle::newDictionary());
  QPDFObjectHandle states = resources.getKey("/ExtGState");
  for (const auto& alpha : paths.alpha) {
    QPDFObjectHandle state = QPDFObjectHandle::newDictionary();
    state.replaceKey("/ca", QPDFObjectHandle::newReal(alpha.first / 255.0, 3));
    state.replaceKey("/CA", QPDFObjectHandle::newReal(alpha.second / 255.0, 3));
    states.replaceKey("/" + name_of_alpha(alpha), state);
  }
}

/// One entry for each page that has a bookmark, in their order.
void add_outline(QPDF& document, const std::vector<QString>& bookmarks) {
  const std::vector<QPDFObjectHandle> pages = document.getAllPages();
  std::vector<QPDFObjectHandle> entries;
  QPDFObjectHandle outline = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
  for (std::size_t i = 0; i < std::min(pages.size(), bookmarks.size()); ++i) {
    if (bookmarks[i].isEmpty()) continue;
    QPDFObjectHandle entry = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
    entry.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(bookmarks[i].toStdString()));
    entry.replaceKey("/Parent", outline);
    entry.replaceKey("/Dest", QPDFObjectHandle::newArray({pages[i], QPDFObjectHandle::newName("/Fit")}));
    entries.push_back(entry);
  }
  if (entries.empty()) return;
  for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
    entries[i].replaceKey("/Next", entries[i + 1]);
    entries[i + 1].replaceKey("/Prev", entries[i]);
  }
  outline.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
  outline.replaceKey("/First", entries.front());
  outline.replaceKey("/Last", entries.back());
  outline.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(entries.size())));
  document.getRoot().replaceKey("/Outlines", outline);
  if (entries.size() > 1) document.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

}  // namespace

PathSpool::Place PathSpool::keep(const PdfPaths& paths) {
  if (!file_) file_ = std::make_unique<QTemporaryFile>();
  if (!file_->isOpen()) file_->open();
  const auto size = static_cast<qint64>(paths.deflated.size());
  const qint64 begin = file_->size();
  if (!file_->seek(begin) || file_->write(paths.deflated.data(), size) != size || !file_->flush())
    return {0, 0, paths.deflated, paths.alpha};
  return {begin, size, {}, paths.alpha};
}

QByteArray PathSpool::content(const Place& place) const {
  if (place.size == 0) return QByteArray::fromStdString(place.held);
  file_->seek(place.begin);
  return file_->read(place.size);
}

bool write_joined(QIODevice& out, const std::vector<PdfPart>& parts, const std::vector<QString>& bookmarks,
                  const QString& language) {
  std::vector<std::unique_ptr<QPDF>> documents;
  for (const PdfPart& part : parts) {
    documents.push_back(std::make_unique<QPDF>());
    QPDF& document = *documents.back();
    document.processMemoryFile("part", part.file.constData(), static_cast<std::size_t>(part.file.size()));
    const std::vector<QPDFObjectHandle> pages = document.getAllPages();
    for (std::size_t i = 0; i < pages.size(); ++i)
      for (auto paths = part.paths[i].rbegin(); paths != part.paths[i].rend(); ++paths)
        add_below(document, pages[i], part.spool, *paths);
  }
  QPDF& document = *documents.front();
  for (std::size_t i = 1; i < documents.size(); ++i)
    for (const QPDFObjectHandle& page : documents[i]->getAllPages()) document.addPage(page, false);
  for (const QPDFObjectHandle& object : document.getAllObjects()) clear_font(object);
  add_outline(document, bookmarks);
  document.getRoot().replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language.toStdString()));
  QPDFWriter writer(document);
  Device device(out);
  writer.setOutputPipeline(&device);
  writer.setDeterministicID(true);
  writer.setCompressStreams(true);
  writer.write();
  return device.complete();
}

}  // namespace smile::layers
