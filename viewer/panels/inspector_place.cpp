#include "viewer/panels/inspector_place.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>
#include <cmath>

#include "gis/intake/position.h"
#include "gis/words/numbers.h"
#include "viewer/document.h"
#include "viewer/map/coordinates.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/place_words.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr double city_margin_m = 5000;

Point centre_of(const Geometry& geometry) {
  return geometry.kind == GeometryKind::point && geometry.parts() == 1 ? geometry.points.front()
                                                                       : bounds(geometry).centre();
}

/// Whole metres, as they can be typed again.
QString plan_coordinates(Point p) {
  return QStringLiteral("%1 / %2").arg(std::llround(p.x)).arg(std::llround(p.y));
}

QString degrees_in_words(Point p, const Crs& crs) {
  const std::optional<Point> at = longitude_latitude(p, crs);
  if (!at) return {};
  return tr_(text("{1}° N, {2}° E", format_number(language(), at->y, 5), format_number(language(), at->x, 5)));
}

Location at_point(Point p, const std::string& typed) {
  Location location;
  location.placement = Placement::point;
  location.geometry = make_point(p);
  location.as_written = typed;
  return location;
}

}  // namespace

PlaceSection::PlaceSection(Document& document, QWidget* parent) : QWidget(parent), document_(document) {
  setObjectName("place_section");
  make_form(*this);
  build_kind();
  build_districts();
  build_coordinates();
}

void PlaceSection::build_kind() {
  kind_ = new QComboBox(this);
  kind_->setObjectName("placement");
  for (const Choice& choice : placement_choices()) kind_->addItem(q(say(choice.label)), from_view(choice.word));
  kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  leave_wheel_to_panel(*kind_);
  add_form_row(*this, tr_("Place"), kind_);
  connect(kind_, &QComboBox::activated, this, &PlaceSection::choose_kind);
}

void PlaceSection::build_districts() {
  district_ = new QComboBox(this);
  district_->setObjectName("place_district");
  district_->setPlaceholderText(tr_("Place in a district …"));
  district_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  district_->setMaxVisibleItems(24);
  leave_wheel_to_panel(*district_);
  add_form_row(*this, tr_("District"), district_);
  connect(district_, &QComboBox::activated, this, &PlaceSection::choose_district);
  lies_in_ = plain_label({}, this);
  lies_in_->setObjectName("lies_in");
  lies_in_->setWordWrap(true);
  add_form_row(*this, tr_("Lies in"), lies_in_);
  hint_ = plain_label({}, this);
  hint_->setWordWrap(true);
  add_form_row(*this, {}, hint_);
  place_at_hint_ = new QPushButton(this);
  place_at_hint_->setObjectName("place_at_hint");
  add_form_row(*this, {}, place_at_hint_);
  connect(place_at_hint_, &QPushButton::clicked, this, [this] {
    Location location;
    location.placement = Placement::district;
    location.districts = {hinted_district_};
    place_all(location);
  });
}

void PlaceSection::build_coordinates() {
  coordinates_ = new QLineEdit(this);
  coordinates_->setObjectName("coordinates");
  coordinates_->setPlaceholderText(tr_("e.g. 54.0887, 12.1405"));
  add_form_row(*this, tr_("Coordinates"), coordinates_);
  connect(coordinates_, &QLineEdit::editingFinished, this, &PlaceSection::take_coordinates);
  problem_ = make_problem_line(this);
  add_form_row(*this, {}, problem_);
  show_problem_row(*this, *problem_, {});
  longitude_latitude_ = plain_label({}, this);
  longitude_latitude_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  longitude_latitude_->setWordWrap(true);
  add_form_row(*this, {}, longitude_latitude_);
  as_written_ = plain_label({}, this);
  as_written_->setWordWrap(true);
  add_form_row(*this, tr_("As written"), as_written_);
}

void PlaceSection::refill_districts(const Plan& plan) {
  if (plan.districts == listed_districts_) return;
  listed_districts_ = plan.districts;
  district_->clear();
  for (const Level& level : plan.levels) {
    if (district_->count() > 0) district_->insertSeparator(district_->count());
    for (const DistrictPtr& district : districts_of(plan, level.id))
      district_->addItem(district_label(*district), static_cast<qlonglong>(district->id));
  }
}

void PlaceSection::show_measures(const std::vector<const Measure*>& measures) {
  const PlanPtr plan = document_.plan();
  refill_districts(*plan);
  std::vector<Id> ids;
  for (const Measure* measure : measures) ids.push_back(measure->id);
  const bool typing =
      ids == measures_ && coordinates_->isModified() && (coordinates_->hasFocus() || !problem_->text().isEmpty());
  measures_ = ids;
  if (!typing) {
    coordinates_->setText({});  // clear() would count as typed
    show_problem_row(*this, *problem_, {});
  }
  set_row_visible(*this, district_, !plan->districts.empty());
  set_row_visible(*this, coordinates_, measures.size() == 1);
  if (measures.size() == 1)
    show_single(*measures.front(), *plan);
  else
    show_several(measures);
}

