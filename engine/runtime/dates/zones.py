"""Time zones of the system's tz database (TZif files), which `preload` reads before a process is confined."""

from __future__ import annotations

import struct
from bisect import bisect_right
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Tuple
from zoneinfo import TZPATH

from engine.runtime.dates.posix_rules import PosixRules, read_posix_rules

# Stand for "there was no transition before" and "there is none to come".
BEGINNING_OF_TIME = -(1 << 63)
END_OF_TIME = 1 << 63

# A zone remembers what holds in this many stretches of 2**20 seconds, 12 days: 34 years, then others in their place.
_STRETCHES = 1024


class LocalType(NamedTuple):
    """A zone's offset for some time, in seconds east of UTC."""

    offset: int
    is_dst: bool
    abbreviation: str


# What holds, since when and until when.
Period = Tuple[LocalType, int, int]


class Location(NamedTuple):
    """Where a zone's city is."""

    country: str
    latitude: float
    longitude: float
    comments: str


class Zone:
    """A zone: `types[0]` before the first transition, `rules` from the last one on."""

    __slots__ = ("_periods", "indexes", "name", "rules", "transitions", "types")

    def __init__(
        self,
        name: str,
        transitions: Tuple[int, ...],
        indexes: Tuple[int, ...],
        types: List[LocalType],
        rules: Optional[PosixRules],
    ) -> None:
        self.name = name
        self.transitions = transitions
        self.indexes = indexes
        self.types = types
        self.rules = rules
        self._periods: List[Optional[Period]] = []

    def renamed(self, name: str) -> Zone:
        """The same zone, spelled otherwise: PHP keeps a zone's name as the script wrote it."""
        made = Zone(name, self.transitions, self.indexes, self.types, self.rules)
        made._periods = self._periods
        return made

    def at(self, timestamp: int) -> Period:
        """What holds at `timestamp`, since when and until when."""
        # Three to ten lookups a date, most near the one before: 2x on tests/benchmarks/library/dates.php.
        periods = self._periods
        if not periods:
            periods.extend([None] * _STRETCHES)
        stretch = timestamp >> 20 & _STRETCHES - 1
        found = periods[stretch]
        if found is None or not found[1] <= timestamp < found[2]:
            found = periods[stretch] = self._find(timestamp)
        return found

    def _find(self, timestamp: int) -> Period:
        transitions = self.transitions
        if not transitions:
            if self.rules is None:
                return self.types[0], BEGINNING_OF_TIME, END_OF_TIME
            local, _since, until = self._ruled(timestamp)
            return local, BEGINNING_OF_TIME, until
        if timestamp < transitions[0]:
            return self.types[0], BEGINNING_OF_TIME, transitions[0]
        if timestamp >= transitions[-1] and self.rules is not None:
            return self._ruled(timestamp)
        number = bisect_right(transitions, timestamp)
        until = transitions[number] if number < len(transitions) else END_OF_TIME
        return self.types[self.indexes[number - 1]], transitions[number - 1], until

    def _ruled(self, timestamp: int) -> Period:
        offset, is_dst, abbreviation, since, until = self.rules.at(timestamp)  # type: ignore[union-attr]
        if self.transitions and since < self.transitions[-1]:
            since = self.transitions[-1]
        return LocalType(offset, is_dst, abbreviation), since, until


