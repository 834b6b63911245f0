#include "viewer/window/layers_panel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QTreeWidget>
#include <algorithm>

#include "gis/words/numbers.h"
#include "viewer/dialogs/layer_style_dialog.h"
#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/layer_commands.h"
#include "viewer/window/legend_row.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

constexpr char measure_labels[] = "measure_labels";  // not a layer of its own, but shown like one

LayerSettings* find_settings(MapStyle& style, const QString& key) {
  const auto found = std::find_if(style.layers.begin(), style.layers.end(),
                                  [&](const LayerSettings& layer) { return q(layer.layer) == key; });
  return found == style.layers.end() ? nullptr : &*found;
}

class LayersPanel : public QWidget {
public:
  explicit LayersPanel(MainWindow& window)
      : QWidget(&window),
        window_(window),
        document_(*window.document()),
        tree_(new QTreeWidget(this)),
        opacity_(new QSlider(Qt::Horizontal, this)),
        percent_(plain_label({}, this)) {
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
    row->addStretch();
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

  void fill(const Plan& plan) {
    const QString current = current_key();
    tree_->clear();
    auto* measures = add(nullptr, "measures", tr_("Measures"));
    add(measures, measure_labels, tr_("Numbers of measures"));
    for (const LayerSettings& settings : plan.style.layers)
      if (const MapLayer* layer = find_layer(plan, layer_of_key(settings.layer)))
        add(nullptr, q(settings.layer), q(layer->name).simplified());
    auto* districts = add(nullptr, "districts", tr_("Districts"));
    add(districts, "district_labels", tr_("Names"));
    add(districts, "district_borders", tr_("Borders"));
    tree_->expandAll();
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
      std::vector<std::string> keys;
      for (const LayerSettings& settings : plan->style.layers) keys.push_back(settings.layer);
      if (keys != shown_keys_ || plan->layers != shown_layers_) fill(*plan);
      shown_keys_ = keys;
      shown_layers_ = plan->layers;
      MapStyle style = plan->style;
      for (QTreeWidgetItemIterator at(tree_); *at; ++at) {
        const QString key = (*at)->data(0, Qt::UserRole).toString();
        const LayerSettings* layer = find_settings(style, key);
        const bool visible = key == measure_labels ? style.measure_labels : layer && layer->visible;
        (*at)->setCheckState(0, visible ? Qt::Checked : Qt::Unchecked);
      }
    }
    show_states();
    show_current();
  }

  /// What is being read, and what can't be.
  void show_states() {
    const QSignalBlocker quiet(tree_);
    const PlanPtr plan = document_.plan();
    for (QTreeWidgetItemIterator at(tree_); *at; ++at) {
      const MapLayer* layer = find_layer(*plan, layer_of_key((*at)->data(0, Qt::UserRole).toString().toStdString()));
      if (layer == nullptr) continue;
      const QString problem = window_.layers()->problem_of(layer->id);
      const bool reading = window_.layers()->is_reading(layer->id);
      const layers::FeaturePaint paint = layers::plain_paint(*layer, current_theme());
      (*at)->setIcon(0, problem.isEmpty() ? untinted(feature_swatch(layer->kind, paint, devicePixelRatioF()))
                                          : icon("dialog-warning"));
      const QString count = tr_(text("{1} features", layer->features));
      (*at)->setToolTip(0, literal(!problem.isEmpty() ? problem
                                   : reading          ? tr_(text("Reading {1}", layer->name))
                                                      : q(layer->source.file) + QStringLiteral(" · ") + count));
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

  void toggled(const QTreeWidgetItem& item) {
    const bool visible = item.checkState(0) == Qt::Checked;
    const QString key = item.data(0, Qt::UserRole).toString();
    MapStyle style = document_.plan()->style;
    if (key == measure_labels)
      style.measure_labels = visible;
    else if (LayerSettings* layer = find_settings(style, key))
      layer->visible = visible;
    const std::string name = item.text(0).toStdString();
    if (!document_.apply(set_style(style, visible ? text("Show layer “{1}”", name) : text("Hide layer “{1}”", name))))
      show_style();
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
    menu->addAction(tr_("Find the file …"), this, [this, layer] { find_layer_file(window_, layer); });
    menu->addSeparator();
    menu->addAction(tr_("Up"), this, [this, layer] { move_layer(window_, layer, -1); });
    menu->addAction(tr_("Down"), this, [this, layer] { move_layer(window_, layer, 1); });
    menu->addAction(tr_("Remove the layer"), this, [this, layer] { remove_layer_of(window_, layer); });
    menu->popup(tree_->viewport()->mapToGlobal(at));
  }

  MainWindow& window_;
  Document& document_;
  QTreeWidget* tree_;
  QSlider* opacity_;
  QLabel* percent_;
  QToolButton* style_button_ = nullptr;
  QToolButton* up_ = nullptr;
  QToolButton* down_ = nullptr;
  QToolButton* remove_ = nullptr;
  std::vector<std::string> shown_keys_;
  std::vector<MapLayerPtr> shown_layers_;
};

}  // namespace

QWidget* make_layers_panel(MainWindow& window) {
  return new LayersPanel(window);
}

}  // namespace smile::viewer
