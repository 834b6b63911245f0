"""What was drawn by hand, from general knowledge of where things lie in Rostock: the outline of the city and the water
inlet as a few dozen corners, and a centre for each Ortsteil. Longitude, latitude in degrees. Nothing here is surveyed
and nothing was traced from a map."""

# Stadtbereiche: code, name, area in km² and inhabitants of 2017 and 2023 (main residences) as the city states them.
STADTBEREICHE = [
    ("A", "Warnemünde", 10.43, 8105, 8512),
    ("B", "Rostock-Heide", 55.36, 1605, 1721),
    ("C", "Lichtenhagen", 5.95, 14338, 13897),
    ("D", "Groß Klein", 2.67, 13509, 13586),
    ("E", "Lütten Klein", 3.58, 17234, 17079),
    ("F", "Evershagen", 7.02, 16847, 16529),
    ("G", "Schmarl", 5.81, 8756, 9267),
    ("H", "Reutershagen", 5.76, 17978, 17335),
    ("I", "Hansaviertel", 1.96, 8465, 8058),
    ("J", "Gartenstadt/Stadtweide", 4.86, 3312, 3208),
    ("K", "Kröpeliner-Tor-Vorstadt", 3.74, 19342, 19211),
    ("L", "Südstadt", 5.62, 14998, 15001),
    ("M", "Biestow", 3.83, 2753, 2616),
    ("N", "Stadtmitte", 5.30, 19986, 21279),
    ("O", "Brinckmansdorf", 10.34, 8317, 9146),
    ("P", "Dierkow-Neu", 2.25, 10916, 11188),
    ("Q", "Dierkow-Ost", 0.51, 1058, 1010),
    ("R", "Dierkow-West", 1.01, 1141, 1278),
    ("S", "Toitenwinkel", 3.70, 14010, 15400),
    ("T", "Gehlsdorf", 6.56, 4662, 5144),
    ("U", "Rostock-Ost", 35.11, 1184, 1227),
]

# Ortsteile: code, name, Stadtbereich, bank of the river, centre, share of the Stadtbereich's area. Where a Stadtbereich has
# several, no source states their areas: the shares are a guess of ours and only shape the drawing.
ORTSTEILE = [
    ("01", "Seebad Warnemünde", "A", "west", (12.079, 54.1735), 0.50),
    ("02", "Seebad Diedrichshagen", "A", "west", (12.030, 54.1660), 0.50),
    ("03", "Seebad Markgrafenheide", "B", "east", (12.150, 54.1880), 0.23),
    ("04", "Seebad Hohe Düne", "B", "east", (12.108, 54.1780), 0.05),
    ("05", "Hinrichshagen", "B", "east", (12.203, 54.1960), 0.27),
    ("06", "Wiethagen", "B", "east", (12.258, 54.1980), 0.25),
    ("07", "Torfbrücke", "B", "east", (12.232, 54.2250), 0.20),
    ("08", "Lichtenhagen", "C", "west", (12.046, 54.1500), 1),
    ("09", "Groß Klein", "D", "west", (12.082, 54.1530), 1),
    ("10", "Lütten Klein", "E", "west", (12.057, 54.1370), 1),
    ("11", "Evershagen", "F", "west", (12.045, 54.1190), 1),
    ("12", "Schmarl", "G", "west", (12.083, 54.1340), 1),
    ("13", "Reutershagen", "H", "west", (12.073, 54.1030), 1),
    ("14", "Hansaviertel", "I", "west", (12.099, 54.0930), 1),
    ("15", "Gartenstadt/Stadtweide", "J", "west", (12.070, 54.0800), 1),
    ("16", "Kröpeliner-Tor-Vorstadt", "K", "west", (12.110, 54.0960), 1),
    ("17", "Südstadt", "L", "west", (12.118, 54.0730), 1),
    ("18", "Biestow", "M", "west", (12.092, 54.0640), 1),
    ("19", "Stadtmitte", "N", "west", (12.140, 54.0850), 1),
    ("20", "Brinckmansdorf", "O", "east", (12.178, 54.0800), 1),
    ("21", "Dierkow-Neu", "P", "east", (12.158, 54.1040), 1),
    ("22", "Dierkow-Ost", "Q", "east", (12.1735, 54.1015), 1),
    ("23", "Dierkow-West", "R", "east", (12.147, 54.0985), 1),
    ("24", "Toitenwinkel", "S", "east", (12.150, 54.1160), 1),
    ("25", "Gehlsdorf", "T", "east", (12.118, 54.1120), 1),
    ("26", "Hinrichsdorf", "U", "east", (12.178, 54.1290), 0.19),
    ("27", "Krummendorf", "U", "east", (12.127, 54.1340), 0.20),
    ("28", "Nienhagen", "U", "east", (12.205, 54.1440), 0.17),
    ("29", "Peez", "U", "east", (12.163, 54.1500), 0.18),
    ("30", "Stuthof", "U", "east", (12.190, 54.1640), 0.14),
    ("31", "Jürgeshof", "U", "east", (12.222, 54.1650), 0.12),
]

