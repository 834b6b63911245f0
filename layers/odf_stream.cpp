#include "layers/odf_stream.h"

#include <algorithm>
#include <string_view>

namespace smile::layers {
namespace {

constexpr std::string_view binary_data = "office:binary-data";

/// libodfgen repeats on frames what stands in their style, and keeps notes to itself among the attributes.
bool belongs(std::string_view element, std::string_view key) {
  if (key.starts_with("librevenge")) return false;
  if (element != "draw:frame") return true;
  return key.starts_with("svg:") || key.starts_with("presentation:") || key == "draw:style-name" ||
         key == "draw:layer" || key == "draw:name";
}

QByteArray attribute(std::string_view key, const QByteArray& value) {
  return QByteArray(" ") + QByteArray(key.data(), static_cast<qsizetype>(key.size())) + "=\"" + value + "\"";
}

}  // namespace

void OdfStream::startDocument() {
  bytes_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

const OdfFrame* OdfStream::frame() const {
  const bool known = frames_ != nullptr && !notes_ && begun_ > 0 && begun_ <= frames_->size();
  return known ? &(*frames_)[begun_ - 1] : nullptr;
}

void OdfStream::startElement(const char* name, const librevenge::RVNGPropertyList& attributes) {
  const std::string_view element(name);
  if (element == "presentation:notes") notes_ = true;
  if (element == "draw:frame" && !notes_) ++begun_;
  in_picture_ = element == binary_data;
  if (element == "draw:image" || in_picture_) return;
  bytes_ += QByteArray("<") + name;
  librevenge::RVNGPropertyList::Iter one(attributes);
  for (one.rewind(); one.next();) {
    if (one() == nullptr || !belongs(element, one.key())) continue;
    const bool version = std::string_view(one.key()) == "office:version";
    bytes_ += attribute(one.key(), version ? QByteArray("1.2") : QByteArray(one()->getStr().cstr()));
  }
  if (const OdfFrame* made = frame(); element == "draw:frame" && made != nullptr && !made->role.empty())
    bytes_ += attribute("presentation:class", QByteArray::fromStdString(made->role));
  bytes_ += ">";
}

void OdfStream::endElement(const char* name) {
  const std::string_view element(name);
  if (element == "presentation:notes") notes_ = false;
  if (element == "draw:image" || element == binary_data) {
    in_picture_ = false;
    return;
  }
  if (const OdfFrame* made = frame(); element == "draw:frame" && made != nullptr && !made->says.isEmpty())
    bytes_ += "<svg:title>" + made->says.toHtmlEscaped().toUtf8() + "</svg:title>";
  bytes_ += QByteArray("</") + name + ">";
}

void OdfStream::characters(const librevenge::RVNGString& words) {
  if (!in_picture_) {
    bytes_ += QString::fromUtf8(words.cstr()).toHtmlEscaped().toUtf8();
    return;
  }
  const QByteArray picture = QByteArray::fromBase64(words.cstr());
  auto at = std::find(pictures_.begin(), pictures_.end(), picture);
  if (at == pictures_.end()) at = pictures_.insert(at, picture);
  const auto number = std::distance(pictures_.begin(), at) + 1;
  bytes_ += "<draw:image" + attribute("xlink:href", "Pictures/" + QByteArray::number(qlonglong{number}) + ".png") +
            attribute("xlink:type", "simple") + attribute("xlink:show", "embed") +
            attribute("xlink:actuate", "onLoad") + "/>";
}

}  // namespace smile::layers
