#include "viewer/panels/steps_panel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

#include "gis/plan/steps.h"
#include "viewer/document.h"
#include "viewer/map/map_view.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/step_form.h"
#include "viewer/panels/steps_list.h"
#include "viewer/presenter/make_steps.h"
#include "viewer/presenter/screen_step.h"
#include "viewer/presenter/step_pictures.h"
#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {
namespace {

const QSize picture_size(1280, 800);
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

bool any_shown(const Plan& plan, const std::vector<Id>& steps) {
  return std::any_of(steps.begin(), steps.end(), [&](Id id) {
    const Step* step = find_step(plan, id);
    return step != nullptr && !step->hidden;
  });
}

class StepsPanel : public QWidget {
public:
  StepsPanel(Document& document, MapView& map, LayerStore& layers, std::function<void(Id)> present, QWidget* parent);

  void choose(Id step) { list_->choose({step}); }
  Id chosen() const { return list_->chosen(); }

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent*) override { ask_for_pictures(); }

private:
  void build_tools(QBoxLayout& column);
  void follow_list();
  QToolButton* add_tool(QBoxLayout& row, const char* name, const char* icon, const QString& label, const char* fallback,
                        void (StepsPanel::*does)());
  void fill_decks(QMenu& menu);

  void add_new();
  void update_view();
  void duplicate();
  void hide_or_show();
  void remove();
  void present() { present_(chosen()); }
  void move(int by);
  void dropped();
  void name(Id step, const QString& title);
  void apply_and_choose(const Edit& edit, int row);

  void plan_changed();
  void ask_for_pictures();
  void show_picture(Id step);
  void update_buttons();

  Document& document_;
  MapView& map_;
  std::function<void(Id)> present_;
  StepPictures* pictures_;
  QStackedWidget* pages_;
  StepsList* list_;
  StepForm* form_;
  bool selected_since_ = false;  ///< something was selected on the map since a step was made
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
      list_(new StepsList(document, this)),
      form_(new StepForm(document, this)) {
  setObjectName("steps_panel");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_tools(*column);
  follow_list();
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
      {{tr_("New step"), [this] { add_new(); }}, {tr_("Make the steps"), [this] { make_steps(document_, 0); }}},
      pages_));
  column->addWidget(pages_, 1);
  pictures_->set_look(picture_size, icon_ratio, current_theme());
  connect(pictures_, &StepPictures::drawn, this, &StepsPanel::show_picture);
  connect(&document, &Document::plan_changed, this, &StepsPanel::plan_changed);
  connect(&document, &Document::selection_changed, this, [this] { selected_since_ = true; });
  connect(&document, &Document::show_steps, list_, &StepsList::choose);
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
  duplicate_ =
      add_tool(*row, "step_duplicate", "edit-copy", tr_("Duplicate the selected steps"), "", &StepsPanel::duplicate);
  hide_ =
      add_tool(*row, "step_hide", "view-hidden", tr_("Pass over when presenting"), "hint", &StepsPanel::hide_or_show);
  hide_->setCheckable(true);
  remove_ = add_tool(*row, "step_delete", "edit-delete", tr_("Delete the selected steps"), "", &StepsPanel::remove);
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

void StepsPanel::follow_list() {
  list_->installEventFilter(this);
  connect(list_, &StepsList::named, this, &StepsPanel::name);
  connect(list_, &QListWidget::itemSelectionChanged, this, &StepsPanel::update_buttons);
  connect(list_, &QListWidget::currentRowChanged, this, [this] {
    document_.seal();
    form_->show_step(chosen());
    show_picture(chosen());
    update_buttons();
  });
  connect(list_, &QListWidget::itemDoubleClicked, this, [this] {
    if (const Step* step = find_step(*document_.plan(), chosen())) show_on_map(*step, map_);
    selected_since_ = false;  // by a step
  });
  // The list is still in the middle of the drop.
  connect(
      list_->model(), &QAbstractItemModel::rowsMoved, this, [this] { dropped(); }, Qt::QueuedConnection);
}

void StepsPanel::fill_decks(QMenu& menu) {
  menu.clear();
  const PlanPtr plan = document_.plan();
  menu.addAction(tr_("The whole city"), this, [this] { make_steps(document_, 0); });
  menu.addSeparator();
  const Level* level = find_level(*plan, plan->style.level);
  if (level == nullptr) level = coarsest_level(*plan);
  if (level == nullptr) return;
  for (const DistrictPtr& district : districts_of(*plan, level->id))
    menu.addAction(q(district->name).replace('&', "&&"), this,
                   [this, id = district->id] { make_steps(document_, id); });
}

// --- what is done ---

