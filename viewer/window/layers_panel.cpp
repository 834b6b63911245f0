#include "viewer/window/layers_panel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QSlider>
#include <QTreeWidget>
#include <algorithm>

#include "viewer/document.h"
#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {
namespace {

constexpr char measure_labels[] = "measure_labels";  // not a layer of its own, but shown like one

LayerSettings* find_layer(MapStyle& style, const QString& key) {
  const auto found = std::find_if(style.layers.begin(), style.layers.end(),
                                  [&](const LayerSettings& layer) { return q(layer.layer) == key; });
  return found == style.layers.end() ? nullptr : &*found;
}

class LayersPanel : public QWidget {
public:
  LayersPanel(Document& document, QWidget* parent)
      : QWidget(parent),
        document_(document),
        tree_(new QTreeWidget(this)),
        opacity_(new QSlider(Qt::Horizontal, this)),
        percent_(plain_label({}, this)) {
    make_tree();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(8);
    column->addWidget(tree_);
    column->addLayout(make_opacity_row());
    connect(&document, &Document::plan_changed, this, [this] { show_style(); });
    show_style();
    tree_->setCurrentItem(tree_->topLevelItem(0));
    setMaximumHeight(sizeHint().height());
  }

private:
  QTreeWidgetItem* add(QTreeWidgetItem* parent, const QString& key, const QString& label) {
    auto* item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(tree_);
    item->setText(0, label);
    item->setData(0, Qt::UserRole, key);
    return item;
  }

  void make_tree() {
    tree_->setHeaderHidden(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setAccessibleName(tr_("Layers"));
    tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* measures = add(nullptr, "measures", tr_("Measures"));
    add(measures, measure_labels, tr_("Numbers of measures"));
    auto* districts = add(nullptr, "districts", tr_("Districts"));
    add(districts, "district_labels", tr_("Names"));
    add(districts, "district_borders", tr_("Borders"));
    tree_->expandAll();
    tree_->setFixedHeight(5 * tree_->sizeHintForRow(0) + 8);  // five lines and no more: the legend needs the room
    connect(tree_, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) { toggled(*item); });
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this] { show_opacity(); });
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

  QString current_key() const {
    return tree_->currentItem() ? tree_->currentItem()->data(0, Qt::UserRole).toString() : QString();
  }

  void show_style() {
    const QSignalBlocker quiet(tree_);
    MapStyle style = document_.plan()->style;
    for (QTreeWidgetItemIterator at(tree_); *at; ++at) {
      const QString key = (*at)->data(0, Qt::UserRole).toString();
      const LayerSettings* layer = find_layer(style, key);
      const bool visible = key == measure_labels ? style.measure_labels : layer && layer->visible;
      (*at)->setCheckState(0, visible ? Qt::Checked : Qt::Unchecked);
    }
    show_opacity();
  }

  void show_opacity() {
    const QSignalBlocker quiet(opacity_);
    MapStyle style = document_.plan()->style;
    const LayerSettings* layer = find_layer(style, current_key());
    opacity_->setEnabled(layer != nullptr && !document_.read_only());
    const int percent = layer ? static_cast<int>(layer->opacity * 100 + 0.5) : 100;
    opacity_->setValue(percent);
    percent_->setText(tr_(text("{1} %", percent)));
  }

  void toggled(const QTreeWidgetItem& item) {
    const bool visible = item.checkState(0) == Qt::Checked;
    const QString key = item.data(0, Qt::UserRole).toString();
    MapStyle style = document_.plan()->style;
    if (key == measure_labels)
      style.measure_labels = visible;
    else if (LayerSettings* layer = find_layer(style, key))
      layer->visible = visible;
    const std::string name = item.text(0).toStdString();
    if (!document_.apply(set_style(style, visible ? text("Show layer “{1}”", name) : text("Hide layer “{1}”", name))))
      show_style();
  }

  void opacity_moved(int percent) {
    MapStyle style = document_.plan()->style;
    LayerSettings* layer = find_layer(style, current_key());
    if (!layer) return;
    layer->opacity = percent / 100.0;
    Edit edit = set_style(style, text("Opacity of layer “{1}”", tree_->currentItem()->text(0).toStdString()));
    edit.merge_key = "opacity " + layer->layer;
    document_.apply(edit);
  }

  Document& document_;
  QTreeWidget* tree_;
  QSlider* opacity_;
  QLabel* percent_;
};

}  // namespace

QWidget* make_layers_panel(Document& document, QWidget* parent) {
  return new LayersPanel(document, parent);
}

}  // namespace smile::viewer
