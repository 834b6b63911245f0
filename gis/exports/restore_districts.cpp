#include <algorithm>
#include <set>
#include <unordered_map>

#include "gis/exports/restore.h"
#include "gis/exports/vector_tables.h"

namespace smile::exports {
namespace {

class Districts {
public:
  explicit Districts(Restoring& restoring) : restoring_(restoring) {
    for (const DistrictPtr& district : restoring.codebook.rest.districts) rest_[district->id] = district.get();
    for (const StatisticPtr& statistic : restoring.codebook.rest.statistics) statistics_[statistic->id] = *statistic;
  }

  void read(const RecordFile& file) {
    for (Record record : file.records) {
      const auto known = rest_.find(record.id);
      const bool added = known == rest_.end() || found_.contains(record.id);
      if (added) record.id = new_id(restoring_);
      add(file, record, added ? nullptr : known->second);
    }
  }

  /// In the order of the plan, added ones behind; statistics and aliases of districts that are gone go too.
  void finish() {
    Plan& plan = restoring_.plan;
    plan.districts.clear();
    for (const DistrictPtr& rest : restoring_.codebook.rest.districts) take(rest->id);
    while (!found_.empty()) take(found_.begin()->first);
    std::set<Id> gone;
    for (const auto& [id, rest] : rest_)
      if (!find_district(plan, id)) gone.insert(id);
    finish_statistics(gone);
    std::erase_if(plan.aliases, [&](const Alias& alias) { return gone.contains(alias.district); });
  }

private:
  void add(const RecordFile& file, const Record& record, const District* rest) {
    District district = rest ? *rest : District{};
    district.id = record.id;
    district.level = file.file.level;
    district.code = whole_text(restoring_, TableKind::districts, file, record, "code");
    district.name = whole_text(restoring_, TableKind::districts, file, record, "name");
    district.official_area_m2 = official(file, record);
    district.geometry = record.geometry;
    if (!make_whole(restoring_, TableKind::districts, record.id, district.geometry)) {
      district.geometry = checked_geometry(restoring_, file, record);
      district.area_m2 = area(district.geometry);
    }
    parents_[record.id] = whole_text(restoring_, TableKind::districts, file, record, "parent_code");
    read_figures(file, record);
    found_[record.id] = std::move(district);
  }

  std::optional<double> official(const RecordFile& file, const Record& record) const {
    const VectorCell* cell = cell_of(file, record, "official_area_m2");
    const auto entry = restoring_.codebook.cells.find({TableKind::districts, record.id, "official_area_m2"});
    const bool untouched =
        cell && entry != restoring_.codebook.cells.end() && entry->second.written == cell_text(*cell);
    if (untouched) return std::strtod(entry->second.whole.c_str(), nullptr);
    return cell ? number_from(*cell) : std::nullopt;
  }

  void read_figures(const RecordFile& file, const Record& record) {
    for (std::size_t i = 0; i < file.file.columns.size(); ++i) {
      const auto statistic = statistics_.find(file.file.columns[i].statistic);
      if (statistic != statistics_.end())
        read_figure(file.file.columns[i], record, record.cells[i], statistic->second.figures);
    }
  }

  void read_figure(const CodebookColumn& column, const Record& record, const VectorCell& cell,
                   std::map<Id, Figure>& figures) {
    const auto entry = restoring_.codebook.cells.find({TableKind::districts, record.id, column.key});
    if (entry != restoring_.codebook.cells.end() && entry->second.written == cell_text(cell)) return;
    const auto number = number_from(cell);
    const auto rest = figures.find(record.id);
    if (number)
      figures[record.id] = {Figure::State::value, *number};
    else if (rest != figures.end() && rest->second.state == Figure::State::value)
      figures.erase(rest);
  }

  void take(Id id) {
    const auto found = found_.find(id);
    if (found == found_.end()) return;
    found->second.parent = parent_of(found->second);
    restoring_.plan.districts.push_back(std::make_shared<const District>(std::move(found->second)));
    found_.erase(found);
  }

  /// The parent it had while the code says so, else the district of that code in the next coarser level.
  Id parent_of(const District& district) const {
    const std::string& code = parents_.at(district.id);
    const Plan& plan = restoring_.plan;
    const District* before = find_district(plan, district.parent);
    if (before && before->code == code) return before->id;
    const Level* level = find_level(plan, district.level);
    if (code.empty() || !level) return code.empty() && !before ? district.parent : 0;
    const Level* coarser = nullptr;
    for (const Level& candidate : plan.levels)
      if (candidate.rank < level->rank && (!coarser || candidate.rank > coarser->rank)) coarser = &candidate;
    const District* parent = coarser ? find_district(plan, code, coarser->id) : nullptr;
    return parent ? parent->id : 0;
  }

  void finish_statistics(const std::set<Id>& gone) {
    std::vector<StatisticPtr> statistics;
    for (const StatisticPtr& rest : restoring_.codebook.rest.statistics) {
      Statistic& statistic = statistics_.at(rest->id);
      for (const Id id : gone) statistic.figures.erase(id);
      statistics.push_back(std::make_shared<const Statistic>(std::move(statistic)));
    }
    restoring_.plan.statistics = std::move(statistics);
  }

  Restoring& restoring_;
  std::unordered_map<Id, const District*> rest_;
  std::unordered_map<Id, Statistic> statistics_;
  std::map<Id, District> found_;
  std::map<Id, std::string> parents_;
};

}  // namespace

void restore_districts(Restoring& restoring, const std::vector<RecordFile>& files) {
  Districts districts(restoring);
  for (const RecordFile& file : files)
    if (file.file.kind == TableKind::districts) districts.read(file);
  districts.finish();
}

}  // namespace smile::exports
