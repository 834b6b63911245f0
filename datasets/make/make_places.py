#!/usr/bin/env python3
"""Draws what people of the embedded city walk to: make_places.py FOLDER (where make_context.py wrote)

Playgrounds, kitas and protected areas into FOLDER/orte.gpkg.zip, and how old people are into FOLDER/alter_erfunden.csv; all made up. They stand on ground that houses,
streets, rails and water leave free. Deterministic: the same bytes each run. Needs Python 3 and shapely; not part of the build.
"""
import json, math, os, sqlite3, sys, tempfile, zipfile
from shapely import wkb
from shapely.geometry import LineString, Point, Polygon, shape
from shapely.ops import unary_union
from buildings import HALF_ROAD, Plots
from context_sketch import BUILT
from geopackage import grid, pack
from ground import blob, chance, parts, spline
from make_boundaries import to_utm
from places_sketch import *
from sketch import ORTSTEILE, STADTBEREICHE


def tables_of(archive):
    """What make_context.py made: {table: [(shape, {column: value})]}"""
    out = {}
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(archive) as packed:
            plain = packed.extract(packed.namelist()[0], folder)
        db = sqlite3.connect(plain)
        for (name,) in db.execute("SELECT table_name FROM gpkg_contents").fetchall():
            rows = db.execute("SELECT * FROM %s ORDER BY fid" % name)
            columns = [c[0] for c in rows.description]
            out[name] = [(wkb.loads(row[1][8:]), dict(zip(columns[2:], row[2:]))) for row in rows]
        db.close()
    return out


def districts_of(folder):
    with open(os.path.join(folder, "ortsteile.geojson"), encoding="utf-8") as file:
        return {f["properties"]["code"]: Polygon([to_utm(p) for p in f["geometry"]["coordinates"][0]]) for f in json.load(file)["features"]}


def people_of():
    total = {s[0]: s[4] for s in STADTBEREICHE}
    return {o[0]: total[o[2]] * o[5] for o in ORTSTEILE}


class City:
    def __init__(self, folder):
        tables = tables_of(os.path.join(folder, "umgebung.gpkg.zip"))
        self.districts = districts_of(folder)
        self.homes = [(s, s.centroid) for s, values in tables["gebaeude"] if values["nutzung"] == "Wohnen"]
        self.named = [(s, values["name"]) for s, values in tables["strassen"] if values["name"]]
        self.water = unary_union([s for s, _ in tables["gewaesser"]])
        self.taken = Plots()
        for s, _ in tables["gebaeude"]:
            self.taken.add(s)
        for table in ("hauptstrassen", "strassen", "wege", "bahn"):
            for s, values in tables[table]:
                self.keep_clear(s, HALF_ROAD.get(values.get("klasse"), 8))

    def keep_clear(self, street, half):
        for piece in getattr(street, "geoms", [street]):
            points = list(piece.coords)
            for a, b in zip(points, points[1:]):
                self.taken.add(LineString([a, b]).buffer(half, 4))

    def homes_in(self, code, what):
        """Those of an Ortsteil, shuffled the same way every time."""
        inside = [(s, c) for s, c in self.homes if self.districts[code].contains(c)]
        return sorted(inside, key=lambda home: chance(what, code, round(home[1].x), round(home[1].y)))

    def street_near(self, p, used):
        name = next(n for _, n in sorted(self.named, key=lambda s: s[0].distance(p))[:60] if n not in used)
        used.add(name)
        return name


def spot(home, key):
    """A lawn beside a house: no corner of it is like another."""
    c = chance("size", key)
    r = math.sqrt((260 + 900 * c + (2400 * chance("large", key) if c > .8 else 0)) / math.pi)
    turn = 2 * math.pi * chance("turn", key)
    away = 18 + r + 22 * chance("away", key)
    x, y = home.x + away * math.cos(turn), home.y + away * math.sin(turn)
    ring = [(x + r * (.8 + .4 * chance("ring", key, k)) * math.cos(k * math.pi / 4), y + r * (.8 + .4 * chance("ring", key, k)) * math.sin(k * math.pi / 4)) for k in range(8)]
    return Polygon(spline(ring, 8, closed=True)).simplify(.6)


