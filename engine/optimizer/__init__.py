"""Syntax tree -> a better tree. One rule, one file."""

from __future__ import annotations

from engine.optimizer.rules import optimize

__all__ = ["optimize"]
