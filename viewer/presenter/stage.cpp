#include "viewer/presenter/stage.h"

#include <QCloseEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

#include "gis/questions/live.h"
#include "layers/raster.h"
#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/live_answer.h"
#include "viewer/map/context_menu.h"
#include "viewer/map/map_view.h"
#include "viewer/presenter/live_layers.h"
#include "viewer/raster_store.h"
#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {
namespace {

constexpr int brief_ms = 7000;  ///< long enough to be read twice

void paint_blank(QWidget& blank, const QColor& colour) {
  QPalette palette = blank.palette();
  palette.setColor(QPalette::Window, colour);
  blank.setPalette(palette);
}

/// That of the step, else the newest that follows measures.
const Finding* finding_to_follow(const Plan& plan, const Step& step) {
  const Finding* own = find_finding(plan, step.finding);
  if (own != nullptr && can_follow(own->question)) return own;
  for (auto one = plan.findings.rbegin(); one != plan.findings.rend(); ++one)
    if (can_follow((*one)->question)) return one->get();
  return nullptr;
}

}  // namespace

Stage::Stage(Document& document, LayerStore& layers, layers::Theme theme)
    : document_(document),
      layers_(layers),
      theme_(theme),
      pages_(new QStackedLayout(this)),
      view_(new StepView(this)),
      blank_(new QWidget(this)),
      words_(make_label("stage_words")),
      back_(make_button("back_to_step", tr_("Back to the step (R)"))),
      choose_layers_(make_button("choose_layers", tr_("Layers (V)"))) {
  setObjectName("stage");
  setWindowTitle(tr_("Presentation"));
  setFocusPolicy(Qt::StrongFocus);
  pages_->setContentsMargins(0, 0, 0, 0);
  blank_->setAutoFillBackground(true);
  pages_->addWidget(view_);
  pages_->addWidget(blank_);
  brief_.setSingleShot(true);
  brief_.setInterval(brief_ms);
  connect(back_, &QPushButton::clicked, this, &Stage::step_wanted);
  connect(choose_layers_, &QPushButton::clicked, this, &Stage::choose_layers);
  connect(&brief_, &QTimer::timeout, this, [this] { say({}); });
}

Stage::~Stage() = default;

QLabel* Stage::make_label(const char* name) {
  QLabel* label = plain_label({}, this);
  label->setObjectName(name);
  label->setPalette(palette_of(theme_));
  label->setWordWrap(true);
  label->setMargin(16);
  label->setAutoFillBackground(true);
  label->setAttribute(Qt::WA_TransparentForMouseEvents);
  label->hide();
  return label;
}

QPushButton* Stage::make_button(const char* name, const QString& words) {
  auto* button = new QPushButton(words, this);
  button->setObjectName(name);
  button->setPalette(palette_of(theme_));
  button->setFocusPolicy(Qt::NoFocus);  // keys are the presentation's
  button->hide();
  return button;
}

