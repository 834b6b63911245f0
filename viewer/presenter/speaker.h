#pragma once
// What those who present see on their own screen: notes, this step and the next one, clock and timer.

#include <QElapsedTimer>
#include <QWidget>

#include "gis/plan/step.h"

class QLabel;
class QPlainTextEdit;

namespace smile::viewer {

class Speaker : public QWidget {
  Q_OBJECT
public:
  struct Shown {
    QString title;
    QString notes;
    QString next_title;  ///< "" at the end
    int number = 0, count = 0;
    QString state;  ///< "The screen is black" …; "": the step is shown
    QString typed;
  };
  /// since: the talk began, for its timer.
  explicit Speaker(QElapsedTimer since);

  void show_step(const Shown& shown);
  void show_pictures(const QImage& now, const QImage& next);
  QString notes() const;
  QString position() const;

signals:
  void closed();

protected:
  void closeEvent(QCloseEvent* event) override;

private:
  void prepare_notes();
  void arrange();
  void tick();

  QLabel *now_, *next_, *title_, *next_title_, *position_, *state_, *clock_, *timer_;
  QPlainTextEdit* notes_;
  QElapsedTimer since_;
};

}  // namespace smile::viewer
