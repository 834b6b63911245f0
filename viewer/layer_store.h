#pragma once
// The features of the plan's layers, read off the window's thread when a layer is first to be seen. Pictures have a
// store of their own, which this one speaks for. All keep to a budget of memory: over it, features that nobody sees are
// let go (removed layers first, then hidden ones; they are read again when they come back), and a layer that still
// finds no room waits for somebody to say that it shall be read.

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <future>
#include <stop_token>
#include <vector>

#include "gis/intake/layers.h"

namespace smile::viewer {

class Document;
class RasterStore;
class Tasks;

class LayerStore : public QObject {
  Q_OBJECT
public:
  /// budget: in bytes.
  LayerStore(Document& document, Tasks& tasks, std::size_t budget, QObject* parent);
  ~LayerStore() override;

  const LayerSet& layers() const { return layers_; }
  bool is_reading(Id layer) const;
  QString problem_of(Id layer) const;  ///< why it is not shown; "" where nothing is wrong
  void read_again(Id layer);
  void want(Id layer);  ///< reads it although it is hidden: a comparison shows it
  /// It was not read for want of room, or the reading was cancelled.
  bool waits(Id layer) const;
  void read_now(Id layer);    ///< one that waits, whatever room it takes
  Issues issues() const;      ///< of what can't be shown
  std::size_t bytes() const;  ///< that features and pictures take, about
  std::size_t budget() const { return budget_; }
  void set_budget(std::size_t bytes);
  RasterStore& rasters() const { return *rasters_; }

signals:
  void changed();
  void failed(smile::Id layer, const QString& sentence);

private:
  /// What the features were read from: the same place read into the same system is the same data.
  struct State {
    LayerSource source;
    Crs crs;
    std::size_t expected = 0;  ///< bytes, while it is being read
    Text problem;
    enum class Step { reading, done, no_room, cancelled } step = Step::done;
  };
  void follow();
  void read(const MapLayer& layer);
  /// False where it is over the budget, even without what nobody sees.
  bool find_room(std::size_t bytes);
  void let_go(Id layer);
  void hold_back(const MapLayer& layer, State state);
  void take(Id layer, LayerDataPtr data);
  void make_steps(const LayerDataPtr& data);
  void take_cancelled();
  void take_problem(Id layer, const Text& sentence, State::Step step);
  bool is_seen(const Plan& plan, Id layer) const;

  Document& document_;
  Tasks& tasks_;
  RasterStore* rasters_;
  LayerSet layers_;
  QHash<Id, State> states_;
  QSet<Id> wanted_;
  QSet<Id> anyway_;  ///< layers to be read whatever room they take
  std::size_t budget_;
  std::stop_source closing_;
  std::vector<std::future<void>> making_steps_;
};

}  // namespace smile::viewer
