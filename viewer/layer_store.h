#pragma once
// The features of the plan's layers, read off the window's thread when a layer is first to be seen. Pictures have a
// store of their own, which this one speaks for.

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

#include "gis/intake/layers.h"

namespace smile::viewer {

class Document;
class RasterStore;
class Tasks;

class LayerStore : public QObject {
  Q_OBJECT
public:
  LayerStore(Document& document, Tasks& tasks, QObject* parent);

  const LayerSet& layers() const { return layers_; }
  bool is_reading(Id layer) const;
  QString problem_of(Id layer) const;  ///< why it is not shown; "" where nothing is wrong
  void read_again(Id layer);
  void want(Id layer);  ///< reads it although it is hidden: a comparison shows it
  Issues issues() const;  ///< of what can't be shown
  RasterStore& rasters() const { return *rasters_; }

signals:
  void changed();
  void failed(smile::Id layer, const QString& sentence);

private:
  /// What the features were read from: the same place read into the same system is the same data.
  struct State {
    LayerSource source;
    Crs crs;
    bool reading = false;
    Text problem;
  };
  void follow();
  void read(const MapLayer& layer);
  void take(Id layer, LayerDataPtr data);
  void take_problem(Id layer, const Text& sentence);

  Document& document_;
  Tasks& tasks_;
  RasterStore* rasters_;
  LayerSet layers_;
  QHash<Id, State> states_;
  QSet<Id> wanted_;
};

}  // namespace smile::viewer
