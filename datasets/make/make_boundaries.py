#!/usr/bin/env python3
"""Draws the schematic boundaries of the embedded city: make_boundaries.py OUT_FOLDER

From the hand-drawn outline and the centres in sketch.py: a power diagram per bank of the river whose weights are found so
that each cell has the area that the city states; then every border between two cells is bent once, the same for both, so that the
partition stays exact. Deterministic: the same bytes each run. Needs Python 3 and shapely; not part of the build.
"""
import hashlib, json, math, os, sys
from shapely.geometry import Polygon, Point as ShapelyPoint
from sketch import *

# ------------------------------------------------------------------ longitude/latitude <-> ETRS89 / UTM zone 33N (Krüger)
A, F, K0, LON0, E0 = 6378137.0, 1 / 298.257222101, 0.9996, math.radians(15), 500000.0
N = F / (2 - F)
RECT = A / (1 + N) * (1 + N**2 / 4 + N**4 / 64)
ALPHA = [N / 2 - 2 * N**2 / 3 + 5 * N**3 / 16, 13 * N**2 / 48 - 3 * N**3 / 5, 61 * N**3 / 240]
BETA = [N / 2 - 2 * N**2 / 3 + 37 * N**3 / 96, N**2 / 48 + N**3 / 15, 17 * N**3 / 480]
DELTA = [2 * N - 2 * N**2 / 3 - 2 * N**3, 7 * N**2 / 3 - 8 * N**3 / 5, 56 * N**3 / 15]


def to_utm(p):
    lon, lat = math.radians(p[0]) - LON0, math.radians(p[1])
    c = 2 * math.sqrt(N) / (1 + N)
    t = math.sinh(math.atanh(math.sin(lat)) - c * math.atanh(c * math.sin(lat)))
    xi, eta = math.atan2(t, math.cos(lon)), math.atanh(math.sin(lon) / math.sqrt(1 + t * t))
    e = eta + sum(a * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, a in enumerate(ALPHA, 1))
    n = xi + sum(a * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, a in enumerate(ALPHA, 1))
    return (E0 + K0 * RECT * e, K0 * RECT * n)


def to_lon_lat(p):
    xi, eta = p[1] / (K0 * RECT), (p[0] - E0) / (K0 * RECT)
    x = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in enumerate(BETA, 1))
    e = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in enumerate(BETA, 1))
    chi = math.asin(math.sin(x) / math.cosh(e))
    lat = chi + sum(d * math.sin(2 * j * chi) for j, d in enumerate(DELTA, 1))
    return (round(math.degrees(LON0 + math.atan2(math.sinh(e), math.cos(x))), 6), round(math.degrees(lat), 6))


# ------------------------------------------------------------------ lines that look drawn, not ruled
def noise(*key):
    """−1 … 1, the same for the same key."""
    return int.from_bytes(hashlib.sha256(repr(key).encode()).digest()[:6], "big") / (1 << 47) - 1


def bend(a, b, key, strength, step):
    """Midpoint displacement between two points; ends stay. Neighbouring bends never cross: each moves by less than a third of its half."""
    length = math.dist(a, b)
    if length < 2 * step:
        return []
    off = noise(key) * strength * length
    m = ((a[0] + b[0]) / 2 - (b[1] - a[1]) / length * off, (a[1] + b[1]) / 2 + (b[0] - a[0]) / length * off)
    weaker = strength * 0.86
    return bend(a, m, (key, 0), weaker, step) + [m] + bend(m, b, (key, 1), weaker, step)


def drawn(corners, key, strength, step=150):
    out = [corners[0]]
    for i in range(1, len(corners)):
        out += bend(corners[i - 1], corners[i], (key, i), strength, step) + [corners[i]]
    return out


