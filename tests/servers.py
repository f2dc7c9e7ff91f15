"""Real servers for tests, in folders whose paths are short enough for unix sockets."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from node.servers import postgres, redis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from node.servers.processes import Server


@contextmanager
def short_folder() -> Iterator[Path]:
    """Make a folder that goes with the block."""
    path = Path(tempfile.mkdtemp(prefix="howdah-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path)


@contextmanager
def running_redis() -> Iterator[Server]:
    """Run a Redis of one's own."""
    with short_folder() as folder:
        server = redis.start(folder)
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def running_postgres(*, max_connections: int = 100) -> Iterator[Server]:
    """Run a Postgres of one's own, which a crash may cost its data."""
    with short_folder() as folder:
        server = postgres.start(folder, max_connections=max_connections, is_durable=False)
        try:
            yield server
        finally:
            server.stop()
