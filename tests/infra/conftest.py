"""The node that the tests of this folder scrape."""

from __future__ import annotations

from tests.integration.conftest import node

__all__ = ["node"]
