"""What was drawn by hand for the places of the embedded city: which ground is protected, how old people are in which kind of district, what kitas and playgrounds
are called. All of it is made up. Longitude, latitude in degrees."""

# Name, kind, corners of an outline that is rounded afterwards. The names say where, in the words such areas usually have.
PROTECTED = [
    ("Heide und Moor", "Landschaftsschutzgebiet", [(12.1680, 54.2000), (12.1900, 54.2130), (12.2180, 54.2290), (12.2520, 54.2390), (12.2640, 54.2320), (12.2780, 54.2270),
                                                   (12.2890, 54.2100), (12.2700, 54.2030), (12.2520, 54.2010), (12.2540, 54.1900), (12.2400, 54.1870), (12.2200, 54.1880), (12.2040, 54.1970), (12.1860, 54.1950)]),
    ("Radelsee und Strandwiesen", "Naturschutzgebiet", [(12.1500, 54.1800), (12.1560, 54.1860), (12.1660, 54.1890), (12.1760, 54.1880), (12.1790, 54.1830), (12.1700, 54.1780), (12.1580, 54.1770)]),
    ("Küstenwald West", "Landschaftsschutzgebiet", [(12.0190, 54.1690), (12.0340, 54.1735), (12.0480, 54.1755), (12.0590, 54.1770), (12.0570, 54.1730), (12.0440, 54.1710), (12.0280, 54.1680)]),
    ("Peezer Bachtal", "Naturschutzgebiet", [(12.1560, 54.1670), (12.1720, 54.1695), (12.1860, 54.1615), (12.2060, 54.1625), (12.2070, 54.1565), (12.1850, 54.1535), (12.1650, 54.1580)]),
    ("Warnowwiesen", "Naturschutzgebiet", [(12.1430, 54.0815), (12.1510, 54.0835), (12.1535, 54.0780), (12.1510, 54.0710), (12.1470, 54.0660), (12.1395, 54.0655), (12.1405, 54.0740)]),
    ("Carbäkniederung", "Landschaftsschutzgebiet", [(12.1560, 54.0875), (12.1690, 54.0855), (12.1740, 54.0800), (12.1680, 54.0760), (12.1580, 54.0735), (12.1545, 54.0790)]),
    ("Barnstorfer Anlagen", "Landschaftsschutzgebiet", [(12.0750, 54.0965), (12.0850, 54.0975), (12.0925, 54.0950), (12.0935, 54.0895), (12.0900, 54.0840), (12.0820, 54.0830), (12.0750, 54.0865)]),
    ("Gehlsdorfer Ufer", "Geschützter Landschaftsbestandteil", [(12.1045, 54.1100), (12.1110, 54.1050), (12.1210, 54.1012), (12.1340, 54.0990), (12.1345, 54.1010), (12.1220, 54.1035), (12.1130, 54.1070), (12.1065, 54.1115)])]

# How districts are built and how old who lives there: shares of the ages below, in per cent, of 100. Nobody counted.
AGES = [("unter_6", 0, 5), ("6_11", 6, 11), ("12_17", 12, 17), ("18_64", 18, 64), ("65_und_aelter", 65, None)]
SHARES = {"block": (5.2, 4.4, 3.8, 70.6, 16.0), "slab": (5.0, 5.2, 5.0, 56.3, 28.5), "house": (5.6, 6.4, 6.2, 57.3, 24.5), "village": (4.4, 5.4, 5.8, 59.4, 25.0)}

# Which part of what would be usual an Ortsteil has, where it isn't about 1: so there is something to find.
FEWER_PLAYGROUNDS = {"08": 0.45, "11": 0.6, "15": 0.35, "18": 0.4, "20": 0.45, "24": 0.6, "25": 0.5}
FEWER_KITAS = {"09": 0.6, "13": 0.6, "20": 0.5, "25": 0.5}

KITA_NAMES = """Möwen Robben Dünen Muschel Anker Seestern Delfin Kogge Lotsen Hafen Strand Ufer Wiesen Wald Garten Apfel Kirsch Ahorn Linden Kastanien Igel Hasen Fuchs Eulen Spatzen
Schwalben Storchen Biber Otter Frosch Libellen Marienkäfer Hummel Bienen Regenbogen Sonnen Mond Sternen Wolken Wind Wellen Bernstein""".split()
KITA_ENDINGS = ["kinder", "nest", "haus", "bande"]
