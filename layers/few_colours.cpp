#include "layers/few_colours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace smile::layers {
namespace {

constexpr std::size_t most_to_look_at = 200000;  // colours; more are a photograph, and would take long

/// A tenth of the bytes lies between 128 and 256 colours. most_error: mean square of a channel; 4 (42 dB) is well below
/// what is seen.
struct Table {
  std::size_t colours;
  double most_error;
};
constexpr Table tables[] = {{128, 0.7}, {256, 4}};

using Channels = std::array<double, 3>;

struct Colour {
  QRgb rgb = 0;
  double count = 0;
  double weight = 0;  ///< so that a small sign counts beside a large sea
  Channels at{};
};

Channels channels_of(QRgb rgb) {
  return {static_cast<double>(qRed(rgb)), static_cast<double>(qGreen(rgb)), static_cast<double>(qBlue(rgb))};
}

QRgb nearest_rgb(const Channels& at) {
  const auto whole = [](double value) { return std::clamp(static_cast<int>(std::lround(value)), 0, 255); };
  return qRgb(whole(at[0]), whole(at[1]), whole(at[2]));
}

double square_distance(const Channels& a, const Channels& b) {
  const double x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];
  return x * x + y * y + z * z;
}

/// In the order of their numbers, so that the same picture gives the same table.
std::vector<Colour> colours_of(const QImage& picture) {
  std::unordered_map<QRgb, double> counts;
  for (int y = 0; y < picture.height(); ++y) {
    const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
    for (int x = 0; x < picture.width(); ++x) ++counts[line[x]];
    if (counts.size() > most_to_look_at) return {};
  }
  std::vector<Colour> colours;
  for (const auto& [rgb, count] : counts) colours.push_back({rgb, count, std::sqrt(count), channels_of(rgb)});
  std::sort(colours.begin(), colours.end(), [](const Colour& a, const Colour& b) { return a.rgb < b.rgb; });
  return colours;
}

/// Colours that become one, and how badly that suits them.
struct Group {
  std::size_t begin = 0, end = 0;
  Channels mean{};
  std::size_t widest = 0;  ///< channel
  double error = 0;        ///< 0: cannot be divided
};

Group group_of(const std::vector<Colour>& colours, std::size_t begin, std::size_t end) {
  Group group{begin, end};
  double weight = 0;
  for (std::size_t i = begin; i < end; ++i) {
    weight += colours[i].weight;
    for (std::size_t c = 0; c < 3; ++c) group.mean[c] += colours[i].weight * colours[i].at[c];
  }
  for (double& value : group.mean) value /= weight;
  Channels spread{};
  for (std::size_t i = begin; i < end; ++i)
    for (std::size_t c = 0; c < 3; ++c) spread[c] += colours[i].weight * std::pow(colours[i].at[c] - group.mean[c], 2);
  group.widest = static_cast<std::size_t>(std::max_element(spread.begin(), spread.end()) - spread.begin());
  group.error = spread[0] + spread[1] + spread[2];
  return group;
}

/// The group that suits its colours worst is divided at its mean, until there are enough.
std::vector<Channels> divided(std::vector<Colour> colours, std::size_t most) {
  std::vector<Group> groups{group_of(colours, 0, colours.size())};
  while (groups.size() < most) {
    const auto worst = std::max_element(groups.begin(), groups.end(),
                                        [](const Group& a, const Group& b) { return a.error < b.error; });
    if (worst->error <= 0) break;
    const Group whole = *worst;
    const auto first = colours.begin() + static_cast<std::ptrdiff_t>(whole.begin);
    const auto last = colours.begin() + static_cast<std::ptrdiff_t>(whole.end);
    const auto middle = std::stable_partition(
        first, last, [&](const Colour& colour) { return colour.at[whole.widest] <= whole.mean[whole.widest]; });
    if (middle == first || middle == last) break;
    const auto at = static_cast<std::size_t>(middle - colours.begin());
    *worst = group_of(colours, whole.begin, at);
    groups.push_back(group_of(colours, at, whole.end));
  }
  std::vector<Channels> table;
  for (const Group& group : groups) table.push_back(group.mean);
  return table;
}

std::vector<std::size_t> nearest(const std::vector<Colour>& colours, const std::vector<Channels>& table) {
  std::vector<std::size_t> places;
  places.reserve(colours.size());
  for (const Colour& colour : colours) {
    std::size_t best = 0;
    double least = square_distance(colour.at, table[0]);
    for (std::size_t i = 1; i < table.size() && least > 0; ++i)
      if (const double far = square_distance(colour.at, table[i]); far < least) best = i, least = far;
    places.push_back(best);
  }
  return places;
}

/// Each entry in the middle of those that chose it; where one colour makes up most of them, that colour exactly.
void settle(std::vector<Channels>& table, const std::vector<Colour>& colours, const std::vector<std::size_t>& places) {
  struct Sum {
    Channels at{};
    double weight = 0, count = 0;
    const Colour* most = nullptr;
  };
  std::vector<Sum> sums(table.size());
  for (std::size_t i = 0; i < colours.size(); ++i) {
    Sum& sum = sums[places[i]];
    for (std::size_t c = 0; c < 3; ++c) sum.at[c] += colours[i].weight * colours[i].at[c];
    sum.weight += colours[i].weight, sum.count += colours[i].count;
    if (sum.most == nullptr || colours[i].count > sum.most->count) sum.most = &colours[i];
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Sum& sum = sums[i];
    if (sum.most == nullptr) continue;
    if (2 * sum.most->count >= sum.count)
      table[i] = sum.most->at;
    else
      for (std::size_t c = 0; c < 3; ++c) table[i][c] = sum.at[c] / sum.weight;
  }
}

double mean_error(const std::vector<Colour>& colours, const std::vector<Channels>& table,
                  const std::vector<std::size_t>& places) {
  double sum = 0, count = 0;
  for (std::size_t i = 0; i < colours.size(); ++i) {
    sum += colours[i].count * square_distance(colours[i].at, table[places[i]]);
    count += 3 * colours[i].count;
  }
  return sum / count;
}

QImage painted(const QImage& picture, const std::vector<Colour>& colours, const std::vector<Channels>& table,
               const std::vector<std::size_t>& places) {
  std::unordered_map<QRgb, uchar> place_of;
  for (std::size_t i = 0; i < colours.size(); ++i) place_of[colours[i].rgb] = static_cast<uchar>(places[i]);
  QImage out(picture.size(), QImage::Format_Indexed8);
  QList<QRgb> rgbs;
  for (const Channels& at : table) rgbs << nearest_rgb(at);
  out.setColorTable(rgbs);
  for (int y = 0; y < picture.height(); ++y) {
    const auto* from = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
    uchar* to = out.scanLine(y);
    for (int x = 0; x < picture.width(); ++x) to[x] = place_of[from[x]];
  }
  return out;
}

}  // namespace

std::optional<QImage> with_few_colours(const QImage& picture) {
  constexpr int rounds = 3;  // more change nothing that is seen
  const QImage opaque = picture.convertToFormat(QImage::Format_RGB32);
  const std::vector<Colour> colours = colours_of(opaque);
  if (colours.empty()) return std::nullopt;
  for (const Table& wanted : tables) {
    std::vector<Channels> table = divided(colours, wanted.colours);
    std::vector<std::size_t> places = nearest(colours, table);
    for (int round = 0; round < rounds; ++round) {
      settle(table, colours, places);
      places = nearest(colours, table);
    }
    if (mean_error(colours, table, places) <= wanted.most_error) return painted(opaque, colours, table, places);
  }
  return std::nullopt;
}

}  // namespace smile::layers
