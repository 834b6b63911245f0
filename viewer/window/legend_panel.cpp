#include "viewer/window/legend_panel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QScrollArea>
#include <QSignalBlocker>

#include "gis/analysis/district_figures.h"
#include "layers/legend.h"
#include "layers/symbols.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/legend_row.h"

namespace smile::viewer {
namespace {

class LegendPanel : public QWidget {
public:
  LegendPanel(MapView& map, QWidget* parent)
      : QWidget(parent),
        map_(map),
        figure_(new QComboBox(this)),
        level_(new QComboBox(this)),
        measures_(new QComboBox(this)),
        area_(new QScrollArea(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(8);
    column->addWidget(area_, 1);
    // The choices scroll with the legend: on a small screen it needs the room.
    auto* content = new QWidget;
    content_ = new QVBoxLayout(content);
    content_->setContentsMargins(0, 0, 0, 0);
    content_->setSpacing(4);
    content_->addLayout(make_choices());
    content_->addStretch(1);
    area_->setWidget(content);
    area_->setWidgetResizable(true);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setFrameShape(QFrame::NoFrame);
    connect(&map, &MapView::scene_changed, this, [this] { show_legend(); });
    connect(&map, &MapView::camera_changed, this, [this] { show_legend(); });
    connect(&map.document(), &Document::plan_changed, this, [this] { show_choices(); });
    show_choices();
    show_legend();
  }

private:
  QLayout* make_choices() {
    auto* form = new QFormLayout;
    form->setSpacing(8);
    for (QComboBox* box : {figure_, level_, measures_}) {
      box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
      box->setMinimumContentsLength(5);
    }
    figure_->setObjectName("figure");
    figure_->setAccessibleName(tr_("Figure by which districts are coloured"));
    level_->setAccessibleName(tr_("Districts shown"));
    form->addRow(plain_label(tr_("Colour"), this), figure_);
    form->addRow(plain_label(tr_("Districts"), this), level_);
    form->addRow(plain_label(tr_("Measures"), this), measures_);
    measures_->setObjectName("measure_colours");
    measures_->setAccessibleName(tr_("What the colours of measures tell"));
    for (const QString& label : {tr_("Building block"), tr_("Phase"), tr_("Cost")}) measures_->addItem(label);
    connect(measures_, &QComboBox::activated, this, [this](int index) { colour_measures(index); });
    connect(figure_, &QComboBox::activated, this, [this] { choose_figure(); });
    connect(level_, &QComboBox::activated, this, [this] { choose_level(); });
    return form;
  }

  Id shown_level(const Plan& plan) const {
    if (find_level(plan, plan.style.level)) return plan.style.level;
    const Level* coarsest = coarsest_level(plan);
    return coarsest ? coarsest->id : 0;
  }

  void show_choices() {
    const PlanPtr plan = map_.document().plan();
    const Id level = shown_level(*plan);
    figure_->clear();
    figure_->addItem(tr_("One colour"), QString());
    for (const FigureChoice& choice : figures_to_choose(*plan, level)) {
      figure_->addItem(tr_(choice.label), q(choice.key));  // the legend below names the unit
    }
    figure_->setCurrentIndex(std::max(0, figure_->findData(q(plan->style.choropleth.figure))));
    level_->clear();
    for (const Level& one : plan->levels) level_->addItem(q(one.name), QVariant::fromValue<qlonglong>(one.id));
    level_->setCurrentIndex(level_->findData(QVariant::fromValue<qlonglong>(level)));
    const bool editable = !map_.document().read_only() && !plan->levels.empty();
    measures_->setCurrentIndex(static_cast<int>(plan->style.measure_colours));
    measures_->setEnabled(!map_.document().read_only());
    figure_->setEnabled(editable);
    level_->setEnabled(editable && plan->levels.size() > 1);
  }

  void choose_figure() {
    MapStyle style = map_.document().plan()->style;
    style.choropleth.figure = figure_->currentData().toString().toStdString();
    map_.document().apply(set_style(style, text("Colour districts by “{1}”", figure_->currentText().toStdString())));
  }

  void colour_measures(int index) {
    MapStyle style = map_.document().plan()->style;
    style.measure_colours = static_cast<MeasureColours>(index);
    map_.document().apply(set_style(style, text("Colour measures by “{1}”", measures_->currentText().toStdString())));
  }

  void choose_level() {
    MapStyle style = map_.document().plan()->style;
    style.level = level_->currentData().toLongLong();
    map_.document().apply(set_style(style, text("Show districts “{1}”", level_->currentText().toStdString())));
  }

  /// The rows are made anew: there are a dozen at most. Not while the mouse lights up one of them.
  void show_legend() {
    const auto& scene = map_.renderer().scene();
    if (!scene) return;
    const layers::Legend legend = layers::legend_at(scene->legend(), map_.camera().scale_denominator());
    const QString now = signature(legend);
    if (now == shown_) return;
    shown_ = now;
    delete findings_;
    findings_ = new QWidget;
    add_findings(*make_column(*findings_), legend, findings_);
    content_->insertWidget(0, findings_);
    auto* page = new QWidget;
    QVBoxLayout* column = make_column(*page);
    add_classes(*column, legend, page);
    add_symbols(*column, legend, page);
    add_measure_colours(*column, legend, page);
    add_phases(*column, legend, page);
    add_layers(*column, legend, page);
    add_unplaced(*column, legend, page);
    delete page_;
    page_ = page;
    content_->insertWidget(2, page);
  }

  static QVBoxLayout* make_column(QWidget& page) {
    auto* column = new QVBoxLayout(&page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
  }

  static QString signature(const layers::Legend& legend) {
    QString words =
        legend.figure + QString::number(legend.unplaced) + QString::number(legend.of_districts) + legend.scenario;
    for (const auto& one : legend.classes)
      words += one.fill.name() + one.label + QString::number(one.districts) + QString::number(one.opacity) + '\n';
    for (const auto& one : legend.symbols) words += one.label + QString::number(one.measures) + '\n';
    for (const auto& one : legend.measure_classes)
      words += one.fill.name() + one.label + QString::number(one.districts);
    for (const auto& one : legend.phase_symbols) words += one.label + QString::number(one.measures) + '\n';
    for (const auto& layer : legend.layers)
      for (const auto& paint : layer.paints)
        words += layer.name + layer.method + QString::number(layer.opacity) + paint.label +
                 paint.fill.name(QColor::HexArgb) + QString::number(paint.features) + QString::number(paint.width) +
                 QString::number(static_cast<int>(paint.pattern)) + '\n';
    return words;
  }

  void add_heading(QBoxLayout& column, const QString& words, QWidget* page) {
    QLabel* label = plain_label(words, page);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setWordWrap(true);
    label->setContentsMargins(0, 8, 0, 4);
    column.addWidget(label);
  }

  void add_classes(QBoxLayout& column, const layers::Legend& legend, QWidget* page) {
    if (legend.classes.empty()) return;
    add_heading(column, legend.figure, page);
    int index = 0;
    for (const layers::LegendClass& one : legend.classes) {
      auto* row = new LegendRow(class_swatch(one, devicePixelRatioF()), one.label, one.districts, page);
      row->on_hover([this, index](bool over) { map_.highlight_class(over ? index : -1); });
      column.addWidget(row);
      ++index;
    }
  }

  void add_symbols(QBoxLayout& column, const layers::Legend& legend, QWidget* page) {
    if (legend.symbols.empty() && legend.scenario.isEmpty()) return;
    add_heading(column, tr_("Measures"), page);
    const QColor neutral = legend.measure_classes.empty() ? QColor() : layers::palette(layers::Theme::light).quiet;
    for (const layers::LegendSymbol& one : legend.symbols)
      column.addWidget(new LegendRow(layers::symbol_pixmap(one.block, Phase::decided, 20, devicePixelRatioF(), neutral),
                                     one.label, one.measures, page));
    if (legend.of_districts > 0)
      column.addWidget(new LegendRow(badge_swatch(map_.theme(), devicePixelRatioF()),
                                     layers::badge_key_words(language()), legend.of_districts, page));
    if (!legend.scenario.isEmpty()) add_small(column, legend.scenario, page);
  }

  void add_measure_colours(QBoxLayout& column, const layers::Legend& legend, QWidget* page) {
    if (legend.measure_classes.empty()) return;
    add_heading(column, legend.measure_colours, page);
    for (const layers::LegendClass& one : legend.measure_classes)
      column.addWidget(new LegendRow(class_swatch(one, devicePixelRatioF()), one.label, one.districts, page));
  }

  void add_phases(QBoxLayout& column, const layers::Legend& legend, QWidget* page) {
    const std::vector<layers::LegendPhase> phases = layers::phases_by_fill(legend.phase_symbols);
    if (phases.empty()) return;
    add_heading(column, tr_("Phase"), page);
    for (const layers::LegendPhase& one : phases)
      column.addWidget(new LegendRow(phase_swatch(one.fill, devicePixelRatioF()), one.label, one.measures, page));
  }

  void add_row(QBoxLayout& column, const layers::LegendLayer& layer, const layers::FeaturePaint& paint,
               const QString& words, QWidget* page) {
    column.addWidget(new LegendRow(feature_swatch(layer.kind, paint, devicePixelRatioF(), layer.opacity), words,
                                   paint.features, page));
  }

  void add_classes_of(QBoxLayout& column, const layers::LegendLayer& layer, QWidget* page) {
    add_heading(column, layer.name, page);
    for (const layers::FeaturePaint& paint : layer.paints) add_row(column, layer, paint, paint.label, page);
    if (!layer.method.isEmpty()) add_small(column, layer.method, page);
  }

  /// What a question found stands above everything else: the map is about it.
  void add_findings(QBoxLayout& column, const layers::Legend& legend, QWidget* page) {
    for (const layers::LegendLayer& layer : legend.layers)
      if (layer.finding && layer.paints.size() > 1) add_classes_of(column, layer, page);
  }

  /// Layers of one look stand under one heading, one with classes under its own name.
  void add_layers(QBoxLayout& column, const layers::Legend& legend, QWidget* page) {
    bool first = true;
    for (const layers::LegendLayer& layer : legend.layers) {
      if (layer.paints.size() != 1) continue;
      if (std::exchange(first, false)) add_heading(column, tr_("Map"), page);
      add_row(column, layer, layer.paints.front(), layer.name, page);
    }
    for (const layers::LegendLayer& layer : legend.layers)
      if (!layer.finding && layer.paints.size() > 1) add_classes_of(column, layer, page);
  }

  static void add_small(QBoxLayout& column, const QString& words, QWidget* page) {
    QLabel* label = plain_label(words, page);
    label->setObjectName("quiet");
    label->setWordWrap(true);
    label->setContentsMargins(4, 4, 0, 0);
    column.addWidget(label);
  }

  static void add_unplaced(QBoxLayout& column, const layers::Legend& legend, QWidget* page) {
    if (legend.unplaced > 0) add_small(column, tr_(text("{1} without a place yet", legend.unplaced)), page);
  }

  MapView& map_;
  QComboBox* figure_;
  QComboBox* level_;
  QComboBox* measures_;
  QScrollArea* area_;
  QVBoxLayout* content_ = nullptr;
  QWidget* findings_ = nullptr;  ///< the rows above the choices; made anew when the legend changes, as
  QWidget* page_ = nullptr;      ///< those below them
  QString shown_;
};

}  // namespace

QWidget* make_legend_panel(MapView& map, QWidget* parent) {
  return new LegendPanel(map, parent);
}

}  // namespace smile::viewer
