"""Nodes that the tests of a module share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.serving import RunningNode, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningNode]:
    """A node with the stand-in engine on CPython."""
    with running_node(tmp_path_factory.mktemp("node")) as running:
        yield running
