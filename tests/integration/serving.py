"""Starts a real node, as `howdah serve` does, and speaks HTTP to it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]
FAKE_ENGINE = "tests.integration.fake_engine:Engine"
START_SECONDS = 240.0
JSON = {"Content-Type": "application/json"}

# What tests want unless they say otherwise: one small, quick node on a free port.
DEFAULTS = {
    "HOWDAH_ENGINE": FAKE_ENGINE,
    "HOWDAH_PORT": "0",
    "HOWDAH_WORKERS": "1",
    "HOWDAH_ENGINE_POOL_SIZE": "2",
    "HOWDAH_DRAIN_IDLE_SECONDS": "0.2",
    "HOWDAH_EXECUTOR_PYTHON": "cpython",
}


class StartError(Exception):
    """The node did not come up; the message is its log."""


@dataclass(frozen=True)
class Answer:
    """One HTTP response."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # Any: a JSON document
        """The body as JSON."""
        return json.loads(self.body)


def command(*arguments: str) -> list[str]:
    """The `howdah` command, with no need of an installed entry point."""
    return [sys.executable, "-c", "from node.commands import main; main()", *arguments]


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """This environment without settings of its own, and with those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HOWDAH_")}
    return {**kept, "PYTHONPATH": str(ROOT), **DEFAULTS, **settings}


@dataclass
class RunningNode:
    """A node that serves."""

    process: subprocess.Popen[bytes]
    log_path: Path
    host: str = ""
    port: int = 0
    is_wrapped: bool = False
    connections: list[http.client.HTTPConnection] = field(default_factory=list)

    @property
    def pid(self) -> int:
        """The node's own process, also below the command that is around it."""
        if not self.is_wrapped:
            return self.process.pid
        return int(Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()[0])

    def log(self) -> list[dict[str, Any]]:
        """What it has logged."""
        lines = self.log_path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def events(self, name: str) -> list[dict[str, Any]]:
        """The log lines of one event."""
        return [line for line in self.log() if line["event"] == name]

    def connect(self, timeout_seconds: float = 20) -> http.client.HTTPConnection:
        """Open a connection; it is closed with the node."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout_seconds)
        self.connections.append(connection)
        return connection

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send one request on a connection of its own."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def get(self, path: str) -> Answer:
        """GET a path."""
        return self.request("GET", path)

    def execute(self, code: str, **fields: Any) -> Answer:
        """Run a script."""
        return self.request("POST", "/api/execute", json.dumps({"code": code, **fields}).encode(), JSON)

    def stop(self) -> int:
        """Stop it in an orderly way; return the exit status."""
        for connection in self.connections:
            connection.close()
        if self.process.poll() is None:
            os.kill(self.pid, signal.SIGTERM)
        try:
            return self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


@contextmanager
def running_node(
    folder: Path,
    settings: Mapping[str, str] | None = None,
    *,
    is_ready: bool = True,
    prefix: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Iterator[RunningNode]:
    """Serve until the end of the block; `is_ready` waits until requests are taken, `prefix` is a command around it.

    `without` names variables that the node is not given, so that a file may say them.
    """
    variables = environment(settings or {})
    for name in without:
        del variables[name]
    log_path = folder / "node.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen([*prefix, *command("serve")], env=variables, cwd=folder, stderr=log)
    node = RunningNode(process, log_path, is_wrapped=bool(prefix))
    try:
        _wait(node, "serving" if is_ready else "starting")
        yield node
    finally:
        node.stop()


def _wait(node: RunningNode, event: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and node.process.poll() is None:
        serving = node.events(event)
        if serving:
            address = urlsplit(serving[0]["address"])
            node.host, node.port = str(address.hostname), int(address.port or 0)
            return
        time.sleep(0.02)
    raise StartError(node.log_path.read_text(encoding="utf-8"))
