#include "viewer/panels/steps_panel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

#include "gis/plan/steps.h"
#include "gis/questions/deck.h"
#include "viewer/document.h"
#include "viewer/map/map_view.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/step_caption.h"
#include "viewer/panels/step_form.h"
#include "viewer/presenter/screen_step.h"
#include "viewer/presenter/step_pictures.h"
#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {
namespace {

const QSize picture_size(1280, 800);
const QSize icon_size(112, 70);
constexpr double icon_ratio = 1 / layers::projector_magnification;  ///< the map is drawn at its own size

QScrollArea* scrolled(QWidget* form) {
  auto* area = new QScrollArea;
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setMinimumHeight(120);
  area->setWidget(form);
  return area;
}

class StepsPanel : public QWidget {
public:
  StepsPanel(Document& document, MapView& map, LayerStore& layers, std::function<void(Id)> present, QWidget* parent);

  void choose(Id step) {
    for (int i = 0; i < list_->count(); ++i)
      if (list_->item(i)->data(Qt::UserRole).toLongLong() == step) list_->setCurrentRow(i);
  }
  Id chosen() const {
    return list_->currentItem() != nullptr ? list_->currentItem()->data(Qt::UserRole).toLongLong() : 0;
  }

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent*) override { ask_for_pictures(); }

private:
  void build_tools(QBoxLayout& column);
  void build_list();
  QToolButton* add_tool(QBoxLayout& row, const char* name, const char* icon, const QString& label, const char* fallback,
                        void (StepsPanel::*does)());
  void fill_decks(QMenu& menu);
  void make_deck(Id district) { document_.apply(add_deck(*document_.plan(), district)); }

  void add_new();
  void update_view();
  void duplicate();
  void hide_or_show();
  void remove();
  void present() { present_(chosen()); }
  void move(int by);
  void dropped();
  void apply_and_choose(const Edit& edit, int row);

  void plan_changed();
  void refill(const Plan& plan);
  void describe(QListWidgetItem& item, const Step& step, int number);
  void ask_for_pictures();
  void show_picture(Id step);
  void update_buttons();

  Document& document_;
  MapView& map_;
  std::function<void(Id)> present_;
  StepPictures* pictures_;
  QStackedWidget* pages_;
  QListWidget* list_;
  StepForm* form_;
  QToolButton *new_ = nullptr, *update_ = nullptr, *duplicate_ = nullptr, *hide_ = nullptr, *remove_ = nullptr,
              *decks_ = nullptr, *play_ = nullptr;
};

StepsPanel::StepsPanel(Document& document, MapView& map, LayerStore& layers, std::function<void(Id)> present,
                       QWidget* parent)
    : QWidget(parent),
      document_(document),
      map_(map),
      present_(std::move(present)),
      pictures_(new StepPictures(document, layers, this)),
      pages_(new QStackedWidget(this)),
      list_(new QListWidget(this)),
      form_(new StepForm(document, this)) {
  setObjectName("steps_panel");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_tools(*column);
  build_list();
  auto* both = new QSplitter(Qt::Vertical, pages_);
  both->addWidget(list_);
  both->addWidget(scrolled(form_));
  both->setStretchFactor(0, 3);
  both->setStretchFactor(1, 2);
  both->setSizes({300, 200});
  both->setChildrenCollapsible(false);
  pages_->addWidget(both);
  pages_->addWidget(make_empty_state(
      tr_("No presentation yet"),
      tr_("A step keeps what the map shows now: the extent, the layers, the selected measures. Or have the steps made "
          "from what the plan knows."),
      {{tr_("New step"), [this] { add_new(); }}, {tr_("Make the steps"), [this] { make_deck(0); }}}, pages_));
  column->addWidget(pages_, 1);
  pictures_->set_look(picture_size, icon_ratio, current_theme());
  connect(pictures_, &StepPictures::drawn, this, &StepsPanel::show_picture);
  connect(&document, &Document::plan_changed, this, &StepsPanel::plan_changed);
  plan_changed();
}

QToolButton* StepsPanel::add_tool(QBoxLayout& row, const char* name, const char* icon, const QString& label,
                                  const char* fallback, void (StepsPanel::*does)()) {
  QToolButton* button = make_tool_button(icon, label, this, fallback);
  button->setObjectName(name);
  row.addWidget(button);
  if (does != nullptr) connect(button, &QToolButton::clicked, this, does);
  return button;
}

