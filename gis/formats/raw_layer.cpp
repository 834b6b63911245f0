#include "gis/formats/raw_layer.h"

#include "gis/formats/geopackage_reader.h"

namespace smile {

std::vector<LayerInfo> list_layers(const Dataset& dataset) {
  return dataset.format == Format::geopackage ? list_geopackage_layers(dataset.file) : list_layers_with_ogr(dataset);
}

RawLayer read_layer(const Dataset& dataset, const std::string& layer, IssueList& issues, const Progress& progress) {
  if (dataset.format == Format::geopackage) return read_geopackage_layer(dataset.file, layer, issues, progress);
  return read_layer_with_ogr(dataset, layer, issues, progress);
}

}  // namespace smile
