#include "layers/deck_odp.h"

#include <algorithm>

#include "gis/words/issue.h"
#include "layers/drawn_file.h"
#include "layers/label.h"
#include "layers/odf_stream.h"
#include "layers/paper.h"
#include "layers/sheet_setter.h"
#include "layers/sheet_table.h"
#include "layers/zip_file.h"

namespace smile::layers {
namespace {

using librevenge::RVNGPropertyList;
using librevenge::RVNGPropertyListVector;

constexpr double map_ratio = 1.5, chart_ratio = 3;  // pixels for each of a slide's
constexpr double pixels_per_inch = 96;
constexpr double line_height = 1.36;
constexpr double beside_cell = 20, below_cell = 10;  // what office programs keep free around the words of a cell
constexpr const char* mime = "application/vnd.oasis.opendocument.presentation";

void put(RVNGPropertyList& list, const char* key, double pixels) {
  list.insert(key, pixels / pixels_per_inch, librevenge::RVNG_INCH);
}
void put(RVNGPropertyList& list, const char* key, const QString& words) {
  list.insert(key, words.toUtf8().constData());
}

RVNGPropertyList place(const QRectF& box) {
  RVNGPropertyList list;
  put(list, "svg:x", box.x());
  put(list, "svg:y", box.y());
  put(list, "svg:width", box.width());
  put(list, "svg:height", box.height());
  return list;
}

struct Letters {
  double pixels = 0;
  bool bold = false;
  const char* colour = "#1e2228";
  const char* align = "start";
};
constexpr const char* quiet = "#55585f";

double height_of(const QString& words, const Letters& letters, double width) {
  const QFont font = map_font(static_cast<int>(letters.pixels + 0.5), letters.bold ? QFont::Bold : QFont::Normal);
  return static_cast<double>(std::max<qsizetype>(1, folded(words, font, width).size())) * letters.pixels * line_height;
}

class Slides {
public:
  Slides() : content_(&frames_) {
    generator_.addDocumentHandler(&content_, ODF_CONTENT_XML);
    generator_.addDocumentHandler(&styles_, ODF_STYLES_XML);
    generator_.addDocumentHandler(&meta_, ODF_META_XML);
  }

  void begin(const QString& title) {
    generator_.startDocument({});
    RVNGPropertyList meta;
    put(meta, "dc:title", title);
    generator_.setDocumentMetaData(meta);
  }
  void slide(const SlideParts& parts, const QString& name);
  QByteArray end();

private:
  void paragraph(const QString& words, const Letters& letters);
  void text_box(const QRectF& box, const OdfFrame& frame, const char* fill, double padding);
  void picture(const QRectF& box, const QByteArray& png, const QString& says);
  void title(const SlideParts& parts);
  void card(const SlideParts& parts);
  void table(const SlideParts& parts, const QRectF& box);
  void row(const std::vector<QString>& cells, const std::vector<Letters>& letters, int number);
  void notes(const QStringList& words);

