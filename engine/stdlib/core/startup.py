"""What PHP says of an execution's directives before its script runs, and what becomes of those it refuses."""

from __future__ import annotations

from engine.runtime.context import E_DEPRECATED, E_WARNING, ctx
from engine.runtime.dates import zones
from engine.runtime.ini import DEFAULTS
from engine.stdlib.multibyte.registry import find_encoding

_ASSERTIONS = ("assert.active", "assert.bail", "assert.warning", "assert.callback", "assert.exception")


def report_startup() -> None:
    """Report what is wrong or deprecated, by extension and then in the order of the alphabet, as PHP registers them."""
    for name in _ASSERTIONS:
        if ctx.ini.initial[name] != DEFAULTS[name]:
            _say(f"{name} INI setting is deprecated", E_DEPRECATED)
    if not ctx.request.ini:
        return
    given = {name: ctx.ini.initial[name] for name in ctx.request.ini}
    zone = given.get("date.timezone")
    if zone is not None and zones.DATABASE.find(zone) is None:
        _say(f"Invalid date.timezone value '{zone}', using 'UTC' instead")
        ctx.ini.initial["date.timezone"] = ctx.ini.values["date.timezone"] = DEFAULTS["date.timezone"]
    _check_list(given.get("mbstring.detect_order", ""))
    for name in ("http_input", "http_output", "internal_encoding"):
        value = given.get(f"mbstring.{name}")
        if value is None:
            continue
        _say(f"Use of mbstring.{name} is deprecated", E_DEPRECATED)
        if name == "http_input" and value != "pass":
            _check_list(value)
        if name == "internal_encoding" and value and find_encoding(value) is None:
            _say(f'Unknown encoding "{value}" in ini setting')
    if not given.get("mbstring.http_input"):
        # Once for what mbstring makes of it, once for what follows from it for requests.
        _check_list(given.get("input_encoding", ""))
        _check_list(given.get("input_encoding", ""))


def _check_list(names: str) -> None:
    """Warn of the first name in a list of encodings that is none."""
    for part in names.strip('"').split(",") if names else ():
        name = part.strip(" \t")
        if name.lower() != "auto" and find_encoding(name) is None:
            _say(f'INI setting contains invalid encoding "{name}"')
            return


def _say(message: str, level: int = E_WARNING) -> None:
    ctx.report(level, f"PHP Startup: {message}", "Unknown", 0)
