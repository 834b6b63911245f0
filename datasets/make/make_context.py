#!/usr/bin/env python3
"""Draws what the embedded city looks like: make_context.py FOLDER [--scale N] (where make_boundaries.py wrote)

Water, green, streets, buildings, rails and stops into FOLDER/umgebung.gpkg.zip, all schematic: a sketch, not a map. Larger scales give denser streets and more
buildings (4: about as many as a real city of this size). Deterministic: the same bytes each run. Needs Python 3 and shapely; not part of the build.
"""
import argparse, sys
from shapely.ops import nearest_points, unary_union
from buildings import buildings
from context_sketch import *
from geopackage import pack
from ground import Ground, blob, line
from sketch import ORTSTEILE, STADTBEREICHE
from streets import street_network


def people_of():
    total = {s[0]: s[4] for s in STADTBEREICHE}
    return {o[0]: total[o[2]] * o[5] for o in ORTSTEILE}


def settled_areas(ground):
    clear = unary_union([line(corners).buffer(62) for kind, _, corners in ROADS if kind == "motorway"]
                        + [blob(corners).buffer(20) for corners, _ in WORKS] + [line(corners).buffer(16) for _, corners in RAIL])
    people = people_of()
    return [(code, number, area) for code in sorted(BUILT) for number, area in enumerate(ground.settled(code, people[code], clear))]


def stops(streets, areas):
    """Along each line about every 550 m, on the roads, where people live; lines that call at the same place share the stop."""
    towns = unary_union([area for _, _, area in areas]).buffer(220)
    roads = [s for s in streets if s.kind in ("Hauptstraße", "Sammelstraße")]
    whole = unary_union([s.shape for s in roads])
    crossing = [s for s in streets if s.kind == "Wohnstraße" and s.name]
    found = []  # [point, kind, lines]
    for kind, number, corners in LINES:
        way = line(corners, 40)
        n = max(1, round(way.length / (520 if kind == "Straßenbahn" else 620)))
        for k in range(n + 1):
            p = nearest_points(whole, way.interpolate(k / n, normalized=True))[0]
            if not towns.contains(p):
                continue
            near = next((f for f in found if f[0].distance(p) < 190), None)
            if near:
                near[2].add(number)
            else:
                found.append([p, kind, {number}])
    rows, used = [], set()
    for p, kind, numbers in found:
        names = (s.name for s in sorted(crossing, key=lambda s: s.shape.distance(p))[:40])
        name = next(n for n in names if n not in used)
        used.add(name)
        rows.append((p, (name, kind, ", ".join(sorted(numbers, key=int)))))
    return rows


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder")
    options.add_argument("--scale", type=float, default=1)
    options.add_argument("--name", default="umgebung")
    given = options.parse_args()
    ground = Ground(given.folder)
    areas = settled_areas(ground)
    streets = street_network(ground, areas, given.scale)
    houses = buildings(ground, areas, streets, people_of(), given.scale)
    text = "TEXT"
    kinds = {"hauptstrassen": ("Autobahn", "Hauptstraße"), "strassen": ("Sammelstraße", "Wohnstraße"), "wege": ("Weg",)}
    tables = [
        ("gewaesser", "MULTIPOLYGON", [("name", text), ("art", text)], [(g, (name, kind)) for name, kind, g in ground.water]),
        ("baeche", "MULTILINESTRING", [("name", text)], [(g, (name,)) for name, g in ground.brooks]),
        ("gruen", "MULTIPOLYGON", [("name", text), ("art", text)], [(g, (name, kind)) for kind, name, g in ground.green]),
        ("gebaeude", "MULTIPOLYGON", [("nutzung", text), ("geschosse", "INTEGER"), ("name", text)], houses)]
    for table, classes in kinds.items():
        tables.append((table, "MULTILINESTRING", [("name", text), ("klasse", text)], [(s.shape, (s.name, s.kind)) for s in streets if s.kind in classes]))
    tables.append(("bahn", "MULTILINESTRING", [("name", text)], [(line(corners, 30), (name,)) for name, corners in RAIL]))
    tables.append(("haltestellen", "MULTIPOINT", [("name", text), ("art", text), ("linien", text)], stops(streets, areas)))
    sizes = pack(given.folder, given.name, tables)
    for name, _, _, rows in tables:
        print("%-14s %6d" % (name, len(rows)), file=sys.stderr)
    print("%d bytes, %d packed" % sizes, file=sys.stderr)


if __name__ == "__main__":
    main()
