#include "viewer/dialogs/map_service_dialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {

MapServiceDialog::MapServiceDialog(Document& document, QWidget* parent) : QDialog(parent), document_(document) {
  setObjectName("map_service");
  setWindowTitle(tr_("Add a map service"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  column->addWidget(make_form(), 1);
  QLabel* privacy = make_foot_line(this);
  privacy->setText(
      tr_("The server sees which part of the map you look at. It is asked only while the layer is visible; what it "
          "answered is kept on this computer."));
  column->addWidget(privacy);
  strip_ = new TaskStrip(this);
  connect(strip_, &TaskStrip::busy_changed, this, [this] { update_buttons(); });
  connect(this, &QDialog::finished, this, [this] { strip_->delete_when_settled(*this); });
  column->addWidget(strip_);
  make_buttons(*column);
  resize(620, 420);
  address_->setFocus();
  choose_kind();
}

QWidget* MapServiceDialog::make_form() {
  form_ = new QWidget(this);
  make_fact_form(*form_);
  kind_ = new QComboBox(form_);
  kind_->setObjectName("service_kind");
  kind_->addItem(tr_("Map service (WMS)"), static_cast<int>(LayerSource::Kind::wms));
  kind_->addItem(tr_("Tiles (WMTS)"), static_cast<int>(LayerSource::Kind::wmts));
  kind_->addItem(tr_("Tiles by address (XYZ)"), static_cast<int>(LayerSource::Kind::xyz));
  connect(kind_, &QComboBox::currentIndexChanged, this, [this] { choose_kind(); });
  add_form_row(*form_, tr_("Kind"), kind_);
  add_form_row(*form_, tr_("Address"), make_address_row(form_));
  choice_ = new QWidget(form_);
  auto* list = new QVBoxLayout(choice_);
  list->setContentsMargins(0, 0, 0, 0);
  filter_ = make_filter_field(tr_("Filter"), choice_);
  filter_->setMaximumWidth(QWIDGETSIZE_MAX);
  connect(filter_, &QLineEdit::textChanged, this, [this] { filter_layers(); });
  layers_ = new QListWidget(choice_);
  layers_->setObjectName("service_layers");
  layers_->setAccessibleName(tr_("Layers"));
  connect(layers_, &QListWidget::currentRowChanged, this, [this] { update_buttons(); });
  list->addWidget(filter_);
  list->addWidget(layers_, 1);
  add_form_row(*form_, tr_("Layer"), choice_);
  const auto field = [this](const char* name, const QString& label, const QString& hint) {
    auto* line = new QLineEdit(form_);
    line->setObjectName(name);
    line->setPlaceholderText(hint);
    add_form_row(*form_, label, line);
    return line;
  };
  zooms_ = field("service_zooms", tr_("Zooms"), QStringLiteral("0-19"));
  name_ = field("service_name", tr_("Name"), tr_("as the layer is called"));
  credit_ = field("service_credit", tr_("Source line"), QStringLiteral("© …"));
  return form_;
}

QWidget* MapServiceDialog::make_address_row(QWidget* form) {
  auto* row = new QWidget(form);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  address_ = new QLineEdit(row);
  address_->setObjectName("service_address");
  address_->setAccessibleName(tr_("Address"));
  connect(address_, &QLineEdit::textChanged, this, [this] {
    kind_from_address();
    update_buttons();
  });
  connect(address_, &QLineEdit::returnPressed, this, [this] {
    if (ask_->isEnabled() && ask_->isVisible()) ask();
  });
  ask_ = new QPushButton(tr_("Ask the server"), row);
  ask_->setObjectName("ask_server");
  ask_->setAutoDefault(false);
  connect(ask_, &QPushButton::clicked, this, &MapServiceDialog::ask);
  line->addWidget(address_, 1);
  line->addWidget(ask_);
  return row;
}

void MapServiceDialog::make_buttons(QBoxLayout& column) {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr_("Cancel"));
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);  // Enter in a field asks the server
  add_ = buttons->addButton(tr_("Add the layer"), QDialogButtonBox::ActionRole);
  add_->setObjectName("add_service_layer");
  add_->setAutoDefault(false);
  connect(add_, &QPushButton::clicked, this, &MapServiceDialog::add);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column.addWidget(buttons);
}

