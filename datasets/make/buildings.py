"""Buildings of the schematic city: rows along its streets, by how a district is built and how many people live there."""
import math, sys
from collections import defaultdict
from shapely.geometry import LineString, Polygon
from shapely.ops import unary_union
from shapely.prepared import prep
from context_sketch import BUILT, RAIL, WORKS
from ground import blob, chance, line
from make_boundaries import noise

PEOPLE_PER = {"slab": 64, "block": 19, "house": 6.6, "village": 5.0}
HALF_ROAD = {"Autobahn": 22, "Hauptstraße": 12, "Sammelstraße": 9, "Wohnstraße": 7, "Weg": 4}


def box(x, y, dx, dy, length, depth):
    """A rectangle around (x, y) with its long side along (dx, dy)."""
    u, v = length / 2, depth / 2
    return Polygon([(x + a * dx - b * dy, y + a * dy + b * dx) for a, b in ((-u, -v), (u, -v), (u, v), (-u, v))])


def angled(x, y, dx, dy, length, depth, side):
    """An L: a wing behind one end."""
    u, v, w = length / 2, depth / 2, depth * .9
    ring = [(-u, -v), (u, -v), (u, v), (-u + w, v), (-u + w, v + w), (-u, v + w)]
    return Polygon([(x + a * dx - side * b * dy, y + a * dy + side * b * dx) for a, b in ring])


