// What a layer shows, and what its features are called: guessed from names.

#include <algorithm>
#include <array>
#include <cctype>

#include "gis/intake/layers.h"

namespace smile {
namespace {

struct TopicWord {
  std::string_view word;
  LayerTopic topic;
};

/// Parts of names, the telling ones first: "Straßenbahnhaltestellen" are stops, "Wasserschutzgebiete" protection.
constexpr std::array topic_words = {
    TopicWord{"haltestelle", LayerTopic::stops},    TopicWord{"stops", LayerTopic::stops},
    TopicWord{"bahnhof", LayerTopic::stops},        TopicWord{"schutzgebiet", LayerTopic::protection},
    TopicWord{"protected", LayerTopic::protection}, TopicWord{"natura", LayerTopic::protection},
    TopicWord{"biotop", LayerTopic::protection},    TopicWord{"gebaeude", LayerTopic::buildings},
    TopicWord{"gebäude", LayerTopic::buildings},    TopicWord{"building", LayerTopic::buildings},
    TopicWord{"strasse", LayerTopic::streets},      TopicWord{"straße", LayerTopic::streets},
    TopicWord{"street", LayerTopic::streets},       TopicWord{"road", LayerTopic::streets},
    TopicWord{"highway", LayerTopic::streets},      TopicWord{"wege", LayerTopic::streets},
    TopicWord{"gewaesser", LayerTopic::water},      TopicWord{"gewässer", LayerTopic::water},
    TopicWord{"wasser", LayerTopic::water},         TopicWord{"water", LayerTopic::water},
    TopicWord{"river", LayerTopic::water},          TopicWord{"fluss", LayerTopic::water},
    TopicWord{"gruen", LayerTopic::green},          TopicWord{"grün", LayerTopic::green},
    TopicWord{"park", LayerTopic::green},           TopicWord{"wald", LayerTopic::green},
    TopicWord{"forest", LayerTopic::green},         TopicWord{"green", LayerTopic::green},
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// A topic has its kind of shape: a table of car parks is not a park.
bool suits(LayerTopic topic, GeometryKind kind) {
  switch (topic) {
    case LayerTopic::buildings:
    case LayerTopic::green:
    case LayerTopic::protection:
      return kind == GeometryKind::area;
    case LayerTopic::streets:
      return kind == GeometryKind::line;
    case LayerTopic::stops:
      return kind == GeometryKind::point;
    case LayerTopic::water:
      return kind != GeometryKind::point;
    case LayerTopic::other:
      break;
  }
  return true;
}

/// Columns that hold a name people know, the best first; after them whatever ends in "name".
constexpr std::array<std::string_view, 8> name_columns = {"name",         "bezeichnung", "bez",       "strassenname",
                                                          "strasse_name", "str_name",    "stop_name", "gewaessername"};

}  // namespace

LayerTopic topic_of_name(const std::string& name) {
  const std::string low = lower(name);
  for (const TopicWord& word : topic_words)
    if (low.find(word.word) != std::string::npos) return word.topic;
  return LayerTopic::other;
}

LayerTopic guess_topic(const LayerData& data, const std::string& file) {
  for (const std::string& name : {data.layer, file}) {
    const LayerTopic topic = topic_of_name(name);
    if (topic != LayerTopic::other && suits(topic, data.kind)) return topic;
  }
  return LayerTopic::other;
}

std::string guess_label_field(const LayerData& data, LayerTopic topic) {
  constexpr std::array named_topics = {LayerTopic::water, LayerTopic::green, LayerTopic::streets, LayerTopic::stops};
  return std::find(named_topics.begin(), named_topics.end(), topic) == named_topics.end() ? "" : guess_name_field(data);
}

std::string guess_name_field(const LayerData& data) {
  std::vector<const ValueColumn*> texts;
  for (const ValueColumn& column : data.features.columns)
    if (column.kind == ValueColumn::Kind::text) texts.push_back(&column);
  for (const std::string_view name : name_columns)
    for (const ValueColumn* column : texts)
      if (lower(column->name) == name) return column->name;
  for (const ValueColumn* column : texts)
    if (lower(column->name).ends_with("name")) return column->name;
  return {};
}

}  // namespace smile