void StepsPanel::build_tools(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(8, 4, 8, 4);
  row->setSpacing(2);
  new_ = add_tool(*row, "step_new", "list-add", tr_("New step of what the map shows"), "", &StepsPanel::add_new);
  update_ = add_tool(*row, "step_update", "view-refresh", tr_("Show in this step what the map shows now"), "",
                     &StepsPanel::update_view);
  duplicate_ = add_tool(*row, "step_duplicate", "edit-copy", tr_("Duplicate the step"), "", &StepsPanel::duplicate);
  hide_ =
      add_tool(*row, "step_hide", "view-hidden", tr_("Pass over when presenting"), "hint", &StepsPanel::hide_or_show);
  hide_->setCheckable(true);
  remove_ = add_tool(*row, "step_delete", "edit-delete", tr_("Delete the step"), "", &StepsPanel::remove);
  decks_ =
      add_tool(*row, "step_decks", "view-list-icons", tr_("Make steps for a district"), "view-list-details", nullptr);
  auto* menu = new QMenu(decks_);
  connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill_decks(*menu); });
  decks_->setMenu(menu);
  decks_->setPopupMode(QToolButton::InstantPopup);
  row->addStretch();
  play_ = add_tool(*row, "step_present", "media-playback-start", tr_("Present from this step (Shift+F5)"),
                   "view-presentation", &StepsPanel::present);
  column.addLayout(row);
}

void StepsPanel::build_list() {
  list_->setObjectName("steps_list");
  list_->setAccessibleName(tr_("Steps of the presentation"));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setIconSize(icon_size);
  list_->setWordWrap(true);
  list_->setItemDelegate(make_caption_delegate(list_));
  list_->setSpacing(2);
  list_->setDragDropMode(document_.read_only() ? QAbstractItemView::NoDragDrop : QAbstractItemView::InternalMove);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->installEventFilter(this);
  connect(list_, &QListWidget::currentRowChanged, this, [this] {
    document_.seal();
    form_->show_step(chosen());
    show_picture(chosen());
    update_buttons();
  });
  connect(list_, &QListWidget::itemDoubleClicked, this, [this] {
    if (const Step* step = find_step(*document_.plan(), chosen())) show_on_map(*step, map_);
  });
  // The list is still in the middle of the drop.
  connect(
      list_->model(), &QAbstractItemModel::rowsMoved, this, [this] { dropped(); }, Qt::QueuedConnection);
}

void StepsPanel::fill_decks(QMenu& menu) {
  menu.clear();
  const PlanPtr plan = document_.plan();
  menu.addAction(tr_("The whole city"), this, [this] { make_deck(0); });
  menu.addSeparator();
  const Level* level = find_level(*plan, plan->style.level);
  if (level == nullptr) level = coarsest_level(*plan);
  if (level == nullptr) return;
  for (const DistrictPtr& district : districts_of(*plan, level->id))
    menu.addAction(q(district->name).replace('&', "&&"), this, [this, id = district->id] { make_deck(id); });
}

// --- what is done ---

void StepsPanel::apply_and_choose(const Edit& edit, int row) {
  document_.seal();
  if (document_.apply(edit)) list_->setCurrentRow(std::clamp(row, 0, list_->count() - 1));
}

void StepsPanel::add_new() {
  const int row = list_->currentRow();
  apply_and_choose(add_step(step_of_screen(map_), chosen()), row < 0 ? list_->count() : row + 1);
  if (auto* title = form_->findChild<QWidget*>("step_title")) title->setFocus();
}

void StepsPanel::update_view() {
  const Step* old = find_step(*document_.plan(), chosen());
  if (old == nullptr) return;
  Step step = *old;
  const Step now = step_of_screen(map_);
  step.ground = now.ground;
  step.style = now.style;
  step.measures = now.measures;
  step.district = now.district;
  apply_and_choose(change_step(std::move(step), text("Show another view in a step")), list_->currentRow());
}

void StepsPanel::duplicate() {
  if (chosen() != 0) apply_and_choose(duplicate_step(chosen()), list_->currentRow() + 1);
}

void StepsPanel::hide_or_show() {
  if (const Step* step = find_step(*document_.plan(), chosen()))
    apply_and_choose(hide_step(step->id, !step->hidden), list_->currentRow());
}

void StepsPanel::remove() {
  if (chosen() != 0) apply_and_choose(remove_step(chosen()), list_->currentRow());
}

void StepsPanel::move(int by) {
  const int to = list_->currentRow() + by;
  if (chosen() == 0 || to < 0 || to >= list_->count()) return;
  apply_and_choose(move_step(chosen(), static_cast<std::size_t>(to)), to);
}

