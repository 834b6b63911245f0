#include "layers/deck_pdf.h"

#include "gis/words/issue.h"
#include "layers/label.h"
#include "layers/page.h"
#include "layers/palette.h"
#include "layers/pdf_file.h"
#include "layers/sheet_setter.h"
#include "layers/sheet_table.h"

namespace smile::layers {
namespace {

constexpr double vector_ratio = 2;  // how finely lines and pictures under them are prepared
constexpr double width_mm = 210, height_mm = 297;
constexpr int note_pixels = 16;
constexpr double note_step = 23, line_step = 34;

QString title_of(const Deck& deck, std::size_t number) {
  const QString title = sheet_words(deck.steps[number]->title);
  return title.isEmpty() ? sheet_words(text("Step {1}", number + 1)) : title;
}

PartDrawing step_drawing(const Deck& deck, std::size_t number, const Progress& progress) {
  return [step = std::make_shared<const DeckStep>(deck_step(deck, number, vector_ratio, progress))](QPainter& painter,
                                                                                                    MapDepth depth) {
    Issues issues = draw(painter, step->picture, step->rasters, depth);
    if (depth != MapDepth::ground) issues.insert(issues.begin(), step->issues.begin(), step->issues.end());
    return issues;
  };
}

/// The words of a page of notes below its step.
PartDrawing handout_drawing(const HandoutPage& page, const Deck& deck, const Progress& progress) {
  PartDrawing words = drawing_of(page.words);
  if (page.picture.isEmpty()) return words;
  return [&page, words = std::move(words), step = step_drawing(deck, page.step, progress)](QPainter& painter,
                                                                                           MapDepth depth) {
    Issues issues = words(painter, depth);
    painter.translate(page.picture.topLeft());
    const double scale = page.picture.width() / deck_size.width();
    painter.scale(scale, scale);
    painter.setClipRect(QRectF(QPointF(), QSizeF(deck_size)));
    const Issues found = step(painter, depth);
    issues.insert(issues.end(), found.begin(), found.end());
    return issues;
  };
}

class Handout {
public:
  explicit Handout(const Deck& deck) : deck_(deck) {}

  std::vector<HandoutPage> pages() {
    for (std::size_t i = 0; i < deck_.steps.size(); ++i) step(i);
    for (std::size_t i = 0; i < pages_.size(); ++i) foot(pages_[i].words, i + 1);
    return std::move(pages_);
  }

private:
  QRectF inner() const {
    const double margin = sheet_margin_mm * pixels_per_mm;
    return QRectF(QPointF(), QSizeF(width_mm, height_mm) * pixels_per_mm).adjusted(margin, margin, -margin, -margin);
  }
  QRectF body() const { return inner().adjusted(0, 0, 0, -36); }

  /// With what its notes begin below; returns where they stand.
  SheetSetter new_page(std::size_t number, const Text& above) {
    HandoutPage page;
    page.words.size = QSizeF(width_mm, height_mm) * pixels_per_mm;
    page.step = number;
    const bool first = pages_.empty() || pages_.back().step != number;
    if (first) {
      page.words.bookmark = title_of(deck_, number);
      page.picture = QRectF(inner().topLeft(), QSizeF(inner().width(), inner().width() * 9 / 16));
    }
    pages_.push_back(std::move(page));
    const double y = first ? pages_.back().picture.bottom() + 22 : inner().top();
    SheetSetter setter(pages_.back().words, body(), y);
    setter.paragraph(sheet_words(above), map_font(13), palette(Theme::light).quiet, 22);
    return setter;
  }

  void step(std::size_t number) {
    SheetSetter setter = new_page(number, text("Step {1} of {2}", number + 1, deck_.steps.size()));
    const QString notes = QString::fromStdString(deck_.steps[number]->notes).trimmed();
    if (!notes.isEmpty()) set_notes(setter, number, notes);
    lines(setter);
  }

  void set_notes(SheetSetter& setter, std::size_t number, const QString& notes) {
    const QFont letters = map_font(note_pixels);
    for (const QString& paragraph : notes.split(u'\n')) {
      for (const QString& line : folded(paragraph.simplified(), letters, body().width())) {
        if (setter.room() < note_step)
          setter = new_page(number, text("Step {1} of {2}, continued", number + 1, deck_.steps.size()));
        setter.set({body().left(), setter.y()}, line, letters, palette(Theme::light).label, body().width());
        setter.gap(note_step);
      }
      setter.gap(note_step / 3);
    }
  }

  static void lines(SheetSetter& setter) {
    while (setter.room() >= line_step) {
      setter.gap(line_step);
      setter.rule(setter.area().width(), 0.4);
    }
  }

  void foot(SheetPage& page, std::size_t number) {
    const QRectF area(inner().left(), inner().bottom() - 20, inner().width(), 20);
    SheetSetter setter(page, area);
    const QString count = sheet_words(text("Page {1} of {2}", number, pages_.size()));
    const QColor quiet = palette(Theme::light).quiet;
    const QRectF taken = setter.set(area.topLeft(), count, map_font(11), quiet, area.width(), true);
    const double room = area.width() - taken.width() - 20;
    const QString title = QFontMetricsF(map_font(11)).elidedText(sheet_words(deck_.plan->title), Qt::ElideRight, room);
    setter.set(area.topLeft(), title, map_font(11), quiet, room);
  }

  const Deck& deck_;
  std::vector<HandoutPage> pages_;
};

DrawnDeck pdf_of_size(const Deck& deck, QSizeF size_mm, const std::vector<PdfPage>& pages, const Progress& progress) {
  DrawnPdf drawn = pdf_of({QString::fromStdString(deck.plan->title), size_mm, day_of(*deck.plan)}, pages, progress);
  return {std::move(drawn.write), std::move(drawn.issues)};
}

}  // namespace

DrawnDeck deck_pdf(const Deck& deck, const Progress& progress) {
  std::vector<PdfPage> pages;
  for (std::size_t i = 0; i < deck.steps.size(); ++i)
    pages.push_back({[&deck, i, &progress] { return step_drawing(deck, i, progress); }, title_of(deck, i)});
  return pdf_of_size(deck, QSizeF(deck_size) / pixels_per_mm, pages, progress);
}

std::vector<HandoutPage> lay_out_handout(const Deck& deck) {
  return Handout(deck).pages();
}

DrawnDeck handout_pdf(const Deck& deck, const Progress& progress) {
  const std::vector<HandoutPage> laid_out = lay_out_handout(deck);
  std::vector<PdfPage> pages;
  for (const HandoutPage& page : laid_out)
    pages.push_back({[&] { return handout_drawing(page, deck, progress); }, page.words.bookmark});
  return pdf_of_size(deck, {width_mm, height_mm}, pages, progress);
}

}  // namespace smile::layers
