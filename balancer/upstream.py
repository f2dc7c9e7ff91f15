"""Renders nginx's `upstream` block. An address is checked before it reaches the text: it may come from the network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "howdah"
# Idle connections to nodes that each nginx worker keeps, and for how long: shorter than a draining node keeps them.
KEEPALIVE = 128
KEEPALIVE_SECONDS = 4
_ADDRESS = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}|unix:/[A-Za-z0-9._/-]+")


def is_address(text: str) -> bool:
    """Whether this can stand in an upstream block: host and port, or the path of a unix socket."""
    return _ADDRESS.fullmatch(text) is not None


def render(weights: Mapping[str, int]) -> str:
    """Return the block. Nodes of weight 0 stay in it, marked down, so that it is never empty."""
    lines = [f"upstream {NAME} {{", "    # Shared by all workers: without it each counts connections for itself."]
    lines += [f"    zone {NAME} 1m;", "    least_conn;"]
    for address in sorted(weights):
        if not is_address(address):
            raise ValueError(f"expected host:port or unix:/path, got {address!r}")
        weight = weights[address]
        state = f"weight={weight} max_fails=3 fail_timeout=2s" if weight else "down"
        lines.append(f"    server {address} {state};")
    if not weights:
        lines.append("    server 127.0.0.1:9 down;")
    lines += [f"    keepalive {KEEPALIVE};", f"    keepalive_timeout {KEEPALIVE_SECONDS}s;"]
    return "\n".join([*lines, "    keepalive_requests 1000000;", "}", ""])