void Stage::choose_layers() {
  if (map_ == nullptr) return;
  QMenu* menu = make_live_layers_menu(*map_, layers_);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  dress(*menu);
  menu->popup(choose_layers_->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

/// Menus are windows of their own, and so have neither colours nor letters of the stage.
void Stage::dress(QMenu& menu) const {
  QList<QMenu*> all = menu.findChildren<QMenu*>();
  all << &menu;
  for (QMenu* one : all) {
    one->setPalette(palette_of(theme_));
    set_letters(*one, 18);
  }
}

/// To be read from the back of the room: in proportion to the screen.
void Stage::set_letters(QWidget& widget, int pixels_at_800) const {
  QFont font = widget.font();
  font.setPixelSize(std::max(pixels_at_800 * 3 / 4, height() * pixels_at_800 / 800));
  widget.setFont(font);
}

void Stage::show_step() {
  end_live();
  shows_ = Shows::step;
  pages_->setCurrentWidget(view_);
}

void Stage::show_blank(bool white) {
  end_live();
  shows_ = white ? Shows::white : Shows::black;
  paint_blank(*blank_, white ? Qt::white : Qt::black);
  pages_->setCurrentWidget(blank_);
}

void Stage::show_live(const Step& step) {
  if (!view_->shown() || shows_ == Shows::live) return;
  const layers::StepPicture& picture = view_->shown()->layout;
  shows_ = Shows::live;
  // What was selected at the desk is not spoken of here, and nothing that lies below another sign is dragged instead.
  document_.select_measures({});
  map_ = new MapView(document_, this);
  map_->set_theme(theme_);
  map_->set_magnified(picture.magnified);
  set_letters(*map_, 20);
  map_->set_least_letters(std::max(18, height() * 18 / 800));
  map_->show_as(layers::map_settings(*document_.plan(), step, theme_));
  pages_->addWidget(map_);
  pages_->setCurrentWidget(map_);
  map_->resize(size());
  layers::Camera camera = map_->camera();
  camera.centre = picture.to_ground(QPointF(picture.size.width(), picture.size.height()) / 2);
  camera.metres_per_pixel = picture.camera.metres_per_pixel / picture.magnified;
  const auto show = [this] { map_->show_layers(layers_.layers()); };
  connect(&layers_, &LayerStore::changed, map_, show);
  connect(&layers_.rasters(), &RasterStore::pictures_changed, map_,
          [this] { map_->show_rasters(layers_.rasters().pictures()); });
  connect(map_, &MapView::requested, map_,
          [this] { layers_.rasters().look(layers::raster_view(map_->picture_camera())); });
  connect(map_, &MapView::menu_wanted, map_, [this](QPoint position) {
    QMenu* menu = make_map_menu(*map_, position);
    dress(*menu);
    menu->popup(map_->mapToGlobal(position));
  });
  show();
  map_->show_rasters(layers_.rasters().pictures());
  map_->set_camera(camera);
  map_->setFocus();
  for (QPushButton* button : {back_, choose_layers_}) {
    set_letters(*button, 18);
    button->show();
  }
  place_labels();
  follow(step);
}

void Stage::follow(const Step& step) {
  const Finding* finding = finding_to_follow(*document_.plan(), step);
  if (finding == nullptr) return;
  answer_ = new LiveAnswer(document_, map_);
  card_ = make_label("live_card");
  set_letters(*card_, 28);
  connect(answer_, &LiveAnswer::changed, this, &Stage::show_answer);
  answer_->follow(*finding);
}

void Stage::show_answer() {
  if (!answer_->problem().isEmpty() || !answer_->following()) return;
  const Finding& now = answer_->finding();
  const auto ground = answer_->ground();
  // One card says both: what the measure under the hand does, then what all do together.
  QStringList lines;
  if (ground) lines << ground->words.simplified();
  if (const Measure* silent = ground ? nullptr : only_selected(document_))
    lines << tr_(text("“{1}” is not counted here.", silent->title));
  lines << (now.sentences.empty() ? q(now.name) : tr_(now.sentences.front()));
  card_->setText(lines.join(u'\n'));
  card_->show();
  map_->show_reach(ground ? std::optional(ReachOverlay{ground->shape, ground->around_m, {}}) : std::nullopt);
  place_labels();
}

/// Its own key or mouse may be what ends the map.
void Stage::end_live() {
  if (map_ == nullptr) return;
  document_.seal();
  map_->let_go();
  delete answer_;
  map_->disconnect(map_);
  document_.disconnect(map_);
  layers_.disconnect(map_);
  layers_.rasters().disconnect(map_);
  pages_->removeWidget(map_);
  map_->hide();
  map_->deleteLater();
  map_ = nullptr;
  answer_ = nullptr;
  delete card_;
  card_ = nullptr;
  back_->hide();
  choose_layers_->hide();
  setFocus();
}

void Stage::say(const QString& words) {
  brief_.stop();
  set_letters(*words_, 22);
  words_->setText(words);
  words_->setVisible(!words.isEmpty());
  place_labels();
}

void Stage::say_briefly(const QString& words) {
  say(words);
  if (!words.isEmpty()) brief_.start();
}

QString Stage::said() const {
  return words_->isHidden() ? QString() : words_->text();
}

void Stage::place_labels() {
  const int margin = 16, width = std::min(this->width() - 2 * margin, std::max(420, this->width() * 2 / 5));
  if (card_ != nullptr) {
    card_->setGeometry(this->width() - width - margin, margin, width, card_->heightForWidth(width));
    card_->raise();
  }
  // Above the scale bar: the upper left corner is where measures of the whole city stand.
  int left = margin;
  for (QPushButton* button : {back_, choose_layers_}) {
    button->resize(button->sizeHint() + QSize(20, 12));
    button->move(left, height() - button->height() - 6 * margin);
    button->raise();
    left += button->width() + margin / 2;
  }
  const int said = words_->fontMetrics().horizontalAdvance(words_->text()) + 2 * words_->margin() + 4;
  const int wide = std::min(said, this->width() - 2 * margin), high = words_->heightForWidth(wide);
  const int lower_edge = back_->isHidden() ? height() - 3 * margin : back_->y() - margin / 2;
  words_->setGeometry(margin, lower_edge - high, wide, high);
  words_->raise();
}

void Stage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place_labels();
}

void Stage::closeEvent(QCloseEvent* event) {
  event->accept();
  emit closed();
}

}  // namespace smile::viewer
