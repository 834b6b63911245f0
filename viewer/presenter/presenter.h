#pragma once
// Plays the steps of a plan: the stage on one screen, what the speaker needs on another where there is one.

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "layers/palette.h"
#include "viewer/presenter/commands.h"
#include "viewer/presenter/speaker.h"
#include "viewer/presenter/stage.h"

class QScreen;

namespace smile::viewer {

/// The audience looks at a screen that is not the desk's, where there is one; the speaker at the desk's.
struct ScreensOfTalk {
  QScreen* stage = nullptr;
  QScreen* speaker = nullptr;  ///< nullptr: one screen for both
};
ScreensOfTalk screens_of_talk(const QList<QScreen*>& screens, QScreen* desk);

class Presenter : public QObject {
  Q_OBJECT
public:
  Presenter(Document& document, LayerStore& layers, layers::Theme theme, QObject* parent);
  ~Presenter() override;

  /// At this step (0, or one that is not shown: at the first). False: there is nothing to be shown.
  bool begin(Id step, QScreen* desk);
  void end();
  bool running() const { return stage_ != nullptr; }

  void run(Command command);
  /// Also in the middle of it: a projector may be unplugged and come back.
  void use_screens(const QList<QScreen*>& screens);
  Stage* stage() const { return stage_.get(); }
  Speaker* speaker() const { return speaker_.get(); }
  Id step() const { return step_; }
  int number() const;  ///< from 1; 0: none
  int count() const;
  bool locked() const { return locked_; }
  const StepPictures& pictures() const { return *pictures_; }

signals:
  void ended();
  void failed(const QString& sentence);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void make_stage();
  void close_speaker();
  bool take_key(const QKeyEvent& key);
  void go_to(int number);
  std::optional<int> number_for(Command command) const;  ///< nothing: it goes nowhere
  void act(Command command);
  void wipe();
  void toggle_live();
  void toggle_lock();
  void say_how_to_unlock();
  void say_what_stays_moved();
  void say_what_to_ask_first();
  void note(const QString& words);
  bool keys_are_shown() const;
  void leave();
  void show_step();
  void toggle_blank(bool white);
  void toggle_pen();
  void live_from(const std::function<void(MapView&)>& then);
  void plan_changed();
  void show_picture();
  void tell_speaker();
  void show_pictures_to_speaker();
  std::vector<Id> shown() const;
  const Step* current() const;

  Document& document_;
  LayerStore& layers_;
  layers::Theme theme_;
  std::unique_ptr<StepPictures> pictures_;
  std::unique_ptr<Stage> stage_;
  std::unique_ptr<Speaker> speaker_;
  QTimer mirror_;        ///< shows the speaker what the audience sees of the live map
  QElapsedTimer since_;  ///< the talk began, whatever screens come and go
  QPointer<QScreen> desk_;
  std::vector<Id> order_;  ///< of the steps that were shown last
  Id step_ = 0;
  QString typed_;
  bool locked_ = false;
  PlanPtr before_live_;  ///< the plan as it was when the map became live; nullptr: since then a step was shown
  PlanPtr moved_from_;   ///< the same, while it is said what stays moved
  QString note_;         ///< for those who present
  bool asked_ = false;   ///< it was said what to ask first
};

}  // namespace smile::viewer