class Plots:
    """What stands already, by cells of 60 m."""

    def __init__(self):
        self.cells = defaultdict(list)

    def around(self, shape):
        x0, y0, x1, y1 = shape.bounds
        return {(i, j) for i in range(int(x0 // 60), int(x1 // 60) + 1) for j in range(int(y0 // 60), int(y1 // 60) + 1)}

    def free(self, shape, gap):
        wide = shape.buffer(gap, join_style=2) if gap else shape
        return not any(other.intersects(wide) for cell in self.around(wide) for other in self.cells[cell])

    def add(self, shape):
        for cell in self.around(shape):
            self.cells[cell].append(shape)


def look(kind, key, road):
    """length, depth, setback from the road, gap to the next, storeys"""
    c = chance("look", key)
    if kind == "slab":
        if c < .12:
            return 24, 22, road + 16, 30, 10 + int(4 * chance("high", key))
        return 44 + 66 * chance("long", key), 11.5, road + 9, 20 + 14 * c, 5 + (c > .8)
    if kind == "block":
        return 15 + 9 * chance("long", key), 12, road + 3.5, 0.4 if c < .86 else 9, 3 + int(2.4 * chance("high", key))
    if kind == "house":
        return 10 + 5 * chance("long", key), 9.5 + 2 * c, road + 6, 9 + 8 * c, 1 + (c > .55)
    return 11 + 8 * chance("long", key), 10 + 2 * c, road + 8, 12 + 22 * c, 1 + (c > .8)


def along(street, kind, scale, wider=1.0):
    """Places of houses on both sides: (polygon, storeys, gap). `wider`: so many times the ground that a house needs."""
    shape, road = street.shape, HALF_ROAD[street.kind]
    size = 1 / math.sqrt(max(1, scale ** .35))
    for side in (1, -1):
        at, k = road + 8, 0
        while at < shape.length - road - 6:
            key = (round(shape.coords[0][0]), round(shape.coords[0][1]), side, k)
            length, depth, setback, gap, storeys = look(kind, key, road)
            length, gap = length * size, gap * size
            if kind == "block":  # rows stay rows: longer houses rather than gaps
                length *= min(wider, 1.7)
            k += 1
            if at + length > shape.length - road + 4:
                break
            a, b = shape.interpolate(at), shape.interpolate(at + length)
            d = math.dist((a.x, a.y), (b.x, b.y))
            if d > .97 * length:
                dx, dy = (b.x - a.x) / d, (b.y - a.y) / d
                off = side * (setback + depth / 2)
                x, y = (a.x + b.x) / 2 - dy * off, (a.y + b.y) / 2 + dx * off
                wing = kind in ("block", "house") and chance("wing", key) < .16 and length > 12
                made = angled(x, y, dx, dy, length, depth, side) if wing else box(x, y, dx, dy, length, depth)
                yield made, storeys, gap
            more = max(0, wider / 1.7 - 1) if kind == "block" else wider - 1
            at += (length + gap) * (1 + more * 2 * chance("wider", key))


def obstacles(ground):
    """What no house may stand on."""
    return [prep(ground.wet.buffer(14)), prep(ground.planted), prep(unary_union([line(corners).buffer(15) for _, corners in RAIL]))]


def halls(ground, streets_near, plots):
    out = []
    for n, (corners, turn) in enumerate(WORKS):
        yard = blob(corners).intersection(ground.land).difference(ground.wet.buffer(20))
        inside = prep(yard)
        t = math.radians(turn)
        dx, dy = math.cos(t), math.sin(t)
        cx, cy = yard.centroid.coords[0]
        for i in range(-12, 13):
            for j in range(-12, 13):
                key = ("hall", n, i, j)
                if chance(key, "there") < .3:
                    continue
                length, depth = 45 + 55 * chance(key), 24 + 22 * chance(key, "deep")
                u, v = i * 118 + 8 * noise(key, 1), j * 74 + 6 * noise(key, 2)
                made = box(cx + u * dx - v * dy, cy + u * dy + v * dx, dx, dy, length, depth)
                if inside.contains(made) and plots.free(made, 6) and clear_of(made, streets_near, 0):
                    plots.add(made)
                    out.append((made, ("Gewerbe", 1 + (chance(key, "high") > .7), None)))
    return out


class Roads:
    """Pieces of streets by cells, for asking how near one is."""

    def __init__(self, streets):
        self.cells = defaultdict(list)
        for s in streets:
            points = list(s.shape.coords)
            for a, b in zip(points, points[1:]):
                piece = LineString([a, b])
                for cell in self.cells_of(piece.bounds):
                    self.cells[cell].append((piece, HALF_ROAD[s.kind]))

    def cells_of(self, bounds, margin=24):
        x0, y0, x1, y1 = bounds
        return {(i, j) for i in range(int((x0 - margin) // 80), int((x1 + margin) // 80) + 1) for j in range(int((y0 - margin) // 80), int((y1 + margin) // 80) + 1)}


def clear_of(shape, roads, air=1.5):
    x0, y0, x1, y1 = shape.bounds
    cells = {(i, j) for i in range(int(x0 // 80), int(x1 // 80) + 1) for j in range(int(y0 // 80), int(y1 // 80) + 1)}
    return not any(piece.distance(shape) < half + air for cell in cells for piece, half in roads.cells[cell])


def public(code, number, area, roads, plots, blocked):
    """A school and a church near the middle of each larger area."""
    out = []
    for what, length, depth, storeys in (("Schule", 62, 16, 3), ("Kirche", 34, 15, 2)):
        middle = area.representative_point()
        for k in range(60):
            a, r = k * 2.4 + chance(code, number, what) * 6, 12 * math.sqrt(k) * 4
            t = math.radians(BUILT[code][1] + (90 if what == "Kirche" else 0))
            made = box(middle.x + r * math.cos(a), middle.y + r * math.sin(a), math.cos(t), math.sin(t), length, depth)
            if area.contains(made) and plots.free(made, 12) and clear_of(made, roads, 4) and not any(b.intersects(made) for b in blocked):
                plots.add(made)
                out.append((made, ("Öffentlich", storeys, what)))
                break
    return out


def fitting(near, kind, scale, wider, inside, fits):
    """Houses along the streets that find room, one after another."""
    taken = Plots()
    for s in near:
        for made, storeys, gap in along(s, kind, scale, wider):
            if inside.contains(made) and fits(made) and taken.free(made, min(gap * .45, 5)):
                taken.add(made)
                yield made, storeys


def buildings(ground, areas, streets, people, scale):
    plots, roads, blocked = Plots(), Roads(streets), obstacles(ground)
    out = halls(ground, roads, plots)
    size = defaultdict(float)
    for code, _, area in areas:
        size[code] += area.area
    fits = lambda made: clear_of(made, roads) and not any(b.intersects(made) for b in blocked) and plots.free(made, 3)
    for code, number, area in areas:
        kind = BUILT[code][0]
        if area.area > 300000 or number == 0:
            out += public(code, number, area, roads, plots, blocked)
        wanted = max(4, round(people[code] * area.area / size[code] / PEOPLE_PER[kind] * scale))
        wide, middle = prep(area.buffer(40)), area.centroid
        near = [s for s in streets if s.kind not in ("Autobahn", "Weg") and wide.intersects(s.shape)]
        near.sort(key=lambda s: (s.shape.distance(middle), s.name or ""))
        inside = prep(area.buffer(6))
        made = list(fitting(near, kind, scale, 1, inside, fits))
        if len(made) > wanted:  # the same houses on all of the ground
            made = list(fitting(near, kind, scale, len(made) / wanted, inside, fits))[:int(wanted * 1.1)]
        out += [(shape, ("Wohnen", storeys, None)) for shape, storeys in made]
        for shape, _ in made:
            plots.add(shape)
        print("%s %d %-8s wanted %5d made %5d" % (code, number, kind, wanted, len(made)), file=sys.stderr)
    return out