def playgrounds(city):
    rows, used = [], set()
    for code, people in sorted(people_of().items()):
        want = round(people / 880 * FEWER_PLAYGROUNDS.get(code, .8 + .4 * chance("playgrounds", code)))
        made = []
        for _, home in city.homes_in(code, "playground"):
            if len(made) >= max(1, want):
                break
            for k in range(3):
                lawn = spot(home, ("lawn", round(home.x), round(home.y), k))
                far = all(lawn.distance(other) > 170 for other in made)
                if far and city.districts[code].contains(lawn) and city.taken.free(lawn, 3) and not lawn.intersects(city.water):
                    city.taken.add(lawn)
                    made.append(lawn)
                    break
        for lawn in made:
            exact = Polygon([(grid(x), grid(y)) for x, y in lawn.exterior.coords])
            c = chance("who", round(lawn.centroid.x), round(lawn.centroid.y))
            who = "Kleinkinder" if exact.area < 600 and c < .6 else "Schulkinder" if c < .35 else "alle Kinder" if c < .85 else "Jugendliche"
            rows.append((exact, ("Spielplatz " + city.street_near(exact.centroid, used), round(exact.area), who)))
    return rows


def kitas(city):
    names = [stem + ending for ending in KITA_ENDINGS for stem in KITA_NAMES]
    names = [names[(i * 37) % len(names)] for i in range(len(names))]
    rows = []
    for code, people in sorted(people_of().items()):
        want = round(people / 1850 * FEWER_KITAS.get(code, 1))
        made = []
        for house, middle in city.homes_in(code, "kita"):
            if len(made) >= want:
                break
            if house.area > 140 and all(middle.distance(other) > 230 for other in made):
                made.append(middle)
        for p in made:
            seats = 5 * round((36 + 120 * chance("seats", round(p.x), round(p.y))) / 5)
            rows.append((p, ("Kita " + names[len(rows)], seats)))
    return rows


def protected(city):
    land = unary_union([d for d in city.districts.values()]).buffer(40).buffer(-40)
    rows = []
    for name, kind, corners in PROTECTED:
        area = blob(corners, 18).intersection(land).buffer(0)
        whole = max(parts(area), key=lambda g: g.area).simplify(1)
        rows.append((whole, (name, kind, round(whole.area / 1e4, 1))))
    return rows


def write_ages(folder):
    """Whole people, whose sum is what the city states; the rounding goes to the largest group."""
    built = {}
    for o in ORTSTEILE:
        built.setdefault(o[2], BUILT[o[0]][0])
    with open(os.path.join(folder, "alter_erfunden.csv"), "w", encoding="utf-8") as out:
        out.write("code;stadtbereich;%s\n" % ";".join(name for name, _, _ in AGES))
        for code, name, _, _, people in STADTBEREICHE:
            shares = [share * (.88 + .24 * chance("age", code, k)) for k, share in enumerate(SHARES[built[code]])]
            counts = [round(people * share / sum(shares)) for share in shares]
            counts[3] += people - sum(counts)
            out.write("%s;%s;%s\n" % (code, name, ";".join(str(c) for c in counts)))


def main(folder):
    city = City(folder)
    tables = [("spielplaetze", "MULTIPOLYGON", [("name", "TEXT"), ("flaeche_m2", "INTEGER"), ("fuer", "TEXT")], playgrounds(city)),
              ("kitas", "MULTIPOINT", [("name", "TEXT"), ("plaetze", "INTEGER")], kitas(city)),
              ("schutzgebiete", "MULTIPOLYGON", [("name", "TEXT"), ("art", "TEXT"), ("hektar", "REAL")], protected(city))]
    sizes = pack(folder, "orte", tables)
    write_ages(folder)
    for name, _, _, rows in tables:
        print("%-14s %6d" % (name, len(rows)), file=sys.stderr)
    print("%d bytes, %d packed" % sizes, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