bool MapServiceDialog::is_tiles() const {
  return kind_->currentData().toInt() == static_cast<int>(LayerSource::Kind::xyz);
}

/// Addresses mostly say what kind of service they are of; where they don't, the choice stays.
void MapServiceDialog::kind_from_address() {
  const QString address = address_->text();
  const auto says = [&](const char* word) { return address.contains(QLatin1String(word), Qt::CaseInsensitive); };
  const auto choose = [this](LayerSource::Kind kind) {
    kind_->setCurrentIndex(kind_->findData(static_cast<int>(kind)));
  };
  if (says("{z}"))
    choose(LayerSource::Kind::xyz);
  else if (says("wmts"))
    choose(LayerSource::Kind::wmts);
  else if (says("wms"))
    choose(LayerSource::Kind::wms);
}

void MapServiceDialog::choose_kind() {
  layers_->clear();
  set_row_visible(*form_, choice_, false);
  set_row_visible(*form_, zooms_, is_tiles());
  ask_->setVisible(!is_tiles());
  address_->setPlaceholderText(is_tiles() ? QStringLiteral("https://tile.example.org/{z}/{x}/{y}.png")
                                          : QStringLiteral("https://geo.example.org/wms"));
  update_buttons();
}

ServiceOptions MapServiceDialog::options() const {
  ServiceOptions options;
  options.kind = static_cast<LayerSource::Kind>(kind_->currentData().toInt());
  options.address = address_->text().trimmed().toStdString();
  const QListWidgetItem* chosen = layers_->currentItem();
  if (is_tiles())
    options.layer = zooms_->text().trimmed().toStdString();
  else if (chosen != nullptr)
    options.layer = chosen->data(Qt::UserRole).toString().toStdString();
  options.name = name_->text().trimmed().toStdString();
  if (options.name.empty() && chosen != nullptr && !is_tiles()) options.name = chosen->text().trimmed().toStdString();
  options.credit = credit_->text().trimmed().toStdString();
  return options;
}

void MapServiceDialog::ask() {
  layers_->clear();
  strip_->start(tr_("Asking the server"),
                [this, options = options()](const Progress& progress) -> std::function<void()> {
                  return [this, layers = layers_of_service(service_source(options), progress)] { show_layers(layers); };
                });
}

void MapServiceDialog::show_layers(const std::vector<ServiceLayer>& layers) {
  for (const ServiceLayer& layer : layers) {
    auto* item = new QListWidgetItem(q(layer.title).simplified(), layers_);
    item->setData(Qt::UserRole, q(layer.name));
    item->setToolTip(literal(q(layer.name)));
  }
  set_row_visible(*form_, choice_, !is_tiles());
  filter_layers();
  layers_->setFocus();
  if (layers_->count() > 0) layers_->setCurrentRow(0);
}

void MapServiceDialog::filter_layers() {
  for (int row = 0; row < layers_->count(); ++row)
    layers_->item(row)->setHidden(!layers_->item(row)->text().contains(filter_->text(), Qt::CaseInsensitive));
}

void MapServiceDialog::add() {
  strip_->start(
      tr_("Asking the server for a piece of the map"),
      [this, plan = document_.plan(), options = options()](const Progress& progress) -> std::function<void()> {
        return [this, intake = intake_service(options, *plan, progress)] {
          if (document_.apply(intake.edit)) accept();
        };
      });
}

void MapServiceDialog::update_buttons() {
  if (add_ == nullptr) return;
  const bool address = !address_->text().trimmed().isEmpty();
  ask_->setEnabled(address && !strip_->busy());
  add_->setEnabled(address && !strip_->busy() && (is_tiles() || layers_->currentItem() != nullptr));
}

void open_map_service_dialog(QWidget* parent, Document& document) {
  (new MapServiceDialog(document, parent))->open();
}

}  // namespace smile::viewer
