#include "viewer/dialogs/sheets_form.h"

#include <QColorDialog>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "gis/plan/steps.h"
#include "layers/sheet.h"
#include "viewer/dialogs/form_combo.h"
#include "viewer/dialogs/logo_field.h"
#include "viewer/document.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QPushButton* make_colour_button(const char* name, const QString& label, QWidget* parent) {
  auto* button = new QPushButton(label, parent);
  button->setObjectName(name);
  button->setAutoDefault(false);
  return button;
}

void show_colour(QPushButton& button, const QColor& colour) {
  QPixmap swatch(20, 14);
  swatch.fill(colour);
  button.setIcon(swatch);
  button.setAccessibleDescription(colour.name());
}

}  // namespace

SheetsForm::SheetsForm(Document& document, QWidget* parent) : QWidget(parent), document_(document) {
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setHorizontalSpacing(8);
  form->setVerticalSpacing(8);
  read_only_ = plain_label(tr_("The plan is open for reading only: how sheets look is not kept."), this);
  read_only_->setWordWrap(true);
  read_only_->setVisible(document.read_only());
  form->addRow(read_only_);
  add_city(*form);
  add_colours(*form);
  add_paper(*form);
  add_districts(*form);
  look_ = document.plan()->sheets;
  connect(&document, &Document::plan_changed, this, &SheetsForm::follow_plan);
  follow_plan();
}

void SheetsForm::add_city(QFormLayout& form) {
  city_ = new QLineEdit(this);
  city_->setObjectName("city");
  city_->setAccessibleName(tr_("City"));
  city_->setPlaceholderText(tr_("Whose sheets these are"));
  form.addRow(plain_label(tr_("City"), this), city_);
  connect(city_, &QLineEdit::textEdited, this, [this](const QString& typed) {
    change([&](SheetSettings& look) { look.city = typed.toStdString(); }, "sheets_city");
  });
  connect(city_, &QLineEdit::editingFinished, &document_, &Document::seal);
  logo_ = new LogoField(this);
  form.addRow(plain_label(tr_("Logo"), this), logo_);
  connect(logo_, &LogoField::chosen, this,
          [this](const QString& logo) { change([&](SheetSettings& look) { look.logo = logo.toStdString(); }); });
}

void SheetsForm::add_colours(QFormLayout& form) {
  auto* box = new QWidget(this);
  auto* row = new QGridLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  dark_ = make_colour_button("dark", tr_("First"), this);
  bright_ = make_colour_button("bright", tr_("Second"), this);
  usual_colours_ = make_colour_button("usual_colours", tr_("Usual colours"), this);
  row->addWidget(dark_, 0, 0);
  row->addWidget(bright_, 0, 1);
  row->addWidget(usual_colours_, 1, 0, 1, 2);
  form.addRow(plain_label(tr_("Colours"), this), box);
  connect(dark_, &QPushButton::clicked, this,
          [this] { ask_for_colour(&SheetSettings::dark, tr_("First colour of the bar")); });
  connect(bright_, &QPushButton::clicked, this,
          [this] { ask_for_colour(&SheetSettings::bright, tr_("Second colour of the bar")); });
  connect(usual_colours_, &QPushButton::clicked, this,
          [this] { change([](SheetSettings& look) { look.dark.clear(), look.bright.clear(); }); });
}

void SheetsForm::add_paper(QFormLayout& form) {
  for_whom_ = add_combo(form, tr_("For"), "for_whom", {tr_("Residents (handout)"), tr_("Council (everything)")});
  paper_ = add_combo(form, tr_("Paper"), "paper", {"A4", "A3"});
  orientation_ = add_combo(form, tr_("Orientation"), "orientation", {tr_("Landscape"), tr_("Portrait")});
  participation_ = add_combo(form, tr_("Participation"), "participation",
                             {tr_("Not said"), tr_("Information"), tr_("Consultation"), tr_("Involvement"),
                              tr_("Collaboration"), tr_("Decision")});
  participation_->setToolTip(tr_("How much those who are asked may decide; it stands on every sheet."));
  connect(for_whom_, &QComboBox::activated, this,
          [this](int at) { change([at](SheetSettings& look) { look.for_whom = static_cast<SheetTemplate>(at); }); });
  connect(paper_, &QComboBox::activated, this,
          [this](int at) { change([at](SheetSettings& look) { look.a3 = at == 1; }); });
  connect(orientation_, &QComboBox::activated, this,
          [this](int at) { change([at](SheetSettings& look) { look.portrait = at == 1; }); });
  connect(participation_, &QComboBox::activated, this, [this](int at) {
    change([at](SheetSettings& look) { look.participation = static_cast<Participation>(at); });
  });
}

