#pragma once
// One stream of an OpenDocument file as libodfgen writes it, with what it leaves out: pictures as parts of the package
// instead of letters in the text, what a frame is for, and what a picture shows, in words. Only for deck_odp.

#include <QByteArray>
#include <QString>
#include <libodfgen/libodfgen.hxx>
#include <string>
#include <vector>

namespace smile::layers {

/// What libodfgen can't be told about a frame.
struct OdfFrame {
  std::string role;  ///< "title", "outline"; "": any
  QString says;      ///< of a picture
};

class OdfStream : public OdfDocumentHandler {
public:
  /// frames: in the order in which they are made, those of notes aside.
  explicit OdfStream(const std::vector<OdfFrame>* frames = nullptr) : frames_(frames) {}

  const QByteArray& bytes() const { return bytes_; }
  const std::vector<QByteArray>& pictures() const { return pictures_; }  ///< "Pictures/1.png" …; each once

  void startDocument() override;
  void endDocument() override {}
  void startElement(const char* name, const librevenge::RVNGPropertyList& attributes) override;
  void endElement(const char* name) override;
  void characters(const librevenge::RVNGString& words) override;

private:
  const OdfFrame* frame() const;

  const std::vector<OdfFrame>* frames_;
  std::size_t begun_ = 0;  ///< frames
  bool notes_ = false;     ///< their frames are libodfgen's own
  bool in_picture_ = false;
  QByteArray bytes_;
  std::vector<QByteArray> pictures_;
};

}  // namespace smile::layers
