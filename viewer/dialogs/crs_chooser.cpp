#include "viewer/dialogs/crs_chooser.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <cmath>

#include "gis/words/numbers.h"
#include "viewer/dialogs/shapes_map.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

// What German, Polish and Baltic offices deliver; others are typed.
constexpr int usual_systems[] = {25833, 25832, 5650, 4647, 5678, 31468, 31467, 5674, 4326, 3857, 3035, 2180};

struct Choice {
  QString label;
  QString crs;
  bool swapped = false;
};

Choice choice_of(const Crs& crs, bool swapped) {
  const std::string name = crs_code(crs) + " · " + crs_name(crs);
  return {swapped ? tr_(text("{1}, axes swapped", name)) : q(name), q(crs_code(crs)), swapped};
}

std::vector<Choice> choices_for(const SourceData& source) {
  std::vector<Choice> choices;
  for (const CrsProposal& proposal : source.proposals)
    choices.push_back(choice_of(proposal.crs, proposal.axes_swapped));
  for (const int code : usual_systems) choices.push_back(choice_of(crs_from_epsg(code), false));
  return choices;
}

QString centre_sentence(Point centre) {
  const std::string north = say(centre.y < 0 ? "S" : "N");
  const std::string east = say(centre.x < 0 ? "W" : "E");
  return tr_(text("Its centre is {1}° {2}, {3}° {4}.", format_number(language(), std::abs(centre.y), 3), north,
                  format_number(language(), std::abs(centre.x), 3), east));
}

}  // namespace

CrsChooser::CrsChooser(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  systems_ = new QComboBox(this);
  systems_->setObjectName("crs");
  systems_->setAccessibleName(tr_("Coordinate system of the file"));
  systems_->setEditable(true);
  systems_->setInsertPolicy(QComboBox::NoInsert);
  systems_->lineEdit()->setPlaceholderText(tr_("Choose, or type EPSG:n"));
  systems_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  systems_->setMinimumContentsLength(16);
  systems_->setMaxVisibleItems(20);
  leave_wheel_to_panel(*systems_);
  map_ = new ShapesMap(this);
  sentence_ = plain_label({}, this);
  sentence_->setObjectName("crs_sentence");
  sentence_->setWordWrap(true);
  column->addWidget(systems_);
  column->addWidget(map_, 1);
  column->addWidget(sentence_);
  connect(systems_, &QComboBox::activated, this, &CrsChooser::choose);
  connect(systems_->lineEdit(), &QLineEdit::returnPressed, this, &CrsChooser::choose);
}

void CrsChooser::show_source(const SourceData& source, const Plan& plan) {
  refill(source);
  map_->show_shapes(source.shapes);
  show_sentence(source, plan);
}

// Item data: the code to read with; user role + 1: axes swapped.
void CrsChooser::refill(const SourceData& source) {
  const QSignalBlocker quiet(systems_);
  systems_->clear();
  systems_->addItem(tr_("As the file says"), QString());
  for (const Choice& choice : choices_for(source)) {
    if (systems_->findText(choice.label) >= 0) continue;
    systems_->addItem(choice.label, choice.crs);
    systems_->setItemData(systems_->count() - 1, choice.swapped, Qt::UserRole + 1);
  }
  if (!source.settings.crs.empty()) {
    const std::optional<Crs> crs = crs_from_text(source.settings.crs);
    return systems_->setEditText(crs ? choice_of(*crs, source.settings.swap_axes).label : q(source.settings.crs));
  }
  if (!source.features) return systems_->setEditText({});
  const bool swapped =
      source.features->crs_guessed && !source.proposals.empty() && source.proposals.front().axes_swapped;
  systems_->setEditText(choice_of(source.features->crs, swapped).label);
}

void CrsChooser::show_sentence(const SourceData& source, const Plan& plan) {
  if (!source.features) return sentence_->setText(tr_("Choose the system in which the file’s coordinates are."));
  QStringList parts;
  if (!source.settings.crs.empty())
    parts << tr_("Read as you chose.");
  else
    parts << (source.features->crs_guessed ? tr_("Guessed from the coordinates: please look at the map.")
                                           : tr_("As the file says."));
  if (source.shapes.centre) parts << centre_sentence(*source.shapes.centre);
  parts << (plan.districts.empty() ? tr_("The plan has no districts yet to compare with.")
                                   : tr_("Grey: the plan’s districts. Blue: the file."));
  sentence_->setText(parts.join(' '));
}

void CrsChooser::choose() {
  const int listed = systems_->findText(systems_->currentText());
  if (listed >= 0)
    emit chosen(systems_->itemData(listed).toString(), systems_->itemData(listed, Qt::UserRole + 1).toBool());
  else if (const auto crs = crs_from_text(systems_->currentText().trimmed().toStdString()))
    emit chosen(q(crs_code(*crs)), false);
  else
    sentence_->setText(tr_("This is no coordinate system known here. Write it as EPSG:25833."));
}

}  // namespace smile::viewer
