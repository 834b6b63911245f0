#include "gis/plan/edits.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "gis/plan/hierarchy.h"

namespace smile {
namespace {

[[noreturn]] void no_such_measure(Id id) {
  throw Error(ErrorKind::not_found, text("The plan has no measure with the id {1}.", std::to_string(id)));
}

/// The plan with one measure replaced by what `change` makes of it.
template <class Change>
Plan with_measure(const Plan& plan, Id id, Change&& change) {
  Plan next = plan;
  const auto found =
      std::find_if(next.measures.begin(), next.measures.end(), [&](const auto& m) { return m->id == id; });
  if (found == next.measures.end()) no_such_measure(id);
  auto measure = std::make_shared<Measure>(**found);
  change(*measure);
  *found = std::move(measure);
  return next;
}

/// The title of the only measure, for names of steps people read.
Text named(std::string_view one, std::string_view many, const std::vector<Id>& measures) {
  return text_n(static_cast<std::int64_t>(measures.size()), one, many, measures.size());
}

void require_measures(const Plan& plan, const std::vector<Id>& ids) {
  std::unordered_set<Id> known;
  for (const MeasurePtr& measure : plan.measures) known.insert(measure->id);
  for (const Id id : ids)
    if (!known.contains(id)) no_such_measure(id);
}

bool is_of_type(const MeasureField& field, const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return true;
  if (field.type == FieldType::money) return std::holds_alternative<Money>(value);
  if (field.type == FieldType::date) return std::holds_alternative<Date>(value);
  const auto* words = std::get_if<std::string>(&value);
  if (!words) return false;
  return field.type != FieldType::choice || parse_stored(field, *words).has_value();
}

void set_value(Measure& measure, const MeasureField& field, const Value& value, const Date& on) {
  const Phase before = measure.phase;
  field.set(measure, value);
  if (measure.phase != before) measure.phase_history.push_back({measure.phase, on});
}

void check_location(const Plan& plan, const Location& location) {
  for (const Id id : location.districts)
    if (!find_district(plan, id))
      throw Error(ErrorKind::not_found, text("The plan has no district with the id {1}.", std::to_string(id)));
  if (!is_finite(location.geometry))
    throw Error(ErrorKind::usage, text("The place has coordinates that are no numbers; give them again."));
}

/// Gives new ids to districts of the level; a district that stays (same code) keeps its id, so that measures and
/// statistics stay joined.
void put_level(Plan& plan, const std::string& name, const std::vector<District>& districts) {
  const Level* existing = find_level(plan, name);
  const Id level = existing ? existing->id : plan.next_id++;
  if (!existing) plan.levels.push_back({level, name, static_cast<int>(plan.levels.size())});
  std::unordered_map<std::string, Id> ids;
  for (const DistrictPtr& old : plan.districts)
    if (old->level == level) ids.emplace(old->code, old->id);
  std::erase_if(plan.districts, [&](const DistrictPtr& old) { return old->level == level; });
  for (const District& district : districts) {
    auto record = std::make_shared<District>(district);
    const auto kept = ids.find(district.code);
    record->id = kept == ids.end() ? plan.next_id++ : kept->second;
    record->level = level;
    plan.districts.push_back(std::move(record));
  }
}

/// Coarsest first: by the mean area of a level's districts.
void order_levels(Plan& plan) {
  std::unordered_map<Id, std::pair<double, int>> sums;
  for (const DistrictPtr& district : plan.districts) {
    sums[district->level].first += district->area_m2;
    ++sums[district->level].second;
  }
  const auto mean = [&](const Level& level) {
    const auto& [sum, count] = sums[level.id];
    return count == 0 ? 0.0 : sum / count;
  };
  std::stable_sort(plan.levels.begin(), plan.levels.end(),
                   [&](const Level& a, const Level& b) { return mean(a) > mean(b); });
  for (std::size_t i = 0; i < plan.levels.size(); ++i) plan.levels[i].rank = static_cast<int>(i);
  const auto rank = [&](Id id) { return find_level(plan, id)->rank; };
  std::stable_sort(plan.districts.begin(), plan.districts.end(),
                   [&](const DistrictPtr& a, const DistrictPtr& b) { return rank(a->level) < rank(b->level); });
}

/// Measures and figures that speak of a district that is gone would dangle.
void drop_dangling(Plan& plan) {
  std::unordered_set<Id> known;
  for (const DistrictPtr& district : plan.districts) known.insert(district->id);
  const auto gone = [&](Id id) { return !known.contains(id); };
  for (MeasurePtr& measure : plan.measures) {
    const auto& districts = measure->location.districts;
    if (std::none_of(districts.begin(), districts.end(), gone)) continue;
    auto changed = std::make_shared<Measure>(*measure);
    std::erase_if(changed->location.districts, gone);
    if (changed->location.districts.empty() && changed->location.placement == Placement::district)
      changed->location.placement = Placement::none;
    measure = std::move(changed);
  }
  std::erase_if(plan.aliases, [&](const Alias& alias) { return gone(alias.district); });
}

}  // namespace

Edit add_measures(std::vector<Measure> measures) {
  Text name =
      measures.size() == 1 ? text("Add “{1}”", measures.front().title) : text("Add {1} measures", measures.size());
  return {std::move(name), {}, [measures = std::move(measures)](const Plan& plan) {
            Plan next = plan;
            for (const Measure& measure : measures) {
              auto record = std::make_shared<Measure>(measure);
              check_location(plan, record->location);
              record->id = next.next_id++;
              if (record->phase_history.empty() && record->phase != Phase::none)
                record->phase_history.push_back({record->phase, today()});
              next.measures.push_back(std::move(record));
            }
            return next;
          }};
}

Edit set_field(std::vector<Id> measures, std::string key, Value value, Date on) {
  const MeasureField* field = find_field(key);
  if (!field) throw Error(ErrorKind::usage, text("A measure has no field “{1}”; see smileplaces edit --help.", key));
  if (!is_of_type(*field, value))
    throw Error(ErrorKind::usage, text("“{1}” is no value for the field “{2}”.", stored_form(value), key));
  Text name = named("Change a measure", "Change {1} measures", measures);
  return {std::move(name), {}, [measures = std::move(measures), field, value = std::move(value), on](const Plan& plan) {
            require_measures(plan, measures);
            const std::unordered_set<Id> wanted(measures.begin(), measures.end());
            Plan next = plan;
            for (MeasurePtr& record : next.measures) {
              if (!wanted.contains(record->id)) continue;
              auto measure = std::make_shared<Measure>(*record);
              set_value(*measure, *field, value, on);
              record = std::move(measure);
            }
            return next;
          }};
}

Edit place(Id id, Location location) {
  return {text("Place a measure"), {}, [id, location = std::move(location)](const Plan& plan) {
            check_location(plan, location);
            return with_measure(plan, id, [&](Measure& measure) { measure.location = location; });
          }};
}

Edit move_measure(Id id, double dx, double dy, std::string merge_key) {
  return {text("Move a measure"), std::move(merge_key), [id, dx, dy](const Plan& plan) {
            return with_measure(plan, id, [&](Measure& measure) {
              measure.location.geometry = moved(std::move(measure.location.geometry), dx, dy);
              check_location(plan, measure.location);
            });
          }};
}

Edit remove_measures(std::vector<Id> measures) {
  Text name = named("Delete a measure", "Delete {1} measures", measures);
  return {std::move(name), {}, [measures = std::move(measures)](const Plan& plan) {
            require_measures(plan, measures);
            const std::unordered_set<Id> gone(measures.begin(), measures.end());
            Plan next = plan;
            std::erase_if(next.measures, [&](const MeasurePtr& measure) { return gone.contains(measure->id); });
            for (Scenario& scenario : next.scenarios)
              std::erase_if(scenario.measures, [&](Id measure) { return gone.contains(measure); });
            return next;
          }};
}

Edit duplicate_measures(std::vector<Id> measures) {
  Text name = named("Duplicate a measure", "Duplicate {1} measures", measures);
  return {std::move(name), {}, [measures = std::move(measures)](const Plan& plan) {
            require_measures(plan, measures);
            Plan next = plan;
            for (const Id id : measures) {
              auto copy = std::make_shared<Measure>(*find_measure(plan, id));
              copy->id = next.next_id++;
              copy->number.clear();  // a number names one measure: a re-import would update both
              next.measures.push_back(std::move(copy));
            }
            return next;
          }};
}

Edit replace_measures(std::vector<Measure> measures) {
  return {text("Update {1} measures", measures.size()), {}, [measures = std::move(measures)](const Plan& plan) {
            std::unordered_map<Id, const Measure*> by_id;
            for (const Measure& measure : measures) by_id.emplace(measure.id, &measure);
            Plan next = plan;
            std::size_t replaced = 0;
            for (MeasurePtr& record : next.measures) {
              const auto found = by_id.find(record->id);
              if (found == by_id.end()) continue;
              check_location(plan, found->second->location);
              record = std::make_shared<const Measure>(*found->second);
              ++replaced;
            }
            if (replaced != by_id.size()) no_such_measure(measures.front().id);
            return next;
          }};
}

Edit set_level(std::string level, std::vector<District> districts, Crs crs) {
  Text name = text("Load {1} districts (“{2}”)", districts.size(), level);
  return {std::move(name),
          {},
          [level = std::move(level), districts = std::move(districts), crs = std::move(crs)](const Plan& plan) {
            if (plan.crs.known() && !(plan.crs == crs))
              throw Error(ErrorKind::usage, text("The districts are not in the coordinate system of the plan."));
            Plan next = plan;
            next.crs = crs;
            put_level(next, level, districts);
            order_levels(next);
            drop_dangling(next);
            find_parents(next);
            return next;
          }};
}

Edit add_statistics(std::vector<Statistic> statistics) {
  return {
      text_n(static_cast<std::int64_t>(statistics.size()), "Add a statistic", "Add {1} statistics", statistics.size()),
      {},
      [statistics = std::move(statistics)](const Plan& plan) {
        Plan next = plan;
        for (const Statistic& statistic : statistics) {
          auto record = std::make_shared<Statistic>(statistic);
          const auto same = std::find_if(next.statistics.begin(), next.statistics.end(), [&](const StatisticPtr& old) {
            return old->level == record->level && old->name == record->name && old->year == record->year;
          });
          record->id = same == next.statistics.end() ? next.next_id++ : (*same)->id;
          if (same == next.statistics.end())
            next.statistics.push_back(std::move(record));
          else
            *same = std::move(record);
        }
        return next;
      }};
}

Edit add_alias(Alias alias) {
  return {text("Remember that “{1}” means a district", alias.name), {}, [alias = std::move(alias)](const Plan& plan) {
            Plan next = plan;
            if (!find_district(plan, alias.district))
              throw Error(ErrorKind::not_found,
                          text("The plan has no district with the id {1}.", std::to_string(alias.district)));
            if (std::find(next.aliases.begin(), next.aliases.end(), alias) == next.aliases.end())
              next.aliases.push_back(alias);
            return next;
          }};
}

Edit add_source(Source source) {
  return {text("Note the source “{1}”", source.what), {}, [source = std::move(source)](const Plan& plan) {
            Plan next = plan;
            std::erase_if(next.sources, [&](const Source& old) { return old.what == source.what; });
            next.sources.push_back(source);
            return next;
          }};
}

Edit add_report(Report report) {
  return {text("Keep the report on “{1}”", report.file), {}, [report = std::move(report)](const Plan& plan) {
            Plan next = plan;
            auto record = std::make_shared<Report>(report);
            record->id = next.next_id++;
            next.reports.push_back(std::move(record));
            return next;
          }};
}

Edit keep_mapping(ColumnMapping mapping) {
  return {text("Keep the columns of this table"), {}, [mapping = std::move(mapping)](const Plan& plan) {
            Plan next = plan;
            std::erase_if(next.mappings, [&](const ColumnMapping& old) { return old.header == mapping.header; });
            next.mappings.push_back(mapping);
            return next;
          }};
}

Edit set_title(std::string title) {
  return {text("Name the plan “{1}”", title), {}, [title = std::move(title)](const Plan& plan) {
            Plan next = plan;
            next.title = title;
            return next;
          }};
}

Edit set_currency(std::string iso_4217) {
  const bool three_capitals = iso_4217.size() == 3 && std::all_of(iso_4217.begin(), iso_4217.end(),
                                                                  [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!three_capitals)
    throw Error(ErrorKind::usage,
                text("“{1}” is no currency; give its three letters, for example EUR or PLN.", iso_4217));
  return {text("Set the currency to {1}", iso_4217), {}, [iso_4217 = std::move(iso_4217)](const Plan& plan) {
            Plan next = plan;
            next.currency = iso_4217;
            return next;
          }};
}

Edit set_style(MapStyle style, Text name) {
  return {std::move(name), {}, [style = std::move(style)](const Plan& plan) {
            Plan next = plan;
            next.style = style;
            return next;
          }};
}

Edit set_bookmarks(std::vector<Bookmark> bookmarks, Text name) {
  return {std::move(name), {}, [bookmarks = std::move(bookmarks)](const Plan& plan) {
            Plan next = plan;
            next.bookmarks = bookmarks;
            return next;
          }};
}

Edit together(Text name, std::vector<Edit> edits) {
  return {std::move(name), {}, [edits = std::move(edits)](const Plan& plan) {
            Plan next = plan;
            for (const Edit& edit : edits) next = edit.apply(next);
            return next;
          }};
}

}  // namespace smile
