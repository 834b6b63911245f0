#pragma once
// A figure of districts that somebody asks for by its key or its name, on the level where it is known.

#include <map>
#include <string>

#include "gis/analysis/district_figures.h"

namespace smile {

struct AskedFigure {
  FigureChoice choice;
  Id level = 0;
  std::map<Id, Figure> figures;  ///< by district; those without one are not in it
};

/// key: as figures_to_choose has them, or the name of a statistic (the newest of that name). level 0: the finest that
/// has the figure. Throws Error{usage} without a key, Error{not_found} that lists what there is.
AskedFigure asked_figure(const Plan& plan, const std::string& key, Id level = 0);

/// "density (Population density)": a figure as people find it again.
std::string name_of(const FigureChoice& choice);

/// No more digits than are read: "4,826", "53.2", "0.087".
std::string figure_in_words(double value);

/// Where the figures come from: the sources of the level's districts and of the statistic, each once.
std::vector<std::string> sources_of(const Plan& plan, const AskedFigure& figure);

}  // namespace smile
