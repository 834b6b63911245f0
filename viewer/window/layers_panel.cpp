#include "viewer/window/layers_panel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <algorithm>

#include "gis/plan/stack.h"
#include "gis/words/numbers.h"
#include "viewer/dialogs/layer_style_dialog.h"
#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/memory_words.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/layer_commands.h"
#include "viewer/window/layer_menu.h"
#include "viewer/window/layer_tree.h"
#include "viewer/window/legend_row.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/raster_commands.h"

namespace smile::viewer {
namespace {

constexpr char measure_labels[] = "measure_labels";  // not a layer of its own, but shown like one

LayerSettings* find_settings(MapStyle& style, const QString& key) {
  const auto found = std::find_if(style.layers.begin(), style.layers.end(),
                                  [&](const LayerSettings& layer) { return q(layer.layer) == key; });
  return found == style.layers.end() ? nullptr : &*found;
}

QString where_of(const MapLayer& layer) {
  return layer.source.kind == LayerSource::Kind::plan ? tr_("in the plan") : q(layer.source.file);
}

class LayersPanel : public QWidget {
public:
  explicit LayersPanel(MainWindow& window)
      : QWidget(&window),
        window_(window),
        document_(*window.document()),
        tree_(new LayerTree(this)),
        opacity_(new QSlider(Qt::Horizontal, this)),
        percent_(plain_label({}, this)),
        memory_(plain_label({}, this)) {
    make_tree();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(8);
    column->addWidget(tree_);
    column->addLayout(make_opacity_row());
    column->addLayout(make_buttons());
    connect(&document_, &Document::plan_changed, this, [this] { show_style(); });
    connect(window.layers(), &LayerStore::changed, this, [this] { show_states(); });
    show_style();
    tree_->setCurrentItem(tree_->topLevelItem(0));
  }

protected:
  void resizeEvent(QResizeEvent* event) override {
    QWidget::resizeEvent(event);
    show_memory();
  }

private:
  // --- making ---

