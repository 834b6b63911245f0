#pragma once
// What the pages of a city's sheets share: format, head, foot, tables of measures, figures beside the city's. Only for
// the files that lay out sheets.

#include "gis/questions/district_results.h"
#include "layers/sheet_setter.h"
#include "layers/sheets.h"

namespace smile::layers {

inline constexpr double sheet_foot_height = 46;

/// An empty page of the plan's format.
SheetPage new_page(const SheetSettings& settings);
/// Inside of the margins.
QRectF inner_of(const SheetPage& page);

/// Bar, a small line above the title, the title on two lines at most, the message and how much may be decided. Returns
/// the area below, down to the foot.
struct SheetHead {
  QString above;
  QString title;
  QString message;
};
QRectF set_head(SheetPage& page, const SheetContent& content, const SheetHead& head);
/// Sources, date and number; where the sources have no room, the page that lists them.
void set_foot(SheetPage& page, const SheetContent& content, int number, int all, int sources_page);

/// “Consultation: we ask what you think.”; "" where nobody said.
QString participation_words(Participation participation);

/// Figures of a district with the city's beside them; city "": the column is left out.
struct FactRow {
  QString name;
  QString here;
  QString city;
};
std::vector<FactRow> fact_rows(const CityProfile& profile, const Plan& plan, Id district);
std::vector<FactRow> result_rows(const std::vector<DistrictResult>& results);
double height_of_facts(const std::vector<FactRow>& rows, double width, bool titled);
void set_facts(SheetSetter& setter, const QString& title, const std::vector<FactRow>& rows);

/// Number, title, phase and costs.
FindingTable measures_table(const std::vector<LocalMeasure>& measures, const SheetContent& content);
/// Field of action, lead and time too – where they are squeezed, field and lead share a column –, and where it is,
/// unless all lie in one district. district 0: they don't.
FindingTable full_measures_table(const std::vector<LocalMeasure>& measures, const SheetContent& content, Id district);

/// A last row with a sum in the last column, which holds the costs.
void add_total(FindingTable& table, std::string name, Money costs);

/// Inhabitants by age; nothing where it is not known.
std::optional<Chart> ages_chart(const CityProfile& profile, Id district);

/// Sets rows of a table from `first` on, on as many further pages as it takes; each begins with `head`. Returns what
/// is left below on the last one.
QRectF flow_table(std::vector<SheetPage>& pages, const SheetContent& content, const SheetHead& head,
                  const FindingTable& table, std::size_t first, const QString& title);

}  // namespace smile::layers
