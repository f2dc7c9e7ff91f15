"""FUNCTIONS.md says what the library declares."""

from __future__ import annotations

from engine.pipeline import make_library
from tests.conformance.functions import LISTING, listing


def test_the_list_of_functions_is_current() -> None:
    assert LISTING.read_text(encoding="utf-8") == listing(make_library()), "run `make functions`"
