#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/district_figures.h"
#include "gis/store/plan_file.h"
#include "layers/paper.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

Box extent_option(const std::string& given) {
  Box box;
  char rest = 0;
  const int read =
      std::sscanf(given.c_str(), "%lf,%lf,%lf,%lf%c", &box.min_x, &box.min_y, &box.max_x, &box.max_y, &rest);
  if (read != 4 || box.empty() || box.min_y > box.max_y || box.width() <= 0)
    throw Error(ErrorKind::usage,
                text("“{1}” is no extent; write it as X0,Y0,X1,Y1 in the system of the plan.", given));
  return box;
}

void size_option(const std::string& given, bool pixels, layers::PaperSettings& settings) {
  double width = 0;
  double height = 0;
  char rest = 0;
  const bool read = std::sscanf(given.c_str(), "%lfx%lf%c", &width, &height, &rest) == 2;
  if (!read || !(width >= 50) || !(height >= 50) || width > 20000 || height > 20000)
    throw Error(ErrorKind::usage,
                text("“{1}” is no size; write it as 1920x1080 (pixels for PNG, millimetres for PDF and SVG).", given));
  settings.width_mm = width;
  settings.height_mm = height;
  if (pixels) settings.pixels = QSize(static_cast<int>(width), static_cast<int>(height));
}

Box bookmark_option(const Plan& plan, const std::string& given) {
  std::string known;
  for (const Bookmark& bookmark : plan.bookmarks) {
    if (bookmark.name == given) return bookmark.ground;
    known += (known.empty() ? "" : ", ") + bookmark.name;
  }
  if (known.empty())
    throw Error(ErrorKind::not_found, text("The plan has no bookmark “{1}”; it has none at all.", given));
  throw Error(ErrorKind::not_found, text("The plan has no bookmark “{1}”; it has: {2}.", given, known));
}

/// The figure as the style keeps it; "" colours nothing.
std::string figure_option(const std::string& given, const Plan& plan) {
  if (given == "none") return {};
  std::string known = "none";
  for (const FigureChoice& choice : figures_to_choose(plan, plan.style.level)) {
    if (choice.key == given) return given;
    known += ", " + choice.key;
  }
  throw Error(ErrorKind::usage, text("Districts can't be coloured by “{1}”; say one of: {2}.", given, known));
}

layers::PaperSettings settings_of(const Call& call, const Plan& plan) {
  layers::PaperSettings settings;
  settings.language = language();
  settings.title = call.value("--title").value_or("");
  if (const auto given = call.value("--extent")) settings.extent = extent_option(*given);
  if (const auto given = call.value("--bookmark")) settings.extent = bookmark_option(plan, *given);
  if (const auto given = call.value("--scale")) settings.scale = scale_of(*given);
  if (const auto given = call.value("--district")) settings.district = district_option(plan, *given);
  const bool png = std::filesystem::path(call.words[1]).extension() == ".png";
  if (const auto given = call.value("--size")) size_option(*given, png, settings);
  if (const auto dpi = number(call, "--dpi")) {
    if (!(*dpi >= 30 && *dpi <= 1200))
      throw Error(ErrorKind::usage, text("The resolution must lie between 30 and 1,200 dpi."));
    settings.dpi = *dpi;
  }
  return settings;
}

}  // namespace

int run_map(const Call& call) {
  PlanPtr plan = PlanFile::open(call.words[0], PlanFile::Mode::read).plan();
  if (call.has("--figure") || call.has("--level") || call.has("--scenario")) {
    Plan restyled = *plan;
    if (const Id level = level_option(call, *plan)) restyled.style.level = level;
    if (const auto given = call.value("--scenario"))
      restyled.style.scenario = *given == "all" ? 0 : scenario_named(*plan, *given).id;
    if (const auto figure = call.value("--figure")) restyled.style.choropleth.figure = figure_option(*figure, restyled);
    plan = std::make_shared<const Plan>(std::move(restyled));
  }
  layers::PaperSettings settings = settings_of(call, *plan);
  LoadedLayers loaded = load_layers(*plan, place_of(call.words[0]), terminal_progress());
  settings.layers = std::move(loaded.layers);
  settings.folder = place_of(call.words[0]).folder();
  start_drawing();
  Issues issues = layers::write_map(plan, settings, call.words[1], call.has("--overwrite"), terminal_progress());
  issues.insert(issues.begin(), loaded.issues.begin(), loaded.issues.end());
  if (call.json()) {
    print_json({{"file", call.words[1]}, {"issues", to_json(issues)}});
  } else {
    std::cout << call.words[1] << "\n";
    print_issues(issues);
  }
  return exit_code(issues);
}

}  // namespace smile::viewer::command
