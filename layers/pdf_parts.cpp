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
class Bytes final : public Pipeline {
public:
  explicit Bytes(QByteArray& out) : Pipeline("bytes", nullptr), out_(out) {}
  void write(const unsigned char* data, std::size_t length) override {
    out_.append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(length));
  }
  void finish() override {}

private:
  QByteArray& out_;
};

/// Under everything that is on the page already.
void add_below(QPDF& document, QPDFObjectHandle page, const PdfPaths& paths) {
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&document);
  stream.replaceStreamData(paths.deflated, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
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

QByteArray joined_pdf(std::vector<PdfPart> parts, const std::vector<QString>& bookmarks, const QString& language) {
  std::vector<std::unique_ptr<QPDF>> documents;
  for (PdfPart& part : parts) {
    documents.push_back(std::make_unique<QPDF>());
    documents.back()->processMemoryFile("part", part.file.constData(), static_cast<std::size_t>(part.file.size()));
    const std::vector<QPDFObjectHandle> pages = documents.back()->getAllPages();
    for (std::size_t i = 0; i < pages.size(); ++i) {
      for (auto paths = part.paths[i].rbegin(); paths != part.paths[i].rend(); ++paths)
        add_below(*documents.back(), pages[i], *paths);
      part.paths[i] = {};  // hundreds of them fill the memory
    }
  }
  QPDF& document = *documents.front();
  for (std::size_t i = 1; i < documents.size(); ++i)
    for (const QPDFObjectHandle& page : documents[i]->getAllPages()) document.addPage(page, false);
  for (const QPDFObjectHandle& object : document.getAllObjects()) clear_font(object);
  add_outline(document, bookmarks);
  document.getRoot().replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language.toStdString()));
  QPDFWriter writer(document);
  QByteArray out;
  Bytes bytes(out);
  writer.setOutputPipeline(&bytes);
  writer.setDeterministicID(true);
  writer.setCompressStreams(true);
  writer.write();
  return out;
}

}  // namespace smile::layers
