"""get_browser(): what the file that `browscap` names says of a client, by the pattern that fits it best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Literal, Optional

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_object, to_string
from engine.runtime.request_data import make_superglobal
from engine.runtime.virtual_files import virtual_files
from engine.stdlib.core.ini_parsing import INI_SCANNER_RAW, parse_ini_string

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

EXTENSION = "standard"

_DEFAULTS = "DefaultProperties"
_YES = ("on", "yes", "true")
_NO = ("no", "off", "none", "false")
_REGEX = {"?": ".", "*": ".*", ".": "\\.", "\\": "\\\\", "(": "\\(", ")": "\\)", "~": "\\~", "+": "\\+"}


class Entry:
    """A section: its pattern, whose properties it has too, and its own."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.parent: Optional[str] = None
        self.properties: Dict[str, str] = {}
        lowered = pattern.lower()
        self.parts = lowered.split("*")
        self.prefix = self.parts[0].partition("?")[0]
        # How much of a client's name the pattern spells out.
        self.weight = sum(letter not in "*?" for letter in lowered)

    def fits(self, name: str) -> bool:
        """Whether the pattern describes a name in lower case; each part is taken where it first comes."""
        if not name.startswith(self.prefix):
            return False
        first, *rest = self.parts
        if not rest:
            return len(name) == len(first) and _begins(name, 0, first)
        if not _begins(name, 0, first):
            return False
        at = len(first)
        for part in rest[:-1]:
            at = _find(name, at, part)
            if at < 0:
                return False
            at += len(part)
        last = rest[-1]
        return len(name) - len(last) >= at and _begins(name, len(name) - len(last), last)


def _begins(name: str, at: int, part: str) -> bool:
    """Whether `part`, in which `?` stands for any letter, is at that place."""
    if "?" not in part:
        return name.startswith(part, at)
    return len(name) - at >= len(part) and all(
        wanted in ("?", name[at + index]) for index, wanted in enumerate(part)
    )  # fmt: skip


def _find(name: str, at: int, part: str) -> int:
    if "?" not in part:
        return name.find(part, at)
    return next((start for start in range(at, len(name) - len(part) + 1) if _begins(name, start, part)), -1)


def _entries() -> Optional[Dict[str, Entry]]:
    """The sections of the file, read once in an execution; None without a file."""
    known: Optional[Dict[str, Entry]] = ctx.states.get("browscap")
    if known is not None:
        return known
    path = ctx.ini.get("browscap")
    source = virtual_files().text(path) if path else None
    if source is None:
        return None
    sections = parse_ini_string(source, True, INI_SCANNER_RAW)  # noqa: FBT003 - PHP's own call
    found: Dict[str, Entry] = {}
    for pattern, values in sections.items() if isinstance(sections, PhpArray) else ():
        if type(values) is not PhpArray:
            continue
        entry = found[to_string(pattern)] = Entry(to_string(pattern))
        for key, value in values.items():
            name, text = to_string(key).lower(), to_string(value)
            word = text.lower()
            text = "1" if word in _YES else "" if word in _NO else text
            if name != "parent":
                entry.properties[name] = text
            elif word != entry.pattern.lower():
                entry.parent = text
    ctx.states["browscap"] = found
    return found


def _best(entries: Dict[str, Entry], name: str) -> Optional[Entry]:
    found = entries.get(name)
    if found is not None:
        return found
    for entry in entries.values():
        if (found is None or entry.weight > found.weight) and entry.fits(name):
            found = entry
            if entry.pattern.lower() == name:
                return entry
    return found if found is not None else entries.get(_DEFAULTS)


def _client() -> Optional[str]:
    """What the request's client calls itself, whatever the script has made of `$_SERVER`."""
    value = make_superglobal("_SERVER").get("HTTP_USER_AGENT")
    return None if value is None else to_string(value)


@contextual
def get_browser(
    user_agent: PhpString | None = None, return_array: bool = False
) -> PhpObject | PhpArray | Literal[False]:
    """Tells what the user's browser is capable of."""
    entries = _entries()
    if entries is None:
        ctx.function_warning("browscap ini directive not set")
        return False
    name = _client() if user_agent is None else user_agent
    if name is None:
        ctx.function_warning("HTTP_USER_AGENT variable is not set, cannot determine user agent name")
        return False
    entry = _best(entries, name.lower())
    if entry is None:
        return False
    regex = "".join([_REGEX.get(letter, letter.lower()) for letter in entry.pattern])
    result = {"browser_name_regex": f"~^{regex}$~", "browser_name_pattern": entry.pattern}
    if entry.parent is not None:
        result["parent"] = entry.parent
    seen: List[Entry] = []
    while entry is not None and entry not in seen:
        seen.append(entry)
        for key, value in entry.properties.items():
            result.setdefault(key, value)
        entry = entries.get(entry.parent) if entry.parent is not None else None
    shown = PhpArray.from_items(result.items())
    return shown if return_array else to_object(shown)
