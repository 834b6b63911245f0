#include "viewer/panels/measures_table_model.h"

#include <algorithm>
#include <numeric>

#include "gis/plan/scenarios.h"
#include "layers/symbols.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/place_words.h"
#include "viewer/panels/table_text.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

// Symbol first, then the fields in their order, then where it is.
constexpr int symbol_column = 0;
int field_count() {
  return static_cast<int>(measure_fields().size());
}
int place_column() {
  return field_count() + 1;
}
int districts_column() {
  return field_count() + 2;
}
int scenario_column() {
  return field_count() + 3;
}
const MeasureField* field_of(int column) {
  if (column <= symbol_column || column >= place_column()) return nullptr;
  return &measure_fields()[static_cast<std::size_t>(column - 1)];
}

QString symbol_words(const Measure& measure) {
  const MeasureField& block = *find_field("block");
  const MeasureField& phase = *find_field("phase");
  QStringList words{q(format_value(language(), block, block.get(measure), {})),
                    q(format_value(language(), phase, phase.get(measure), {}))};
  words.removeAll(QString());
  return words.join(QStringLiteral(", "));
}

std::int64_t choice_rank(const MeasureField& field, const std::string& word) {
  const auto found =
      std::find_if(field.choices.begin(), field.choices.end(), [&](const Choice& c) { return c.word == word; });
  return found - field.choices.begin();
}

/// The number a value is sorted by; nothing for texts.
std::optional<std::int64_t> sort_number(const MeasureField& field, const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return money->cents;
  if (const auto* date = std::get_if<Date>(&value)) return sort_key(*date);
  if (const auto* word = std::get_if<std::string>(&value); word != nullptr && field.type == FieldType::choice)
    return choice_rank(field, *word);
  return std::nullopt;
}

QString one_line(QString text) {
  return text.replace('\n', ' ');
}

}  // namespace

/// Keys for one sort: numbers where the column has them, else collation keys; in the order of rows_.
struct MeasuresModel::Order {
  std::vector<std::int64_t> numbers;
  std::vector<bool> missing;
  std::vector<QCollatorSortKey> words;
  bool descending = false;

  bool operator()(std::size_t a, std::size_t b) const {
    if (missing[a] != missing[b]) return missing[b];
    const auto compare = [&](std::size_t x, std::size_t y) {
      return words.empty() ? (numbers[x] < numbers[y]   ? -1
                              : numbers[x] > numbers[y] ? 1
                                                        : 0)
                           : words[x].compare(words[y]);
    };
    const int by_value = missing[a] ? 0 : descending ? compare(b, a) : compare(a, b);
    return by_value != 0 ? by_value < 0 : a < b;
  }
};

MeasuresModel::MeasuresModel(QObject* parent) : QAbstractTableModel(parent) {}

QString MeasuresModel::column_key(int column) {
  if (column == symbol_column) return QStringLiteral("symbol");
  if (const MeasureField* field = field_of(column))
    return QString::fromUtf8(field->key.data(), static_cast<qsizetype>(field->key.size()));
  if (column == scenario_column()) return QStringLiteral("scenario");
  return column == place_column() ? QStringLiteral("place") : QStringLiteral("districts");
}

int MeasuresModel::column_of(const QString& key) {
  for (int column = 0; column <= scenario_column(); ++column)
    if (column_key(column) == key) return column;
  return -1;
}

MeasuresModel::RowPtr MeasuresModel::make_row(const MeasurePtr& measure) const {
  auto row = std::make_shared<Row>();
  row->measure = measure;
  const std::vector<DistrictShare> shares = shares_of(*measure, *plan_);
  for (const DistrictShare& share : shares) row->district_ids.push_back(share.district);
  row->districts = places_label(*measure, shares, *plan_);
  QStringList words{row->districts, placement_label(*measure)};
  for (const MeasureField& field : measure_fields())
    words << q(format_value(language(), field, field.get(*measure), plan_->currency));
  for (const auto& [name, value] : measure->extra) words << q(value);
  row->haystack = words.join('\n').toCaseFolded();
  return row;
}

std::vector<MeasuresModel::RowPtr> MeasuresModel::rows_for(const Plan& next, bool keep) const {
  std::unordered_map<const Measure*, RowPtr> known;
  const auto at_same_place = [&](std::size_t i) { return i < rows_.size() && rows_[i]->measure == next.measures[i]; };
  std::vector<RowPtr> rows;
  rows.reserve(next.measures.size());
  for (std::size_t i = 0; i < next.measures.size(); ++i) {
    if (keep && at_same_place(i)) {
      rows.push_back(rows_[i]);
      continue;
    }
    if (keep && known.empty())
      for (const RowPtr& row : rows_) known.emplace(row->measure.get(), row);
    const auto found = known.find(next.measures[i].get());
    rows.push_back(found != known.end() ? found->second : make_row(next.measures[i]));
  }
  return rows;
}

