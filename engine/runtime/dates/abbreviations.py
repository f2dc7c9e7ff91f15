"""Abbreviations of time zones, and the zones PHP means by an offset alone.

Several zones can share an abbreviation: the first line of one is what it stands for in a date.
"""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Optional, Tuple


class Abbreviation(NamedTuple):
    """What an abbreviation can mean. `offset`, in seconds east of UTC, includes daylight saving time."""

    name: str
    offset: int
    is_dst: bool
    zone: str


# name, offset, daylight saving time, a zone that uses or used it
_TABLE = """
acdt 37800 1 Australia/Adelaide
acst 34200 0 Australia/Adelaide
addt -7200 1 America/Goose_Bay
adt -10800 1 America/Halifax
aedt 39600 1 Australia/Melbourne
aest 36000 0 Australia/Melbourne
ahdt -32400 1 America/Anchorage
ahst -36000 0 America/Anchorage
akdt -28800 1 America/Anchorage
akst -32400 0 America/Anchorage
amt -13840 0 America/Asuncion
amt 1172 0 Europe/Amsterdam
amt 5692 0 Europe/Athens
apt -10800 1 America/Halifax
apt -32400 1 America/Anchorage
ast -14400 0 America/Anguilla
ast -36000 0 America/Anchorage
awdt 32400 1 Australia/Perth
awst 28800 0 Australia/Perth
awt -10800 1 America/Halifax
awt -32400 1 America/Anchorage
bdst 7200 1 Europe/London
bdt -36000 1 America/Adak
bmt -14309 0 America/Barbados
bmt 6264 0 Europe/Tiraspol
bmt -17776 0 America/Bogota
bmt 10656 0 Asia/Baghdad
bmt 24124 0 Asia/Bangkok
bmt 25632 0 Asia/Jakarta
bst 3600 1 Europe/London
bst 3600 0 Europe/London
bst -12756 1 America/La_Paz
bst -39600 0 America/Adak
cast 34200 0 Australia/Adelaide
cast 10800 1 Africa/Juba
cat 7200 0 Africa/Khartoum
cddt -14400 1 America/Rankin_Inlet
cdt -18000 1 America/Chicago
cdt 32400 1 Asia/Shanghai
cdt -14400 1 America/Havana
cemt 10800 1 Europe/Berlin
cest 7200 1 Europe/Berlin
cest 10800 1 Europe/Kaliningrad
cet 3600 0 Europe/Berlin
cet 7200 0 Europe/Kaliningrad
cmt -15408 0 America/Argentina/Buenos_Aires
cmt -16060 0 America/Caracas
cmt -16356 0 America/La_Paz
cmt -19176 0 America/Cayman
cmt 6900 0 Europe/Chisinau
cpt -18000 1 America/Chicago
cst -21600 0 America/Chicago
cst -18000 0 America/Havana
cst 28800 0 Asia/Chongqing
cwt -18000 1 America/Chicago
chst 36000 0 Pacific/Guam
dmt -1521 0 Europe/Dublin
eat 10800 0 Africa/Addis_Ababa
eddt -10800 1 America/Iqaluit
edt -14400 1 America/New_York
eest 10800 1 Europe/Helsinki
eet 7200 0 Europe/Helsinki
emt -26248 0 Chile/EasterIsland
ept -14400 1 America/New_York
est -18000 0 America/New_York
ewt -14400 1 America/New_York
ffmt -14660 0 America/Martinique
fmt -4056 0 Atlantic/Madeira
gdt 39600 1 Pacific/Guam
gmt 0 0 Africa/Abidjan
gmt 0 1 Europe/Bratislava
gst 36000 0 Pacific/Guam
hdt -34200 1 Pacific/Honolulu
hdt -32400 1 America/Adak
hkst 32400 1 Asia/Hong_Kong
hkt 28800 0 Asia/Hong_Kong
hkt 30600 0 Asia/Hong_Kong
hmt -19776 0 America/Havana
hmt -6872 0 Atlantic/Azores
hmt 21200 0 Asia/Dacca
hmt 5989 0 Europe/Helsinki
hpt -34200 1 Pacific/Honolulu
hst -36000 0 Pacific/Honolulu
hst -37800 0 Pacific/Honolulu
hwt -34200 1 Pacific/Honolulu
iddt 14400 1 Asia/Jerusalem
idt 10800 1 Asia/Jerusalem
imt 25025 0 Asia/Irkutsk
imt 7016 0 Asia/Istanbul
ist 7200 0 Asia/Jerusalem
ist 19800 0 Asia/Calcutta
ist 2079 1 Europe/Dublin
ist 3600 0 Europe/Dublin
ist 3600 1 Europe/Dublin
jdt 36000 1 Asia/Tokyo
jmt 8440 0 Asia/Jerusalem
jst 32400 0 Asia/Tokyo
kdt 36000 1 Asia/Seoul
kdt 34200 1 Asia/Seoul
kmt 5736 0 Europe/Vilnius
kmt -18430 0 America/Grand_Turk
kmt 7324 0 Europe/Kiev
kst 30600 0 Asia/Seoul
kst 32400 0 Asia/Pyongyang
lst 9394 1 Europe/Riga
mddt -18000 1 America/Cambridge_Bay
mdst 16279 1 Europe/Moscow
mdt -21600 1 America/Denver
mest 7200 1 MET
met 3600 0 MET
mmt 9017 0 Europe/Moscow
mmt 9079 0 Europe/Moscow
mmt -13491 0 America/Montevideo
mmt -20712 0 America/Managua
mmt -2588 0 Africa/Monrovia
mmt -2670 0 Africa/Monrovia
mmt 17640 0 Indian/Maldives
mmt 19172 0 Asia/Colombo
mmt 19270 0 Asia/Calcutta
mmt 28656 0 Asia/Makassar
mmt 6600 0 Europe/Minsk
mpt -21600 1 America/Denver
msd 14400 1 Europe/Moscow
msk 10800 0 Europe/Moscow
msk 14400 0 Europe/Moscow
mst -25200 0 America/Denver
mst 12679 1 Europe/Moscow
mwt -21600 1 America/Denver
nddt -5400 1 America/St_Johns
ndt -9052 1 America/St_Johns
ndt -9000 1 America/St_Johns
npt -9000 1 America/St_Johns
npt -36000 1 America/Adak
nst -12600 0 America/St_Johns
nst -12652 0 America/St_Johns
nst 4772 1 Europe/Amsterdam
nst -39600 0 America/Adak
nwt -9000 1 America/St_Johns
nwt -36000 1 America/Adak
nzdt 46800 1 Pacific/Auckland
nzmt 41400 0 Pacific/Auckland
nzst 43200 0 Pacific/Auckland
nzst 43200 1 Pacific/Auckland
nzst 45000 1 Pacific/Auckland
pddt -21600 1 America/Inuvik
pdt -25200 1 America/Los_Angeles
pdt 32400 1 Asia/Manila
pkst 21600 1 Asia/Karachi
pkt 18000 0 Asia/Karachi
plmt 25590 0 Asia/Ho_Chi_Minh
pmt -13236 0 America/Paramaribo
pmt -13252 0 America/Paramaribo
pmt 13505 0 Asia/Yekaterinburg
pmt 26240 0 Asia/Pontianak
pmt 561 0 Africa/Algiers
ppmt -17340 0 America/Port-au-Prince
ppt -25200 1 America/Los_Angeles
pst -28800 0 America/Los_Angeles
pst 28800 0 Asia/Manila
pwt -25200 1 America/Los_Angeles
qmt -18840 0 America/Guayaquil
rmt 5794 0 Europe/Riga
rmt 23087 0 Asia/Rangoon
sast 7200 0 Africa/Johannesburg
sast 10800 1 Africa/Johannesburg
sast 5400 0 Africa/Johannesburg
sdmt -16800 0 America/Santo_Domingo
sjmt -20173 0 America/Costa_Rica
smt -13884 0 Atlantic/Stanley
smt -16966 0 America/Punta_Arenas
smt 24925 0 Asia/Kuala_Lumpur
smt 8160 0 Europe/Simferopol
sst -39600 0 Pacific/Samoa
tbmt 10751 0 Asia/Tbilisi
tmt 12344 0 Asia/Tehran
tmt 5940 0 Europe/Tallinn
uct 0 0 Etc/UCT
utc 0 0 Etc/Universal
wast 7200 1 Africa/Windhoek
wat 3600 0 Africa/Brazzaville
wat 3600 1 Africa/Windhoek
wemt 7200 1 Europe/Lisbon
west 3600 1 Europe/Paris
west 7200 1 Europe/Luxembourg
wet 0 0 Europe/Paris
wet 3600 0 Europe/Luxembourg
wib 25200 0 Asia/Jakarta
wita 28800 0 Asia/Makassar
wit 32400 0 Asia/Jayapura
wmt 5040 0 Europe/Vilnius
yddt -25200 1 America/Dawson
ydt -28800 1 America/Dawson
ypt -28800 1 America/Dawson
yst -32400 0 America/Anchorage
ywt -28800 1 America/Dawson
a 3600 0 -
b 7200 0 -
c 10800 0 -
d 14400 0 -
e 18000 0 -
f 21600 0 -
g 25200 0 -
h 28800 0 -
i 32400 0 -
k 36000 0 -
l 39600 0 -
m 43200 0 -
n -3600 0 -
o -7200 0 -
p -10800 0 -
q -14400 0 -
r -18000 0 -
s -21600 0 -
t -25200 0 -
u -28800 0 -
v -32400 0 -
w -36000 0 -
x -39600 0 -
y -43200 0 -
z 0 0 -
"""