# The outline in pieces that share their ends. "free" pieces may be moved a little so that the areas come out; the others are as drawn.
# Land border of the west, from the coast in the north-west to the Warnow in the south.
WEST_LAND = [(12.001, 54.1660), (12.003, 54.1570), (12.012, 54.1530), (12.014, 54.1440), (12.021, 54.1390), (12.019, 54.1310),
             (12.027, 54.1250), (12.022, 54.1150), (12.030, 54.1060), (12.043, 54.1020), (12.044, 54.0930), (12.053, 54.0860),
             (12.050, 54.0770), (12.060, 54.0710), (12.071, 54.0680), (12.076, 54.0590), (12.088, 54.0540), (12.100, 54.0560),
             (12.108, 54.0610), (12.121, 54.0600), (12.133, 54.0640)]
# The Warnow above the weir: border between west and east, up to the tip of the inlet.
WARNOW = [(12.150, 54.0660), (12.1535, 54.0710), (12.1520, 54.0760), (12.1555, 54.0810), (12.1535, 54.0860)]
# Coast of the west bank, from the mouth inwards to the tip.
WEST_SHORE = [(12.0895, 54.1800), (12.0900, 54.1745), (12.0925, 54.1690), (12.0900, 54.1630), (12.0930, 54.1565), (12.0975, 54.1510),
              (12.0965, 54.1440), (12.1000, 54.1370), (12.0970, 54.1300), (12.0920, 54.1240), (12.0900, 54.1170), (12.0925, 54.1105),
              (12.0960, 54.1045), (12.1040, 54.1000), (12.1130, 54.0965), (12.1230, 54.0945), (12.1330, 54.0935), (12.1420, 54.0920),
              (12.1490, 54.0895)]
# Coast of the east bank, from the tip outwards to the mouth: Gehlsdorf, the oil harbour, the Breitling.
EAST_SHORE = [(12.1520, 54.0925), (12.1440, 54.0955), (12.1340, 54.0975), (12.1230, 54.0990), (12.1130, 54.1020), (12.1040, 54.1065),
              (12.1000, 54.1120), (12.0995, 54.1185), (12.1035, 54.1245), (12.1080, 54.1305), (12.1090, 54.1370), (12.1075, 54.1440),
              (12.1110, 54.1475), (12.1185, 54.1480), (12.1200, 54.1488), (12.1260, 54.1490), (12.1290, 54.1460), (12.1345, 54.1465),
              (12.1350, 54.1535), (12.1430, 54.1565), (12.1500, 54.1620), (12.1540, 54.1680), (12.1470, 54.1725), (12.1360, 54.1735),
              (12.1240, 54.1720), (12.1120, 54.1700), (12.1020, 54.1700), (12.0965, 54.1735), (12.0940, 54.1800)]
# Baltic coast of the east, then its land border round to the Warnow.
EAST_COAST = [(12.1030, 54.1805), (12.1180, 54.1840), (12.1320, 54.1890), (12.1450, 54.1955), (12.1580, 54.2030), (12.1720, 54.2110),
              (12.1880, 54.2190), (12.2050, 54.2270), (12.2220, 54.2340), (12.2400, 54.2400)]
EAST_LAND = [(12.2560, 54.2440), (12.2650, 54.2350), (12.2780, 54.2300), (12.2840, 54.2200), (12.2940, 54.2130), (12.2910, 54.2030),
             (12.2830, 54.1960), (12.2800, 54.1860), (12.2680, 54.1810), (12.2550, 54.1760), (12.2430, 54.1700), (12.2330, 54.1610),
             (12.2230, 54.1540), (12.2260, 54.1440), (12.2170, 54.1370), (12.2030, 54.1330), (12.1970, 54.1250), (12.1880, 54.1190),
             (12.1840, 54.1120), (12.1860, 54.1040), (12.1960, 54.0980), (12.2030, 54.0890), (12.2000, 54.0790), (12.2060, 54.0710),
             (12.1930, 54.0640), (12.1780, 54.0600), (12.1640, 54.0610)]
# Baltic coast of the west, from the mouth to the north-west corner.
WEST_COAST = [(12.0820, 54.1815), (12.0720, 54.1800), (12.0600, 54.1780), (12.0480, 54.1755), (12.0340, 54.1735), (12.0180, 54.1705)]
SOUTH_END = (12.1450, 54.0620)  # where the Warnow enters the city
TIP = (12.1530, 54.0890)        # of the inlet
