#include "gis/plan/plan_json.h"

#include <algorithm>
#include <concepts>
#include <nlohmann/json.hpp>

#include "gis/plan/fields.h"
#include "gis/plan/plan_members.h"

// Each value has a pair put/take. Members are named once, in a visitor that serves both directions.

namespace smile {
namespace {

using Json = nlohmann::json;

template <class T>
Json put(const T& value);
template <class T>
void take(const Json& json, T& value);

/// Writes members into an object; what equals the default is left out.
class Putter {
public:
  template <class T>
  void operator()(const char* name, const T& value) {
    if (!(value == T{})) json[name] = put(value);
  }
  Json json = Json::object();
};

class Taker {
public:
  explicit Taker(const Json& object) : json(object) {}
  template <class T>
  void operator()(const char* name, T& value) {
    const auto found = json.find(name);
    if (found == json.end())
      value = T{};
    else
      take(*found, value);
  }
  const Json& json;
};

// --- what isn't a record ---

template <class T>
concept Record = requires(T& r, Taker& taker) {
  members(r, taker);
};
template <class T>
concept Enumeration = std::is_enum_v<T>;

template <class T>
struct Converter {  // numbers, bool, text
  static Json put(const T& value) { return value; }
  static void take(const Json& json, T& value) { value = json.get<T>(); }
};

template <class T>
constexpr int last_value = -1;
template <>
constexpr int last_value<Severity> = static_cast<int>(Severity::error);
template <>
constexpr int last_value<ClassMethod> = static_cast<int>(ClassMethod::manual);
template <>
constexpr int last_value<MeasureColours> = static_cast<int>(MeasureColours::cost);
template <>
constexpr int last_value<LayerContent> = static_cast<int>(LayerContent::raster);
template <>
constexpr int last_value<LayerSource::Kind> = static_cast<int>(LayerSource::Kind::xyz);
template <>
constexpr int last_value<LayerUse::Kind> = static_cast<int>(LayerUse::Kind::places);
template <>
constexpr int last_value<Pattern> = static_cast<int>(Pattern::outline);
template <>
constexpr int last_value<LayerTopic> = static_cast<int>(LayerTopic::protection);
template <>
constexpr int last_value<StyleMethod> = static_cast<int>(StyleMethod::heat_map);
template <>
constexpr int last_value<FindingChart::Kind> = static_cast<int>(FindingChart::Kind::timeline);
template <>
constexpr int last_value<StepPanel> = static_cast<int>(StepPanel::costs);
template <>
constexpr int last_value<Participation> = static_cast<int>(Participation::empower);
template <>
constexpr int last_value<SheetTemplate> = static_cast<int>(SheetTemplate::council);
template <>
constexpr int last_value<GeometryKind> = static_cast<int>(GeometryKind::area);

template <Enumeration T>
struct Converter<T> {
  static_assert(last_value<T> > 0);
  static Json put(T value) { return static_cast<int>(value); }
  static void take(const Json& json, T& value) {
    const int number = json.get<int>();
    if (number < 0 || number > last_value<T>) throw std::out_of_range("no such value");
    value = static_cast<T>(number);
  }
};

/// Choices stand in JSON as their word.
template <class T, std::optional<T> (*from_word)(std::string_view)>
struct WordConverter {
  static Json put(T value) { return std::string(word(value)); }
  static void take(const Json& json, T& value) { value = from_word(json.get<std::string>()).value(); }
};
template <>
struct Converter<Block> : WordConverter<Block, block_from_word> {};
template <>
struct Converter<Phase> : WordConverter<Phase, phase_from_word> {};
template <>
struct Converter<Persona> : WordConverter<Persona, persona_from_word> {};
template <>
struct Converter<Placement> : WordConverter<Placement, placement_from_word> {};

template <>
struct Converter<Date> {
  static Json put(const Date& value) { return to_iso(value); }
  static void take(const Json& json, Date& value) { value = parse_date(json.get<std::string>()).value(); }
};

template <Record T>
struct Converter<T> {
  static Json put(const T& value) {
    Putter putter;
    members(value, putter);
    return std::move(putter.json);
  }
  static void take(const Json& json, T& value) {
    if (!json.is_object()) throw std::invalid_argument("no object");
    Taker taker(json);
    members(value, taker);
  }
};

/// Ends must rise and stay within what they count.
void check_ends(const std::vector<std::uint32_t>& ends, std::size_t count) {
  if (!std::is_sorted(ends.begin(), ends.end()) || (!ends.empty() && ends.back() > count))
    throw std::out_of_range("a path beyond the coordinates");
}

template <>
struct Converter<Geometry> {
  static Json put(const Geometry& value) {
    Putter putter;
    members(value, putter);
    return std::move(putter.json);
  }
  static void take(const Json& json, Geometry& value) {
    Taker taker(json);
    members(value, taker);
    check_ends(value.path_ends, value.points.size());
    check_ends(value.part_ends, value.path_ends.size());
  }
};

template <class T>
struct Converter<std::optional<T>> {
  static Json put(const std::optional<T>& value) { return value ? smile::put(*value) : Json(); }
  static void take(const Json& json, std::optional<T>& value) {
    value.reset();
    if (!json.is_null()) smile::take(json, value.emplace());
  }
};

template <>
struct Converter<Money> {
  static Json put(Money value) { return value.cents; }
  static void take(const Json& json, Money& value) { value.cents = json.get<std::int64_t>(); }
};

template <>
struct Converter<Argument> {
  static Json put(const Argument& value) {
    return std::visit([](const auto& data) { return Json(data); }, value);
  }
  static void take(const Json& json, Argument& value) {
    if (json.is_number_integer())
      value = json.get<std::int64_t>();
    else if (json.is_number())
      value = json.get<double>();
    else
      value = json.get<std::string>();
  }
};

/// A number, or the word for why there is none.
template <>
struct Converter<Figure> {
  static Json put(const Figure& value) {
    if (value.state == Figure::State::value) return value.value;
    return value.state == Figure::State::suppressed ? "suppressed" : "missing";
  }
  static void take(const Json& json, Figure& value) {
    value = {};
    if (json.is_number())
      value = {Figure::State::value, json.get<double>()};
    else if (json == "suppressed")
      value.state = Figure::State::suppressed;
  }
};

template <>
struct Converter<std::map<Id, Figure>> {
  static Json put(const std::map<Id, Figure>& value) {
    Json json = Json::object();
    for (const auto& [district, figure] : value) json[std::to_string(district)] = smile::put(figure);
    return json;
  }
  static void take(const Json& json, std::map<Id, Figure>& value) {
    value.clear();
    for (const auto& [district, figure] : json.items()) smile::take(figure, value[std::stoll(district)]);
  }
};

template <>
struct Converter<std::pair<std::string, std::string>> {
  static Json put(const std::pair<std::string, std::string>& value) { return Json::array({value.first, value.second}); }
  static void take(const Json& json, std::pair<std::string, std::string>& value) {
    value = {json.at(0).get<std::string>(), json.at(1).get<std::string>()};
  }
};

/// Coordinates lie flat: x, y, x, y …
template <>
struct Converter<std::vector<Point>> {
  static Json put(const std::vector<Point>& points) {
    Json::array_t flat;
    flat.reserve(points.size() * 2);
    for (const Point& p : points) flat.insert(flat.end(), {p.x, p.y});
    return flat;
  }
  static void take(const Json& json, std::vector<Point>& points) {
    if (json.size() % 2 != 0) throw std::invalid_argument("half a point");
    points.resize(json.size() / 2);
    for (std::size_t i = 0; i < points.size(); ++i)
      points[i] = {json[2 * i].get<double>(), json[2 * i + 1].get<double>()};
  }
};

template <class T>
struct Converter<std::vector<T>> {
  static Json put(const std::vector<T>& values) {
    Json::array_t json;
    json.reserve(values.size());
    for (const T& value : values) json.push_back(smile::put(value));
    return json;
  }
  static void take(const Json& json, std::vector<T>& values) {
    if (!json.is_array()) throw std::invalid_argument("no list");
    values.clear();
    values.reserve(json.size());
    for (const Json& one : json) smile::take(one, values.emplace_back());
  }
};

template <class T>
struct Converter<std::shared_ptr<const T>> {
  static Json put(const std::shared_ptr<const T>& value) { return smile::put(*value); }
  static void take(const Json& json, std::shared_ptr<const T>& value) {
    T record;
    smile::take(json, record);
    value = std::make_shared<const T>(std::move(record));
  }
};

template <class T>
Json put(const T& value) {
  return Converter<T>::put(value);
}

template <class T>
void take(const Json& json, T& value) {
  Converter<T>::take(json, value);
}

}  // namespace

template <class T>
std::string to_json(const T& value) {
  return put(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T>
T from_json(std::string_view text_) {
  try {
    T value{};
    take(Json::parse(text_), value);
    return value;
  } catch (const std::exception&) {
    throw Error(ErrorKind::unreadable,
                text("A list in the plan file is damaged (“{1}”); take the last good copy of the plan.",
                     std::string(text_.substr(0, 40))));
  }
}

#define SMILE_JSON(...)                             \
  template std::string to_json(const __VA_ARGS__&); \
  template __VA_ARGS__ from_json(std::string_view);
SMILE_JSON(Plan)
SMILE_JSON(MapStyle)
SMILE_JSON(Statistic)
SMILE_JSON(Report)
SMILE_JSON(Finding)
SMILE_JSON(Step)
SMILE_JSON(SheetSettings)
SMILE_JSON(std::vector<std::string>)
SMILE_JSON(std::vector<Id>)
SMILE_JSON(std::vector<PhaseChange>)
SMILE_JSON(std::vector<std::pair<std::string, std::string>>)
SMILE_JSON(std::vector<Level>)
SMILE_JSON(std::vector<Bookmark>)
SMILE_JSON(std::vector<Scenario>)
SMILE_JSON(std::vector<Alias>)
SMILE_JSON(std::vector<Source>)
SMILE_JSON(std::vector<ColumnMapping>)
SMILE_JSON(std::vector<MapLayerPtr>)
#undef SMILE_JSON

}  // namespace smile