void StepsPanel::apply_and_choose(const Edit& edit, int row) {
  document_.seal();
  if (document_.apply(edit) && list_->count() > 0)
    list_->choose({list_->order()[static_cast<std::size_t>(std::clamp(row, 0, list_->count() - 1))]});
}

void StepsPanel::add_new() {
  const PlanPtr plan = document_.plan();
  const auto row = static_cast<std::size_t>(list_->currentRow() < 0 ? list_->count() : list_->currentRow() + 1);
  const auto shown_before = std::count_if(plan->steps.begin(), plan->steps.begin() + static_cast<std::ptrdiff_t>(row),
                                          [](const StepPtr& step) { return !step->hidden; });
  const Step step = new_step_of_screen(map_, selected_since_, static_cast<int>(shown_before) + 1);
  apply_and_choose(add_step(step, chosen()), static_cast<int>(row));
  selected_since_ = false;
  list_->edit_title();
}

void StepsPanel::name(Id id, const QString& title) {
  const Step* step = find_step(*document_.plan(), id);
  if (step == nullptr) return;
  Step named = *step;
  named.title = title.toStdString();
  document_.seal();
  document_.apply(change_step(std::move(named), text("Change a step")));
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
  const std::vector<Id> originals = list_->selected();
  if (originals.empty()) return;
  document_.seal();
  if (!document_.apply(duplicate_steps(originals))) return;
  const std::vector<Id> order = list_->order();
  const auto last = std::find(order.begin(), order.end(), originals.back()) + 1;
  list_->choose({last, last + static_cast<std::ptrdiff_t>(originals.size())});
}

/// Shown again where none of them is shown.
void StepsPanel::hide_or_show() {
  const std::vector<Id> steps = list_->selected();
  document_.seal();
  if (!steps.empty()) document_.apply(hide_steps(steps, any_shown(*document_.plan(), steps)));
}

void StepsPanel::remove() {
  const std::vector<Id> steps = list_->selected();
  if (steps.empty()) return;
  const std::vector<Id> order = list_->order();
  const auto first = std::find(order.begin(), order.end(), steps.front()) - order.begin();
  apply_and_choose(remove_steps(steps), static_cast<int>(first));
}

void StepsPanel::move(int by) {
  const int to = list_->currentRow() + by;
  if (chosen() == 0 || to < 0 || to >= list_->count()) return;
  std::vector<Id> order = list_->order();
  std::swap(order[static_cast<std::size_t>(list_->currentRow())], order[static_cast<std::size_t>(to)]);
  apply_and_choose(arrange_steps(std::move(order)), to);
}

/// The list stands as it was dropped already.
void StepsPanel::dropped() {
  const PlanPtr plan = document_.plan();
  const std::vector<Id> order = list_->order();
  const bool same = std::equal(order.begin(), order.end(), plan->steps.begin(), plan->steps.end(),
                               [](Id id, const StepPtr& step) { return id == step->id; });
  if (same) return;
  document_.seal();
  document_.apply(arrange_steps(order));
}

bool StepsPanel::eventFilter(QObject* watched, QEvent* event) {
  const bool pressed = event->type() == QEvent::KeyPress, asked = event->type() == QEvent::ShortcutOverride;
  if (watched != list_ || !(pressed || asked) || document_.read_only()) return QWidget::eventFilter(watched, event);
  const auto& key = *static_cast<QKeyEvent*>(event);
  if (asked) {
    event->setAccepted(key.key() == Qt::Key_Delete);  // of steps, not of the measures that are selected on the map
    return event->isAccepted();
  }
  const bool control = key.modifiers() == Qt::ControlModifier;
  if (control && key.key() == Qt::Key_Up) return move(-1), true;
  if (control && key.key() == Qt::Key_Down) return move(1), true;
  if (key.key() == Qt::Key_Delete) return remove(), true;
  return false;
}

// --- what is shown ---

void StepsPanel::plan_changed() {
  const PlanPtr plan = document_.plan();
  if (list_->follow_plan()) {
    for (const StepPtr& step : plan->steps) show_picture(step->id);
    form_->show_step(chosen());
  }
  pages_->setCurrentIndex(plan->steps.empty() ? 1 : 0);
  ask_for_pictures();
  update_buttons();
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
  if (picture != nullptr) list_->show_picture(step, picture->image);
}

void StepsPanel::update_buttons() {
  const PlanPtr plan = document_.plan();
  const std::vector<Id> steps = list_->selected();
  const bool editable = !document_.read_only();
  new_->setEnabled(editable);
  decks_->setEnabled(editable);
  update_->setEnabled(editable && chosen() != 0);
  for (QToolButton* button : {duplicate_, hide_, remove_}) button->setEnabled(editable && !steps.empty());
  hide_->setChecked(!steps.empty() && !any_shown(*plan, steps));
  play_->setEnabled(!shown_steps(*plan).empty());
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
