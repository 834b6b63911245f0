#include "gis/intake/district_names.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace smile {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 7> spelled_out = {
    {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"}}};
constexpr std::array<std::string_view, 6> words_before = {"seebad",       "ortsteil",    "stadtteil",
                                                          "stadtbereich", "stadtbezirk", "bezirk"};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

/// "08" and "8" and "8.0" are one code; "A" and "a" too.
std::string code_form(std::string_view code) {
  std::string out(trimmed(code));
  if (out.ends_with(".0") && out.find_first_not_of("0123456789.") == std::string::npos) out.resize(out.size() - 2);
  if (!out.empty() && out.find_first_not_of("0123456789") == std::string::npos)
    out.erase(0, std::min(out.find_first_not_of('0'), out.size() - 1));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({changed, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

}  // namespace

std::string loose_form(std::string_view name) {
  std::string out;
  name = trimmed(name);
  for (std::size_t i = 0; i < name.size();) {
    const auto pair = std::find_if(spelled_out.begin(), spelled_out.end(),
                                   [&](const Pair& p) { return name.substr(i).starts_with(p.first); });
    if (pair != spelled_out.end()) {
      out += pair->second;
      i += pair->first.size();
      continue;
    }
    const char c = name[i++];
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if (std::string_view(" -/._()").find(c) == std::string_view::npos)
      out += c;
  }
  for (const std::string_view word : words_before)
    if (out.starts_with(word) && out.size() > word.size()) return out.substr(word.size());
  return out;
}

DistrictNames::DistrictNames(const Plan& plan, Id level,
                             const std::vector<std::pair<std::string, std::string>>& aliases)
    : districts_(districts_of(plan, level)) {
  for (const DistrictPtr& district : districts_) {
    codes_.emplace(code_form(district->code), district.get());
    names_.emplace(loose_form(district->name), district.get());
  }
  for (const Alias& alias : plan.aliases)
    if (const District* district = find_district(plan, alias.district); district != nullptr && district->level == level)
      names_.emplace(loose_form(alias.name), district);
  for (const auto& [name, meant] : aliases)
    if (const District* district = find_district(plan, meant, level))
      names_.insert_or_assign(loose_form(name), district);
}

const District* DistrictNames::by_code(std::string_view cell) const {
  const auto found = codes_.find(code_form(cell));
  return found == codes_.end() || trimmed(cell).empty() ? nullptr : found->second;
}

DistrictNames::Match DistrictNames::by_name(std::string_view cell) const {
  const auto found = names_.find(loose_form(cell));
  if (found == names_.end() || trimmed(cell).empty()) return {};
  return {found->second, found->second->name != trimmed(cell)};
}

std::vector<std::string> DistrictNames::nearest(std::string_view cell) const {
  const std::string wanted = loose_form(cell);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const DistrictPtr& district : districts_) {
    const std::string name = loose_form(district->name);
    const bool part = wanted.size() >= 4 && name.size() >= 4 && (name.starts_with(wanted) || wanted.starts_with(name));
    const std::size_t apart = part ? 1 : distance(wanted, name);
    if (apart <= std::max<std::size_t>(2, wanted.size() / 4)) near.emplace_back(apart, district->name);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (near.size() > 3) near.resize(3);
  std::vector<std::string> out;
  for (auto& entry : near) out.push_back(std::move(entry.second));
  return out;
}

}  // namespace smile
