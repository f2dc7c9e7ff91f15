"""A Postgres, and nodes that use it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests import servers
from tests.integration.serving import RunningNode, running_node
from tests.php.interpreters import find_interpreters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from node.servers.processes import Server

# A machine that runs tests has others to run: the database may take its time.
REAL_ENGINE = {"HOWDAH_ENGINE": "engine.pipeline:Engine", "HOWDAH_DATABASE_TIMEOUT_MS": "5000"}


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    with servers.running_postgres() as server:
        yield server


def wait_for_database(node: RunningNode, *, count: int = 1) -> None:
    """Wait until the node has connected so many times."""
    deadline = time.monotonic() + 30
    while len(node.events("database_connected")) < count:
        assert time.monotonic() < deadline, node.log_path.read_text()
        time.sleep(0.05)


@pytest.fixture(scope="session", params=[interpreter.kind for interpreter in find_interpreters()])
def node(
    request: pytest.FixtureRequest, postgres: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningNode]:
    """A node with a database, on each interpreter there is."""
    settings = REAL_ENGINE | {
        "HOWDAH_DATABASE_URL": postgres.url,
        "HOWDAH_EXECUTOR_PYTHON": request.param,
        # Some scripts say hundreds of things to the database.
        "HOWDAH_LIMIT_WALL_MS": "60000",
        "HOWDAH_LIMIT_CPU_MS": "60000",
    }
    with running_node(tmp_path_factory.mktemp(request.param), settings) as running:
        wait_for_database(running)
        yield running
