"""The ground of the schematic city: land, water, green, and where people live."""
import json, math, os
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, shape
from shapely.ops import unary_union
from context_sketch import *
from make_boundaries import noise, to_utm
from sketch import *


def chance(*key):
    """0 … 1, the same for the same key."""
    return (noise(*key) + 1) / 2


def spline(corners, step=40, closed=False):
    """A smooth line through all corners (Catmull-Rom, centripetal): bends as a river or a park path does."""
    n = len(corners)
    at = (lambda i: corners[i % n]) if closed else (lambda i: corners[max(0, min(n - 1, i))])
    out = []
    for i in range(n if closed else n - 1):
        p0, p1, p2, p3 = at(i - 1), at(i), at(i + 1), at(i + 2)
        length = math.dist(p1, p2)
        t = [0]
        for a, b in ((p0, p1), (p1, p2), (p2, p3)):
            t.append(t[-1] + max(math.dist(a, b), 1e-6) ** .5)
        pieces = max(1, round(length / step))
        for k in range(pieces):
            u = t[1] + (t[2] - t[1]) * k / pieces
            mix = lambda a, b, ta, tb: tuple((c * (tb - u) + d * (u - ta)) / (tb - ta) for c, d in zip(a, b))
            a1, a2, a3 = mix(p0, p1, t[0], t[1]), mix(p1, p2, t[1], t[2]), mix(p2, p3, t[2], t[3])
            out.append(mix(mix(a1, a2, t[0], t[2]), mix(a2, a3, t[1], t[3]), t[1], t[2]))
    return out if closed else out + [corners[-1]]


def line(corners, step=40):
    return LineString(spline([to_utm(p) for p in corners], step))


def blob(corners, life=0):
    """A closed outline without corners; `life` metres in and out, as the edge of a wood."""
    ring = spline([to_utm(p) for p in corners], 45, closed=True)
    if life:
        coarse = spline([to_utm(p) for p in corners], 170, closed=True)
        moved = []
        for k, p in enumerate(coarse):
            a, b = coarse[k - 1], coarse[(k + 1) % len(coarse)]
            d, off = math.dist(a, b), life * noise("edge", corners[0], k)
            moved.append((p[0] - (b[1] - a[1]) / d * off, p[1] + (b[0] - a[0]) / d * off))
        ring = spline(moved, 35, closed=True)
    return Polygon(ring).buffer(0)


def parts(geometry, least=0):
    return [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == "Polygon" and g.area > least]


def smooth(area, r):
    """Without corners and necks narrower than about 2 r."""
    return area.buffer(-r).buffer(2 * r).buffer(-r)