  void make_tree() {
    tree_->setObjectName("layers");
    tree_->setHeaderHidden(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setAccessibleName(tr_("Layers"));
    tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree_->setTextElideMode(Qt::ElideMiddle);
    tree_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tree_, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) { toggled(*item); });
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this] { show_current(); });
    connect(tree_, &QTreeWidget::itemDoubleClicked, this, [this] { open_style(); });
    connect(tree_, &QTreeWidget::itemCollapsed, this,
            [this](QTreeWidgetItem* item) { collapsed_ << item->data(0, Qt::UserRole).toString(); });
    connect(tree_, &QTreeWidget::itemExpanded, this,
            [this](QTreeWidgetItem* item) { collapsed_.removeAll(item->data(0, Qt::UserRole).toString()); });
    connect(tree_, &LayerTree::moved, this,
            [this](const QString& key, const QString& target, bool below, const QString& group) {
              move_in_tree(key, target, below, group);
            });
    connect(tree_, &LayerTree::put_into, this, [this](const QString& key, const QString& group) {
      const MapStyle style = document_.plan()->style;
      restack(put_in_group(style, key.toStdString(), group.toStdString()), text("Group “{1}”", group.toStdString()));
    });
    connect(tree_, &QTreeWidget::customContextMenuRequested, this, [this](QPoint at) { show_menu(at); });
  }

  QLayout* make_opacity_row() {
    auto* row = new QHBoxLayout;
    QLabel* label = plain_label(tr_("Opacity"), this);
    opacity_->setRange(10, 100);
    opacity_->setSingleStep(5);
    opacity_->setPageStep(10);
    opacity_->setAccessibleName(tr_("Opacity"));
    percent_->setMinimumWidth(48);
    percent_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(label);
    row->addWidget(opacity_, 1);
    row->addWidget(percent_);
    connect(opacity_, &QSlider::valueChanged, this, [this](int value) { opacity_moved(value); });
    connect(opacity_, &QSlider::sliderReleased, &document_, &Document::seal);
    return row;
  }

  QLayout* make_buttons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    const auto add = [&](const char* name, const char* icon, const QString& label, auto run) {
      QToolButton* button = make_tool_button(icon, label, this);
      button->setObjectName(name);
      connect(button, &QToolButton::clicked, this, run);
      row->addWidget(button);
      return button;
    };
    add("add_layer", "list-add", tr_("Add a layer"), [this] { add_layer_from_file(window_); });
    style_button_ = add("layer_style", "color-management", tr_("Style of the layer"), [this] { open_style(); });
    up_ = add("layer_up", "go-up", tr_("Up"), [this] { move_layer(window_, current_layer(), -1); });
    down_ = add("layer_down", "go-down", tr_("Down"), [this] { move_layer(window_, current_layer(), 1); });
    memory_->setObjectName("quiet");
    memory_->setMinimumWidth(1);  // a narrow panel cuts it
    memory_->setAlignment(Qt::AlignCenter);
    row->addWidget(memory_, 1);
    remove_ = add("remove_layer", "edit-delete", tr_("Remove the layer"),
                  [this] { remove_layer_of(window_, current_layer()); });
    return row;
  }

  // --- showing ---

  QString current_key() const {
    return tree_->currentItem() ? tree_->currentItem()->data(0, Qt::UserRole).toString() : QString();
  }
  Id current_layer() const { return layer_of_key(current_key().toStdString()); }

  QTreeWidgetItem* add(QTreeWidgetItem* parent, const QString& key, const QString& label) {
    auto* item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(tree_);
    item->setText(0, label);
    item->setData(0, Qt::UserRole, key);
    return item;
  }

  QTreeWidgetItem* add_group(const std::string& group) {
    QTreeWidgetItem* item = add(nullptr, LayerTree::group_key(q(group)), q(group).simplified());
    if (!document_.read_only()) item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setIcon(0, icon("folder"));
    return item;
  }

  /// Layers stand where they lie: pictures below the districts, everything else above.
  void add_branches(const Plan& plan, bool below_districts) {
    const auto& list = plan.style.layers;
    const auto at = [&](const std::string& key) {
      return std::find_if(list.begin(), list.end(), [&](const LayerSettings& s) { return s.layer == key; });
    };
    for (const StackBranch& branch : branches_of(plan.style)) {
      if ((at(branch.keys.front()) > at("districts")) != below_districts) continue;
      QTreeWidgetItem* group = branch.group.empty() ? nullptr : add_group(branch.group);
      for (const std::string& key : branch.keys)
        if (const MapLayer* layer = find_layer(plan, layer_of_key(key)))
          add(group, q(key), q(layer->name).simplified());
    }
  }

  void fill(const Plan& plan) {
    const QString current = current_key();
    tree_->clear();
    auto* measures = add(nullptr, "measures", tr_("Measures"));
    add(measures, measure_labels, tr_("Numbers of measures"));
    add_branches(plan, false);
    auto* districts = add(nullptr, "districts", tr_("Districts"));
    add(districts, "district_labels", tr_("Names"));
    add(districts, "district_borders", tr_("Borders"));
    add_branches(plan, true);
    for (QTreeWidgetItemIterator at(tree_); *at; ++at)
      (*at)->setExpanded(!collapsed_.contains((*at)->data(0, Qt::UserRole).toString()));
    for (QTreeWidgetItemIterator at(tree_); *at; ++at)
      if ((*at)->data(0, Qt::UserRole).toString() == current) tree_->setCurrentItem(*at);
    const int most_rows = std::clamp(window_.height() / 110, 5, 11);  // the legend below needs room too
    const int rows = std::min(most_rows, 5 + static_cast<int>(plan.layers.size()));
    tree_->setFixedHeight(rows * tree_->sizeHintForRow(0) + 8);
    setMaximumHeight(sizeHint().height());
  }

  void show_style() {
    const PlanPtr plan = document_.plan();
    {
      const QSignalBlocker quiet(tree_);
      std::vector<StackBranch> branches = branches_of(plan->style);
      if (branches != shown_branches_ || plan->layers != shown_layers_) fill(*plan);
      shown_branches_ = std::move(branches);
      shown_layers_ = plan->layers;
      MapStyle style = plan->style;
      for (QTreeWidgetItemIterator at(tree_); *at; ++at) {
        const QString key = (*at)->data(0, Qt::UserRole).toString();
        const LayerSettings* layer = find_settings(style, key);
        const bool visible = key == measure_labels ? style.measure_labels : layer && layer->visible;
        if (const QString group = LayerTree::group_of(key); !group.isEmpty())
          (*at)->setCheckState(0, state_of_group(style, group.toStdString()));
        else
          (*at)->setCheckState(0, visible ? Qt::Checked : Qt::Unchecked);
      }
    }
    show_states();
    show_current();
  }

  static Qt::CheckState state_of_group(const MapStyle& style, const std::string& group) {
    int members = 0, visible = 0;
    for (const LayerSettings& settings : style.layers)
      if (settings.group == group) ++members, visible += settings.visible;
    return visible == 0 ? Qt::Unchecked : visible == members ? Qt::Checked : Qt::PartiallyChecked;
  }

  /// Nothing is said of a few kilobytes.
  void show_memory() {
    const LayerStore& store = *window_.layers();
    const Text used = text("{1} of {2}", str(size_words(store.bytes())), str(size_words(store.budget())));
    constexpr int room_for_both = 250;  // a narrow panel has none
    const QString words = tr_(width() >= room_for_both ? used : size_words(store.bytes()));
    memory_->setText(store.bytes() < 1'000'000 ? QString() : words);
    memory_->setToolTip(tr_(used) + ": " + tr_("Memory that layers take, and how much they may take (see settings)"));
    memory_->setAccessibleName(tr_(text("Layers: {1}", str(used))));
  }

  /// What is being read, and what can't be.
  void show_states() {
    show_memory();
    const QSignalBlocker quiet(tree_);
    const PlanPtr plan = document_.plan();
    for (QTreeWidgetItemIterator at(tree_); *at; ++at) {
      const MapLayer* layer = find_layer(*plan, layer_of_key((*at)->data(0, Qt::UserRole).toString().toStdString()));
      if (layer == nullptr) continue;
      const QString problem = window_.layers()->problem_of(layer->id);
      const bool reading = window_.layers()->is_reading(layer->id);
      const bool raster = layer->content == LayerContent::raster;
      (*at)->setIcon(0, !problem.isEmpty() ? icon("dialog-warning")
                        : raster           ? raster_icon(*layer)
                                           : untinted(layer_swatch(*layer, current_theme(), devicePixelRatioF())));
      const QString count = tr_(text("{1} features", layer->features));
      (*at)->setToolTip(0, literal(!problem.isEmpty() ? problem
                                   : reading          ? tr_(text("Reading {1}", layer->name))
                                   : raster           ? raster_words(*layer)
                                                      : where_of(*layer) + QStringLiteral(" · ") + count));
    }
  }

  void show_current() {
    const QSignalBlocker quiet(opacity_);
    MapStyle style = document_.plan()->style;
    const LayerSettings* layer = find_settings(style, current_key());
    const bool may_edit = !document_.read_only();
    opacity_->setEnabled(layer != nullptr && may_edit);
    const int percent = layer ? static_cast<int>(layer->opacity * 100 + 0.5) : 100;
    opacity_->setValue(percent);
    percent_->setText(tr_(text("{1} %", percent)));
    for (QToolButton* button : {style_button_, up_, down_, remove_})
      if (button != nullptr) button->setEnabled(current_layer() != 0 && may_edit);
  }

  // --- changing ---

  /// A box was ticked, or a group got another name.
  void toggled(const QTreeWidgetItem& item) {
    const bool visible = item.checkState(0) == Qt::Checked;
    const QString key = item.data(0, Qt::UserRole).toString();
    if (const QString group = LayerTree::group_of(key); !group.isEmpty()) return group_changed(item, group);
    MapStyle style = document_.plan()->style;
    if (key == measure_labels)
      style.measure_labels = visible;
    else if (LayerSettings* layer = find_settings(style, key))
      layer->visible = visible;
    const std::string name = item.text(0).toStdString();
    if (!document_.apply(set_style(style, visible ? text("Show layer “{1}”", name) : text("Hide layer “{1}”", name))))
      show_style();
  }

  void group_changed(const QTreeWidgetItem& item, const QString& group) {
    const MapStyle style = document_.plan()->style;
    const std::string name = group.toStdString();
    const QString words = item.text(0).trimmed();
    if (words != q(name).simplified() && !words.isEmpty())
      return restack(rename_group(style, name, words.toStdString()), text("Rename group “{1}”", name));
    const bool visible = item.checkState(0) == Qt::Checked;
    restack(show_group(style, name, visible),
            visible ? text("Show group “{1}”", name) : text("Hide group “{1}”", name));
  }

  void move_in_tree(const QString& key, const QString& target, bool below, const QString& group) {
    const MapStyle style = document_.plan()->style;
    const std::string to = target.toStdString();
    const QString moved = LayerTree::group_of(key);
    if (!moved.isEmpty())
      return restack(move_group_to(style, moved.toStdString(), to, below),
                     text("Move group “{1}”", moved.toStdString()));
    const MapLayer* layer = find_layer(*document_.plan(), layer_of_key(key.toStdString()));
    if (layer != nullptr)
      restack(move_layer_to(style, key.toStdString(), to, below, group.toStdString()),
              text("Move layer “{1}”", layer->name));
  }

  /// After the event at hand: it may come from an item that the new list does without.
  void restack(MapStyle style, Text name) {
    QTimer::singleShot(0, this, [this, style = std::move(style), name = std::move(name)] {
      if (document_.read_only() || style == document_.plan()->style || !document_.apply(set_style(style, name)))
        shown_branches_.reset();
      show_style();
    });
  }

  void new_group(const std::string& key) {
    const MapStyle style = document_.plan()->style;
    const std::string group = free_group_name(style, say("Group"));
    restack(put_in_group(style, key, group), text("Group “{1}”", group));
    QTimer::singleShot(0, this, [this, group] {
      for (QTreeWidgetItemIterator at(tree_); *at; ++at)
        if ((*at)->data(0, Qt::UserRole).toString() == LayerTree::group_key(q(group))) tree_->editItem(*at, 0);
    });
  }

  void opacity_moved(int percent) {
    MapStyle style = document_.plan()->style;
    LayerSettings* layer = find_settings(style, current_key());
    if (!layer) return;
    layer->opacity = percent / 100.0;
    Edit edit = set_style(style, text("Opacity of layer “{1}”", tree_->currentItem()->text(0).toStdString()));
    edit.merge_key = "opacity " + layer->layer;
    document_.apply(edit);
  }

  void open_style() {
    if (current_layer() != 0 && !document_.read_only()) open_layer_style(window_, current_layer());
  }

  void show_menu(QPoint at) {
    if (current_layer() == 0) return;
    const Id layer = current_layer();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr_("Zoom to the layer"), this, [this, layer] { zoom_to_layer(window_, layer); });
    menu->addAction(tr_("Style of the layer"), this, [this] { open_style(); });
    add_layer_actions(*menu, window_, layer);
    menu->addSeparator();
    const PlanPtr plan = document_.plan();
    if (const MapLayer* found = find_layer(*plan, layer))
      add_group_menu(*menu, *plan, *found,
                     {[this](MapStyle style, Text name) { restack(std::move(style), std::move(name)); },
                      [this, layer] { new_group(layer_key(layer)); }});
    menu->addAction(tr_("Up"), this, [this, layer] { move_layer(window_, layer, -1); });
    menu->addAction(tr_("Down"), this, [this, layer] { move_layer(window_, layer, 1); });
    menu->addAction(tr_("Remove the layer"), this, [this, layer] { remove_layer_of(window_, layer); });
    menu->popup(tree_->viewport()->mapToGlobal(at));
  }

  MainWindow& window_;
  Document& document_;
  LayerTree* tree_;
  QSlider* opacity_;
  QLabel* percent_;
  QLabel* memory_;
  QToolButton* style_button_ = nullptr;
  QToolButton* up_ = nullptr;
  QToolButton* down_ = nullptr;
  QToolButton* remove_ = nullptr;
  std::optional<std::vector<StackBranch>> shown_branches_;  ///< nothing: the tree has to be filled
  QStringList collapsed_;                                   ///< keys of branches that are closed
  std::vector<MapLayerPtr> shown_layers_;
};

}  // namespace

QWidget* make_layers_panel(MainWindow& window) {
  return new LayersPanel(window);
}

}  // namespace smile::viewer
