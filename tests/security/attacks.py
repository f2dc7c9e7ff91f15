"""Reads the attacks: files of hostile PHP and what each may end as. A rule can make many, each an attempt of its own.

=== read a file of the host                 a name; everything up to the next is one attack
@list paths: /etc/passwd | /proc/self/mem   a list for the whole file, between attacks
@each PATH: *paths | /etc/shadow            one attack for each value; {{PATH}} stands for it
@outcome: ok uncaught_exception             what `status` may be; any that a script can cause unless said
@limit: wall_ms=300 memory_mb=64            lower limits than usual
@prints: text                               the output must hold it, or equal it with @prints-only
<?php …
"""

from __future__ import annotations

import base64
import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "attacks"
ANY_OUTCOME = frozenset({"ok", "compile_error", "uncaught_exception", "fatal_error"})
_LIST = re.compile(r"^@list (\w+): (.*)\n", re.MULTILINE)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_SEPARATOR = re.compile(r"\s\|\s")


class MalformedAttackError(Exception):
    """A file of attacks breaks its own rules; the message says where."""


@dataclass(frozen=True)
class Attack:
    """One hostile script."""

    category: str
    name: str
    code: str
    outcomes: frozenset[str] = ANY_OUTCOME
    limits: dict[str, int] = field(default_factory=dict)
    prints: str | None = None
    prints_only: str | None = None

    @property
    def title(self) -> str:
        return f"{self.category}: {self.name}"


def load(canaries: dict[str, str]) -> list[Attack]:
    """Read every attack; `{{CANARY_FILE}}` and the like stand for what the tests watch."""
    found = []
    for path in sorted(FOLDER.glob("*.attacks")):
        found += list(_read(path.stem, path.read_text("latin-1"), canaries))
    return found


def _read(category: str, text: str, canaries: dict[str, str]) -> Iterator[Attack]:
    lists: dict[str, list[str]] = {}
    for name, values in _LIST.findall(text):
        lists[name] = _values(values, lists)
    before, *blocks = re.split(r"^=== ", _LIST.sub("", text), flags=re.MULTILINE)
    if before.strip():
        raise MalformedAttackError(f"{category}: text before the first attack: {before[:40]!r}")
    for block in blocks:
        name, _, rest = block.partition("\n")
        options = []
        while rest.startswith("@"):
            line, _, rest = rest.partition("\n")
            key, _, value = line[1:].partition(":")
            options.append((key, value.strip()))
        yield from _attacks(category, name.strip(), rest, options, lists, canaries)


def _values(text: str, lists: dict[str, list[str]]) -> list[str]:
    values: list[str] = []
    for value in _SEPARATOR.split(text):
        values += lists[value[1:]] if value[1:] in lists and value[0] == "*" else [value]
    return values


def _attacks(
    category: str,
    name: str,
    code: str,
    options: list[tuple[str, str]],
    lists: dict[str, list[str]],
    canaries: dict[str, str],
) -> Iterator[Attack]:
    each = {key[5:]: _values(value, lists) for key, value in options if key.startswith("each ")}
    said = {key: value for key, value in options if not key.startswith(("each ", "list "))}
    unknown = set(said) - {"outcome", "limit", "prints", "prints-only"}
    if unknown:
        raise MalformedAttackError(f"{category}: {name}: unknown options {sorted(unknown)}")
    limits = {key: int(value) for key, _, value in (part.partition("=") for part in said.get("limit", "").split())}
    for chosen in itertools.product(*each.values()):
        values = {**canaries, "OPEN": "{{", "CLOSE": "}}"}
        for key, value in zip(each, chosen, strict=True):
            text = re.sub(r"\\x([0-9a-f]{2})", lambda found: chr(int(found[1], 16)), value)
            values[key] = text
            values["LENGTH"] = str(len(text))
            values[f"{key}64"] = base64.b64encode(_unescaped(text).encode("utf-8")).decode()
        yield Attack(
            category,
            " ".join([name, *map(ascii, chosen)]),
            _filled(code, values).rstrip("\n"),
            frozenset(_filled(said["outcome"], values).split()) if "outcome" in said else ANY_OUTCOME,
            limits,
            _filled(said["prints"], values) if "prints" in said else None,
            _filled(said["prints-only"], values) if "prints-only" in said else None,
        )


def _unescaped(text: str) -> str:
    return re.sub(r"\\([nrt\\'])", lambda found: _ESCAPES.get(found[1], found[1]), text)


def _filled(text: str, values: dict[str, str]) -> str:
    # Values may stand for others: a path that is the canary file's.
    for _ in range(2):
        text = re.sub(r"\{\{(\w+)\}\}", lambda found: values.get(found[1], found[0]), text)
    return text
