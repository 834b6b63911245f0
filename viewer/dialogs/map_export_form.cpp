#include "viewer/dialogs/map_export_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <algorithm>

#include "viewer/dialogs/form_combo.h"
#include "viewer/map/coordinates.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

constexpr double usual_scales[] = {5000, 10000, 15000, 20000, 25000, 50000, 100000};
constexpr double a4_mm[] = {297, 210};
constexpr double a3_mm[] = {420, 297};
enum Ground { view_on_screen, whole_city, first_bookmark };
enum Scale { as_fits, of_screen };

}  // namespace

MapExportForm::MapExportForm(const MapOnScreen& seen, QWidget* parent) : QWidget(parent), seen_(seen) {
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setHorizontalSpacing(8);
  form->setVerticalSpacing(8);
  title_ = new QLineEdit(this);
  title_->setObjectName("map_title");
  title_->setAccessibleName(tr_("Title"));
  title_->setPlaceholderText(q(seen.plan->title));
  form->addRow(plain_label(tr_("Title"), this), title_);
  add_ground(*form);
  add_scale(*form);
  add_paper(*form);
  show_kept();
  connect(title_, &QLineEdit::textChanged, this, &MapExportForm::changed);
  connect(scale_, &QComboBox::editTextChanged, this, &MapExportForm::changed);
  for (QComboBox* combo : {ground_, paper_, orientation_})
    connect(combo, &QComboBox::currentIndexChanged, this, &MapExportForm::changed);
}

void MapExportForm::add_ground(QFormLayout& form) {
  ground_ = add_combo(form, tr_("What is shown"), "ground", {tr_("The view on the screen"), tr_("The whole city")});
  for (const Bookmark& bookmark : seen_.plan->bookmarks) ground_->addItem(q(bookmark.name));
}

void MapExportForm::add_scale(QFormLayout& form) {
  const QString screen = scale_words(seen_.camera.scale_denominator());
  scale_ = add_combo(form, tr_("Scale"), "map_scale",
                     {tr_("As large as fits"), tr_(text("{1}, as on the screen", screen.toStdString()))});
  // As it is said: nobody asks paper for 1:23,412.7.
  scale_->setItemData(of_screen, scale_from_text(screen.toStdString()).value_or(0));
  for (const double scale : usual_scales) scale_->addItem(scale_words(scale), scale);
  scale_->setEditable(true);
  scale_->setInsertPolicy(QComboBox::NoInsert);
  scale_->setCompleter(nullptr);
  scale_->setToolTip(tr_("Choose a scale or type one, for example 1:12,500"));
  scale_problem_ = make_problem_line(this);
  scale_problem_->setObjectName("scale_problem");
  form.addRow(scale_problem_);
}

void MapExportForm::add_paper(QFormLayout& form) {
  paper_ = add_combo(form, tr_("Paper"), "paper", {"A4", "A3"});
  orientation_ = add_combo(form, tr_("Orientation"), "orientation", {tr_("Landscape"), tr_("Portrait")});
  resolution_ = add_combo(form, tr_("Resolution (PNG)"), "resolution", {});
  for (const int dpi : {150, 300}) resolution_->addItem(tr_(text("{1} dpi", dpi)), dpi);
  resolution_->setToolTip(tr_("PDF and SVG are sharp at any size."));
}

void MapExportForm::show_kept() {
  const PaperChoice kept = kept_paper();
  paper_->setCurrentIndex(kept.a3 ? 1 : 0);
  orientation_->setCurrentIndex(kept.portrait ? 1 : 0);
  resolution_->setCurrentIndex(std::max(0, resolution_->findData(kept.dpi)));
  if (kept.scale > 0) scale_->setEditText(scale_words(kept.scale));
}

void MapExportForm::keep() const {
  keep_paper({paper_->currentIndex() == 1, orientation_->currentIndex() == 1, resolution_->currentData().toInt(),
              scale().value_or(0)});
}

/// 1:n; 0: as large as fits.
std::optional<double> MapExportForm::scale() const {
  const QString typed = scale_->currentText().trimmed();
  if (typed.isEmpty() || typed == scale_->itemText(as_fits)) return 0;
  if (typed == scale_->itemText(of_screen)) return scale_->itemData(of_screen).toDouble();
  return scale_from_text(typed.toStdString());
}

void MapExportForm::show_problem_of_scale() {
  const QString typed = scale_->currentText();
  show_problem(*scale_problem_,
               scale() ? QString() : tr_(text("“{1}” is no scale; write it as 1:25,000.", typed.toStdString())));
}

QString MapExportForm::paper() const {
  return paper_->currentText();
}

std::optional<layers::PaperSettings> MapExportForm::settings() const {
  const std::optional<double> n = scale();
  if (!n) return std::nullopt;
  layers::PaperSettings out;
  if (*n > 0) out.scale = *n;
  out.title = title_->text().trimmed().toStdString();
  const int ground = ground_->currentIndex();
  if (ground == view_on_screen) out.extent = seen_.camera.ground();
  if (ground >= first_bookmark)
    out.extent = seen_.plan->bookmarks[static_cast<std::size_t>(ground - first_bookmark)].ground;
  const auto& mm = paper_->currentIndex() == 1 ? a3_mm : a4_mm;
  const bool portrait = orientation_->currentIndex() == 1;
  out.width_mm = mm[portrait ? 1 : 0];
  out.height_mm = mm[portrait ? 0 : 1];
  out.dpi = resolution_->currentData().toInt();
  out.language = language();
  out.layers = seen_.layers;
  out.folder = seen_.file.parent_path();
  return out;
}

}  // namespace smile::viewer
