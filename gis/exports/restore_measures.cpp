#include <algorithm>
#include <unordered_map>

#include "gis/exports/restore.h"
#include "gis/exports/vector_tables.h"

namespace smile::exports {
namespace {

class Measures {
public:
  explicit Measures(Restoring& restoring) : restoring_(restoring) {
    for (const MeasurePtr& measure : restoring.codebook.rest.measures) rest_[measure->id] = measure.get();
  }

  void read(const RecordFile& file) {
    std::map<Id, std::vector<Record>> records;
    std::vector<Id> order;
    std::map<Id, Id> renamed;
    for (Record record : file.records) {
      record.id = id_of(record, renamed);
      if (!records.contains(record.id)) order.push_back(record.id);
      records[record.id].push_back(std::move(record));
    }
    for (const Id id : order) add(file, id, records[id]);
  }

  /// In the order of the list; new ones behind. Records that were deleted are measures that are gone.
  void finish() {
    restoring_.plan.measures.clear();
    for (const MeasurePtr& rest : restoring_.codebook.rest.measures) take(rest->id);
    while (!found_.empty()) take(found_.begin()->first);
  }

private:
  /// A record copied into another file, or with an id that nobody gave out, is a measure of its own; its sites stay
  /// together.
  Id id_of(const Record& record, std::map<Id, Id>& renamed) {
    if (record.id == 0) return new_id(restoring_);
    if (rest_.contains(record.id) && !found_.contains(record.id)) return record.id;
    const auto [known, added] = renamed.emplace(record.id, 0);
    if (added) known->second = new_id(restoring_);
    return known->second;
  }

  void add(const RecordFile& file, Id id, std::vector<Record>& records) {
    std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.site < b.site; });
    const auto rest = rest_.find(id);
    Measure measure = rest == rest_.end() ? Measure{} : *rest->second;
    measure.id = id;
    if (!is_finite(measure.location.geometry)) measure.location.geometry = {};
    const Record& first = records.front();
    for (const MeasureField& field : measure_fields()) read_field(file, first, field, measure);
    place(file, records, measure);
    found_[id] = std::move(measure);
  }

  void read_field(const RecordFile& file, const Record& record, const MeasureField& field, Measure& measure) {
    const VectorCell* cell = cell_of(file, record, field.key);
    if (!cell) return;
    const auto entry = restoring_.codebook.cells.find({TableKind::measures, record.id, std::string(field.key)});
    const bool known = entry != restoring_.codebook.cells.end();
    if (field.type == FieldType::date && (!known || entry->second.written == cell_text(*cell)) &&
        read_first_day(file, record, field, measure))
      return;
    if (known && entry->second.written == cell_text(*cell)) {
      // The rest holds lists as they were: joining may have lost where one ends.
      if (field.type != FieldType::list) field.set(measure, whole_value(field, entry->second.whole));
      return;
    }
    if (known && field.type != FieldType::date) list_cut_text(file, field, entry->second, measure);
    const auto value = value_from(field, *cell);
    if (!value) list_unreadable(file, field, cell_text(*cell), measure);
    field.set(measure, value.value_or(Value{}));
  }

  static Value whole_value(const MeasureField& field, const std::string& whole) {
    if (whole.empty()) return {};
    const bool plain = field.type == FieldType::text || field.type == FieldType::long_text;
    return plain ? Value{whole} : parse_stored(field, whole).value_or(Value{});
  }

  /// A colleague who fills only the real date column means it: it counts where the text was left as it was.
  bool read_first_day(const RecordFile& file, const Record& record, const MeasureField& field, Measure& measure) {
    const std::string key = std::string(field.key) + "_date";
    const VectorCell* cell = cell_of(file, record, key);
    const VectorCell* text_cell = cell_of(file, record, field.key);
    if (!cell || cell_text(*cell).empty()) return false;
    const auto entry = restoring_.codebook.cells.find({TableKind::measures, record.id, key});
    const bool known = entry != restoring_.codebook.cells.end();
    if (known ? entry->second.written == cell_text(*cell) : !cell_text(*text_cell).empty()) return false;
    const auto value = value_from(field, *cell);
    field.set(measure, value.value_or(Value{}));
    return value.has_value();
  }

