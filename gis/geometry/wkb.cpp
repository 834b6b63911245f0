// Well-known binary: read in place, written little endian.
#include <bit>
#include <cstring>

#include "gis/geometry/geometry.h"

namespace smile {
namespace {

static_assert(std::endian::native == std::endian::little, "the writer copies doubles as they lie in memory");

enum Type : std::uint32_t { point = 1, line = 2, polygon = 3, multi_point = 4, multi_line = 5, multi_polygon = 6 };

void put(std::string& out, std::uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_header(std::string& out, std::uint32_t type) {
  out += '\1';
  put(out, type);
}

void put_points(std::string& out, std::span<const Point> points) {
  out.append(reinterpret_cast<const char*>(points.data()), points.size_bytes());
}

void put_path(std::string& out, std::span<const Point> path) {
  put(out, static_cast<std::uint32_t>(path.size()));
  put_points(out, path);
}

void put_polygon(std::string& out, const Geometry& geometry, std::size_t part) {
  const std::uint32_t begin = part == 0 ? 0 : geometry.part_ends[part - 1];
  put_header(out, polygon);
  put(out, geometry.part_ends[part] - begin);
  for (std::size_t path = begin; path < geometry.part_ends[part]; ++path) put_path(out, geometry.path(path));
}

void put_line(std::string& out, const Geometry& geometry, std::size_t path) {
  put_header(out, line);
  put_path(out, geometry.path(path));
}

void put_point(std::string& out, const Geometry& geometry, std::size_t index) {
  put_header(out, point);
  put_points(out, std::span(geometry.points).subspan(index, 1));
}

/// Reads as much as the bytes hold; any lie about a length sets `ok` to false and ends it.
class Reader {
public:
  explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool read_into(Geometry& out) {
    read_geometry(out, 0);
    return ok_;
  }

private:
  struct Header {
    std::uint32_t type = 0;
    std::size_t ordinates = 2;
  };

  template <class T>
  T take() {
    T value{};
    if (static_cast<std::size_t>(end_ - at_) < sizeof value) {
      ok_ = false;
      return value;
    }
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    if constexpr (sizeof value == 1) return value;
    return swapped_ ? reversed(value) : value;
  }

  template <class T>
  static T reversed(T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    for (std::size_t i = 0; i < sizeof value / 2; ++i) std::swap(bytes[i], bytes[sizeof value - 1 - i]);
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }

  Header take_header() {
    const auto order = take<std::uint8_t>();
    if (order > 1) ok_ = false;
    swapped_ = order == 0;
    std::uint32_t type = take<std::uint32_t>();
    const bool extended = (type & 0xE0000000U) != 0;
    bool z = (type & 0x80000000U) != 0;
    bool m = (type & 0x40000000U) != 0;
    if ((type & 0x20000000U) != 0) take<std::uint32_t>();  // EWKB's SRID
    type &= 0x1FFFFFFFU;
    if (!extended) {
      const std::uint32_t thousands = type / 1000;
      z = thousands == 1 || thousands == 3;
      m = thousands == 2 || thousands == 3;
      type %= 1000;
    }
    return {type, 2U + (z ? 1U : 0U) + (m ? 1U : 0U)};
  }

  /// A count of things that take at least `smallest` bytes each.
  std::uint32_t take_count(std::size_t smallest) {
    const auto count = take<std::uint32_t>();
    if (count > static_cast<std::size_t>(end_ - at_) / smallest) ok_ = false;
    return ok_ ? count : 0;
  }

  Point take_point(std::size_t ordinates) {
    const double x = take<double>();
    const double y = take<double>();
    for (std::size_t i = 2; i < ordinates; ++i) take<double>();
    return {x, y};
  }

  void take_path(Geometry& out, std::size_t ordinates, bool closed) {
    const std::uint32_t count = take_count(ordinates * sizeof(double));
    if (count == 0) return;
    const std::size_t begin = out.points.size();
    if (ordinates == 2 && !swapped_) {
      out.points.resize(begin + count);
      std::memcpy(out.points.data() + begin, at_, count * sizeof(Point));
      at_ += count * sizeof(Point);
    } else {
      for (std::uint32_t i = 0; i < count; ++i) out.points.push_back(take_point(ordinates));
    }
    if (closed && out.points[begin] != out.points.back()) out.points.push_back(Point(out.points[begin]));
    out.path_ends.push_back(static_cast<std::uint32_t>(out.points.size()));
  }

  void take_polygon(Geometry& out, std::size_t ordinates) {
    const std::size_t before = out.path_ends.size();
    const std::uint32_t rings = take_count(sizeof(std::uint32_t));
    for (std::uint32_t i = 0; i < rings && ok_; ++i) take_path(out, ordinates, true);
    if (out.path_ends.size() > before) out.part_ends.push_back(static_cast<std::uint32_t>(out.path_ends.size()));
  }

  void take_parts(Geometry& out, std::uint32_t single) {
    const std::uint32_t parts = take_count(5);
    for (std::uint32_t i = 0; i < parts && ok_; ++i) read_geometry(out, single);
  }

  /// only: the single type that is allowed here, 0: any.
  void read_geometry(Geometry& out, std::uint32_t only) {
    const Header header = take_header();
    if (!ok_ || (only != 0 && header.type != only)) {
      ok_ = false;
      return;
    }
    switch (header.type) {
      case point:
        read_point(out, header.ordinates);
        break;
      case line:
        out.kind = GeometryKind::line;
        take_path(out, header.ordinates, false);
        break;
      case polygon:
        out.kind = GeometryKind::area;
        take_polygon(out, header.ordinates);
        break;
      case multi_point:
        out.kind = GeometryKind::point;
        take_parts(out, point);
        break;
      case multi_line:
        out.kind = GeometryKind::line;
        take_parts(out, line);
        break;
      case multi_polygon:
        out.kind = GeometryKind::area;
        take_parts(out, polygon);
        break;
      default:
        ok_ = false;
    }
  }

  /// An empty point is written as two NaN.
  void read_point(Geometry& out, std::size_t ordinates) {
    out.kind = GeometryKind::point;
    const Point p = take_point(ordinates);
    const bool is_empty = p.x != p.x && p.y != p.y;
    if (ok_ && !is_empty) out.points.push_back(p);
  }

  const char* at_;
  const char* end_;
  bool swapped_ = false;
  bool ok_ = true;
};

}  // namespace

std::string to_wkb(const Geometry& geometry) {
  std::string out;
  const std::size_t parts = geometry.parts();
  out.reserve(geometry.points.size() * sizeof(Point) + geometry.paths() * 9 + 9 + (parts > 1 ? parts * 9 : 0));
  const auto multi = [&](std::uint32_t type, auto put_part) {
    if (parts != 1) {
      put_header(out, type);
      put(out, static_cast<std::uint32_t>(parts));
    }
    for (std::size_t i = 0; i < parts; ++i) put_part(out, geometry, i);
  };
  switch (geometry.kind) {
    case GeometryKind::none:
      break;
    case GeometryKind::point:
      multi(multi_point, put_point);
      break;
    case GeometryKind::line:
      multi(multi_line, put_line);
      break;
    case GeometryKind::area:
      multi(multi_polygon, put_polygon);
      break;
  }
  return out;
}

std::optional<Geometry> from_wkb(std::string_view bytes) {
  Geometry geometry;
  if (!Reader(bytes).read_into(geometry)) return std::nullopt;
  return geometry;
}

bool append_wkb(std::string_view bytes, Geometry& all) {
  const GeometryKind kind = all.kind;
  const std::size_t points = all.points.size(), paths = all.path_ends.size(), parts = all.part_ends.size();
  if (Reader(bytes).read_into(all)) return true;
  all.kind = kind;
  all.points.resize(points);
  all.path_ends.resize(paths);
  all.part_ends.resize(parts);
  return false;
}

}  // namespace smile
