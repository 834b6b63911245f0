#pragma once
// A file of geodata becomes a layer of context; layers of a plan find their features again.

#include <filesystem>
#include <map>
#include <string>

#include "gis/formats/layer_data.h"
#include "gis/intake/districts.h"
#include "gis/plan/plan.h"
#include "gis/plan/plan_place.h"

namespace smile {

struct LayerOptions {
  std::string name;    ///< "": the layer's or the file's name
  std::string credit;  ///< stands with the sources of a map
  ReadOptions read;
};

/// The edit adds the layer by reference to its file, with the style that suits what it shows; a plan without system
/// takes the UTM zone of the layer. `folder` is where the plan lies: files in or below it are kept relative, so that
/// both can move together. Throws as read_features, Error{refused} for a layer without any geometry.
Intake intake_layer(const std::filesystem::path& file, const LayerOptions& options, const Plan& plan,
                    const std::filesystem::path& folder, const Progress& progress = {});

/// The plan's system; for a plan without any the UTM zone of the layer.
Crs plan_system(const Plan& plan, const std::filesystem::path& file, const ReadOptions& options,
                const Progress& progress = {});

/// What its names (of layer, file, columns; German and English) say a layer shows.
LayerTopic guess_topic(const LayerData& data, const std::string& file);

/// The same of one name alone.
LayerTopic topic_of_name(const std::string& name);

/// The column whose values are written beside features of this topic; "": none.
std::string guess_label_field(const LayerData& data, LayerTopic topic);

/// The column with the names of features, by what it is called; "": none.
std::string guess_name_field(const LayerData& data);

/// How the plan keeps the place of a file: relative where it lies in or below its own folder.
std::string kept_path(const std::filesystem::path& file, const std::filesystem::path& folder);
std::filesystem::path layer_file(const LayerSource& source, const std::filesystem::path& folder);

/// "gruenflaechen_2023" → "Gruenflaechen 2023": what a layer of that file is called.
std::string name_from_stem(std::string stem);

/// The warning "layer_missing" of a layer that can't be shown.
Issue missing_layer(const MapLayer& layer, const Text& why);

/// Features by layer. A layer that is not in it has not been read, or can't be.
using LayerSet = std::map<Id, LayerDataPtr>;

/// Reads one layer of the plan again, from its file or out of the plan. Throws as read_features; {not_found} where its
/// file has gone.
LayerDataPtr load_layer(const MapLayer& layer, const Plan& plan, const PlanPlace& place, const Progress& progress = {});

struct LoadedLayers {
  LayerSet layers;
  Issues issues;  ///< a warning "layer_missing" for each that can't be read
};
/// All layers of features that are to be seen; pictures are read for a view (rasters.h).
LoadedLayers load_layers(const Plan& plan, const PlanPlace& place, const Progress& progress = {});

}  // namespace smile