# offset, daylight saving time, zone
_BY_OFFSET = """
-39600 0 Pacific/Apia
-36000 0 Pacific/Honolulu
-32400 0 America/Anchorage
-28800 0 America/Los_Angeles
-28800 1 America/Anchorage
-25200 0 America/Denver
-25200 1 America/Los_Angeles
-21600 0 America/Chicago
-21600 1 America/Denver
-18000 0 America/New_York
-18000 1 America/Chicago
-16200 0 America/Caracas
-14400 0 America/Halifax
-14400 1 America/New_York
-10800 0 America/Sao_Paulo
-10800 1 America/Halifax
-7200 1 America/Sao_Paulo
-3600 0 Atlantic/Azores
0 0 Europe/London
0 1 Atlantic/Azores
3600 0 Europe/Paris
3600 1 Europe/London
7200 0 Europe/Helsinki
7200 1 Europe/Paris
10800 0 Europe/Moscow
10800 1 Europe/Helsinki
14400 0 Asia/Dubai
14400 1 Europe/Moscow
18000 0 Asia/Karachi
19800 0 Asia/Kolkata
20700 0 Asia/Katmandu
21600 1 Asia/Yekaterinburg
25200 0 Asia/Krasnoyarsk
25200 1 Asia/Novosibirsk
28800 0 Asia/Shanghai
28800 1 Asia/Krasnoyarsk
32400 0 Asia/Tokyo
36000 0 Australia/Melbourne
37800 1 Australia/Adelaide
39600 1 Australia/Melbourne
43200 0 Pacific/Auckland
46800 1 Pacific/Auckland
"""

