"""Streets of the schematic city: the roads of the sketch, a grid for each settled area that bends a little, and paths. All crossings are shared corners,
so that a network can be made of them: every street can be reached from every other."""
import math
from collections import defaultdict
from shapely.geometry import LineString, Point
from shapely.ops import unary_union
from shapely.prepared import prep
from shapely.strtree import STRtree
from context_sketch import *
from geopackage import grid
from ground import chance, line, parts, spline
from make_boundaries import noise, to_utm

SPACING = {"slab": (215, 135), "block": (165, 105), "house": (215, 92), "village": (190, 120)}
ROAD_CLASS = {"motorway": "Autobahn", "main": "Hauptstraße", "secondary": "Sammelstraße"}


class Street:
    def __init__(self, kind, name, shape, built="", key=None):
        self.kind, self.name, self.shape, self.built, self.key = kind, name, shape, built, key


def warped(x, y):
    """Streets follow the lie of the land, all the same way."""
    return (x + 20 * math.sin(y / 230 + x / 900) + 9 * math.sin(y / 97), y + 20 * math.sin(x / 260 - y / 800) + 9 * math.sin(x / 110))


def local_grid(area, code, number, scale):
    """Lines across a settled area in two directions, and the street around it."""
    kind, turn = BUILT[code]
    t = math.radians(turn + 7 * noise("turn", code, number))
    c, s = math.cos(t), math.sin(t)
    along, across = (d / math.sqrt(scale) for d in SPACING[kind])
    middle = area.centroid
    reach = math.hypot(area.bounds[2] - area.bounds[0], area.bounds[3] - area.bounds[1]) / 2 + 200
    inside = prep(area.buffer(2.5))
    out = []
    for direction, step in ((0, along), (1, across)):
        n = int(reach / step) + 1
        for k in range(-n, n + 1):
            off = (k + .5 + .22 * noise("line", code, number, direction, k)) * step
            points = []
            for m in range(-int(reach / 45), int(reach / 45) + 1):
                u, v = (off, m * 45) if direction == 0 else (m * 45, off)
                points.append(warped(middle.x + u * c - v * s, middle.y + u * s + v * c))
            whole = LineString(points)
            if not inside.intersects(whole):
                continue
            cut = whole.intersection(area.buffer(2.5))
            for piece in getattr(cut, "geoms", [cut]):
                if piece.geom_type == "LineString" and piece.length > 70:
                    out.append(Street("Wohnstraße", None, piece.simplify(1.2), kind, (code, number, direction, k)))
    for k, ring in enumerate([area.exterior] + list(area.interiors)):
        pieces = max(1, round(ring.length / 900))
        points = list(ring.coords)
        for i in range(pieces):
            a, b = i * (len(points) - 1) // pieces, (i + 1) * (len(points) - 1) // pieces
            if b > a:
                out.append(Street("Wohnstraße", None, LineString(points[a:b + 1]), kind, (code, number, "ring", k, i)))
    return out


