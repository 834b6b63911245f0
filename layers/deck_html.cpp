#include "layers/deck_html.h"

#include <QBuffer>
#include <QFile>
#include <algorithm>

#include "gis/words/issue.h"
#include "layers/drawn_file.h"
#include "layers/few_colours.h"
#include "layers/paper.h"
#include "layers/sheet_setter.h"

static void init_web_resources() {
  Q_INIT_RESOURCE(deck);  // of a static library: the linker would leave it out
}

namespace smile::layers {
namespace {

constexpr std::size_t most_vectors = 50000;  // more features are not even tried: they take half a minute and lose
constexpr double map_ratio = 1.5;            // sharp on a projector of 1920 × 1080
constexpr double upright_ratio = 1.25;       // sharp on a phone
constexpr int photo_quality = 90;            // of 100: letters on aerial pictures stay clean
constexpr double above_number = 684;         // of a slide: below there is the number of the step

QString part_of_page(const QString& name) {
  init_web_resources();
  QFile file(QStringLiteral(":/web/") + name);
  file.open(QIODevice::ReadOnly);
  return QString::fromUtf8(file.readAll());
}

/// The letters the slides were laid out with: others are wider and would lie on each other.
QString embedded_font(const char* style, int weight) {
  load_fonts();
  QFile file(QStringLiteral(":/smile/fonts/OpenSans-%1.ttf").arg(QLatin1StringView(style)));
  file.open(QIODevice::ReadOnly);
  return QStringLiteral(
             "@font-face { font-family: \"Open Sans\"; font-weight: %1; src: url(data:font/ttf;base64,%2); }\n")
      .arg(QString::number(weight), QString::fromLatin1(file.readAll().toBase64()));
}

/// A length for the style, in pixels of a slide.
QString length(const char* name, double value) {
  return QStringLiteral("--%1:%2;").arg(QLatin1String(name)).arg(value, 0, 'f', 1);
}

/// Amounts stay with their sign.
QString set_words(QString words) {
  for (const char16_t sign : {u'%', u'€'}) words.replace(QStringLiteral(" ") + sign, QString(QChar::Nbsp) + sign);
  return words.toHtmlEscaped();
}

QString paragraph(const QString& words, const char* kind = "") {
  const QString attribute = *kind == '\0' ? QString() : QStringLiteral(" class=\"%1\"").arg(QLatin1String(kind));
  return QStringLiteral("<p%1>%2</p>\n").arg(attribute, set_words(words));
}

QString data_of(const QByteArray& bytes, const char* type) {
  return QStringLiteral("data:image/") + QLatin1String(type) + QStringLiteral(";base64,") +
         QString::fromLatin1(bytes.toBase64());
}

QString image(const QString& data, const QString& says, const char* kind) {
  return QStringLiteral("<img class=\"") + QLatin1String(kind) + QStringLiteral("\" alt=\"") + says.toHtmlEscaped() +
         QStringLiteral("\" src=\"") + data + QStringLiteral("\">\n");
}

bool may_be_small(const LayerSet& layers) {
  std::size_t features = 0;
  for (const auto& [id, data] : layers) features += data->features.size();
  return features <= most_vectors;
}

struct WebPicture {
  QByteArray bytes;
  const char* type;
};

/// As small as it can be without a difference that is seen: a page is mailed.
WebPicture web_picture(const QImage& pixels) {
  if (const auto few = with_few_colours(pixels)) return {png_of(*few), "png"};
  QByteArray photo;
  QBuffer buffer(&photo);
  buffer.open(QIODevice::WriteOnly);
  if (pixels.save(&buffer, "JPEG", photo_quality)) return {photo, "jpeg"};
  return {png_of(pixels), "png"};
}

/// As vectors or as pixels, whichever is smaller.
QString map_of(const StepPicture& picture, const QImage& pixels, const RasterSet& rasters, Issues& issues) {
  const WebPicture painted = web_picture(pixels);
  if (!may_be_small(picture.map->layers())) return data_of(painted.bytes, painted.type);
  const QByteArray svg = svg_of(picture.size, {}, [&](QPainter& painter) {
    const Issues found = draw(painter, picture, rasters);
    issues.insert(issues.end(), found.begin(), found.end());
  });
  return svg.size() < painted.bytes.size() ? data_of(svg, "svg+xml") : data_of(painted.bytes, painted.type);
}

/// The slide's, and one that can be read where the page is held upright.
QString maps_of(const Deck& deck, std::size_t number, SlideParts& parts, const Progress& progress) {
  const DeckStep upright = deck_map(deck, number, upright_ratio, progress);
  const QImage pixels = step_image(upright.picture, upright.rasters, progress.stop_token());
  progress.check();
  return QStringLiteral("<picture>\n<source media=\"screen and (max-aspect-ratio: 4/5)\" srcset=\"") +
         map_of(upright.picture, pixels, upright.rasters, parts.issues) + QStringLiteral("\">\n") +
         image(map_of(parts.picture, parts.map, parts.rasters, parts.issues), parts.map_says, "map") +
         QStringLiteral("</picture>\n");
}

QString chart_of(const SlideParts& parts) {
  if (!parts.chart) return {};
  const QByteArray svg = svg_of(parts.chart_size, {}, [&](QPainter& painter) { draw(painter, *parts.chart); });
  return image(data_of(svg, "svg+xml"), parts.chart_says, "chart");
}

QString table_of(const std::vector<StepRow>& rows) {
  if (rows.empty()) return {};
  QString out = QStringLiteral("<table>\n");
  for (const StepRow& row : rows)
    out += QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td></tr>\n")
               .arg(sheet_words(row.number).toHtmlEscaped(), sheet_words(row.title).toHtmlEscaped(),
                    sheet_words(row.cost).toHtmlEscaped());
  return out + QStringLiteral("</table>\n");
}

/// All of it: what finds no room can be scrolled to.
QString card_of(const SlideParts& parts) {
  if (parts.card.isEmpty()) return {};
  QString out =
      QStringLiteral("<div class=\"card\" style=\"%1\">\n")
          .arg(length("x", parts.card.left()) + length("y", parts.card.top()) + length("wide", parts.card.width()) +
               length("most", std::min(parts.lowest, above_number) - parts.card.top()));
  for (const QString& words : parts.body) out += paragraph(words);
  const QString large = sheet_words(parts.panel.large);
  if (!large.isEmpty()) out += paragraph(large, parts.panel.large.size() < 26 ? "large" : "large long");
  for (const std::string& small : parts.panel.small) out += paragraph(sheet_words(small), "small");
  return out + table_of(parts.panel.rows) + chart_of(parts) + QStringLiteral("</div>\n");
}

QString notes_of(const SlideParts& parts) {
  if (parts.notes.isEmpty()) return {};
  QString out = QStringLiteral("<aside class=\"notes\">\n<h3>%1</h3>\n")
                    .arg(sheet_words(text("Notes for those who present")).toHtmlEscaped());
  for (const QString& words : parts.notes) out += paragraph(words);
  return out + QStringLiteral("</aside>\n");
}

QString sources_of(const SlideParts& parts) {
  return parts.sources.isEmpty() ? QString() : paragraph(parts.sources, "sources");
}

QString section(const Deck& deck, std::size_t number, SlideParts& parts, const Progress& progress) {
  const QString label = sheet_words(text("Step {1} of {2}", number + 1, deck.steps.size()));
  const QString title =
      QStringLiteral("<h2 class=\"title\" tabindex=\"-1\" style=\"%1\">%2</h2>\n")
          .arg(length("high", parts.title_box.height()) + length("letters", parts.title_pixels) +
                   (parts.band.isValid() ? QStringLiteral("background:") + parts.band.name() : QString()),
               set_words(parts.title));
  return QStringLiteral("<section class=\"step\" aria-label=\"%1\">\n<div class=\"slide\">\n").arg(label) + title +
         maps_of(deck, number, parts, progress) + card_of(parts) + sources_of(parts) + QStringLiteral("</div>\n") +
         notes_of(parts) + QStringLiteral("</section>\n");
}

QString key_row(const QString& keys, const Text& does) {
  return QStringLiteral("<tr><td>%1</td><td>%2</td></tr>\n").arg(keys, sheet_words(does).toHtmlEscaped());
}

QString keys_of(bool with_notes) {
  QString out = QStringLiteral("<table class=\"keys\">\n");
  out += key_row(QStringLiteral("→ ␣"), text("on"));
  out += key_row(QStringLiteral("← ⌫"), text("back"));
  out += key_row(QStringLiteral("↓ ↑"), text("what finds no room, then on and back"));
  out += key_row(QStringLiteral("1 2 3 … ⏎"), text("to the step of this number"));
  out += key_row(QStringLiteral("Home End"), text("to the first and the last step"));
  out += key_row(QStringLiteral("B W"), text("black, white"));
  if (with_notes) out += key_row(QStringLiteral("N"), text("notes"));
  out += key_row(QStringLiteral("F"), text("full screen"));
  out += key_row(QStringLiteral("?"), text("these keys"));
  return out + QStringLiteral("</table>\n");
}

/// Where the reader is, and how to go on.
QString bar_of(const QColor& bright) {
  const auto button = [](const char* kind, const QString& sign, const Text& label) {
    return QStringLiteral("<button type=\"button\" class=\"%1\" aria-label=\"%2\">%3</button>\n")
        .arg(QLatin1String(kind), sheet_words(label).toHtmlEscaped(), sign);
  };
  const QString swipe = sheet_words(text("Swipe to go on")).toHtmlEscaped();
  return QStringLiteral("<div class=\"progress\"><i%1></i></div>\n<div class=\"cover\"></div>\n<div class=\"bar\">\n")
             .arg(bright.isValid() ? QStringLiteral(" style=\"background:%1\"").arg(bright.name()) : QString()) +
         button("back", QStringLiteral("‹"), text("Step back")) +
         QStringLiteral(
             "<span class=\"hint press\">→</span><span class=\"hint swipe\">%1</span><span class=\"place\" "
             "data-swipe=\"%1\"></span>\n")
             .arg(swipe) +
         button("help", QStringLiteral("?"), text("Keys of the presentation")) +
         button("on", QStringLiteral("›"), text("Next step")) + QStringLiteral("</div>\n");
}

/// Nothing may be loaded, not even by mistake.
QString head_of(const Deck& deck) {
  const QString language_word = language() == Language::german ? QStringLiteral("de") : QStringLiteral("en");
  return QStringLiteral(
             "<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; font-src "
             "data:; "
             "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%2</title>\n<style>\n")
             .arg(language_word, sheet_words(deck.plan->title).toHtmlEscaped()) +
         embedded_font("Regular", 400) + embedded_font("Bold", 700) + part_of_page(QStringLiteral("deck.css")) +
         QStringLiteral("</style>\n</head>\n<body>\n<main>\n");
}

}  // namespace

DrawnDeck deck_html(const Deck& deck, const Progress& progress) {
  DrawnDeck out;
  QString page = head_of(deck);
  bool with_notes = false;
  QColor bright;
  for (std::size_t i = 0; i < deck.steps.size(); ++i) {
    progress.report(text("Drawing the pages"), static_cast<double>(i) / static_cast<double>(deck.steps.size()));
    progress.check();
    SlideParts parts = slide_parts(deck, i, map_ratio, false, progress);
    page += section(deck, i, parts, progress);
    with_notes = with_notes || !parts.notes.isEmpty();
    bright = parts.bright;
    out.issues.insert(out.issues.end(), parts.issues.begin(), parts.issues.end());
  }
  page += QStringLiteral("</main>\n") + bar_of(bright) + keys_of(with_notes) + QStringLiteral("<script>\n") +
          part_of_page(QStringLiteral("deck.js")) + QStringLiteral("</script>\n</body>\n</html>\n");
  out.write = writing_of(page.toUtf8());
  return out;
}

}  // namespace smile::layers