_UTC = Abbreviation("utc", 0, is_dst=False, zone="UTC")


def _read() -> Dict[str, List[Abbreviation]]:
    meanings: Dict[str, List[Abbreviation]] = {}
    for line in _TABLE.split("\n")[1:-1]:
        name, offset, is_dst, zone = line.split(" ")
        known = Abbreviation(name, int(offset), is_dst == "1", "" if zone == "-" else zone)
        meanings.setdefault(name, []).append(known)
    return meanings


def _read_offsets() -> Dict[Tuple[int, bool], str]:
    rows = [line.split(" ") for line in _BY_OFFSET.split("\n")[1:-1]]
    return {(int(offset), is_dst == "1"): zone for offset, is_dst, zone in rows}


ABBREVIATIONS = _read()
_ZONES_BY_OFFSET = _read_offsets()


def find_abbreviation(name: str) -> Optional[Abbreviation]:
    """What `name` means in a date, in any case."""
    lowered = name.lower()
    if lowered in ("utc", "gmt"):
        return _UTC
    meanings = ABBREVIATIONS.get(lowered)
    return None if meanings is None else meanings[0]


def zone_of_abbreviation(name: str, offset: int, *, is_dst: bool) -> Optional[str]:
    """A zone that uses the abbreviation, with this offset if there is one; failing that, one of this offset."""
    lowered = name.lower()
    if lowered in ("utc", "gmt"):
        return "UTC"
    meanings = ABBREVIATIONS.get(lowered)
    if meanings is not None:
        return next((each for each in meanings if each.offset == offset), meanings[0]).zone
    return _ZONES_BY_OFFSET.get((offset, is_dst))
