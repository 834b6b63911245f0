#pragma once
// One map on paper or in a file: title, map, legend, scale, north, sources. PNG, SVG, PDF by the ending of the file.

#include <filesystem>
#include <optional>
#include <string>

#include "gis/jobs/progress.h"
#include "layers/map.h"

namespace smile::layers {

struct PaperSettings {
  std::string title;            ///< "" = the plan's title
  std::string message;          ///< one line below it; "": how many measures there are
  std::optional<Box> extent;    ///< plan's system
  Id district = 0;              ///< shows this district (others veiled); 0: all
  std::optional<double> scale;  ///< 1:n on paper
  double width_mm = 297;        ///< A4 landscape
  double height_mm = 210;
  double dpi = 150;             ///< PNG
  std::optional<QSize> pixels;  ///< PNG: exact size instead of mm and dpi
  Language language = Language::english;
  LayerSet layers;               ///< of context; see load_layers
  std::filesystem::path folder;  ///< of the plan: pictures are read from there as finely as the paper shows them
  std::optional<Date> date;      ///< on the page; default: the latest import or change of phase in the plan
};

/// Writes beside and renames; returns the layers that could not be drawn. Throws Error{exists} unless overwrite,
/// {usage} for another ending, {disk}.
Issues write_map(PlanPtr plan, const PaperSettings& settings, const std::filesystem::path& file, bool overwrite = false,
                 const Progress& progress = {});

/// The font of maps and paper, embedded: call once after the QGuiApplication is there.
void load_fonts();
QString map_font_family();

}  // namespace smile::layers
