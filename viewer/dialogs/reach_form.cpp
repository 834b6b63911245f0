#include "viewer/dialogs/reach_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <algorithm>
#include <array>

#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// Distances that rules and plans name; every field can be changed afterwards.
struct Preset {
  Text name;
  const char* distances;
  DistanceBy by;
  const char* ages;
};

std::vector<Preset> presets() {
  return {
      {text("A question of my own"), "", DistanceBy::line, ""},
      {text("Playground, under 6 (DIN 18034-1): 200 m to walk"), "200", DistanceBy::walk, "0-5"},
      {text("Playground, 6 to 11 (DIN 18034-1): 400 m to walk"), "400", DistanceBy::walk, "6-11"},
      {text("Playground, from 12 (DIN 18034-1): 1,000 m to walk"), "1000", DistanceBy::walk, "12-17"},
      {text("Playground, radii (DIN 18034-1): 175, 350 and 750 m straight"), "175; 350; 750", DistanceBy::line, "0-17"},
      {text("Public transport (SDG 11.2.1): 500 m and 1 km to walk"), "500; 1000", DistanceBy::walk, ""},
      {text("Stops (regional plan of 2005): 600 m straight"), "600", DistanceBy::line, ""},
  };
}

std::optional<std::vector<double>> distances_in(const QString& words) {
  std::vector<double> distances;
  for (const QString& word : words.split(QRegularExpression("[;\\s]+"), Qt::SkipEmptyParts)) {
    bool read = false;
    const double metres = QString(word).replace(',', '.').toDouble(&read);
    if (!read || !(metres > 0) || metres > 100'000) return std::nullopt;
    distances.push_back(metres);
  }
  std::sort(distances.begin(), distances.end());
  distances.erase(std::unique(distances.begin(), distances.end()), distances.end());
  return distances.empty() ? std::nullopt : std::optional(distances);
}

/// "" everybody, "6-11", "65+".
std::optional<AgeRange> ages_in(const QString& words) {
  if (words.trimmed().isEmpty()) return AgeRange{};
  static const QRegularExpression form("^\\s*(\\d{1,3})\\s*(?:[-–]\\s*(\\d{1,3})|(\\+))\\s*$");
  const auto match = form.match(words);
  if (!match.hasMatch()) return std::nullopt;
  const AgeRange range{match.captured(1).toInt(), match.captured(3).isEmpty() ? match.captured(2).toInt() : oldest_age};
  return range.to < range.from ? std::nullopt : std::optional(range);
}

}  // namespace

ReachForm::ReachForm(QWidget* parent)
    : QWidget(parent),
      preset_(new QComboBox(this)),
      places_(new QComboBox(this)),
      distances_(new QLineEdit("500", this)),
      by_(new QComboBox(this)),
      ages_(new QLineEdit(this)),
      level_(new QComboBox(this)),
      problem_(make_problem_line(this)) {
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setSpacing(8);
  const auto row = [&](const char* name, const QString& label, QWidget* field) {
    field->setObjectName(name);
    field->setAccessibleName(label);
    form->addRow(plain_label(label, this), field);
  };
  row("preset", tr_("Rule"), preset_);
  row("places", tr_("To be reached"), places_);
  row("distances", tr_("Within (m)"), distances_);
  row("by", tr_("Measured"), by_);
  row("ages", tr_("Ages"), ages_);
  row("level", tr_("Counted by"), level_);
  form->addRow(problem_);
  distances_->setToolTip(tr_("One or several distances in metres: 300; 600"));
  ages_->setPlaceholderText(tr_("everybody; or 0-5, 65+"));
  by_->addItem(tr_("straight"));
  by_->addItem(tr_("walked along the network"));
  add_presets();
  connect(preset_, &QComboBox::activated, this, &ReachForm::take_preset);
  for (QComboBox* box : {places_, by_, level_})
    connect(box, &QComboBox::currentIndexChanged, this, &ReachForm::changed);
  for (QLineEdit* line : {distances_, ages_}) connect(line, &QLineEdit::textEdited, this, &ReachForm::changed);
}

void ReachForm::add_presets() {
  for (const Preset& preset : presets()) preset_->addItem(tr_(preset.name));
}

void ReachForm::take_preset(int index) {
  const Preset preset = presets()[static_cast<std::size_t>(index)];
  if (index == 0) return;
  distances_->setText(preset.distances);
  ages_->setText(preset.ages);
  const auto* model = qobject_cast<QStandardItemModel*>(by_->model());
  const int by = static_cast<int>(preset.by);
  if (model->item(by)->isEnabled()) by_->setCurrentIndex(by);
  emit changed();
}

void ReachForm::show_plan(const Plan& plan) {
  const QSignalBlocker quiet_places(places_), quiet_level(level_), quiet_by(by_);
  const auto fill = [](QComboBox& box, const std::vector<std::pair<QString, qint64>>& items) {
    const QVariant before = box.currentData();
    box.clear();
    for (const auto& [name, id] : items) box.addItem(name, id);
    box.setCurrentIndex(std::max(0, box.findData(before)));
  };
  std::vector<std::pair<QString, qint64>> places{{tr_("The measures of the plan"), 0}};
  bool network = false;
  for (const MapLayerPtr& layer : plan.layers) {
    network = network || layer->use.kind == LayerUse::Kind::network;
    const bool used = layer->use.kind == LayerUse::Kind::network || layer->use.kind == LayerUse::Kind::population;
    if (layer->content == LayerContent::features && !used) places.emplace_back(q(layer->name), layer->id);
  }
  fill(*places_, places);
  std::vector<std::pair<QString, qint64>> levels;
  for (const Level& level : plan.levels) levels.emplace_back(q(level.name), level.id);
  fill(*level_, levels);
  qobject_cast<QStandardItemModel*>(by_->model())->item(1)->setEnabled(network);
  if (!network) by_->setCurrentIndex(0);
  by_->setToolTip(network ? QString() : tr_("The plan has no network to walk along yet."));
}

std::optional<ReachQuestion> ReachForm::question() {
  const auto distances = distances_in(distances_->text());
  const auto ages = ages_in(ages_->text());
  show_problem(*problem_, !distances ? tr_("Distances are metres, several with a semicolon between them: 300; 600.")
                          : !ages    ? tr_("Ages are years from and to: 0-5, or 65+; empty: everybody.")
                                     : QString());
  if (!distances || !ages) return std::nullopt;
  ReachQuestion question;
  const Id places = places_->currentData().toLongLong();
  if (places == 0)
    question.places.measures = 0;
  else
    question.places.layers = {places};
  question.settings.distances_m = *distances;
  question.settings.by = by_->currentIndex() == 1 ? DistanceBy::walk : DistanceBy::line;
  question.settings.ages = *ages;
  question.settings.level = level_->currentData().toLongLong();
  return question;
}

}  // namespace smile::viewer