void MeasuresModel::set_plan(PlanPtr plan) {
  const PlanPtr before = std::exchange(plan_, std::move(plan));
  const bool keep = before && before->districts == plan_->districts && before->currency == plan_->currency &&
                    before->style.level == plan_->style.level;
  std::vector<RowPtr> next = rows_for(*plan_, keep);
  const bool settled = keep && stays_arranged(next);
  rows_ = std::move(next);
  if (!settled) return arrange();
  if (!shown_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

// A drag changes one row many times a second: thousands are not sorted again for it.
bool MeasuresModel::stays_arranged(const std::vector<RowPtr>& next) const {
  if (next.size() != rows_.size()) return false;
  const QStringList words = filter_words();
  for (std::size_t i = 0; i < next.size(); ++i) {
    const Row& before = *rows_[i];
    const Row& after = *next[i];
    if (&before == &after) continue;
    if (before.measure->id != after.measure->id || accepts(before, words) != accepts(after, words)) return false;
    if (sort_column_ < 0) continue;
    const bool same_key = sorts_by_number() ? number_of(before) == number_of(after)
                                            : display(before, sort_column_) == display(after, sort_column_);
    if (!same_key) return false;
  }
  return true;
}

QStringList MeasuresModel::filter_words() const {
  return filter_.text.toCaseFolded().split(' ', Qt::SkipEmptyParts);
}

void MeasuresModel::set_filter(const MeasureFilter& filter) {
  if (filter == filter_) return;
  filter_ = filter;
  if (plan_) arrange();
}

void MeasuresModel::sort(int column, Qt::SortOrder order) {
  sort_column_ = column;
  sort_order_ = order;
  if (plan_) arrange();
}

bool MeasuresModel::accepts(const Row& row, const QStringList& words) const {
  const Measure& measure = *row.measure;
  if (filter_.block && measure.block != *filter_.block) return false;
  if (filter_.phase && measure.phase != *filter_.phase) return false;
  if (filter_.place == MeasureFilter::Place::none && measure.location.placement != Placement::none) return false;
  if (filter_.place == MeasureFilter::Place::city && measure.location.placement != Placement::city) return false;
  if (filter_.place == MeasureFilter::Place::district &&
      std::find(row.district_ids.begin(), row.district_ids.end(), filter_.district) == row.district_ids.end())
    return false;
  return std::all_of(words.begin(), words.end(), [&](const QString& word) { return row.haystack.contains(word); });
}

std::vector<std::size_t> MeasuresModel::accepted() const {
  const QStringList words = filter_words();
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (accepts(*rows_[i], words)) rows.push_back(i);
  return rows;
}

bool MeasuresModel::sorts_by_number() const {
  const MeasureField* field = field_of(sort_column_);
  if (field == nullptr) return sort_column_ != districts_column();  // signs and boxes have an order, too
  return field->type == FieldType::money || field->type == FieldType::date || field->type == FieldType::choice;
}

std::optional<std::int64_t> MeasuresModel::number_of(const Row& row) const {
  const Measure& measure = *row.measure;
  if (sort_column_ == symbol_column) return static_cast<int>(measure.block) * 100 + static_cast<int>(measure.phase);
  if (sort_column_ == scenario_column()) return in_scenario(row) ? 0 : 1;
  if (sort_column_ == place_column()) return static_cast<int>(measure.location.placement);
  const MeasureField& field = *field_of(sort_column_);
  return sort_number(field, field.get(measure));
}

MeasuresModel::Order MeasuresModel::make_order() const {
  Order order;
  order.descending = sort_order_ == Qt::DescendingOrder;
  order.missing.reserve(rows_.size());
  const bool by_number = sorts_by_number();
  QCollator collator(QLocale(language() == Language::german ? QLocale::German : QLocale::English));
  collator.setNumericMode(true);
  for (const RowPtr& row : rows_) {
    if (by_number) {
      const std::optional<std::int64_t> number = number_of(*row);
      order.numbers.push_back(number.value_or(0));
      order.missing.push_back(!number);
    } else {
      const QString words = display(*row, sort_column_);
      order.missing.push_back(words.isEmpty());
      order.words.push_back(collator.sortKey(words));
    }
  }
  return order;
}

void MeasuresModel::arrange() {
  std::vector<std::size_t> next = accepted();
  if (sort_column_ >= 0) {
    const Order order = make_order();
    std::sort(next.begin(), next.end(), order);
  }
  std::vector<Id> ids;
  ids.reserve(next.size());
  for (const std::size_t row : next) ids.push_back(rows_[row]->measure->id);
  const bool same = ids == shown_ids_;
  if (!same) beginResetModel();
  shown_ = std::move(next);
  shown_ids_ = std::move(ids);
  if (!same) {
    row_by_id_.clear();
    for (std::size_t i = 0; i < shown_ids_.size(); ++i) row_by_id_.emplace(shown_ids_[i], static_cast<int>(i));
    endResetModel();
  } else if (!shown_.empty()) {
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  }
}

MeasureSums MeasuresModel::sums() const {
  MeasureSums sums;
  sums.total = static_cast<int>(rows_.size());
  sums.shown = static_cast<int>(shown_.size());
  std::vector<MeasurePtr> measures;
  for (const std::size_t i : shown_) measures.push_back(rows_[i]->measure);
  sums.cost = cost_of(measures);
  for (const MeasurePtr& measure : measures) sums.unplaced += measure->location.placement == Placement::none ? 1 : 0;
  return sums;
}

Id MeasuresModel::measure_at(int row) const {
  return row >= 0 && row < rowCount() ? shown_ids_[static_cast<std::size_t>(row)] : 0;
}

int MeasuresModel::row_of(Id measure) const {
  const auto found = row_by_id_.find(measure);
  return found == row_by_id_.end() ? -1 : found->second;
}

int MeasuresModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int MeasuresModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : scenario_column() + 1;
}

bool MeasuresModel::in_scenario(const Row& row) const {
  const Scenario* shown_one = scenario();
  return shown_one == nullptr || is_in(*shown_one, row.measure->id);
}

Qt::ItemFlags MeasuresModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
  return index.column() == scenario_column() && scenario() ? usual | Qt::ItemIsUserCheckable : usual;
}

