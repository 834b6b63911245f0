#pragma once
// Private to this room: a layer as it stands in its file, before the gate.

#include "gis/formats/features.h"
#include "gis/formats/issue_list.h"
#include "gis/formats/source_files.h"

namespace smile {

struct RawLayer {
  std::string layer;
  std::string driver;
  std::vector<Column> columns;
  std::vector<Feature> features;  ///< geometry: kind none for null, no points for empty
  std::int64_t declared = -1;
  std::optional<Crs> crs;    ///< as declared
  std::string crs_text;      ///< what stands there, also when it isn't understood
  bool table_bytes = false;  ///< cells are bytes in an encoding that is still to be decided (DBF)
  std::string code_page;     ///< DBF: .cpg
  int language_driver = 0;   ///< DBF: byte 29
};

/// The layers of one dataset, in its order. Throws Error{unreadable}.
std::vector<LayerInfo> list_layers(const Dataset& dataset);

/// Reads one layer; problems of the file itself go to `issues`. Throws Error{unreadable|cancelled}.
RawLayer read_layer(const Dataset& dataset, const std::string& layer, IssueList& issues, const Progress& progress);

/// The same with OGR, whatever the format: GeoPackages too, as a yardstick for the faster way.
std::vector<LayerInfo> list_layers_with_ogr(const Dataset& dataset);
RawLayer read_layer_with_ogr(const Dataset& dataset, const std::string& layer, IssueList& issues,
                             const Progress& progress);

}  // namespace smile
