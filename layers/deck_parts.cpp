#include "layers/deck_parts.h"

#include <algorithm>

#include "layers/sheet_setter.h"

namespace smile::layers {
namespace {

template <class Texts, class Taken>
QString joined(const Texts& texts, Taken taken) {
  QStringList words;
  for (const auto& one : texts)
    if (taken(one)) words << one.text;
  return words.join(QStringLiteral(" · "));
}

void take_places(SlideParts& out, const StepPicture& picture) {
  out.unit = picture.unit;
  out.bright = picture.done_colour;
  out.sources = joined(picture.texts, [](const StepText& one) { return one.part == StepText::Part::source; });
  out.lowest = deck_size.height() - 16 * picture.unit;
  for (const StepGround& ground : picture.grounds) {
    if (ground.under == StepText::Part::title) out.title_box = ground.box, out.band = ground.fill;
    if (ground.under == StepText::Part::body) out.card = ground.box;
  }
  for (const StepText& one : picture.texts) {
    if (one.part == StepText::Part::title) out.title_pixels = one.font.pixelSize();
    if (one.part == StepText::Part::source && !out.card.isEmpty() && one.box.right() > out.card.left())
      out.lowest = std::min(out.lowest, one.box.top());
  }
}

void take_chart(SlideParts& out, const StepPicture& picture) {
  if (!picture.chart) return;
  out.chart = picture.chart;
  out.chart_box = picture.chart_box;
  out.chart_size = picture.chart_box.size() / picture.chart_scale;
  out.chart_says = joined(picture.chart->texts, [](const ChartText&) { return true; });
}

}  // namespace

QStringList paragraphs(const std::string& words) {
  QStringList out;
  for (const QString& line : QString::fromStdString(words).split(u'\n'))
    if (const QString one = line.simplified(); !one.isEmpty()) out << one;
  return out;
}

QString words_of_map(const StepPicture& picture) {
  const QString all = joined(picture.texts, [](const StepText& one) { return !one.text.isEmpty(); });
  return sheet_words(text("Map: {1}", all.toStdString()));
}

SlideParts slide_parts(const Deck& deck, std::size_t number, double device_pixel_ratio, bool with_sources,
                       const Progress& progress) {
  const Step& step = *deck.steps[number];
  DeckStep laid_out = deck_step(deck, number, device_pixel_ratio, progress);
  SlideParts out;
  out.title = sheet_words(step.title);
  out.body = paragraphs(step.body);
  out.panel = words_of_panel(*deck.plan, step);
  out.notes = paragraphs(step.notes);
  take_places(out, laid_out.picture);
  take_chart(out, laid_out.picture);
  out.picture = without_words(std::move(laid_out.picture), with_sources);
  out.rasters = std::move(laid_out.rasters);
  out.issues = std::move(laid_out.issues);
  out.map_says = words_of_map(out.picture);
  out.map = step_image(out.picture, out.rasters, progress.stop_token());
  progress.check();
  return out;
}

}  // namespace smile::layers
