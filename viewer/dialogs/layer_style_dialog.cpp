#include "viewer/dialogs/layer_style_dialog.h"

#include <QBoxLayout>
#include <QColorDialog>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

#include "gis/plan/classify.h"
#include "gis/plan/topic_look.h"
#include "layers/context.h"
#include "viewer/dialogs/category_list.h"
#include "viewer/dialogs/histogram.h"
#include "viewer/dialogs/layer_choices.h"
#include "viewer/dialogs/layer_fields.h"
#include "viewer/dialogs/raster_style_dialog.h"
#include "viewer/dialogs/scale_range.h"
#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

class StyleDialog : public QDialog {
public:
  StyleDialog(MainWindow& window, Id layer) : QDialog(&window), window_(window), id_(layer) {
    setObjectName("layer_style");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr_("Style of the layer"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* form = new QWidget(this);
    make_fact_form(*form);
    build_names(*form);
    build_look(*form);
    build_numbers(*form);
    build_labels(*form);
    column->addWidget(form);
    column->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr_("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    column->addWidget(buttons);
    connect(window.document(), &Document::plan_changed, this, [this] { show_layer(); });
    connect(window.layers(), &LayerStore::changed, this, [this] { show_layer(); });
    connect(this, &QDialog::finished, window.document(), &Document::seal);
    connect(window.layers(), &QObject::destroyed, this, &QDialog::close);  // another plan, language or theme
    setMinimumWidth(440);
    show_layer();
  }

private:
  // --- building ---

  void build_names(QWidget& form) {
    name_ = new QLineEdit(&form);
    add_form_row(form, tr_("Name"), name_);
    connect(name_, &QLineEdit::editingFinished, this,
            [this] { change([this](MapLayer& layer) { layer.name = name_->text().trimmed().toStdString(); }); });
    credit_ = new QLineEdit(&form);
    credit_->setPlaceholderText(QStringLiteral("© …"));
    add_form_row(form, tr_("Source line"), credit_);
    connect(credit_, &QLineEdit::editingFinished, this,
            [this] { change([this](MapLayer& layer) { layer.credit = credit_->text().trimmed().toStdString(); }); });
  }

  void build_look(QWidget& form) {
    method_ = list(form, "style_method", tr_("Look"), [this] { take_method(); });
    colour_ = new QPushButton(tr_("Choose …"), &form);
    colour_->setAutoDefault(false);
    add_form_row(form, tr_("Colour"), colour_);
    connect(colour_, &QPushButton::clicked, this, [this] { ask_for_colour(); });
    pattern_ = list(form, "style_pattern", tr_("Pattern"), [this] {
      const auto pattern = static_cast<Pattern>(pattern_->currentData().toInt());
      change([pattern](MapLayer& layer) { layer.style.pattern = pattern; });
    });
    width_ = number<QDoubleSpinBox>(form, tr_("Width"), 1, 24, " px", "width",
                                    [](LayerStyle& style, double value) { style.width = value; });
    width_->setMinimum(0.5);
    width_->setSingleStep(0.5);
    width_->setDecimals(1);
  }

  void build_numbers(QWidget& form) {
    field_ = list(form, "style_field", tr_("Field"), [this] { take_field(); });
    kind_colours_ = list(form, "kind_colours", tr_("Colours"), [this] { take_kind_colours(); });
    kind_colours_->addItems({tr_("Easy to tell apart"), tr_("Land use as in plans (PlanzV)")});
    categories_ = new CategoryList(&form);
    add_form_line(form, categories_);
    connect(categories_, &CategoryList::colour_wanted, this, [this](int index) { ask_for_kind_colour(index); });
    classes_ = number<QSpinBox>(form, tr_("Classes"), 2, 9, "", "classes", [](LayerStyle& style, double value) {
      style.classes = static_cast<int>(value);
      if (style.class_method == ClassMethod::manual) style.class_method = ClassMethod::natural_breaks;
    });
    class_method_ = list(form, "class_method", tr_("Limits"), [this] { take_class_method(); });
    for (const QString& label :
         {tr_("Natural breaks"), tr_("Equally many"), tr_("Equal width"), tr_("Round numbers"), tr_("Set by hand")})
      class_method_->addItem(label);
    limits_ = new QLineEdit(&form);
    limits_->setObjectName("limits");
    add_form_row(form, tr_("From … to"), limits_);
    connect(limits_, &QLineEdit::editingFinished, this,
            [this] { take_limits(limits_of(limits_->text().toStdString())); });
    ramp_ = list(form, "style_ramp", tr_("Colours"), [this] {
      std::string ramp = ramp_->currentData().toString().toStdString();
      change([&](MapLayer& layer) {
        if (ramp == ramp_names().front() && layer.style.method != StyleMethod::heat_map) ramp.clear();
        layer.style.ramp = ramp;
      });
    });
    fill_ramps(*ramp_);
    histogram_ = new Histogram(&form);
    add_form_line(form, histogram_);
    connect(histogram_, &Histogram::limits_dragged, this,
            [this](const std::vector<double>& limits) { take_limits(limits, "limits"); });
    connect(histogram_, &Histogram::drag_ended, window_.document(), &Document::seal);
    largest_ = number<QSpinBox>(form, tr_("Largest circle"), 8, 120, " px", "largest",
                                [](LayerStyle& style, double value) { style.largest = value; });
    radius_ = number<QSpinBox>(form, tr_("Radius"), 20, 10000, " m", "radius",
                               [](LayerStyle& style, double value) { style.radius_m = value; });
    radius_->setSingleStep(50);
  }

  void build_labels(QWidget& form) {
    label_ = list(form, "style_label", tr_("Labels"), [this] {
      const std::string field = label_->currentData().toString().toStdString();
      change([&](MapLayer& layer) { layer.style.label_field = field; });
    });
    range_ = new ScaleRange(&form);
    add_form_row(form, tr_("Shown"), range_);
    connect(range_, &ScaleRange::changed, this,
            [this](double closest, double farthest) { take_range(closest, farthest); });
  }

  template <class Take>
  QComboBox* list(QWidget& form, const char* name, const QString& label, Take take) {
    auto* combo = new QComboBox(&form);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(18);
    add_form_row(form, label, combo);
    connect(combo, &QComboBox::activated, this, take);
    return combo;
  }

  template <class Spin, class Set>
  Spin* number(QWidget& form, const QString& label, int least, int most, const char* unit, const char* part, Set set) {
    auto* spin = new Spin(&form);
    spin->setRange(least, most);
    spin->setSuffix(QString::fromUtf8(unit));
    spin->setKeyboardTracking(false);
    add_form_row(form, label, spin);
    connect(spin, &Spin::valueChanged, this,
            [this, set, part](double value) { change([&](MapLayer& layer) { set(layer.style, value); }, part); });
    return spin;
  }

  // --- showing ---

  const MapLayer* layer() const { return find_layer(*window_.document()->plan(), id_); }
  const LayerData* data() const {
    const LayerSet& layers = window_.layers()->layers();
    const auto found = layers.find(id_);
    return found == layers.end() ? nullptr : found->second.get();
  }

  void show_layer() {
    const MapLayer* now = layer();
    if (now == nullptr) return close_later();
    showing_ = true;
    const LayerStyle& style = now->style;
    if (!name_->hasFocus()) name_->setText(q(now->name));
    if (!credit_->hasFocus()) credit_->setText(q(now->credit)), credit_->setCursorPosition(0);
    fill_methods(*method_, *now);
    fill_patterns(*pattern_, *now);
    fill_fields(style);
    const layers::FeaturePaint paint = layers::plain_paint(*now, current_theme());
    QPixmap swatch(24, 16);
    swatch.fill(paint.fill);
    colour_->setIcon(swatch);
    if (!width_->hasFocus()) width_->setValue(paint.width);
    largest_->setValue(style.largest > 0 ? static_cast<int>(style.largest) : 40);
    radius_->setValue(style.radius_m > 0 ? static_cast<int>(style.radius_m) : 300);
    const bool usual_heat = style.method == StyleMethod::heat_map && style.ramp.empty();
    ramp_->setCurrentIndex(std::max(0, ramp_->findData(usual_heat ? q(layers::heat_ramp) : q(style.ramp))));
    show_kinds(style);
    show_classes(style);
    show_range();
    show_rows(*now);
    showing_ = false;
  }

  void fill_fields(const LayerStyle& style) {
    field_->clear();
    label_->clear();
    if (style.method == StyleMethod::heat_map) field_->addItem(tr_("every point counts 1"), QString());
    label_->addItem(tr_("none"), QString());
    if (const LayerData* features = data())
      for (const ValueColumn& column : features->features.columns) {
        label_->addItem(q(column.name), q(column.name));
        if (style.method == StyleMethod::categories || holds_numbers(column))
          field_->addItem(q(column.name), q(column.name));
      }
    field_->setCurrentIndex(field_->findData(q(style.field)));
    label_->setCurrentIndex(std::max(0, label_->findData(q(style.label_field))));
  }

  void show_kinds(const LayerStyle& style) {
    if (style.method != StyleMethod::categories || data() == nullptr) return;
    categories_->show_categories(style.categories, count_values(*data(), style.field, style.categories));
    const auto has = [&](KindColours colours) {
      return style.categories == frequent_values(*data(), style.field, colours);
    };
    const bool planzv =
        has(KindColours::planzv) && !has(KindColours::distinct);  // kinds no plan has are coloured alike
    kind_colours_->setCurrentIndex(planzv ? 1 : 0);
  }

  void show_classes(const LayerStyle& style) {
    classes_->setValue(style.class_method == ClassMethod::manual ? static_cast<int>(style.limits.size()) - 1
                                                                 : style.classes);
    class_method_->setCurrentIndex(static_cast<int>(style.class_method));
    if (style.method != StyleMethod::classes || data() == nullptr) return;
    std::vector<double> values = numbers_of(*data(), style.field);
    const Classes classes = classes_of(values, style);
    if (std::exchange(histogram_field_, style.field) != style.field) histogram_->show_values(std::move(values));
    histogram_->show_limits(classes.limits, layers::ramp(current_theme(), std::max(1, classes.count()), style.ramp));
    if (!limits_->hasFocus()) limits_->setText(q(limits_text(classes.limits)));
  }

  void show_range() {
    for (const LayerSettings& settings : window_.document()->plan()->style.layers)
      if (layer_of_key(settings.layer) == id_) range_->show_range(settings.closest, settings.farthest);
  }

  void show_rows(const MapLayer& now) {
    QWidget& form = *name_->parentWidget();
    const StyleMethod method = now.style.method;
    const bool heat = method == StyleMethod::heat_map;
    const bool amount = method == StyleMethod::proportional;
    const auto show = [&](QWidget* widget, bool visible) { set_row_visible(form, widget, visible); };
    show(pattern_, now.kind != GeometryKind::point && !amount);
    show(width_, now.kind != GeometryKind::area && !amount && !heat);
    show(colour_, method == StyleMethod::single || amount);
    show(field_, method != StyleMethod::single);
    for (QWidget* of_kinds : {static_cast<QWidget*>(kind_colours_), static_cast<QWidget*>(categories_)})
      show(of_kinds, method == StyleMethod::categories);
    for (QWidget* of_classes : {static_cast<QWidget*>(classes_), static_cast<QWidget*>(class_method_),
                                static_cast<QWidget*>(limits_), static_cast<QWidget*>(histogram_)})
      show(of_classes, method == StyleMethod::classes);
    show(ramp_, method == StyleMethod::classes || heat);
    show(largest_, amount);
    show(radius_, heat);
    adjustSize();
  }

  void close_later() { QMetaObject::invokeMethod(this, &QDialog::close, Qt::QueuedConnection); }

  // --- changing ---

  template <class Change>
  void change(Change how, const char* part = "") {
    const MapLayer* now = layer();
    if (showing_ || now == nullptr) return;
    MapLayer next = *now;
    how(next);
    if (next == *now || next.name.empty()) return;
    const std::string key = part[0] == '\0' ? std::string() : part + std::to_string(id_);
    window_.document()->apply(change_layer(next, text("Style of layer “{1}”", next.name), key));
  }

  void take_method() {
    const auto method = static_cast<StyleMethod>(method_->currentData().toInt());
    change([&](MapLayer& next) {
      LayerStyle& style = next.style;
      style.method = method;
      if (method == StyleMethod::single || data() == nullptr) return;
      style.field = method == StyleMethod::heat_map ? std::string() : first_field(*data(), method);
      if (method == StyleMethod::categories)
        style.categories = frequent_values(*data(), style.field, KindColours::distinct);
    });
  }

  void take_field() {
    change([&](MapLayer& next) {
      LayerStyle& style = next.style;
      style.field = field_->currentData().toString().toStdString();
      if (style.class_method == ClassMethod::manual) style.class_method = ClassMethod::natural_breaks;
      if (style.method == StyleMethod::categories && data() != nullptr)
        style.categories = frequent_values(*data(), style.field, KindColours::distinct);
    });
  }

  void take_kind_colours() {
    const auto colours = static_cast<KindColours>(kind_colours_->currentIndex());
    if (data() != nullptr)
      change([&](MapLayer& next) { next.style.categories = frequent_values(*data(), next.style.field, colours); });
  }

  void take_class_method() {
    const auto method = static_cast<ClassMethod>(class_method_->currentIndex());
    if (method == ClassMethod::manual) return take_limits(histogram_->limits());
    change([&](MapLayer& next) { next.style.class_method = method; });
  }

  void take_limits(const std::vector<double>& limits, const char* part = "") {
    if (limits.size() < 2) return show_layer();
    change(
        [&](MapLayer& next) {
          if (next.style.class_method != ClassMethod::manual &&
              limits_text(limits) == limits_text(histogram_->limits()) &&
              class_method_->currentIndex() != static_cast<int>(ClassMethod::manual) && part[0] == '\0')
            return;  // the field was left without a change
          next.style.class_method = ClassMethod::manual;
          next.style.limits = limits;
        },
        part);
  }

  void take_range(double closest, double farthest) {
    MapStyle style = window_.document()->plan()->style;
    for (LayerSettings& settings : style.layers)
      if (layer_of_key(settings.layer) == id_) settings.closest = closest, settings.farthest = farthest;
    if (layer() != nullptr && style != window_.document()->plan()->style)
      window_.document()->apply(set_style(style, text("Scales of layer “{1}”", layer()->name)));
  }

  void ask_for_colour() {
    const MapLayer* now = layer();
    if (now == nullptr) return;
    const QColor before = layers::plain_paint(*now, current_theme()).fill;
    const QColor chosen = QColorDialog::getColor(before, this, tr_("Colour"));
    if (chosen.isValid())
      change([&](MapLayer& next) { next.style.colour = chosen.name(QColor::HexRgb).toStdString(); });
  }

  void ask_for_kind_colour(int index) {
    const MapLayer* now = layer();
    if (now == nullptr || index < 0 || static_cast<std::size_t>(index) >= now->style.categories.size()) return;
    const LayerCategory& category = now->style.categories[static_cast<std::size_t>(index)];
    const QColor chosen = QColorDialog::getColor(QColor(q(category.colour)), this, q(category.value).simplified());
    if (chosen.isValid())
      change([&](MapLayer& next) {
        next.style.categories[static_cast<std::size_t>(index)].colour = chosen.name(QColor::HexRgb).toStdString();
      });
  }

  MainWindow& window_;
  Id id_;
  bool showing_ = false;
  QLineEdit* name_ = nullptr;
  QLineEdit* credit_ = nullptr;
  QComboBox* method_ = nullptr;
  QPushButton* colour_ = nullptr;
  QComboBox* pattern_ = nullptr;
  QDoubleSpinBox* width_ = nullptr;
  QComboBox* field_ = nullptr;
  QComboBox* kind_colours_ = nullptr;
  CategoryList* categories_ = nullptr;
  QSpinBox* classes_ = nullptr;
  QComboBox* class_method_ = nullptr;
  QLineEdit* limits_ = nullptr;
  QComboBox* ramp_ = nullptr;
  Histogram* histogram_ = nullptr;
  QSpinBox* largest_ = nullptr;
  QSpinBox* radius_ = nullptr;
  QComboBox* label_ = nullptr;
  ScaleRange* range_ = nullptr;
  std::string histogram_field_;
};

}  // namespace

void open_layer_style(MainWindow& window, Id layer) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* chosen = find_layer(*plan, layer);
  if (chosen != nullptr && chosen->content == LayerContent::raster) return open_raster_style(window, layer);
  auto* dialog = new StyleDialog(window, layer);
  dialog->show();
  // Beside the map, over what is looked at less while a layer is styled.
  constexpr int margin = 24;
  dialog->move(window.geometry().right() - dialog->frameGeometry().width() - margin,
               window.geometry().top() + 3 * margin);
}

}  // namespace smile::viewer
