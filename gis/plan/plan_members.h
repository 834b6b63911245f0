#pragma once
// The members of every record that becomes JSON, named once for both directions: visit(name, member). Only for
// plan_json.cpp.

#include <concepts>
#include <type_traits>

#include "gis/plan/plan.h"

namespace smile {

/// T, or const T in the direction that only reads.
template <class R, class T>
concept Same = std::same_as<std::remove_const_t<R>, T>;

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Level>
void members(R& r, V& visit) {
  visit("id", r.id), visit("name", r.name), visit("rank", r.rank);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Alias>
void members(R& r, V& visit) {
  visit("name", r.name), visit("district", r.district);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Source>
void members(R& r, V& visit) {
  visit("what", r.what), visit("holder", r.holder), visit("licence", r.licence), visit("date", r.date);
  visit("schematic", r.schematic);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, ColumnMapping>
void members(R& r, V& visit) {
  visit("header", r.header), visit("fields", r.fields);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Choropleth>
void members(R& r, V& visit) {
  visit("figure", r.figure), visit("classes", r.classes), visit("method", r.method);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, LayerSettings>
void members(R& r, V& visit) {
  visit("layer", r.layer), visit("visible", r.visible), visit("opacity", r.opacity);
  visit("closest", r.closest), visit("farthest", r.farthest), visit("group", r.group);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, LayerSource>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("file", r.file), visit("layer", r.layer), visit("crs", r.crs);
  visit("swap_axes", r.swap_axes), visit("encoding", r.encoding), visit("offline", r.offline);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, LayerCategory>
void members(R& r, V& visit) {
  visit("value", r.value), visit("colour", r.colour);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, LayerStyle>
void members(R& r, V& visit) {
  visit("topic", r.topic), visit("method", r.method), visit("colour", r.colour), visit("width", r.width);
  visit("field", r.field), visit("categories", r.categories), visit("classes", r.classes);
  visit("class_method", r.class_method), visit("limits", r.limits), visit("ramp", r.ramp);
  visit("pattern", r.pattern), visit("largest", r.largest), visit("radius_m", r.radius_m);
  visit("label_field", r.label_field), visit("grey", r.grey);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, AgeGroup>
void members(R& r, V& visit) {
  visit("field", r.field), visit("from", r.from), visit("to", r.to);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, LayerUse>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("total_field", r.total_field), visit("age_groups", r.age_groups);
  visit("place_kind", r.place_kind), visit("capacity_field", r.capacity_field), visit("method", r.method);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, MapLayer>
void members(R& r, V& visit) {
  visit("id", r.id), visit("name", r.name), visit("source", r.source), visit("content", r.content);
  visit("kind", r.kind), visit("features", r.features), visit("style", r.style), visit("use", r.use);
  visit("credit", r.credit);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, MapStyle>
void members(R& r, V& visit) {
  visit("choropleth", r.choropleth), visit("level", r.level), visit("measure_labels", r.measure_labels);
  visit("measure_colours", r.measure_colours), visit("scenario", r.scenario), visit("layers", r.layers);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Box>
void members(R& r, V& visit) {
  visit("min_x", r.min_x), visit("min_y", r.min_y), visit("max_x", r.max_x), visit("max_y", r.max_y);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Bookmark>
void members(R& r, V& visit) {
  visit("name", r.name), visit("ground", r.ground);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Scenario>
void members(R& r, V& visit) {
  visit("id", r.id), visit("name", r.name), visit("measures", r.measures);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Question>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("options", r.options);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, FindingColumn>
void members(R& r, V& visit) {
  visit("name", r.name), visit("digits", r.digits), visit("share", r.share), visit("figures", r.figures);
  visit("words", r.words), visit("secret", r.secret);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, FindingTable>
void members(R& r, V& visit) {
  visit("title", r.title), visit("columns", r.columns), visit("districts", r.districts);
  visit("measures", r.measures), visit("total", r.total);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, FindingChart>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("label", r.label), visit("x", r.x), visit("y", r.y);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Finding>
void members(R& r, V& visit) {
  visit("id", r.id), visit("name", r.name), visit("question", r.question), visit("sentences", r.sentences);
  visit("chart", r.chart), visit("tables", r.tables), visit("method", r.method), visit("sources", r.sources);
  visit("found", r.found), visit("basis", r.basis), visit("layer", r.layer);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, PenMark>
void members(R& r, V& visit) {
  visit("xy", r.line), visit("colour", r.colour), visit("width", r.width);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Step>
void members(R& r, V& visit) {
  visit("id", r.id), visit("title", r.title), visit("body", r.body), visit("notes", r.notes);
  visit("ground", r.ground), visit("style", r.style), visit("district", r.district);
  visit("measures", r.measures), visit("panel", r.panel), visit("finding", r.finding);
  visit("hidden", r.hidden), visit("marks", r.marks);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, SheetSettings>
void members(R& r, V& visit) {
  visit("city", r.city), visit("logo", r.logo), visit("dark", r.dark), visit("bright", r.bright);
  visit("for_whom", r.for_whom), visit("a3", r.a3), visit("portrait", r.portrait);
  visit("participation", r.participation);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Statistic>
void members(R& r, V& visit) {
  visit("id", r.id), visit("level", r.level), visit("name", r.name), visit("year", r.year);
  visit("inhabitants", r.inhabitants), visit("source", r.source), visit("figures", r.figures);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Text>
void members(R& r, V& visit) {
  visit("english", r.english), visit("arguments", r.arguments);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Issue>
void members(R& r, V& visit) {
  visit("severity", r.severity), visit("kind", r.kind), visit("file", r.file), visit("row", r.row);
  visit("column", r.column), visit("value", r.value), visit("message", r.message), visit("proposal", r.proposal);
  visit("measure", r.measure), visit("district", r.district);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Report>
void members(R& r, V& visit) {
  visit("id", r.id), visit("verb", r.verb), visit("file", r.file), visit("when", r.when), visit("driver", r.driver);
  visit("encoding", r.encoding), visit("crs", r.crs), visit("declared", r.declared), visit("read", r.read);
  visit("repaired", r.repaired), visit("skipped", r.skipped), visit("issues", r.issues);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, PhaseChange>
void members(R& r, V& visit) {
  visit("phase", r.phase), visit("date", r.date);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Geometry>
void members(R& r, V& visit) {
  visit("kind", r.kind), visit("xy", r.points), visit("path_ends", r.path_ends), visit("part_ends", r.part_ends);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Location>
void members(R& r, V& visit) {
  visit("placement", r.placement), visit("geometry", r.geometry), visit("districts", r.districts);
  visit("as_written", r.as_written);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, CostRange>
void members(R& r, V& visit) {
  visit("low", r.low), visit("likely", r.likely), visit("high", r.high);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, District>
void members(R& r, V& visit) {
  visit("id", r.id), visit("level", r.level), visit("parent", r.parent), visit("code", r.code), visit("name", r.name);
  visit("geometry", r.geometry), visit("area_m2", r.area_m2), visit("official_area_m2", r.official_area_m2);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Measure>
void members(R& r, V& visit) {
  visit("id", r.id), visit("number", r.number), visit("title", r.title), visit("summary", r.summary);
  visit("block", r.block), visit("field_of_action", r.field_of_action), visit("phase", r.phase);
  visit("phase_history", r.phase_history), visit("lead", r.lead), visit("partners", r.partners);
  visit("persona", r.persona), visit("cost", r.cost), visit("yearly_cost", r.yearly_cost);
  visit("funding", r.funding), visit("start", r.start), visit("end", r.end), visit("reach", r.reach);
  visit("target_group", r.target_group), visit("links", r.links), visit("note", r.note);
  visit("district_hint", r.district_hint), visit("extra", r.extra), visit("location", r.location);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Crs>
void members(R& r, V& visit) {
  visit("epsg", r.epsg), visit("wkt", r.wkt);
}

template <class R, class V>
requires std::same_as<std::remove_const_t<R>, Plan>
void members(R& r, V& visit) {
  visit("title", r.title), visit("currency", r.currency), visit("crs", r.crs), visit("levels", r.levels);
  visit("districts", r.districts), visit("statistics", r.statistics), visit("aliases", r.aliases);
  visit("measures", r.measures), visit("sources", r.sources), visit("reports", r.reports);
  visit("mappings", r.mappings), visit("style", r.style), visit("layers", r.layers);
  visit("bookmarks", r.bookmarks), visit("scenarios", r.scenarios), visit("findings", r.findings);
  visit("steps", r.steps), visit("sheets", r.sheets);
  visit("next_id", r.next_id);
}

}  // namespace smile
