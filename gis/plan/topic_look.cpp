#include "gis/plan/topic_look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace smile {
namespace {

constexpr std::array topics = {
    TopicLook{LayerTopic::water, GeometryKind::line, "#A9CBE3", "#A9CBE3", "#33506A", "#33506A", 1.6},
    TopicLook{LayerTopic::water, GeometryKind::none, "#CFE3F1", "#A9CBE3", "#22384A", "#33506A", 6},
    TopicLook{LayerTopic::green, GeometryKind::none, "#DDEBD3", "#BFD6B0", "#26382B", "#38523F", 6},
    TopicLook{LayerTopic::buildings, GeometryKind::none, "#D9D4CE", "#BFB8B0", "#3A3D42", "#51555B", 6},
    TopicLook{LayerTopic::streets, GeometryKind::none, "#FFFFFF", "#C9C3BB", "#4A4E55", "#34373D", 3.6},
    TopicLook{LayerTopic::stops, GeometryKind::none, "#4A5A78", "#FFFFFF", "#A9B7D2", "#1B1D21", 7},
    TopicLook{LayerTopic::protection, GeometryKind::none, "#5B8F6A66", "#3F7A55", "#5B8F6A55", "#86C49B", 6},
    TopicLook{LayerTopic::other, GeometryKind::area, "#E4DDEA", "#A99BB8", "#38323F", "#6D6180", 6},
    TopicLook{LayerTopic::other, GeometryKind::line, "#8C7FA0", "#8C7FA0", "#9C90AE", "#9C90AE", 2},
    TopicLook{LayerTopic::other, GeometryKind::none, "#7A6C90", "#FFFFFF", "#B0A4C2", "#1B1D21", 7},
};

/// A ramp from few to many by its steps, on a light and on a dark ground. On a dark one more is lighter.
struct Ramp {
  std::string_view name;
  std::array<const char*, 3> light, dark;
};

// Few is some ten steps of lightness (CIE L*) off the ground of its map: who is missed by a palest class is missed.
constexpr Ramp ramps[] = {
    {"blue", {"#D3E3F2", "#84AFD5", "#2A6299"}, {"#2F4B66", "#4A7DAA", "#9CC6EA"}},
    {"green", {"#D3E6CF", "#8CBB91", "#2F6F49"}, {"#2F5240", "#4E8A66", "#A2D9AE"}},
    {"purple", {"#DFD5EC", "#AE9ACD", "#5F438E"}, {"#4A3F66", "#7A66A6", "#C4B1E6"}},
    {"orange", {"#F5D3A6", "#E39F4D", "#9A4B0F"}, {"#5E4220", "#A06A2C", "#F2BE7E"}},
    {"rose", {"#F1D3DE", "#D389A8", "#8B2B5B"}, {"#5C3A4A", "#A0627F", "#EDB2CB"}},
    {"grey", {"#DADADA", "#A3A3A3", "#4D4D4D"}, {"#45484F", "#7A7D84", "#C8CBD0"}},
    // Less to more around a middle that says "the same": both ends are equally dark, their hues far apart for all eyes.
    {"difference", {"#B4531B", "#F2EEE8", "#0B6E79"}, {"#E39A5C", "#3A3C41", "#58BCC6"}},
};

constexpr std::array dark_district_ramp = {"#34332F", "#454136", "#575040", "#665C47", "#756A4E"};

constexpr auto names = [] {
  std::array<std::string_view, std::size(ramps) + 1> out{"sand"};
  for (std::size_t i = 0; i < std::size(ramps); ++i) out[i + 1] = ramps[i].name;
  return out;
}();

std::span<const char* const> steps_of(std::string_view name, bool dark) {
  for (const Ramp& ramp : ramps)
    if (ramp.name == name) return dark ? ramp.dark : ramp.light;
  return dark ? dark_district_ramp : district_ramp;
}

int channel(const char* colour, std::size_t digit) {
  return std::stoi(std::string(colour).substr(digit, 2), nullptr, 16);
}

std::string between(const char* a, const char* b, double t) {
  char out[8] = "#";
  for (const std::size_t digit : {1U, 3U, 5U}) {
    const int mixed = static_cast<int>(std::lround(channel(a, digit) + (channel(b, digit) - channel(a, digit)) * t));
    std::snprintf(out + digit, 3, "%02X", static_cast<unsigned>(std::clamp(mixed, 0, 255)));
  }
  return out;
}

}  // namespace

const TopicLook& topic_look(LayerTopic topic, GeometryKind kind) {
  for (const TopicLook& look : topics)
    if (look.topic == topic && (look.kind == kind || look.kind == GeometryKind::none)) return look;
  return topics.back();
}

std::span<const std::string_view> ramp_names() {
  return names;
}

std::vector<std::string> ramp_colours(std::string_view ramp, int classes, bool dark) {
  const std::span<const char* const> steps = steps_of(ramp, dark);
  std::vector<std::string> out;
  const double last = static_cast<double>(steps.size() - 1);
  for (int i = 0; i < classes; ++i) {
    const double at = classes == 1 ? last / 2 : last * i / (classes - 1);
    const auto low = static_cast<std::size_t>(std::min(std::floor(at), last - 1));
    out.push_back(between(steps[low], steps[low + 1], at - static_cast<double>(low)));
  }
  return out;
}

}  // namespace smile