bool MeasuresModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || index.column() != scenario_column() || !scenario()) return false;
  emit ticked(measure_at(index.row()), value.toInt() == Qt::Checked);
  return true;
}

QString MeasuresModel::display(const Row& row, int column) const {
  if (column == symbol_column || column == scenario_column()) return {};
  if (column == place_column()) return placement_label(*row.measure);
  if (column == districts_column()) return row.districts;
  const MeasureField& field = *field_of(column);
  return one_line(q(format_value(language(), field, field.get(*row.measure), plan_->currency)));
}

QString MeasuresModel::cell_for_spreadsheet(int row, int column) const {
  const Row& at = shown(row);
  const MeasureField* field = field_of(column);
  if (field != nullptr) return spreadsheet_value(language(), *field, field->get(*at.measure));
  if (column == scenario_column()) return in_scenario(at) ? tr_("yes") : tr_("no");
  return column == symbol_column ? symbol_words(*at.measure) : display(at, column);
}

QVariant MeasuresModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Row& row = shown(index.row());
  const int column = index.column();
  const MeasureField* field = field_of(column);
  if (role == Qt::DisplayRole) return display(row, column);
  if (role == Qt::DecorationRole && column == symbol_column)
    return untinted(layers::symbol_pixmap(row.measure->block, row.measure->phase, 16, 2));
  if (column == scenario_column() && role == Qt::CheckStateRole && scenario())
    return static_cast<int>(in_scenario(row) ? Qt::Checked : Qt::Unchecked);
  if (column == scenario_column() && (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole))
    return in_scenario(row) ? tr_("in the scenario") : tr_("not in the scenario");
  if (role == Qt::TextAlignmentRole && field != nullptr && field->type == FieldType::money)
    return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  if (role == Qt::AccessibleTextRole && column == symbol_column) return symbol_words(*row.measure);
  // Tool tips decide by themselves whether they are HTML: data are escaped.
  if (role == Qt::ToolTipRole)
    return literal(column == symbol_column ? symbol_words(*row.measure) : display(row, column));
  return {};
}

QVariant MeasuresModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const MeasureField* field = field_of(section);
  const QString name = section == symbol_column       ? tr_("Symbol")
                       : field != nullptr             ? q(say(field->label))
                       : section == place_column()    ? tr_("Place")
                       : section == scenario_column() ? tr_("In the scenario")
                                                      : tr_("Districts");
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((field != nullptr && field->type == FieldType::money ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
  if (role == Qt::UserRole || role == Qt::AccessibleTextRole) return name;
  if (role == Qt::ToolTipRole && section == scenario_column()) return name;
  if (role == Qt::DisplayRole) return section == symbol_column || section == scenario_column() ? QString() : name;
  return {};
}

}  // namespace smile::viewer