def rounded(corners):
    """Corners cut once (Chaikin): a hand does not draw them sharp."""
    out = [corners[0]]
    for i in range(1, len(corners) - 1):
        a, b, c = corners[i - 1], corners[i], corners[i + 1]
        out += [(b[0] * .75 + a[0] * .25, b[1] * .75 + a[1] * .25), (b[0] * .75 + c[0] * .25, b[1] * .75 + c[1] * .25)]
    return out + [corners[-1]]


def piece(corners, key, strength):
    return drawn(rounded([to_utm(p) for p in corners]), key, strength)


def ring_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def outline(land, others, target):
    """The land border, moved away from or towards the middle of the rest until the area is right; then everything as one ring."""
    fixed = [p for line in others for p in line]
    middle = (sum(p[0] for p in fixed) / len(fixed), sum(p[1] for p in fixed) / len(fixed))

    def ring(scale):
        n = len(land) - 1
        moved = []
        for i, p in enumerate(land):  # the ends stay where the other pieces begin
            s = 1 + (scale - 1) * min(1, 6 * i / n, 6 * (n - i) / n)
            moved.append((middle[0] + s * (p[0] - middle[0]), middle[1] + s * (p[1] - middle[1])))
        out = moved
        for line in others:
            out = out[:-1] + line
        return out[:-1]

    low, high = 0.7, 1.4
    for _ in range(60):
        mid = (low + high) / 2
        low, high = (mid, high) if abs(ring_area(ring(mid))) < target else (low, mid)
    print("  land border scaled by %.3f" % low, file=sys.stderr)
    return ring(low)


def banks():
    tip, south, mouth_west, mouth_east = TIP, SOUTH_END, WEST_SHORE[0], EAST_SHORE[-1]
    warnow = piece([south] + WARNOW[:] + [tip], "warnow", 0.05)
    west_shore = piece([tip] + WEST_SHORE[::-1], "west shore", 0.05)
    west_coast = piece([mouth_west] + WEST_COAST + [WEST_LAND[0]], "west coast", 0.02)
    west_land = piece(WEST_LAND + [south], "west land", 0.10)
    east_shore = piece([tip] + EAST_SHORE, "east shore", 0.05)
    east_coast = piece([mouth_east] + EAST_COAST + [EAST_LAND[0]], "east coast", 0.02)
    east_land = piece(EAST_LAND + [south], "east land", 0.10)
    area = {code: km2 * 1e6 for code, _, km2, _, _ in STADTBEREICHE}
    total = {bank: sum(area[o[2]] * o[5] for o in ORTSTEILE if o[3] == bank) for bank in ("west", "east")}
    return {"west": outline(west_land, [warnow, west_shore, west_coast], total["west"]),
            "east": outline(east_land, [warnow, east_shore, east_coast], total["east"])}


# ------------------------------------------------------------------ cells of wanted area
def half_plane(p, q, wp, wq):
    """Where p's power distance is the smaller one, as a polygon far larger than the city."""
    d = math.dist(p, q)
    t = (d * d + wp - wq) / (2 * d)
    u = ((q[0] - p[0]) / d, (q[1] - p[1]) / d)
    m, v, big = (p[0] + u[0] * t, p[1] + u[1] * t), (-u[1], u[0]), 2e5
    a = (m[0] + v[0] * big, m[1] + v[1] * big)
    b = (m[0] - v[0] * big, m[1] - v[1] * big)
    return Polygon([a, b, (b[0] - u[0] * big, b[1] - u[1] * big), (a[0] - u[0] * big, a[1] - u[1] * big)])


def cells(shape, seeds, weights):
    out = []
    for i, p in enumerate(seeds):
        cell = shape
        for j, q in enumerate(seeds):
            if i != j and not cell.is_empty:
                cell = cell.intersection(half_plane(p, q, weights[i], weights[j]))
        out.append(cell)
    return out