void PlaceSection::show_single(const Measure& measure, const Plan& plan) {
  const Location& location = measure.location;
  kind_->setCurrentIndex(static_cast<int>(location.placement));
  if (location.placement == Placement::sites) kind_->setItemText(kind_->currentIndex(), placement_label(measure));
  district_->setCurrentIndex(location.placement == Placement::district && location.districts.size() == 1
                                 ? district_->findData(static_cast<qlonglong>(location.districts.front()))
                                 : -1);
  const QString lies_in = places_label(measure, shares_of(measure, plan), plan);
  const bool placed = location.placement != Placement::none && location.placement != Placement::city;
  lies_in_->setText(lies_in.isEmpty() ? tr_("outside all districts") : lies_in);
  set_row_visible(*this, lies_in_, placed && !plan.districts.empty());
  const bool has_geometry = !location.geometry.empty();
  if (has_geometry && !coordinates_->isModified())
    coordinates_->setText(plan_coordinates(centre_of(location.geometry)));
  coordinates_->setToolTip(literal(q(crs_code(plan.crs) + " · " + crs_name(plan.crs))));
  longitude_latitude_->setText(has_geometry ? degrees_in_words(centre_of(location.geometry), plan.crs) : QString());
  set_row_visible(*this, longitude_latitude_, has_geometry && plan.crs.known());
  as_written_->setText(q(location.as_written));
  set_row_visible(*this, as_written_, !location.as_written.empty());
  show_hint(measure, plan);
}

void PlaceSection::show_hint(const Measure& measure, const Plan& plan) {
  const District* hinted = measure.district_hint.empty() ? nullptr : find_district(plan, measure.district_hint);
  const bool offers = hinted != nullptr && measure.location.placement == Placement::none;
  hinted_district_ = offers ? hinted->id : 0;
  hint_->setText(tr_(text("The source names “{1}”.", measure.district_hint)));
  set_row_visible(*this, hint_, offers);
  place_at_hint_->setText(offers ? tr_(text("Place in {1}", hinted->name)).replace('&', QStringLiteral("&&"))
                                 : QString());
  set_row_visible(*this, place_at_hint_, offers);
}

void PlaceSection::show_several(const std::vector<const Measure*>& measures) {
  const auto same = [&](auto&& get) {
    return std::all_of(measures.begin(), measures.end(),
                       [&](const Measure* m) { return get(*m) == get(*measures.front()); });
  };
  const bool same_kind = same([](const Measure& m) { return m.location.placement; });
  kind_->setPlaceholderText(tr_("several values"));
  kind_->setCurrentIndex(same_kind ? static_cast<int>(measures.front()->location.placement) : -1);
  const bool same_district = same([](const Measure& m) { return m.location.districts; });
  const std::vector<Id>& districts = measures.front()->location.districts;
  district_->setCurrentIndex(
      same_district && districts.size() == 1 ? district_->findData(static_cast<qlonglong>(districts.front())) : -1);
  for (QWidget* field :
       {static_cast<QWidget*>(lies_in_), static_cast<QWidget*>(longitude_latitude_), static_cast<QWidget*>(as_written_),
        static_cast<QWidget*>(hint_), static_cast<QWidget*>(place_at_hint_)})
    set_row_visible(*this, field, false);
}

void PlaceSection::place_all(const Location& location) {
  std::vector<Edit> edits;
  for (const Id id : measures_) edits.push_back(place(id, location));
  if (edits.size() == 1)
    document_.apply(edits.front());
  else
    document_.apply(together(text("Place {1} measures", edits.size()), std::move(edits)));
}

// Points, lines and areas are drawn on the map or typed; here they can be left, not made.
void PlaceSection::choose_kind() {
  const auto placement = static_cast<Placement>(kind_->currentIndex());
  Location location;
  location.placement = placement;
  if (placement == Placement::none || placement == Placement::city) return place_all(location);
  const Measure* measure = measures_.size() == 1 ? find_measure(*document_.plan(), measures_.front()) : nullptr;
  const bool unchanged = measure != nullptr && measure->location.placement == placement;
  if (measure != nullptr) kind_->setCurrentIndex(static_cast<int>(measure->location.placement));
  if (unchanged) return;
  if (placement == Placement::district) return district_->showPopup();
  if (placement == Placement::point) {
    coordinates_->setFocus();
    return show_problem_row(*this, *problem_,
                            tr_("Type coordinates here, or click the place on the map with the tool “Place”."));
  }
  show_problem_row(*this, *problem_, tr_("Draw it on the map with the tool “Place”."));
}

void PlaceSection::choose_district() {
  Location location;
  location.placement = Placement::district;
  location.districts = {district_->currentData().toLongLong()};
  place_all(location);
}

void PlaceSection::take_coordinates() {
  if (!coordinates_->isModified() || measures_.size() != 1) return;
  const std::string typed = coordinates_->text().trimmed().toStdString();
  const PlanPtr plan = document_.plan();
  coordinates_->setModified(false);
  if (typed.empty()) return show_measures({find_measure(*plan, measures_.front())});
  const Box city = extent(*plan);
  const PositionContext context{plan->crs, city.empty() ? city : city.grown(city_margin_m), std::nullopt};
  const std::optional<Position> position = position_from_text(typed, context);
  if (!position) {
    coordinates_->setModified(true);
    return show_problem_row(
        *this, *problem_, tr_(text("“{1}” is no position. Write it as 54.0887, 12.1405 or 310123 / 5996400.", typed)));
  }
  document_.apply(place(measures_.front(), at_point(position->point, typed)));
  if (position->outside)
    show_problem_row(*this, *problem_,
                     tr_(text("Read as {1}: this lies outside the city.", crs_name(position->read_as))));
  else if (position->swapped)
    show_problem_row(*this, *problem_,
                     tr_("Longitude and latitude stood in each other’s place; read so that it lies in the city."));
}

}  // namespace smile::viewer
