#pragma once
// Map services: WMS, WMTS and tiles by an XYZ address. What they are called, what they offer, and how they are asked.
//
// An address is http or https. What a layer has to be asked with stands in it as the services themselves write it:
// of WMS VERSION, CRS and FORMAT, of WMTS TILEMATRIXSET; of tiles {z}, {x} and {y} (or {-y}, counted from the south).

#include <string>
#include <string_view>
#include <vector>

#include "gis/formats/raster.h"

namespace smile {

/// Throws Error{refused} for anything but a plain web address: other protocols, spaces, quotation marks, passwords.
void check_address(std::string_view address);
/// Throws Error{refused} for a name that could become part of a request.
void check_service_layer(std::string_view layer);

/// "tile.example.org": how sentences call a service.
std::string host_of(const std::string& address);

struct ServiceLayer {
  std::string name;   ///< as the service is asked for it
  std::string title;  ///< as people read it
};
/// Asks the server once. Throws Error{refused|unreadable}.
std::vector<ServiceLayer> layers_of_service(const RasterSource& service, const Progress& progress = {});

/// The source completed so that it can be drawn: in the system of the plan if the service has it. Asks the server for
/// one tile at `place` (longitude/latitude). Throws Error{refused|not_found|unreadable}.
RasterSource chosen_service(RasterSource service, const Crs& plan, Point place, const Progress& progress = {});

/// Removes what was kept longest where all that is kept is more than `most` bytes.
void trim_cache(const std::filesystem::path& folder, std::uintmax_t most);

}  // namespace smile
