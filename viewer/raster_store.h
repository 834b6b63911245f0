#pragma once
// The pictures under the map, read for what is seen, off the window's thread. Until a new one is there the last ones
// are drawn; a service is asked only while its layer is to be seen.

#include <QObject>
#include <QString>
#include <QTimer>
#include <map>
#include <memory>

#include "gis/intake/rasters.h"
#include "viewer/raster_reader.h"

namespace smile::viewer {

class Document;

class RasterStore : public QObject {
  Q_OBJECT
public:
  RasterStore(Document& document, QObject* parent);
  ~RasterStore() override;

  /// The map shows this now. Reading begins a moment after the last call: a pan is many of them.
  void look(const RasterView& view);
  /// One that is hidden, but shown beside the map as it is; 0: none.
  void compare(Id layer);
  const RasterSet& pictures() const { return pictures_; }

  std::size_t bytes() const;  ///< that the pictures take

  bool is_reading(Id layer) const;
  QString problem_of(Id layer) const;  ///< why it is not shown, or not as it is now; "": nothing is wrong
  Issues issues() const;
  void read_again(Id layer);  ///< asks a silent service at once

signals:
  void changed();           ///< what is being read, and what can't be
  void pictures_changed();  ///< there is something new to be drawn
  void failed(smile::Id layer, const QString& sentence);

private:
  /// One layer, and what its pictures were read from.
  struct Entry {
    LayerSource source;
    bool grey = false;
    Crs crs;
    RasterView view;       ///< of the last request
    bool outdated = true;  ///< the pictures are of another source or look
    std::optional<Error> problem;
    bool silent = false;  ///< the service did not answer: it is left in peace for a while
    std::unique_ptr<RasterReader> reader;
  };
  void follow();
  void read(const MapLayer& layer, Entry& entry);
  void take(Id layer);
  void take_problem(const MapLayer& layer, Entry& entry, const std::optional<Error>& problem);
  void keep(Id layer, Entry& entry, RasterImagePtr image);
  void drop_removed(const Plan& plan);

  Document& document_;
  RasterSet pictures_;
  std::map<Id, Entry> entries_;
  RasterView view_;
  Id compared_ = 0;
  QTimer wait_;   ///< for the map to come to rest
  QTimer retry_;  ///< for silent services
};

}  // namespace smile::viewer
