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
#include <map>

#include "layers/context.h"
#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

constexpr std::size_t most_categories = 12;

bool holds_numbers(const ValueColumn& column) {
  return column.kind == ValueColumn::Kind::integer || column.kind == ValueColumn::Kind::real;
}

/// The most frequent values of a column, each with a colour of its own.
std::vector<LayerCategory> frequent_values(const LayerData& data, const std::string& field) {
  std::map<std::string, std::size_t> count;
  for (const ValueColumn& column : data.features.columns)
    if (column.name == field)
      for (std::size_t row = 0; row < data.features.size(); ++row) ++count[cell_text(column, row)];
  count.erase("");
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [value, times] : count) order.emplace_back(times, value);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.size() > most_categories) order.resize(most_categories);
  std::vector<LayerCategory> categories;
  for (const auto& [times, value] : order)
    categories.push_back({value, layers::category_colour(categories.size()).name().toStdString()});
  return categories;
}

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
    build(*form);
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
    setMinimumWidth(400);
    show_layer();
  }

private:
  void build(QWidget& form) {
    name_ = new QLineEdit(&form);
    add_form_row(form, tr_("Name"), name_);
    connect(name_, &QLineEdit::editingFinished, this,
            [this] { change([this](MapLayer& layer) { layer.name = name_->text().trimmed().toStdString(); }); });
    credit_ = new QLineEdit(&form);
    credit_->setPlaceholderText(QStringLiteral("© …"));
    add_form_row(form, tr_("Source line"), credit_);
    connect(credit_, &QLineEdit::editingFinished, this,
            [this] { change([this](MapLayer& layer) { layer.credit = credit_->text().trimmed().toStdString(); }); });
    method_ = list(form, "style_method", tr_("Look"));
    for (const auto& [label, method] : {std::pair{tr_("All alike"), StyleMethod::single},
                                        {tr_("By kind"), StyleMethod::categories},
                                        {tr_("By number, in classes"), StyleMethod::classes}})
      method_->addItem(label, static_cast<int>(method));
    colour_ = new QPushButton(tr_("Choose …"), &form);
    colour_->setAutoDefault(false);
    add_form_row(form, tr_("Colour"), colour_);
    connect(colour_, &QPushButton::clicked, this, [this] { ask_for_colour(); });
    width_ = new QDoubleSpinBox(&form);
    width_->setRange(0.5, 24);
    width_->setSingleStep(0.5);
    width_->setDecimals(1);
    width_->setSuffix(QStringLiteral(" px"));
    add_form_row(form, tr_("Width"), width_);
    connect(width_, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](MapLayer& layer) { layer.style.width = value; }, "width"); });
    field_ = list(form, "style_field", tr_("Field"));
    classes_ = new QSpinBox(&form);
    classes_->setRange(2, 9);
    add_form_row(form, tr_("Classes"), classes_);
    connect(classes_, &QSpinBox::valueChanged, this,
            [this](int value) { change([value](MapLayer& layer) { layer.style.classes = value; }, "classes"); });
    class_method_ = list(form, "class_method", tr_("Limits"));
    for (const auto& [label, method] : {std::pair{tr_("Natural breaks"), ClassMethod::natural_breaks},
                                        {tr_("Equally many"), ClassMethod::quantile},
                                        {tr_("Equal width"), ClassMethod::equal},
                                        {tr_("Round numbers"), ClassMethod::pretty}})
      class_method_->addItem(label, static_cast<int>(method));
    ramp_ = list(form, "style_ramp", tr_("Colours"));
    for (const std::string_view name : layers::ramp_names()) ramp_->addItem(ramp_icon(name), {}, from_view(name));
    ramp_->setIconSize({120, 16});
  }

  QComboBox* list(QWidget& form, const char* name, const QString& label) {
    auto* combo = new QComboBox(&form);
    combo->setObjectName(name);
    add_form_row(form, label, combo);
    connect(combo, &QComboBox::activated, this, [this] { take_lists(); });
    return combo;
  }

  QIcon ramp_icon(std::string_view name) const {
    const std::vector<QColor> colours = layers::ramp(current_theme(), 6, name);
    QPixmap picture(120, 16);
    QPainter painter(&picture);
    for (int i = 0; i < 6; ++i) painter.fillRect(i * 20, 0, 20, 16, colours[static_cast<std::size_t>(i)]);
    painter.end();
    return untinted(picture);
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
    if (!name_->hasFocus()) name_->setText(q(now->name));
    if (!credit_->hasFocus()) credit_->setText(q(now->credit));
    const LayerStyle& style = now->style;
    method_->setCurrentIndex(static_cast<int>(style.method));
    fill_fields(style);
    const layers::FeaturePaint paint = layers::plain_paint(*now, current_theme());
    QPixmap swatch(24, 16);
    swatch.fill(paint.fill);
    colour_->setIcon(swatch);
    if (!width_->hasFocus()) width_->setValue(paint.width);
    classes_->setValue(style.classes);
    class_method_->setCurrentIndex(static_cast<int>(style.class_method));
    ramp_->setCurrentIndex(std::max(0, ramp_->findData(q(style.ramp))));
    show_rows(*now);
    showing_ = false;
  }

  void fill_fields(const LayerStyle& style) {
    field_->clear();
    if (const LayerData* features = data())
      for (const ValueColumn& column : features->features.columns)
        if (style.method == StyleMethod::categories || holds_numbers(column)) field_->addItem(q(column.name));
    field_->setCurrentIndex(field_->findText(q(style.field)));
  }

  void show_rows(const MapLayer& now) {
    QWidget& form = *name_->parentWidget();
    const StyleMethod method = now.style.method;
    set_row_visible(form, width_, now.kind != GeometryKind::area);
    set_row_visible(form, field_, method != StyleMethod::single);
    for (QWidget* of_classes :
         {static_cast<QWidget*>(classes_), static_cast<QWidget*>(class_method_), static_cast<QWidget*>(ramp_)})
      set_row_visible(form, of_classes, method == StyleMethod::classes);
    set_row_visible(form, colour_, method == StyleMethod::single);
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

  void take_lists() {
    change([this](MapLayer& next) {
      LayerStyle& style = next.style;
      style.method = static_cast<StyleMethod>(method_->currentData().toInt());
      style.class_method = static_cast<ClassMethod>(class_method_->currentData().toInt());
      style.ramp = ramp_->currentData().toString().toStdString();
      if (style.ramp == layers::ramp_names().front()) style.ramp.clear();
      const std::string field = field_->currentText().toStdString();
      if (style.method == StyleMethod::single) return;
      style.field = field.empty() ? first_field(style.method) : field;
      if (style.method == StyleMethod::categories && data() != nullptr)
        style.categories = frequent_values(*data(), style.field);
    });
  }

  /// The first that can tell features apart.
  std::string first_field(StyleMethod method) const {
    if (const LayerData* features = data())
      for (const ValueColumn& column : features->features.columns)
        if (method == StyleMethod::categories ? column.kind == ValueColumn::Kind::text : holds_numbers(column))
          return column.name;
    return {};
  }

  void ask_for_colour() {
    const MapLayer* now = layer();
    if (now == nullptr) return;
    const QColor before = layers::plain_paint(*now, current_theme()).fill;
    const QColor chosen = QColorDialog::getColor(before, this, tr_("Colour"));
    if (chosen.isValid())
      change([&](MapLayer& next) { next.style.colour = chosen.name(QColor::HexRgb).toStdString(); });
  }

  MainWindow& window_;
  Id id_;
  bool showing_ = false;
  QLineEdit* name_ = nullptr;
  QLineEdit* credit_ = nullptr;
  QComboBox* method_ = nullptr;
  QPushButton* colour_ = nullptr;
  QDoubleSpinBox* width_ = nullptr;
  QComboBox* field_ = nullptr;
  QSpinBox* classes_ = nullptr;
  QComboBox* class_method_ = nullptr;
  QComboBox* ramp_ = nullptr;
};

}  // namespace

void open_layer_style(MainWindow& window, Id layer) {
  (new StyleDialog(window, layer))->show();
}

}  // namespace smile::viewer
