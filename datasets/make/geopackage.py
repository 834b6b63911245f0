"""A small writer of GeoPackages, so that the set can be made with what Python brings along. The same rows give the same bytes."""
import os, sqlite3, struct, zipfile

STAMP = "2026-11-22T00:00:00.000Z"
ETRS89_UTM33 = (
    'PROJCS["ETRS89 / UTM zone 33N",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101,'
    'AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6258"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4258"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],'
    'PARAMETER["central_meridian",15],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],'
    'UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","25833"]]')
SCHEMA = """
PRAGMA page_size = 4096; PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""


def grid(v):
    """Eighths of a metre: exact in binary, so that shared corners stay shared and the bytes compress."""
    return round(v * 8) / 8


def points_of(coordinates):
    out = []
    for x, y in coordinates:
        p = (grid(x), grid(y))
        if not out or out[-1] != p:
            out.append(p)
    return out


def packed(points):
    return struct.pack("<I", len(points)) + b"".join(struct.pack("<dd", x, y) for x, y in points)


def polygon(shape):
    rings = [points_of(r.coords) for r in [shape.exterior] + list(shape.interiors)]
    return b"\x01" + struct.pack("<II", 3, len(rings)) + b"".join(packed(r) for r in rings)


def wkb(shape):
    parts = list(getattr(shape, "geoms", [shape]))
    kind = parts[0].geom_type
    if kind == "Polygon":
        body = [polygon(p) for p in parts]
    elif kind == "LineString":
        body = [b"\x01" + struct.pack("<I", 2) + packed(points_of(p.coords)) for p in parts]
    else:
        body = [b"\x01" + struct.pack("<Idd", 1, grid(p.x), grid(p.y)) for p in parts]
    multi = {"Polygon": 6, "LineString": 5, "Point": 4}[kind]
    return b"\x01" + struct.pack("<II", multi, len(body)) + b"".join(body)


def write(path, tables):
    """tables: [(name, "MULTIPOLYGON", [(column, type)], [(shape, values)])]"""
    if os.path.exists(path):
        os.remove(path)
    db = sqlite3.connect(path)
    db.executescript(SCHEMA)
    db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL)")
    db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL)")
    db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('EPSG:25833', 25833, 'EPSG', 25833, ?, NULL)", (ETRS89_UTM33,))
    for name, kind, columns, rows in tables:
        db.execute("CREATE TABLE %s (fid INTEGER PRIMARY KEY NOT NULL, geom %s, %s)" % (name, kind, ", ".join("%s %s" % c for c in columns)))
        boxes = [shape.bounds for shape, _ in rows]
        box = [grid(v) for v in (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))]
        db.execute("INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, 25833)", [name, name, STAMP] + box)
        db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 25833, 0, 0)", (name, kind))
        header = b"GP\x00\x01" + struct.pack("<i", 25833)  # no envelope: the program reads whole tables
        marks = ", ".join("?" * (len(columns) + 2))
        for fid, (shape, values) in enumerate(rows, 1):
            db.execute("INSERT INTO %s VALUES (%s)" % (name, marks), [fid, header + wkb(shape)] + list(values))
    db.commit()
    db.execute("VACUUM")
    db.close()


def pack(folder, name, tables):
    """FOLDER/NAME.gpkg.zip holds NAME.gpkg."""
    plain = os.path.join(folder, name + ".gpkg")
    write(plain, tables)
    with zipfile.ZipFile(plain + ".zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        entry = zipfile.ZipInfo(name + ".gpkg", (2026, 11, 22, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        with open(plain, "rb") as made:
            out.writestr(entry, made.read())
    size = os.path.getsize(plain)
    os.remove(plain)
    return size, os.path.getsize(plain + ".zip")
