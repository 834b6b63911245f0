#!/usr/bin/env python3
"""The table of tests/bench/run from its results.jsonl: equal results first, then medians and ratios."""
import json, statistics, sys

results = {}
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    results.setdefault(row["name"], []).append(row["result"])


def median(name, key):
    return statistics.median(r[key] for r in results[name])


def shown(what, seconds, ours, crc, wanted):
    ratio = "%8.1f x" % (seconds / ours) if crc == wanted else "  (other result: %s)" % crc
    print("  %-44s %10.1f ms %s" % (what, seconds * 1e3, ratio))


for points in ("p100k_c1", "p1m_c1", "p1m_c10"):
    if points + " ours" not in results:
        continue
    ours = results[points + " ours"][0]
    crc, locate, whole = ours["crc32"], ours["locate_s"], ours["all_s"]
    print("%s: %d points, %d districts, %d joined, sum %d, crc32 %s, %d mismatches against GEOS" % (
        points, ours["points"], ours["districts"], ours["joined"], ours["sum"], crc, ours["geos_mismatches"]))
    print("  points in memory, the answer for each")
    shown("ours, one thread (index %.1f ms)" % (ours["index_s"] * 1e3), locate, locate, crc, crc)
    shown("ours, point by point", ours["locate_one_by_one_s"], locate, crc, crc)
    shown("GEOS prepared + STRtree, one thread", ours["geos_locate_s"], locate, crc if ours["geos_mismatches"] == 0 else "differs", crc)
    if points + " postgis" in results:
        shown("PostGIS query, points loaded and indexed", median(points + " postgis", "join_s"), locate, results[points + " postgis"][0]["crc32"], crc)
    print("  from the GeoPackage to the table of figures")
    shown("ours", whole, whole, crc, crc)
    for peer in ("qgis processing", "qgis index"):
        name = points + " " + peer
        if name in results:
            both = statistics.median(r["load_s"] + r["join_s"] for r in results[name])
            shown("QGIS " + peer.split()[1], both, whole, results[name][0]["crc32"], crc)
    if points + " postgis" in results:
        both = statistics.median(r["load_s"] + r["join_s"] for r in results[points + " postgis"])
        shown("PostGIS with loading", both, whole, results[points + " postgis"][0]["crc32"], crc)

for city in ("city1", "city10"):
    if city + " walk ours" not in results:
        continue
    ours = results[city + " walk ours"][0]
    people = "%d and %d people" % (ours["people_500"], ours["people_800"])
    print("%s: walking catchments of %d stops, %s within 500 and 800 m of any, %s with one thread" % (
        city, ours["facilities"], people, "the same sums" if ours["same_with_one_thread"] else "OTHER SUMS"))
    print("  the search alone, network and people in memory (noding %.0f ms, graph %.0f ms, places to nodes %.0f ms)" % (
        ours["noding_s"] * 1e3, ours["graph_s"] * 1e3, ours["nearest_s"] * 1e3))
    shown("ours, each stop", ours["search_s"], ours["search_s"], people, people)
    shown("ours, each stop, one thread", ours["search_one_thread_s"], ours["search_s"], people, people)
    shown("ours, the nearest of all, one thread", ours["union_s"], ours["union_s"], people, people)
    for peer, key in (("pgrouting", "search_s"), ("scipy each", "search_s"), ("scipy union", "union_s")):
        name = city + " walk " + peer
        if name in results:
            theirs = results[name][0]
            shown(peer, median(name, "search_s"), ours[key], "%d and %d people" % (theirs["people_500"], theirs["people_800"]), people)
for sites in ("300", "3000"):
    if "sites %s ours" % sites not in results:
        continue
    ours = results["sites %s ours" % sites][0]
    solve, covered = ours["solve_s"], str(int(ours["covered"]))
    print("%d of %d sites: %s people of %d, %s; first answer %d after %.1f ms, the best found after %.1f ms" % (
        ours["p"], ours["n"], covered, ours["population"], "proven" if ours["proven"] else "not proven", ours["greedy"], ours["first_s"] * 1e3, ours["best_s"] * 1e3))
    shown("ours, lists to proof", solve, solve, covered, covered)
    for name in results:
        if name.startswith("sites %s " % sites) and not name.endswith(" ours"):
            result = results[name][0]
            shown(name.split(" ", 2)[2] + ", model written, read and solved", median(name, "solve_s"), solve, str(result["covered"]) if result["status"] == "Optimal" else "not proven", covered)
