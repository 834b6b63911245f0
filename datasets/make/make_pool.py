#!/usr/bin/env python3
"""Writes the idea pool of the embedded city: make_pool.py FOLDER (where make_boundaries.py wrote). Needs Python 3 and shapely; not part of the build.

A list as an office keeps it (ideenpool.csv) and, for what a cell can't say, a layer of lines, areas and sites that belong to its numbers (ideenpool_orte.geojson).
"""
import csv, json, math, os, sys
from shapely.geometry import Point, shape
from ideas import IDEAS
from make_boundaries import noise, to_lon_lat, to_utm

HEADER = ["Nummer", "Titel", "Kurzbeschreibung", "Baustein", "Handlungsfeld", "Phase", "Federführung", "Partner", "Eingebracht von",
          "Kosten, mindestens", "Kosten", "Kosten, höchstens", "Jährliche Kosten", "Finanzierung", "Beginn", "Ende", "Reichweite", "Zielgruppe", "Links",
          "Lage", "Stadtteil", "Bemerkung"]


spread = 2.3  # so that places of one district stand apart on the map of the city


def euros(text):
    return text if text in ("", "k. A.") else format(int(text), ",d").replace(",", ".") + " €"


def costs(cell):
    words = cell.replace("k. A.", "k.A.").split()
    words = [w.replace("k.A.", "k. A.") for w in words]
    return [euros(w) for w in (["", words[0], ""] if len(words) == 1 else words)]


class Places:
    def __init__(self, folder):
        self.areas = {}
        for f in json.load(open(os.path.join(folder, "ortsteile.geojson"), encoding="utf-8"))["features"]:
            ring = [to_utm(p) for p in f["geometry"]["coordinates"][0]]
            self.areas[f["properties"]["code"]] = shape({"type": "Polygon", "coordinates": [ring]})

    def at(self, code, dx, dy):
        """That far from a point well inside; drawn back towards it until it is at least 60 m inside."""
        area = self.areas[code]
        middle = area.buffer(-250).representative_point()
        for t in (1, .8, .6, .4, .2, 0):
            p = Point(middle.x + t * float(dx), middle.y + t * float(dy))
            if area.buffer(-60).contains(p):
                return (p.x, p.y)
        raise SystemExit("no place in " + code)


def dms(value, letters):
    seconds = round(abs(value) * 36000) / 10
    return "%d°%02d'%04.1f\"%s" % (seconds // 3600, seconds % 3600 // 60, seconds % 60, letters[value < 0])


def written(p, notation):
    lon, lat = to_lon_lat(p)
    return {"dec": "%.5f, %.5f" % (lat, lon), "comma": ("%.5f; %.5f" % (lat, lon)).replace(".", ","),
            "dms": dms(lat, "NS") + " " + dms(lon, "OW"), "utm": "%d / %d" % (round(p[0]), round(p[1])),
            "zone": "33%d %d" % (round(p[0]), round(p[1]))}[notation]


def blob(p, radius, key):
    """A closed ring around a point, as a hand draws it."""
    radius = float(radius)
    ring = []
    for k in range(14):
        r = radius * (1 + 0.22 * noise(key, k))
        ring.append(to_lon_lat((p[0] + r * math.cos(2 * math.pi * k / 14), p[1] + 0.85 * r * math.sin(2 * math.pi * k / 14))))
    return ring + ring[:1]


def place(text, places, key):
    """(cell "Lage", cell "Stadtteil", geometry)"""
    kind, _, rest = text.partition(" ")
    if kind == "-":
        return "", "", None
    if kind == "C":
        return "", "Gesamtstadt", None
    if kind == "D":
        return "", rest, None
    if kind == "P":
        code, dx, dy, notation = rest.replace(",", " ").split()
        return written(places.at(code, spread * float(dx), spread * float(dy)), notation), "", None
    parts = [p.split(",") for p in rest.split()]
    far = spread if kind == "S" else 1
    points = [places.at(p[0], far * float(p[1]), far * float(p[2])) for p in parts]
    if kind == "A":
        return "", "", {"type": "Polygon", "coordinates": [blob(points[0], parts[0][3], key)]}
    kinds = {"L": "LineString", "S": "MultiPoint"}
    return "", "", {"type": kinds[kind], "coordinates": [to_lon_lat(p) for p in points]}


def main(folder):
    places = Places(folder)
    rows, features = [], []
    for number, line in enumerate(IDEAS, 1):
        cells = [c.strip() for c in line.split("|")]
        if len(cells) != 18:
            raise SystemExit("%d cells in: %s" % (len(cells), line))
        where, district, geometry = place(cells[16], places, number)
        if geometry:
            features.append({"type": "Feature", "properties": {"Nummer": str(number), "Titel": cells[0]}, "geometry": geometry})
        rows.append([number] + cells[:2] + ["smile " + cells[2]] + cells[3:8] + costs(cells[8]) + [euros(cells[9])] + cells[10:16] + [where, district, cells[17]])
    with open(os.path.join(folder, "ideenpool.csv"), "w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";", lineterminator="\n").writerows([HEADER] + rows)
    with open(os.path.join(folder, "ideenpool_orte.geojson"), "w", encoding="utf-8") as out:
        lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
        out.write('{"type":"FeatureCollection","name":"ideenpool_orte","features":[\n%s\n]}\n' % lines)
    print("%d measures, %d with a drawn place" % (len(rows), len(features)), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
