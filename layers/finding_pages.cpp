// Sheets of findings as a file.

#include <algorithm>
#include <memory>

#include "gis/questions/options.h"
#include "layers/drawn_file.h"
#include "layers/finding_sheet.h"
#include "layers/page.h"
#include "layers/pdf_file.h"

namespace smile::layers {
namespace {

bool has_map(const Plan& plan, const Finding& finding) {
  return finding.layer != 0 && find_layer(plan, finding.layer) != nullptr;
}

/// Measures are what was asked about, or among the places.
bool speaks_of_measures(const Finding& finding) {
  const auto& options = finding.question.options;
  return finding.question.kind == "conflicts" || std::any_of(options.begin(), options.end(), [](const auto& option) {
           return option.second.find("measures") != std::string::npos ||
                  option.second.find("scenario:") != std::string::npos;
         });
}

/// Layers that the question names: places, candidates, areas.
std::vector<Id> asked_about(const Finding& finding, const Plan& plan) {
  std::vector<Id> layers;
  const QuestionOptions options(finding.question, plan);
  for (const auto& option : finding.question.options)
    for (const std::string& word : options.words(option.first))
      if (const MapLayer* layer = layer_named(option.first, word, plan)) layers.push_back(layer->id);
  return layers;
}

/// Without what was asked about, a result can't be understood; so it is shown at any scale.
void show(std::vector<LayerSettings>& layers, const std::vector<Id>& asked) {
  for (LayerSettings& settings : layers)
    if (std::find(asked.begin(), asked.end(), layer_of_key(settings.layer)) != asked.end()) {
      settings.visible = true;
      settings.closest = settings.farthest = 0;
    }
}

/// The message stands below the title, as on the first page.
std::shared_ptr<Page> map_page(const Plan& plan, const Finding& finding, const PlanPlace& place, Issues& issues,
                               const Progress& progress) {
  const PlanPtr shown = plan_of_map(plan, finding);
  LoadedLayers loaded = load_layers(*shown, place, progress);
  issues.insert(issues.end(), loaded.issues.begin(), loaded.issues.end());
  PaperSettings settings;
  settings.title = finding.name;
  if (!finding.sentences.empty()) settings.message = str(finding.sentences.front());
  settings.language = language();
  settings.layers = std::move(loaded.layers);
  settings.folder = place.folder();
  return std::make_shared<Page>(shown, settings, QSizeF(sheet_width_mm, sheet_height_mm) * pixels_per_mm, 2, progress);
}

void check_file(const std::filesystem::path& file, bool overwrite) {
  if (file.extension() != ".pdf")
    throw Error(ErrorKind::usage, text("Results are written as .pdf; “{1}” ends otherwise.", file.filename().string()));
  if (!overwrite) refuse_to_replace(file);
}

}  // namespace

PlanPtr plan_of_map(const Plan& plan, const Finding& finding) {
  auto shown = std::make_shared<Plan>(plan);
  shown->style.choropleth.figure.clear();
  std::vector<LayerSettings>& layers = shown->style.layers;
  const MapLayer* found = find_layer(plan, finding.layer);
  const bool labelled = found != nullptr && !found->style.label_field.empty();
  show(layers, asked_about(finding, plan));
  for (LayerSettings& settings : layers) {
    if (settings.layer == "measures") settings.visible = speaks_of_measures(finding);
    // Names of districts would stand above the few places that were found.
    if (settings.layer == "district_labels") settings.visible = settings.visible && !labelled;
    // People stand behind the figures; two maps of squares over each other say nothing.
    const MapLayer* layer = find_layer(plan, layer_of_key(settings.layer));
    if (layer != nullptr && layer->use.kind == LayerUse::Kind::population) settings.visible = false;
    for (const FindingPtr& other : plan.findings)
      if (other->layer != finding.layer && settings.layer == layer_key(other->layer)) settings.visible = false;
  }
  LayerSettings top{layer_key(finding.layer)};
  for (const LayerSettings& settings : layers)
    if (settings.layer == top.layer) top.opacity = settings.opacity;
  std::erase_if(layers, [&](const LayerSettings& settings) { return settings.layer == top.layer; });
  layers.insert(layers.begin(), top);
  // The title says which.
  for (MapLayerPtr& layer : shown->layers) {
    if (layer->id != finding.layer) continue;
    MapLayer named = *layer;
    named.name = say("Result");
    layer = std::make_shared<const MapLayer>(named);
  }
  return shown;
}

SheetsWritten write_finding_sheets(const PlanPtr& plan, const std::vector<FindingPtr>& findings, const PlanPlace& place,
                                   const std::filesystem::path& file, bool overwrite, const Progress& progress) {
  load_fonts();
  check_file(file, overwrite);
  SheetsWritten written;
  std::vector<PdfPage> pages;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    progress.report(text("Laying out the sheets"), static_cast<double>(i) / static_cast<double>(findings.size()));
    progress.check();
    const Finding& finding = *findings[i];
    const bool map = has_map(*plan, finding);
    const auto sheet = std::make_shared<const FindingSheet>(lay_out_sheet(finding, *plan, map));
    for (const SheetPage& page : sheet->pages) {
      const bool first = &page == &sheet->pages.front();
      pages.push_back(
          {[sheet, &page] { return drawing_of(page); }, first ? QString::fromStdString(finding.name) : QString()});
      if (!first || !map) continue;
      pages.push_back({[drawn = map_page(*plan, finding, place, written.issues, progress)] {
        return [drawn](QPainter& painter, MapDepth depth) { return drawn->draw(painter, depth); };
      }});
    }
  }
  written.pages = static_cast<int>(pages.size());
  PdfSettings settings{QString::fromStdString(plan->title), {sheet_width_mm, sheet_height_mm}, day_of(*plan)};
  if (findings.size() == 1) settings.title = QString::fromStdString(findings.front()->name);
  const DrawnPdf drawn = pdf_of(settings, pages, progress);
  written.issues.insert(written.issues.end(), drawn.issues.begin(), drawn.issues.end());
  write_drawn(file, drawn.write);
  progress.report(text("Laying out the sheets"), 1);
  return written;
}

}  // namespace smile::layers