def solve(shape, seeds, targets, weights):
    """Weights by damped steps: a cell that is too small gets more."""
    for step in range(400):
        made = cells(shape, seeds, weights)
        errors = [t - c.area for t, c in zip(targets, made)]
        worst = max(abs(e) / t for e, t in zip(errors, targets))
        if worst < 2e-4:
            break
        for i, (e, t) in enumerate(zip(errors, targets)):
            weights[i] += 0.45 * e
    print("  %d cells, %d steps, worst %.5f" % (len(seeds), step, worst), file=sys.stderr)
    return made


# ------------------------------------------------------------------ shared borders, bent once
def snapped(p):
    return (round(p[0], 2), round(p[1], 2))


def rings_with_shared_vertices(made):
    """Outer rings as lists of points; every ring has each vertex of the others that lies on one of its edges."""
    rings = []
    for name, cell in made:
        if cell.geom_type != "Polygon" or len(cell.interiors):
            raise SystemExit("%s is cut into pieces: move its centre in sketch.py" % name)
        ring = [snapped(p) for p in cell.exterior.coords[:-1]]
        rings.append([p for i, p in enumerate(ring) if p != ring[i - 1]])
    merged = {}

    def same(p):  # points of different cells that mean the same corner differ by roundings
        for dx in (-0.01, 0, 0.01):
            for dy in (-0.01, 0, 0.01):
                q = (round(p[0] + dx, 2), round(p[1] + dy, 2))
                if q in merged:
                    return q
        merged[p] = True
        return p
    rings = [[same(p) for p in ring] for ring in rings]
    vertices = sorted(merged)
    out = []
    for ring in rings:
        full = []
        for i, b in enumerate(ring):
            a = ring[i - 1]
            length = math.dist(a, b)
            on = []
            if length > 0:
                for v in vertices:
                    if v == a or v == b or not (min(a[0], b[0]) - .1 <= v[0] <= max(a[0], b[0]) + .1 and min(a[1], b[1]) - .1 <= v[1] <= max(a[1], b[1]) + .1):
                        continue
                    t = ((v[0] - a[0]) * (b[0] - a[0]) + (v[1] - a[1]) * (b[1] - a[1])) / length
                    off = abs((v[0] - a[0]) * (b[1] - a[1]) - (v[1] - a[1]) * (b[0] - a[0])) / length
                    if off < 0.05 and 0 < t < length:
                        on.append((t, v))
            full += [v for _, v in sorted(on)] + [b]
        full = [p for i, p in enumerate(full) if p != full[i - 1]]
        out.append(full if ring_area(full) > 0 else full[::-1])
    return out


def bent(made, bank_of):
    """Ring per cell; the borders between two cells of one bank are bent, the drawn outline stays."""
    rings = rings_with_shared_vertices(made)
    owner = {}
    for i, ring in enumerate(rings):
        for k, b in enumerate(ring):
            owner[(ring[k - 1], b)] = i
    out = []
    for i, ring in enumerate(rings):
        full = []
        for k, b in enumerate(ring):
            a = ring[k - 1]
            j = owner.get((b, a))
            if j is not None and bank_of[i] == bank_of[j]:
                low, high = (a, b) if i < j else (b, a)
                middle = [snapped(p) for p in bend(low, high, (made[min(i, j)][0], made[max(i, j)][0]), 0.115, 130)]
                full += middle if i < j else middle[::-1]
            full.append(b)
        out.append(full)
    return out


def merge(rings, groups):
    """The outer ring of each group of rings: its edges that no other ring of the group has the other way round."""
    out = {}
    for group in sorted(set(groups)):
        edges = {}
        for ring, g in zip(rings, groups):
            if g == group:
                for k, b in enumerate(ring):
                    edges[(ring[k - 1], b)] = True
        following = {}
        for a, b in edges:
            if (b, a) not in edges:
                if a in following:
                    raise SystemExit("%s touches itself in a point" % group)
                following[a] = b
        start = min(following)
        ring = [start]
        while following[ring[-1]] != start:
            ring.append(following[ring[-1]])
        if len(ring) != len(following):
            raise SystemExit("%s has several rings" % group)
        out[group] = ring
    return out