/// One was dragged to another place: the first whose place differs from the plan's, unless it only made way.
void StepsPanel::dropped() {
  const PlanPtr plan = document_.plan();
  const Id id = chosen();
  const int row = list_->currentRow();
  if (id == 0 || static_cast<std::size_t>(list_->count()) != plan->steps.size()) return refill(*plan);
  if (plan->steps[static_cast<std::size_t>(row)]->id == id) return;
  apply_and_choose(move_step(id, static_cast<std::size_t>(row)), row);
}

bool StepsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched != list_ || event->type() != QEvent::KeyPress || document_.read_only())
    return QWidget::eventFilter(watched, event);
  const auto& key = *static_cast<QKeyEvent*>(event);
  const bool control = key.modifiers() == Qt::ControlModifier;
  if (control && key.key() == Qt::Key_Up) return move(-1), true;
  if (control && key.key() == Qt::Key_Down) return move(1), true;
  if (key.key() == Qt::Key_Delete) return remove(), true;
  return false;
}

// --- what is shown ---

void StepsPanel::plan_changed() {
  const PlanPtr plan = document_.plan();
  bool same = static_cast<std::size_t>(list_->count()) == plan->steps.size();
  for (std::size_t i = 0; same && i < plan->steps.size(); ++i)
    same = list_->item(static_cast<int>(i))->data(Qt::UserRole).toLongLong() == plan->steps[i]->id;
  if (!same) refill(*plan);
  int number = 0;
  for (std::size_t i = 0; i < plan->steps.size(); ++i)
    describe(*list_->item(static_cast<int>(i)), *plan->steps[i], plan->steps[i]->hidden ? 0 : ++number);
  pages_->setCurrentIndex(plan->steps.empty() ? 1 : 0);
  ask_for_pictures();
  update_buttons();
}

void StepsPanel::refill(const Plan& plan) {
  const Id before = chosen();
  const int row = list_->currentRow();
  {
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const StepPtr& step : plan.steps) {
      auto* item = new QListWidgetItem(list_);
      item->setData(Qt::UserRole, static_cast<qlonglong>(step->id));
      item->setFlags(item->flags() & ~Qt::ItemIsDropEnabled);  // between the steps, not onto one
      if (step->id == before) list_->setCurrentItem(item);
    }
    if (list_->currentItem() == nullptr) list_->setCurrentRow(std::clamp(row, 0, std::max(0, list_->count() - 1)));
  }
  for (const StepPtr& step : plan.steps) show_picture(step->id);
  form_->show_step(chosen());
}

void StepsPanel::describe(QListWidgetItem& item, const Step& step, int number) {
  const QString title = step.title.empty() ? tr_("without a title") : q(step.title);
  item.setText(number > 0 ? QString::number(number) + "  " + title : tr_(text("hidden: {1}", title.toStdString())));
  item.setToolTip(literal(title));
  item.setForeground(list_->palette().color(number > 0 ? QPalette::Active : QPalette::Disabled, QPalette::Text));
}

/// Only while somebody sees them.
void StepsPanel::ask_for_pictures() {
  if (!isVisible()) return;
  std::vector<Id> all;
  for (const StepPtr& step : document_.plan()->steps) all.push_back(step->id);
  pictures_->want(std::move(all));
}

void StepsPanel::show_picture(Id step) {
  const StepImage* picture = pictures_->of(step);
  if (step == chosen()) form_->show_cut(picture != nullptr && picture->layout.cut);
  for (int i = 0; picture != nullptr && i < list_->count(); ++i) {
    if (list_->item(i)->data(Qt::UserRole).toLongLong() != step) continue;
    QImage image =
        picture->image.scaled(icon_size * devicePixelRatioF(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image.setDevicePixelRatio(devicePixelRatioF());
    list_->item(i)->setIcon(untinted(QPixmap::fromImage(image)));
  }
}

void StepsPanel::update_buttons() {
  const Step* step = find_step(*document_.plan(), chosen());
  const bool editable = !document_.read_only();
  new_->setEnabled(editable);
  decks_->setEnabled(editable);
  for (QToolButton* button : {update_, duplicate_, hide_, remove_}) button->setEnabled(editable && step != nullptr);
  hide_->setChecked(step != nullptr && step->hidden);
  play_->setEnabled(!shown_steps(*document_.plan()).empty());
}

}  // namespace

QWidget* make_steps_panel(Document& document, MapView& map, LayerStore& layers, std::function<void(Id)> present,
                          QWidget* parent) {
  return new StepsPanel(document, map, layers, std::move(present), parent);
}

Id chosen_step(const QWidget& panel) {
  return static_cast<const StepsPanel&>(panel).chosen();
}

void choose_step(QWidget& panel, Id step) {
  static_cast<StepsPanel&>(panel).choose(step);
}

}  // namespace smile::viewer
