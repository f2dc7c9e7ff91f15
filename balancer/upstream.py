"""Renders nginx's `upstream` blocks. An address is checked before it reaches the text: it may come from the network."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "howdah"
# The variables of nginx's template that hold the key of the list in force and the name of its block.
CHOSEN = "$howdah_list"
POOL = "$howdah_pool"
# Idle connections to nodes that each nginx worker keeps, and for how long: shorter than a draining node keeps them.
KEEPALIVE = 128
KEEPALIVE_SECONDS = 4
_ADDRESS = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}|unix:/[A-Za-z0-9._/-]+")


def is_address(text: str) -> bool:
    """Whether this can stand in an upstream block: host and port, or the path of a unix socket."""
    return _ADDRESS.fullmatch(text) is not None


def key(weights: Mapping[str, int]) -> str:
    """Return the key of a list of weights: the same for the same block, wherever it stands."""
    return hashlib.sha256("\n".join(_block(NAME, weights, "1m")).encode()).hexdigest()[:12]


def render(weights: Mapping[str, int], foreseen: Sequence[Mapping[str, int]] = ()) -> str:
    """Return the block of this list and those of the foreseen ones, which nginx can be told to use without a reload."""
    others = {key(one): one for one in foreseen}
    lines = [*_block(NAME, weights, "1m")]
    for name, one in others.items():
        lines += _block(f"{NAME}_{name}", one, "128k")
    lines += [f"map {CHOSEN} {POOL} {{", f"    default {NAME};", f"    {key(weights)} {NAME};"]
    return "\n".join([*lines, *(f"    {name} {NAME}_{name};" for name in others), "}", ""])


def offered(text: str) -> frozenset[str]:
    """Return the keys of the lists that are in a rendered file."""
    return frozenset(re.findall(rf"^    ([0-9a-f]{{12}}) {NAME}", text, re.MULTILINE))


def _block(name: str, weights: Mapping[str, int], size: str) -> list[str]:
    """Nodes of weight 0 stay in it, marked down, so that it is never empty."""
    lines = [f"upstream {name} {{", "    # Shared by all workers: without it each counts connections for itself."]
    lines += [f"    zone {name} {size};", "    least_conn;"]
    for address in sorted(weights):
        if not is_address(address):
            raise ValueError(f"expected host:port or unix:/path, got {address!r}")
        weight = weights[address]
        state = f"weight={weight} max_fails=3 fail_timeout=2s" if weight else "down"
        lines.append(f"    server {address} {state};")
    if not weights:
        lines.append("    server 127.0.0.1:9 down;")
    lines += [f"    keepalive {KEEPALIVE};", f"    keepalive_timeout {KEEPALIVE_SECONDS}s;"]
    return [*lines, "    keepalive_requests 1000000;", "}"]
