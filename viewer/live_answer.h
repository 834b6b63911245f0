#pragma once
// An answer about reach that follows the measures: made ready off the window's thread, then worked out at every change
// of the plan, which costs one search around what has moved.

#include <QObject>
#include <memory>
#include <optional>

#include "gis/questions/live.h"

namespace smile::viewer {

class Document;
class Tasks;

class LiveAnswer : public QObject {
  Q_OBJECT
public:
  explicit LiveAnswer(Document& document, QObject* parent);
  ~LiveAnswer() override;

  /// Begins to follow this finding where it can be; forgets the one before.
  void follow(const Finding& finding);
  void stop();
  /// It is worked out with every change from now on.
  bool following() const { return live_.has_value(); }
  const Finding& finding() const { return finding_; }

  /// What is to be seen on the map of the selected measure.
  struct Ground {
    Geometry shape;       ///< streets it reaches, or itself
    double around_m = 0;  ///< straight: how far around the shape
    QString words;
  };
  std::optional<Ground> ground();

  /// Why it can't be followed; empty: it can, or is not wanted.
  const QString& problem() const { return problem_; }

signals:
  void changed();

private:
  void take(LiveReach live, PlanPtr made_for, quint64 turn);
  void plan_changed();

  Document& document_;
  Tasks* tasks_;
  Finding kept_, finding_;
  std::optional<LiveReach> live_;
  PlanPtr plan_;      ///< followed last
  QString problem_;
  quint64 turn_ = 0;  ///< of follow(): a job that comes late is forgotten
};

}  // namespace smile::viewer