class Network:
    """Pieces between crossings, each knowing whose it is."""

    def __init__(self, streets):
        self.streets = streets
        merged = unary_union([s.shape for s in streets])
        tree = STRtree([s.shape for s in streets])
        number = {id(s.shape): i for i, s in enumerate(streets)}
        self.pieces = []  # [owner, points] with corners on the grid of the file
        for piece in merged.geoms:
            middle = piece.interpolate(.5, normalized=True)
            found = tree.query(middle.buffer(.05))
            near = [i for i in (number.get(id(f), f) for f in found) if streets[i].shape.distance(middle) < .02]  # shapely 1: shapes, 2: numbers
            points = [(grid(x), grid(y)) for x, y in piece.coords]
            points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            if len(points) > 1 and near:
                self.pieces.append([min(near), points])
        self.pieces.sort(key=lambda p: (p[0], p[1]))

    def ends(self):
        at = defaultdict(set)
        for i, (_, points) in enumerate(self.pieces):
            at[points[0]].add(i)
            at[points[-1]].add(i)
        return at

    def is_local(self, i):
        return self.streets[self.pieces[i][0]].kind == "Wohnstraße"

    def is_ring(self, i):
        key = self.streets[self.pieces[i][0]].key
        return key is not None and "ring" in key

    def keep(self, wanted):
        self.pieces = [p for i, p in enumerate(self.pieces) if i in wanted]

    def drop_beside(self, roads, width):
        """A street that runs right beside a road is none."""
        strip = prep(unary_union(roads).buffer(width))
        self.keep({i for i, (_, points) in enumerate(self.pieces) if not (self.is_local(i) and len(points) > 1
                   and LineString(points).length > 45 and strip.contains(LineString(points)))})

    def thin(self, share):
        """Some streets end at the next crossing: T-crossings and larger blocks. None becomes a dead end by that."""
        at = self.ends()
        gone = set()
        order = sorted((i for i in range(len(self.pieces)) if self.is_local(i) and not self.is_ring(i)), key=lambda i: chance("thin", self.pieces[i][1][0], self.pieces[i][1][-1]))
        for i in order[:int(len(order) * 1.6 * share)]:
            a, b = self.pieces[i][1][0], self.pieces[i][1][-1]
            if a != b and len(at[a]) > 2 and len(at[b]) > 2:
                at[a].discard(i)
                at[b].discard(i)
                gone.add(i)
        self.keep(set(range(len(self.pieces))) - gone)

    def drop_stubs(self, shorter):
        for _ in range(4):
            at = self.ends()
            stub = {i for i, (_, p) in enumerate(self.pieces) if self.is_local(i) and (len(at[p[0]]) == 1 or len(at[p[-1]]) == 1) and LineString(p).length < shorter}
            if not stub:
                return
            self.keep(set(range(len(self.pieces))) - stub)

    def components(self):
        at, seen, out = self.ends(), set(), []
        for start in range(len(self.pieces)):
            if start in seen:
                continue
            group, stack = set(), [start]
            while stack:
                i = stack.pop()
                if i in group:
                    continue
                group.add(i)
                for end in (self.pieces[i][1][0], self.pieces[i][1][-1]):
                    stack += [j for j in at[end] if j not in group]
            seen |= group
            out.append(group)
        return sorted(out, key=len, reverse=True)

    def connect(self, wet):
        """Areas that no road touches get a street to the nearest corner; what water cuts off goes."""
        while True:
            groups = self.components()
            if len(groups) == 1:
                return
            corners = lambda group: sorted({p for i in group for p in self.pieces[i][1]})
            small, rest = groups[-1], [p for g in groups[:-1] for p in corners(g)]
            a, b = min(((p, q) for p in corners(small) for q in rest if abs(p[0] - q[0]) < 1500 and abs(p[1] - q[1]) < 1500), key=lambda ab: math.dist(*ab), default=(None, None))
            if a is None or LineString([a, b]).crosses(wet) or math.dist(a, b) > 1200:
                self.keep(set(range(len(self.pieces))) - small)
                continue
            self.split_at(a)
            self.split_at(b)
            self.streets.append(Street("Wohnstraße", None, LineString([a, b]), "village", ("link", a)))
            self.pieces.append([len(self.streets) - 1, [a, b]])

    def split_at(self, corner):
        for i, (owner, points) in enumerate(list(self.pieces)):
            if corner in points[1:-1]:
                k = points.index(corner)
                self.pieces[i] = [owner, points[:k + 1]]
                self.pieces.append([owner, points[k:]])

    def whole_streets(self):
        """Pieces of one street that follow each other, as one line."""
        by_owner = defaultdict(list)
        for owner, points in self.pieces:
            by_owner[owner].append(points)
        out = []
        for owner in sorted(by_owner):
            s = self.streets[owner]
            left = sorted(by_owner[owner], key=lambda p: s.shape.project(Point(p[len(p) // 2])))
            left = [p if s.shape.project(Point(p[0])) <= s.shape.project(Point(p[-1])) else p[::-1] for p in left]
            run = list(left[0])
            runs = [run]
            for points in left[1:]:
                if points[0] == run[-1]:
                    run += points[1:]
                else:
                    run = list(points)
                    runs.append(run)
            out += [Street(s.kind, s.name, LineString(r), s.built, (s.key or s.name, k)) for k, r in enumerate(runs) if len(r) > 1]
        return out


def ways(area, step, name, life):
    """Two families of lines across a wood or a park: (direction, number, line)."""
    x0, y0, x1, y1 = area.bounds
    turn = math.radians(25 + 40 * noise("ride", name))
    c, s = math.cos(turn), math.sin(turn)
    reach = math.hypot(x1 - x0, y1 - y0) / 2 + 100
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    n = int(reach / step) + 1
    for direction in (0, 1):
        for k in range(-n, n + 1):
            off = (k + .3 + .25 * noise("way", name, direction, k)) * step
            points = []
            for m in range(-int(reach / 40), int(reach / 40) + 1):
                u, v = (off, m * 40) if direction == 0 else (m * 40, off)
                px, py = middle[0] + u * c - v * s, middle[1] + u * s + v * c
                points.append((px + life * math.sin(py / 130 + k), py + life * math.sin(px / 120 + 2 * k)))
            cut = LineString(points).intersection(area)
            for g in getattr(cut, "geoms", [cut]):
                if g.geom_type == "LineString" and g.length > 110:
                    yield direction, k, g


def paths(ground, network_corners):
    """Ways through parks and rides through woods, from street corner to street corner where there is one near."""
    out = []
    cells = defaultdict(list)
    for p in network_corners:
        cells[int(p[0] // 160), int(p[1] // 160)].append(p)

    def tied(p):
        i, j = int(p[0] // 160), int(p[1] // 160)
        near = min((q for di in (-1, 0, 1) for dj in (-1, 0, 1) for q in cells.get((i + di, j + dj), [])), key=lambda q: math.dist(p, q), default=p)
        return near if math.dist(p, near) < 160 and not LineString([p, near]).crosses(ground.wet) else p

    for kind, name, area in ground.green:
        if kind not in ("Park", "Wald", "Friedhof"):
            continue
        for piece in parts(area, 20000):
            x0, y0, x1, y1 = piece.bounds
            across = math.hypot(x1 - x0, y1 - y0)
            step = {"Wald": 620 if piece.area > 3e6 else 270, "Friedhof": 110}.get(kind, across / 2.6)
            for direction, k, way in ways(piece, step, name, 34 if kind != "Friedhof" else 3):
                inner = list(way.simplify(1.5).coords)
                ends = [tied(inner[0])] + inner + [tied(inner[-1])]
                ends = [p for i, p in enumerate(ends) if i == 0 or p != ends[i - 1]]
                out.append(Street("Weg", None, LineString(ends), "", ("path", name, direction, k)))
            inner = piece.buffer(-32).buffer(-14).buffer(14) if kind == "Park" else None
            for k, loop in enumerate(parts(inner, 6000) if inner else []):
                out.append(Street("Weg", None, LineString(spline(list(loop.simplify(6).exterior.coords)[:-1], 25, closed=True) + [loop.simplify(6).exterior.coords[0]]), "", ("loop", name, k)))
    shore = ground.sea.buffer(96).boundary.intersection(ground.land.buffer(-40))
    for k, g in enumerate(sorted(getattr(shore, "geoms", [shore]), key=lambda g: -g.length)[:2]):
        out.append(Street("Weg", ("Strandpromenade", "Dünenweg")[k], g.simplify(4), "", ("shore", k)))
    return out


def named(streets):
    """Each street that has none yet gets a name nobody else has: the long ones are streets, the short ones alleys."""
    used = {s.name for s in streets if s.name}
    shuffled = [STEMS[(i * 89) % len(STEMS)] for i in range(len(STEMS))]  # neighbours are not called alike
    free = [n for n in [stem + ending for ending in ENDINGS for stem in shuffled] if n not in used]
    rings = iter([n for n in [stem + "ring" for stem in shuffled] if n not in used])
    taken = 0
    for s in sorted(streets, key=lambda s: -s.shape.length):
        if s.name is not None or (s.kind == "Weg" and s.shape.length < 500):
            continue
        s.name = next(rings, None) if "ring" in str(s.key) and s.shape.length > 600 else None
        if s.name is None:
            again = taken // len(free)
            s.name = free[taken % len(free)] + (" %d" % (again + 1) if again else "")
            taken += 1


def street_network(ground, areas, scale):
    roads = [Street(ROAD_CLASS[kind], name, line(corners, 35), "", ("road", name)) for kind, name, corners in ROADS]
    local = [s for code, number, area in areas for s in local_grid(area, code, number, scale)]
    network = Network(roads + local)
    network.drop_beside([r.shape for r in roads], 34)
    network.thin(.2)
    network.drop_stubs(60)
    network.connect(ground.wet)
    streets = network.whole_streets()
    corners = sorted({p for _, points in network.pieces for p in points})
    with_paths = Network(streets + paths(ground, corners))
    with_paths.connect(ground.wet)
    streets = with_paths.whole_streets()
    named(streets)
    return streets