class Ground:
    def __init__(self, folder):
        self.districts = {}
        for f in json.load(open(os.path.join(folder, "ortsteile.geojson"), encoding="utf-8"))["features"]:
            ring = [to_utm(p) for p in f["geometry"]["coordinates"][0]]
            self.districts[f["properties"]["code"]] = Polygon(ring)
        bank = {o[0]: o[3] for o in ORTSTEILE}
        self.banks = {b: unary_union([d for c, d in self.districts.items() if bank[c] == b]).buffer(.01) for b in ("west", "east")}
        self.land = unary_union(list(self.banks.values()))
        self.make_water()
        self.make_green()

    # ------------------------------------------------------------------ water
    def make_water(self):
        west, east = to_utm(WEST_SHORE[0]), to_utm(EAST_SHORE[-1])
        down = lambda p: (p[0], p[1] - 300)
        filled = Polygon(unary_union([self.land, Polygon([west, east, down(east), down(west)])]).exterior)
        inlet = max(parts(filled.difference(self.land)), key=lambda g: g.area)
        coast = [to_utm(p) for p in WEST_COAST[::-1]] + [west, east] + [to_utm(p) for p in EAST_COAST]
        inside = [(x + 150, y - 400) for x, y in coast]
        far_west = spline([to_utm(p) for p in [WEST_LAND[0]] + COAST_WEST], 120)[::-1]
        far_east = spline([to_utm(p) for p in [EAST_LAND[0]] + COAST_EAST], 120)
        top = max(p[1] for p in far_east) + 14000
        sea = Polygon(far_west + inside + far_east + [(far_east[-1][0] + 12000, far_east[-1][1]), (far_east[-1][0] + 12000, top), (far_west[0][0], top)]).buffer(0).difference(filled)
        self.sea = max(parts(sea), key=lambda g: g.area)
        river = self.upper_warnow(filled, inlet)
        lakes = [(name, self.lake(*rest)) for name, *rest in LAKES]
        self.water = [("Ostsee", "Meer", self.sea), ("Unterwarnow und Breitling", "Fluss", inlet),
                      ("Warnow", "Fluss", river)] + [(name, "See", lake) for name, lake in lakes]
        self.wet = unary_union([g for _, _, g in self.water])
        self.brooks = [(name, self.dry_part(line(corners, 30))) for name, corners in BROOKS]

    def upper_warnow(self, filled, inlet):
        """Two banks that come nearer and farther, along the border between west and east."""
        axis = spline([to_utm(p) for p in WARNOW_SOUTH[::-1][:-1] + [SOUTH_END] + WARNOW + [TIP]], 30)
        left, right = [], []
        for i, p in enumerate(axis):
            a, b = axis[max(0, i - 1)], axis[min(len(axis) - 1, i + 1)]
            d = math.dist(a, b)
            nx, ny = -(b[1] - a[1]) / d, (b[0] - a[0]) / d
            w = 34 + 10 * math.sin(i / 7) + 4 * math.sin(i / 2.3)
            left.append((p[0] + nx * w, p[1] + ny * w))
            right.append((p[0] - nx * w, p[1] - ny * w))
        banks = unary_union([Polygon(left + right[::-1]).buffer(0), Point(axis[-1]).buffer(40)])
        return max(parts(banks.difference(inlet)), key=lambda g: g.area)

    def lake(self, middle, length, width, turn):
        x, y = to_utm(middle)
        ring = []
        for k in range(10):
            a = 2 * math.pi * k / 10
            r = 1 + .16 * noise("lake", middle, k)
            u, v = length / 2 * r * math.cos(a), width / 2 * r * math.sin(a)
            t = math.radians(turn)
            ring.append((x + u * math.cos(t) - v * math.sin(t), y + u * math.sin(t) + v * math.cos(t)))
        return Polygon(spline(ring, 18, closed=True)).buffer(0)

    def dry_part(self, brook):
        left = brook.difference(self.wet.buffer(-6))
        return max(getattr(left, "geoms", [left]), key=lambda g: g.length)

    # ------------------------------------------------------------------ green
    def make_green(self):
        taken = self.wet.buffer(4)
        self.green = []
        order = ["Friedhof", "Park", "Wald", "Kleingärten", "Wiese"]
        beach = self.sea.buffer(62).intersection(self.land)
        beach = max(parts(smooth(beach, 10)), key=lambda g: g.area), sorted(parts(smooth(beach, 10)), key=lambda g: -g.area)[1]
        rows = [("Strand", "Strand", g) for g in beach]
        rows += [(kind, name, blob(corners, {"Wald": 55, "Wiese": 40, "Kleingärten": 12}.get(kind, 0))) for kind, name, corners in sorted(GREEN, key=lambda g: order.index(g[0]))]
        for kind, name, area in rows:
            area = area.intersection(self.land).difference(taken)
            area = smooth(area, 12) if kind != "Strand" else area
            if kind == "Wald":
                area = self.with_glades(area, name)
            pieces = parts(area.difference(taken), 4000)
            if not pieces:
                continue
            made = MultiPolygon(pieces) if len(pieces) > 1 else pieces[0]
            self.green.append((kind, name, made))
            taken = unary_union([taken, made.buffer(3)])
        self.planted = unary_union([g for kind, _, g in self.green if kind != "Wiese"])
        self.meadows = unary_union([g for kind, _, g in self.green if kind == "Wiese"])

    def with_glades(self, wood, name):
        if wood.area < 2e6:
            return wood
        x0, y0, x1, y1 = wood.bounds
        for k in range(7):
            p = Point(x0 + chance(name, k, "x") * (x1 - x0), y0 + chance(name, k, "y") * (y1 - y0))
            if not wood.buffer(-250).contains(p):
                continue
            r = 90 + 110 * chance(name, k)
            ring = [(p.x + r * (1 + .3 * noise(name, k, a)) * math.cos(a * .785), p.y + r * (1 + .3 * noise(name, k, a)) * math.sin(a * .785)) for a in range(8)]
            wood = wood.difference(Polygon(spline(ring, 20, closed=True)).buffer(0))
        return wood

    # ------------------------------------------------------------------ where people live
    def settled(self, code, people, kept_clear):
        """The part of a district that is built: as large as its people need, around its centre."""
        kind, _ = BUILT[code]
        need = people * {"slab": 205, "block": 210, "house": 470, "village": 800}[kind] + 20000
        place = CENTRES.get(code) or next(o[4] for o in ORTSTEILE if o[0] == code)
        x, y = to_utm(place)
        free = self.districts[code].buffer(-30).difference(unary_union([self.wet.buffer(48), self.planted.buffer(16), self.meadows, kept_clear]))
        low, high = 80, 5000
        for _ in range(24):
            r = (low + high) / 2
            ring = [(x + r * (1 + .13 * noise("town", code, a)) * math.cos(a * math.pi / 8), y + r * (1 + .13 * noise("town", code, a)) * math.sin(a * math.pi / 8))
                    for a in range(16)]
            area = smooth(free.intersection(Polygon(spline(ring, 60, closed=True)).buffer(0)), 42 if kind != "village" else 25)
            low, high = (r, high) if area.area < need else (low, r)
        least = 9000 if kind == "village" else 40000
        return [Polygon(g.exterior, [h for h in g.interiors if Polygon(h).area > 8000]).simplify(3) for g in parts(area, least)]
