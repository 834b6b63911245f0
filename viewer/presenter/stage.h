#pragma once
// What the audience sees: a step, the live map in its place, or nothing.

#include <QTimer>
#include <QWidget>

#include "viewer/presenter/step_view.h"

class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;

namespace smile::viewer {

class Document;
class LayerStore;
class LiveAnswer;
class MapView;

class Stage : public QWidget {
  Q_OBJECT
public:
  enum class Shows { step, live, black, white };
  /// theme: of the map and of what stands on it, whatever the window's.
  Stage(Document& document, LayerStore& layers, layers::Theme theme);
  ~Stage() override;

  Shows shows() const { return shows_; }
  void show_step();
  void show_blank(bool white);
  /// The map of the step that is shown, from where its picture was drawn; follows the result the step speaks of, else
  /// the newest that can be followed.
  void show_live(const Step& step);
  /// Asks which layers the live map shows; nothing where it is not live.
  void choose_layers();
  StepView& view() { return *view_; }
  MapView* map() { return map_; }  ///< nullptr: not live
  LiveAnswer* answer() { return answer_; }
  /// One line at the lower edge until something else is said; "": none.
  void say(const QString& words);
  /// The same for a moment.
  void say_briefly(const QString& words);
  QString said() const;

signals:
  void closed();
  void step_wanted();  ///< instead of the live map

protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void end_live();
  void follow(const Step& step);
  void show_answer();
  void place_labels();
  QLabel* make_label(const char* name);
  void dress(QMenu& menu) const;
  void set_letters(QWidget& widget, int pixels_at_800) const;
  QPushButton* make_button(const char* name, const QString& words);

  Document& document_;
  LayerStore& layers_;
  layers::Theme theme_;
  Shows shows_ = Shows::step;
  QStackedLayout* pages_;
  StepView* view_;
  QWidget* blank_;
  MapView* map_ = nullptr;
  LiveAnswer* answer_ = nullptr;
  QLabel* card_ = nullptr;
  QLabel* words_;
  QPushButton* back_;           ///< the way out of the live map, also for hands without a keyboard
  QPushButton* choose_layers_;  ///< of the live map
  QTimer brief_;
};

}  // namespace smile::viewer