  void list_cut_text(const RecordFile& file, const MeasureField& field, const CodebookCell& entry,
                     const Measure& measure) {
    if (entry.whole.size() <= dbf_text_bytes) return;
    Issue& issue =
        list(restoring_, Severity::warning, "cut_text_changed", file,
             text("The text had been cut at 254 bytes and was then changed; what was behind the cut is dropped."),
             text("Compare it with the whole text that stood there before."));
    issue.column = field.short_name;
    issue.value = entry.whole;
    issue.measure = measure.id;
  }

  void list_unreadable(const RecordFile& file, const MeasureField& field, const std::string& value,
                       const Measure& measure) {
    Issue& issue = list(restoring_, Severity::error, "value_unreadable", file,
                        text("“{1}” is no value of this column and did not come in.", value),
                        text("Write it as the codebook says."));
    issue.column = field.short_name;
    issue.value = value;
    issue.measure = measure.id;
  }

  void place(const RecordFile& file, const std::vector<Record>& records, Measure& measure) {
    Geometry geometry;
    if (records.size() == 1) geometry = records.front().geometry;
    const bool untouched = records.size() == 1 && make_whole(restoring_, TableKind::measures, measure.id, geometry);
    const Placement before = measure.location.placement;
    const bool whole_of = before == Placement::district || before == Placement::city;
    if (untouched && whole_of) return;
    if (!untouched) geometry = joined(file, records);
    if (geometry.empty()) {
      lose_place(file, measure);
      return;
    }
    if (!untouched && whole_of) measure.location.districts.clear();
    measure.location.placement = placement_of(geometry, before);
    measure.location.geometry = std::move(geometry);
  }

  /// Without place in the table for those, or because a colleague removed the shape.
  static void lose_place(const RecordFile& file, Measure& measure) {
    if (file.file.name.ends_with(".dbf")) return;
    measure.location.placement = Placement::none;
    measure.location.geometry = {};
    measure.location.districts.clear();
  }

  static Placement placement_of(const Geometry& geometry, Placement before) {
    if (geometry.kind == GeometryKind::line) return Placement::line;
    if (geometry.kind == GeometryKind::area) return Placement::area;
    return geometry.points.size() > 1 || before == Placement::sites ? Placement::sites : Placement::point;
  }

  /// Records with the same id are one measure: its sites, or the parts of its line or area.
  Geometry joined(const RecordFile& file, const std::vector<Record>& records) {
    Geometry all;
    for (const Record& record : records) {
      const Geometry part = checked_geometry(restoring_, file, record);
      if (part.empty()) continue;
      all.kind = part.kind;
      const auto points = static_cast<std::uint32_t>(all.points.size());
      const auto paths = static_cast<std::uint32_t>(all.path_ends.size());
      all.points.insert(all.points.end(), part.points.begin(), part.points.end());
      for (const std::uint32_t end : part.path_ends) all.path_ends.push_back(end + points);
      for (const std::uint32_t end : part.part_ends) all.part_ends.push_back(end + paths);
    }
    return all;
  }

  void take(Id id) {
    const auto found = found_.find(id);
    if (found == found_.end()) return;
    restoring_.plan.measures.push_back(std::make_shared<const Measure>(std::move(found->second)));
    found_.erase(found);
  }

  Restoring& restoring_;
  std::unordered_map<Id, const Measure*> rest_;
  std::map<Id, Measure> found_;
};

}  // namespace

void restore_measures(Restoring& restoring, const std::vector<RecordFile>& files) {
  Measures measures(restoring);
  for (const RecordFile& file : files)
    if (file.file.kind == TableKind::measures) measures.read(file);
  measures.finish();
}

}  // namespace smile::exports