def feature(ring, properties):
    ring = [to_lon_lat(p) for p in ring]
    ring = [p for i, p in enumerate(ring) if p != ring[i - 1]]
    start = ring.index(min(ring))
    ring = ring[start:] + ring[:start + 1]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def write(path, name, features):
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    with open(path, "w", encoding="utf-8") as out:
        out.write('{"type":"FeatureCollection","name":"%s","note":"Schematic boundaries drawn by the Smile Places project, '
                  'not surveyed. Apache-2.0.","features":[\n%s\n]}\n' % (name, lines))


def main(folder):
    area = {code: km2 * 1e6 for code, _, km2, _, _ in STADTBEREICHE}
    shapes = {bank: Polygon(ring) for bank, ring in banks().items()}
    for bank, shape in shapes.items():
        if not shape.is_valid:
            raise SystemExit("the outline of the %s crosses itself" % bank)
    wanted = [area[o[2]] * o[5] for o in ORTSTEILE]
    targets, weights = wanted[:], [0.0] * len(ORTSTEILE)
    bank_of = [o[3] for o in ORTSTEILE]
    for turn in range(4):  # bending changes areas a little: aim beside by as much
        made = [None] * len(ORTSTEILE)
        for bank in ("west", "east"):
            index = [i for i, b in enumerate(bank_of) if b == bank]
            w = [weights[i] for i in index]
            for i, cell in zip(index, solve(shapes[bank], [to_utm(ORTSTEILE[i][4]) for i in index], [targets[i] for i in index], w)):
                made[i] = (ORTSTEILE[i][0], cell)
            for i, value in zip(index, w):
                weights[i] = value
        rings = bent(made, bank_of)
        errors = [want - abs(ring_area(r)) for want, r in zip(wanted, rings)]
        print("turn %d: worst area %.4f" % (turn, max(abs(e) / w for e, w in zip(errors, wanted))), file=sys.stderr)
        if turn < 3:
            targets = [t + e for t, e in zip(targets, errors)]
    for o, ring in zip(ORTSTEILE, rings):
        if not Polygon(ring).is_valid:
            raise SystemExit("%s %s crosses itself" % o[:2])

    single = {code for code in area if sum(o[2] == code for o in ORTSTEILE) == 1}
    write(os.path.join(folder, "ortsteile.geojson"), "ortsteile", [
        feature(r, {"code": o[0], "name": o[1], "stadtbereich": o[2], "official_area_m2": round(area[o[2]]) if o[2] in single else None})
        for o, r in zip(ORTSTEILE, rings)])
    merged = merge(rings, [o[2] for o in ORTSTEILE])
    write(os.path.join(folder, "stadtbereiche.geojson"), "stadtbereiche", [
        feature(merged[s[0]], {"code": s[0], "name": s[1], "official_area_m2": round(area[s[0]])}) for s in STADTBEREICHE])
    with open(os.path.join(folder, "einwohner.csv"), "w", encoding="utf-8") as out:
        out.write("code;stadtbereich;einwohner_2017;einwohner_2023\n")
        for code, name, _, people_2017, people_2023 in STADTBEREICHE:
            out.write("%s;%s;%d;%d\n" % (code, name, people_2017, people_2023))
    # A Stadtbereich that is one Ortsteil has the same inhabitants. Of the others nobody states them: they are missing, not invented.
    with open(os.path.join(folder, "einwohner_ortsteile.csv"), "w", encoding="utf-8") as out:
        out.write("code;ortsteil;einwohner_2017;einwohner_2023\n")
        people = {s[0]: s[3:5] for s in STADTBEREICHE}
        for o in ORTSTEILE:
            if o[2] in single:
                out.write("%s;%s;%d;%d\n" % ((o[0], o[1]) + people[o[2]]))


if __name__ == "__main__":
    main(sys.argv[1])
