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

constexpr RampLook ramps[] = {
    {"blue", "#EAF1F8", "#94BBDD", "#2F6FA8", "#24323F", "#3A5F80", "#7FB2DE"},
    {"green", "#EBF3E8", "#9CC7A0", "#3A7D54", "#25332A", "#3F6B50", "#86C49B"},
    {"purple", "#F1EDF6", "#BBA9D6", "#6C4F9C", "#2E2939", "#58477A", "#AE98D4"},
    {"orange", "#FBEEDF", "#F0B777", "#B5651D", "#3A2C1F", "#7C5329", "#E2A660"},
    {"grey", "#F0F0F0", "#B0B0B0", "#565656", "#2B2D31", "#5A5D63", "#B4B7BC"},
    // Less to more around a middle that says "the same": both ends are equally dark, their hues far apart for all eyes.
    {"difference", "#B4531B", "#F2EEE8", "#0B6E79", "#E39A5C", "#3A3C41", "#58BCC6"},
};

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

std::span<const RampLook> ramp_looks() {
  return ramps;
}

std::vector<std::string> ramp_colours(std::string_view ramp, int classes) {
  std::vector<const char*> steps(district_ramp.begin(), district_ramp.end());
  for (const RampLook& look : ramps)
    if (look.name == ramp) steps = {look.few, look.middle, look.many};
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
