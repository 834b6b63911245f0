#pragma once
// What is to be said of a district on one page, with the same of the whole city beside it.

#include <map>
#include <string>
#include <vector>

#include "gis/analysis/district_figures.h"
#include "gis/analysis/people.h"

namespace smile {

/// A figure of a district and of the city. In words: figure_in_words(language, key, key.here).
struct KeyFigure {
  Text name;
  std::string currency;  ///< ISO 4217: an amount of money; "": none
  int digits = 0;        ///< that are true, behind the point
  bool share = false;    ///< of 1: read as per cent
  Figure here;
  Figure city;
};
std::string figure_in_words(Language language, const KeyFigure& key, const Figure& figure);

/// A measure as far as it lies in a district.
struct LocalMeasure {
  MeasurePtr measure;
  double share = 1;  ///< of its sites, length or area
};
constexpr double whole_share = 0.995;  ///< from here on nobody speaks of a part
/// "Spielplatz (40 % of it here)", "Bürger-App (for the whole city)" where a district has but a share of it.
std::string title_in_words(const LocalMeasure& local);

/// Everything that is counted once for all districts of a level.
struct CityProfile {
  Id level = 0;
  FiguresResult figures;
  std::map<Id, std::vector<LocalMeasure>>
      measures;                ///< by district, in the order of the list, rejected ones too; 0: those for the city
  Money cost;                  ///< of all pursued measures, likely
  std::vector<AgeGroup> ages;  ///< empty: not known
  std::map<Id, std::vector<Figure>> people_by_age;  ///< by district, for each group; 0: the city
  std::string ages_from;                            ///< the statistic, or the layer with its credit, they come from
  bool ages_of_cells = false;                       ///< from a layer: sums of its cells
};

/// people: of the layer in use, asked where no statistic of the level has ages; nullptr: none. Throws Error{cancelled}.
CityProfile city_profile(const Plan& plan, Id level, const People* people = nullptr, const Progress& progress = {});

/// Inhabitants, density, the young and the old, measures, costs and their part of all. district 0: of the city alone,
/// both figures are the same.
std::vector<KeyFigure> key_figures(const CityProfile& profile, const Plan& plan, Id district);

/// Without cents: shared out by area and length, nobody knows them.
std::string whole_money_in_words(Money money, const std::string& currency);

/// "0–5", "75 and more".
Text age_label(const AgeGroup& group);

}  // namespace smile