  std::vector<OdfFrame> frames_;
  OdfStream content_, styles_, meta_;
  OdpGenerator generator_;
};

void Slides::paragraph(const QString& words, const Letters& letters) {
  RVNGPropertyList about;
  about.insert("fo:text-align", letters.align);
  generator_.openParagraph(about);
  RVNGPropertyList span;
  span.insert("style:font-name", "Open Sans");
  span.insert("fo:font-size", letters.pixels * 0.75, librevenge::RVNG_POINT);
  span.insert("fo:color", letters.colour);
  span.insert("fo:font-weight", letters.bold ? "bold" : "normal");
  span.insert("fo:language", language() == Language::german ? "de" : "en");
  span.insert("fo:country", language() == Language::german ? "DE" : "GB");
  generator_.openSpan(span);
  generator_.insertText(librevenge::RVNGString(words.toUtf8().constData()));
  generator_.closeSpan();
  generator_.closeParagraph();
}

void Slides::text_box(const QRectF& box, const OdfFrame& frame, const char* fill, double padding) {
  RVNGPropertyList list = place(box);
  list.insert("draw:fill", "solid");
  list.insert("draw:fill-color", fill);
  for (const char* side : {"fo:padding-left", "fo:padding-right"}) put(list, side, padding);
  for (const char* side : {"fo:padding-top", "fo:padding-bottom"}) put(list, side, frame.role == "title" ? 0 : padding);
  list.insert("draw:textarea-vertical-align", frame.role == "title" ? "middle" : "top");
  frames_.push_back(frame);
  generator_.startTextObject(list);
}

void Slides::picture(const QRectF& box, const QByteArray& png, const QString& says) {
  RVNGPropertyList style;
  style.insert("draw:stroke", "none");
  style.insert("draw:fill", "none");
  generator_.setStyle(style);
  RVNGPropertyList list = place(box);
  list.insert("librevenge:mime-type", "image/png");
  list.insert("office:binary-data", librevenge::RVNGBinaryData(reinterpret_cast<const unsigned char*>(png.constData()),
                                                               static_cast<unsigned long>(png.size())));
  frames_.push_back({{}, says});
  generator_.drawGraphicObject(list);
}

void Slides::title(const SlideParts& parts) {
  if (parts.title.isEmpty()) return;
  text_box(parts.title_box, {"title", {}}, parts.band.name().toLatin1().constData(), 28 * parts.unit);
  paragraph(parts.title, {static_cast<double>(parts.title_pixels), true, "#ffffff"});
  generator_.endTextObject();
}

/// The words above, table or chart below them on the same ground.
void Slides::card(const SlideParts& parts) {
  if (parts.card.isEmpty()) return;
  const double padding = 20 * parts.unit, width = parts.card.width() - 2 * padding;
  double y = parts.card.top() + padding;
  text_box(parts.card, {"outline", {}}, "#ffffff", padding);
  const auto say_it = [&](const QString& words, const Letters& letters) {
    paragraph(words, letters);
    y += height_of(words, letters, width);
  };
  for (const QString& words : parts.body) say_it(words, {28 * parts.unit});
  if (!parts.panel.large.empty())
    say_it(sheet_words(parts.panel.large), {(parts.panel.large.size() < 26 ? 40 : 24) * parts.unit, true});
  for (const std::string& small : parts.panel.small) say_it(sheet_words(small), {20 * parts.unit, false, quiet});
  generator_.endTextObject();
  table(parts, QRectF(parts.card.left() + padding, y, width, parts.card.bottom() - 12 * parts.unit - y));
  if (!parts.chart) return;
  const QSizeF size = parts.chart_box.size();
  QImage image((size * chart_ratio).toSize(), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  const double scale = chart_ratio * size.width() / parts.chart_size.width();
  painter.scale(scale, scale);
  draw(painter, *parts.chart);
  painter.end();
  picture(parts.chart_box, png_of(image), parts.chart_says);
}

void Slides::row(const std::vector<QString>& cells, const std::vector<Letters>& letters, int number) {
  generator_.openTableRow({});
  for (std::size_t i = 0; i < cells.size(); ++i) {
    RVNGPropertyList cell;
    cell.insert("librevenge:column", static_cast<int>(i));
    cell.insert("librevenge:row", number);
    cell.insert("fo:border", "none");
    generator_.openTableCell(cell);
    paragraph(cells[i], letters[i]);
    generator_.closeTableCell();
  }
  generator_.closeTableRow();
}

/// What finds no room is counted in a last row.
void Slides::table(const SlideParts& parts, const QRectF& box) {
  if (parts.panel.rows.empty()) return;
  const std::vector<Letters> letters = {
      {20 * parts.unit, true}, {20 * parts.unit}, {18 * parts.unit, false, quiet, "end"}};
  const double widths[] = {box.width() * 0.1, box.width() * 0.62, box.width() * 0.28};
  RVNGPropertyList list = place(box);
  RVNGPropertyListVector columns;
  for (const double width : widths) {
    RVNGPropertyList column;
    put(column, "style:column-width", width);
    columns.append(column);
  }
  list.insert("librevenge:table-columns", columns);
  frames_.push_back({});
  generator_.startTableObject(list);
  const double more = letters[1].pixels * line_height + below_cell;
  double y = 0;
  int number = 0;
  for (const StepRow& one : parts.panel.rows) {
    const double height = height_of(sheet_words(one.title), letters[1], widths[1] - beside_cell) + below_cell;
    const bool last = number + 1 == static_cast<int>(parts.panel.rows.size());
    if (y + height + (last ? 0 : more) > box.height()) break;
    row({sheet_words(one.number), sheet_words(one.title), sheet_words(one.cost)}, letters, number++);
    y += height;
  }
  const auto left = static_cast<std::int64_t>(parts.panel.rows.size()) - number;
  if (left > 0) row({{}, sheet_words(text("… {1} more", left)), {}}, letters, number);
  generator_.endTableObject();
}

void Slides::notes(const QStringList& words) {
  if (words.isEmpty()) return;
  generator_.startNotes({});
  for (const QString& one : words) paragraph(one, {19});
  generator_.endNotes();
}

void Slides::slide(const SlideParts& parts, const QString& name) {
  RVNGPropertyList page;
  put(page, "svg:width", deck_size.width());
  put(page, "svg:height", deck_size.height());
  put(page, "draw:name", name);
  generator_.startSlide(page);
  picture(QRectF(QPointF(), QSizeF(deck_size)), png_of(parts.map), parts.map_says);
  title(parts);
  card(parts);
  notes(parts.notes);
  generator_.endSlide();
}

QByteArray manifest_of(const std::vector<ZipPart>& parts) {
  QByteArray out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
      "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">\n";
  const auto entry = [&](const QByteArray& path, const char* type) {
    out += "<manifest:file-entry manifest:full-path=\"" + path + "\" manifest:media-type=\"" + type + "\"/>\n";
  };
  entry("/", mime);
  for (const ZipPart& part : parts)
    if (part.name != "mimetype") entry(QByteArray::fromStdString(part.name), part.packed ? "text/xml" : "image/png");
  return out + "</manifest:manifest>\n";
}

QByteArray Slides::end() {
  generator_.endDocument();
  std::vector<ZipPart> parts = {{"mimetype", mime, false},
                                {"content.xml", content_.bytes()},
                                {"styles.xml", styles_.bytes()},
                                {"meta.xml", meta_.bytes()}};
  for (std::size_t i = 0; i < content_.pictures().size(); ++i)
    parts.push_back({"Pictures/" + std::to_string(i + 1) + ".png", content_.pictures()[i], false});
  parts.push_back({"META-INF/manifest.xml", manifest_of(parts)});
  return zipped(parts);
}

}  // namespace

DrawnDeck deck_odp(const Deck& deck, const Progress& progress) {
  DrawnDeck out;
  Slides slides;
  slides.begin(sheet_words(deck.plan->title));
  for (std::size_t i = 0; i < deck.steps.size(); ++i) {
    progress.report(text("Drawing the pages"), static_cast<double>(i) / static_cast<double>(deck.steps.size()));
    progress.check();
    const SlideParts parts = slide_parts(deck, i, map_ratio, true, progress);
    slides.slide(parts, sheet_words(text("Step {1}", i + 1)));
    out.issues.insert(out.issues.end(), parts.issues.begin(), parts.issues.end());
  }
  out.write = writing_of(slides.end());
  return out;
}

}  // namespace smile::layers