void SheetsForm::add_districts(QFormLayout& form) {
  level_ = add_combo(form, tr_("Level"), "level", {});
  whose_ = add_combo(form, tr_("Sheets of"), "whose", {tr_("All districts"), tr_("Chosen districts")});
  districts_ = new QListWidget(this);
  districts_->setObjectName("districts");
  districts_->setAccessibleName(tr_("Chosen districts"));
  districts_->setMinimumHeight(64);
  form.addRow(districts_);
  connect(level_, &QComboBox::activated, this, [this] {
    fill_districts();
    emit changed();
  });
  connect(whose_, &QComboBox::activated, this, &SheetsForm::take_whose);
  connect(districts_, &QListWidget::itemChanged, this, [this] { emit changed(); });
}

void SheetsForm::change(const Change& change, const char* merge_key) {
  SheetSettings next = look_;
  change(next);
  if (next == look_) return;
  look_ = next;
  if (!document_.read_only()) {
    Edit edit = set_sheet_settings(next);
    edit.merge_key = merge_key;
    document_.apply(edit);
  }
  show_look();
  emit changed();
}

void SheetsForm::ask_for_colour(std::string SheetSettings::*which, const QString& title) {
  const layers::SheetColours now = layers::sheet_colours(look_);
  const QColor before = which == &SheetSettings::dark ? now.dark : now.bright;
  const QColor chosen = QColorDialog::getColor(before, this, title);
  if (chosen.isValid()) change([&](SheetSettings& look) { look.*which = chosen.name(QColor::HexRgb).toStdString(); });
}

void SheetsForm::follow_plan() {
  if (!document_.read_only()) look_ = document_.plan()->sheets;
  show_look();
  const PlanPtr plan = document_.plan();
  const PlanPtr before = std::exchange(shown_, plan);
  if (before && before->levels == plan->levels && before->districts == plan->districts) return;
  fill_levels();
  fill_districts();
}

void SheetsForm::show_look() {
  if (city_->text() != q(look_.city)) city_->setText(q(look_.city));
  logo_->show_logo_of(look_);
  const layers::SheetColours colours = layers::sheet_colours(look_);
  show_colour(*dark_, colours.dark);
  show_colour(*bright_, colours.bright);
  usual_colours_->setEnabled(!look_.dark.empty() || !look_.bright.empty());
  for_whom_->setCurrentIndex(static_cast<int>(look_.for_whom));
  paper_->setCurrentIndex(look_.a3 ? 1 : 0);
  orientation_->setCurrentIndex(look_.portrait ? 1 : 0);
  participation_->setCurrentIndex(static_cast<int>(look_.participation));
}

/// The chosen one stays; at first it is the one the plan shows, else the coarsest.
void SheetsForm::fill_levels() {
  const PlanPtr plan = document_.plan();
  const Id before = level_->count() > 0 ? level_->currentData().value<Id>() : plan->style.level;
  level_->clear();
  for (const Level& level : plan->levels) level_->addItem(q(level.name).simplified(), QVariant::fromValue(level.id));
  level_->setCurrentIndex(plan->levels.empty() ? -1 : std::max(0, level_->findData(QVariant::fromValue(before))));
  level_->setEnabled(level_->count() > 1);
  whose_->setEnabled(level_->count() > 0);
}

/// Ticks stay with their districts.
void SheetsForm::fill_districts() {
  const std::vector<Id> ticked = choice().districts;
  const QSignalBlocker quiet(districts_);
  districts_->clear();
  for (const DistrictPtr& district : districts_of(*document_.plan(), choice().level)) {
    auto* item = new QListWidgetItem(q(district->name).simplified(), districts_);
    item->setData(Qt::UserRole, QVariant::fromValue(district->id));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    const bool on = std::find(ticked.begin(), ticked.end(), district->id) != ticked.end();
    item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
  }
  districts_->setVisible(whose_->currentIndex() == 1);
}

/// Where none is ticked yet, the one selected in the window is.
void SheetsForm::take_whose() {
  const QSignalBlocker quiet(districts_);
  if (whose_->currentIndex() == 1 && choice().districts.empty())
    for (int row = 0; row < districts_->count(); ++row)
      if (districts_->item(row)->data(Qt::UserRole).value<Id>() == document_.selected_district())
        districts_->item(row)->setCheckState(Qt::Checked);
  districts_->setVisible(whose_->currentIndex() == 1);
  emit changed();
}

SheetChoice SheetsForm::choice() const {
  SheetChoice choice;
  if (level_->currentIndex() >= 0) choice.level = level_->currentData().value<Id>();
  choice.all = whose_->currentIndex() == 0;
  for (int row = 0; row < districts_->count(); ++row)
    if (districts_->item(row)->checkState() == Qt::Checked)
      choice.districts.push_back(districts_->item(row)->data(Qt::UserRole).value<Id>());
  return choice;
}

}  // namespace smile::viewer
