#include "layers/deck_html.h"

#include <QFile>

#include "gis/words/issue.h"
#include "layers/drawn_file.h"
#include "layers/sheet_setter.h"

static void init_web_resources() {
  Q_INIT_RESOURCE(deck);  // of a static library: the linker would leave it out
}

namespace smile::layers {
namespace {

constexpr std::size_t most_vectors = 50000;  // more features are not even tried: they take half a minute and lose
constexpr double map_ratio = 1.5;            // sharp on a projector of 1920 × 1080

QString part_of_page(const QString& name) {
  init_web_resources();
  QFile file(QStringLiteral(":/web/") + name);
  file.open(QIODevice::ReadOnly);
  return QString::fromUtf8(file.readAll());
}

QString pixels(double value) {
  return QStringLiteral("calc(%1 * var(--u))").arg(value, 0, 'f', 1);
}

QString paragraph(const QString& words, const char* kind = "") {
  const QString attribute = *kind == '\0' ? QString() : QStringLiteral(" class=\"%1\"").arg(QLatin1String(kind));
  return QStringLiteral("<p%1>%2</p>\n").arg(attribute, words.toHtmlEscaped());
}

QString image(const QByteArray& bytes, const char* type, const QString& says, const char* kind) {
  return QStringLiteral("<img class=\"") + QLatin1String(kind) + QStringLiteral("\" alt=\"") + says.toHtmlEscaped() +
         QStringLiteral("\" src=\"data:image/") + QLatin1String(type) + QStringLiteral(";base64,") +
         QString::fromLatin1(bytes.toBase64()) + QStringLiteral("\">\n");
}

bool may_be_small(const LayerSet& layers) {
  std::size_t features = 0;
  for (const auto& [id, data] : layers) features += data->features.size();
  return features <= most_vectors;
}

/// As vectors or as pixels, whichever is smaller.
QString map_of(SlideParts& parts) {
  const QByteArray png = png_of(parts.map);
  if (!may_be_small(parts.picture.map->layers())) return image(png, "png", parts.map_says, "map");
  const QByteArray svg = svg_of(deck_size, {}, [&](QPainter& painter) {
    const Issues found = draw(painter, parts.picture, parts.rasters);
    parts.issues.insert(parts.issues.end(), found.begin(), found.end());
  });
  const bool vectors = svg.size() < png.size();
  return image(vectors ? svg : png, vectors ? "svg+xml" : "png", parts.map_says, "map");
}

QString chart_of(const SlideParts& parts) {
  if (!parts.chart) return {};
  const QByteArray svg = svg_of(parts.chart_size, {}, [&](QPainter& painter) { draw(painter, *parts.chart); });
  return image(svg, "svg+xml", parts.chart_says, "chart");
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
  QString out = QStringLiteral("<div class=\"card\" style=\"left:%1;top:%2;width:%3;max-height:%4\">\n")
                    .arg(pixels(parts.card.left()), pixels(parts.card.top()), pixels(parts.card.width()),
                         pixels(parts.lowest - parts.card.top()));
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

QString section(const Deck& deck, std::size_t number, SlideParts& parts) {
  const QString label = sheet_words(text("Step {1} of {2}", number + 1, deck.steps.size()));
  const QString title =
      QStringLiteral("<h2 class=\"title\" tabindex=\"-1\" style=\"height:%1;font-size:%2\">%3</h2>\n")
          .arg(pixels(parts.title_box.height()), pixels(parts.title_pixels), parts.title.toHtmlEscaped());
  return QStringLiteral("<section class=\"step\" aria-label=\"%1\">\n<div class=\"slide\">\n").arg(label) +
         map_of(parts) + title + card_of(parts) + QStringLiteral("</div>\n") + notes_of(parts) +
         QStringLiteral("</section>\n");
}

/// Nothing may be loaded, not even by mistake.
QString head_of(const Deck& deck) {
  const QString language_word = language() == Language::german ? QStringLiteral("de") : QStringLiteral("en");
  return QStringLiteral(
             "<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
             "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%2</title>\n<style>\n")
             .arg(language_word, sheet_words(deck.plan->title).toHtmlEscaped()) +
         part_of_page(QStringLiteral("deck.css")) + QStringLiteral("</style>\n</head>\n<body>\n<main>\n");
}

}  // namespace

DrawnDeck deck_html(const Deck& deck, const Progress& progress) {
  DrawnDeck out;
  QString page = head_of(deck);
  for (std::size_t i = 0; i < deck.steps.size(); ++i) {
    progress.report(text("Drawing the pages"), static_cast<double>(i) / static_cast<double>(deck.steps.size()));
    progress.check();
    SlideParts parts = slide_parts(deck, i, map_ratio, progress);
    page += section(deck, i, parts);
    out.issues.insert(out.issues.end(), parts.issues.begin(), parts.issues.end());
  }
  page += QStringLiteral("</main>\n<div class=\"progress\"><i></i></div>\n<div class=\"cover\"></div>\n<script>\n") +
          part_of_page(QStringLiteral("deck.js")) + QStringLiteral("</script>\n</body>\n</html>\n");
  out.bytes = page.toUtf8();
  return out;
}

}  // namespace smile::layers