class ZoneDatabase:
    """The zones by name. Names are found in any case."""

    def __init__(self) -> None:
        self._zones: Dict[str, Zone] = {}
        self._contents: Dict[str, bytes] = {}
        self._names: Dict[str, str] = {}
        self._locations: Dict[str, Location] = {}
        self._listed: List[str] = []
        self._is_loaded = False

    def load(self) -> None:
        """Read every zone's file into memory, once."""
        if self._is_loaded:
            return
        self._is_loaded = True
        root = next((Path(path) for path in TZPATH if (Path(path) / "UTC").is_file()), None)
        if root is not None:
            self._read_folder(root, root)
            self._read_locations(root)
        if "utc" not in self._names:
            self._names["utc"] = "UTC"
            self._zones["UTC"] = Zone("UTC", (), (), [LocalType(0, is_dst=False, abbreviation="UTC")], None)

    def find(self, name: str) -> Optional[Zone]:
        """The zone of this name, or None."""
        zone = self._zones.get(name)
        if zone is not None:
            return zone
        self.load()
        found = self._names.get(name.lower())
        if found is None:
            return None
        zone = self._zones.get(found)
        if zone is None:
            zone = self._zones[found] = read_zone(found, self._contents[found])
        return zone if name == found else zone.renamed(name)

    def names(self) -> List[str]:
        """All names, those kept for old programs included."""
        self.load()
        return sorted(self._names.values(), key=str.lower)

    def listed_names(self) -> List[str]:
        """The names worth offering to people."""
        self.load()
        return self._listed

    def location(self, name: str) -> Optional[Location]:
        """Where the zone's city is, if that is known."""
        self.load()
        return self._locations.get(name)

    def _read_folder(self, root: Path, folder: Path) -> None:
        for path in sorted(folder.iterdir()):
            name = str(path.relative_to(root))
            if path.is_dir():
                if name not in ("posix", "right"):
                    self._read_folder(root, path)
            elif name not in ("localtime", "posixrules"):
                content = path.read_bytes()
                if content[:4] == b"TZif":
                    self._names[name.lower()] = name
                    self._contents[name] = content

    def _read_locations(self, root: Path) -> None:
        table = root / "zone.tab"
        listed = ["UTC"]
        for line in table.read_text("utf-8").split("\n") if table.is_file() else ():
            fields = line.split("\t")
            if len(fields) < 3 or line[0] == "#":
                continue
            country, coordinates, name = fields[:3]
            split = max(coordinates.rfind("+"), coordinates.rfind("-"))
            comments = fields[3] if len(fields) > 3 else ""
            self._locations[name] = Location(
                country, _degrees(coordinates[:split]), _degrees(coordinates[split:]), comments
            )
            listed.append(name)
        self._listed = sorted(listed)


def _degrees(text: str) -> float:
    """`+DDMM`, `+DDDMM`, with seconds or without."""
    sign = -1.0 if text[0] == "-" else 1.0
    digits = text[1:]
    seconds = 0
    if len(digits) > 5:
        seconds = int(digits[-2:])
        digits = digits[:-2]
    return sign * (int(digits[:-2]) + int(digits[-2:]) / 60 + seconds / 3600)


def read_zone(name: str, content: bytes) -> Zone:
    """A zone from its TZif file."""
    header = ">4s c 15x 6l"
    size = struct.calcsize(header)
    _magic, version, *counts = struct.unpack(header, content[:size])
    begin = size
    width = 4
    if version >= b"2":
        utc_count, wall_count, leap_count, time_count, type_count, char_count = counts
        begin += 5 * time_count + 6 * type_count + char_count + 8 * leap_count + wall_count + utc_count + size
        _magic, _version, *counts = struct.unpack(header, content[begin - size : begin])
        width = 8
    utc_count, wall_count, leap_count, time_count, type_count, char_count = counts
    transitions = struct.unpack_from(f">{time_count}{'q' if width == 8 else 'l'}", content, begin)
    begin += width * time_count
    indexes = tuple(content[begin : begin + time_count])
    begin += time_count
    rows = [struct.unpack_from(">lBB", content, begin + 6 * number) for number in range(type_count)]
    begin += 6 * type_count
    names = content[begin : begin + char_count]
    types = [
        LocalType(offset, is_dst == 1, names[at : names.index(0, at)].decode("latin-1")) for offset, is_dst, at in rows
    ]
    begin += char_count + (width + 4) * leap_count + wall_count + utc_count
    footer = content[begin:].split(b"\n")[1].decode("latin-1") if version >= b"2" else ""
    return Zone(name, transitions, indexes, types, read_posix_rules(footer))


DATABASE = ZoneDatabase()


def preload() -> None:
    """Read the tz database; to be called before the process gives up the right to open files."""
    DATABASE.load()
