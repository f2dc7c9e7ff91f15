"""`yield` and `yield from`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.syntax.nodes import Yield, YieldFrom

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_yield_nothing(p: Production) -> None:
    """expr : T_YIELD"""
    p[0] = Yield(p.lineno(1), None, None)


def p_yield(p: Production) -> None:
    """expr : T_YIELD expr"""
    p[0] = Yield(p.lineno(1), None, p[2])


def p_yield_pair(p: Production) -> None:
    """expr : T_YIELD expr T_DOUBLE_ARROW expr"""
    p[0] = Yield(p.lineno(1), p[2], p[4])


def p_yield_from(p: Production) -> None:
    """expr : T_YIELD_FROM expr"""
    p[0] = YieldFrom(p.lineno(1), p[2])
