"""CPU per request and requests per second of a whole node, each output verified: `python -m tests.benchmarks.http`.

CPU is what the kernel counted for the node, its zygote and its executors (schedstat), whatever else the machine does;
the client here is not counted. A single wrong answer fails the benchmark.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import uvloop

from tests.integration.serving import running_node

if TYPE_CHECKING:
    from collections.abc import Callable

HELLO = "<?php echo 'Hello, World!';"
VARIABLES = "<?php $name = 'World'; $greeting = 'Hello'; $n = 3; $m = $n * 2; echo \"$greeting, $name! $n $m\";"
ARITHMETIC = "<?php $a = 17; $b = 5; echo $a + $b, ' ', $a - $b, ' ', $a * $b, ' ', $a % $b, ' ', intdiv($a, $b);"
MIX = """<?php
function double($x) { return $x * 2; }
$s = 0;
for ($i = 0; $i < 10; $i++) { $s += $i; }
foreach (['a', 'b', 'c'] as $item) { echo $item; }
echo $s, double(21), array_sum([1, 2, 3, 4]);
"""


@dataclass(frozen=True)
class Payload:
    """A script and what it prints."""

    name: str
    code: str
    output: str


PAYLOADS = (
    Payload("echo", HELLO, "Hello, World!"),
    Payload("variables", VARIABLES, "Hello, World! 3 6"),
    Payload("arithmetic", ARITHMETIC, "22 12 85 2 3"),
    Payload("mix", MIX, "abc454210"),
)
MODES = {"uncached": "bypass", "memory": "default"}


@dataclass
class Figure:
    """One measurement."""

    payload: str
    mode: str
    requests: int
    cpu_us: float
    node_us: float
    executor_us: float
    requests_per_second: float
    mean_ms: float
    p50_ms: float
    p99_ms: float


class WrongAnswerError(Exception):
    """A response that is not the expected one; nothing measured counts."""


class Client(asyncio.Protocol):
    """One kept connection: sends the request again as soon as the answer is there and right."""

    def __init__(self, make: Callable[[], tuple[bytes, bytes]], run: Run) -> None:
        self._make = make
        self._expected = b""
        self._run = run
        self._received = b""
        self._sent = 0.0
        self._transport: asyncio.Transport | None = None
        # Whether the other side said that it ends the connection, as nginx does before a reload.
        self._is_told_to_close = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio.Protocol."""
        self._transport = transport  # type: ignore[assignment] # a stream's transport
        self._send()

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if not separator:
            return
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0].strip()
        if not length.isdigit():
            self._run.fail(WrongAnswerError(f"expected a Content-Length, got {head!r}"))
            return
        if len(body) < int(length):
            return
        if not head.startswith(b"HTTP/1.1 200") or self._expected not in body:
            self._run.fail(WrongAnswerError(f"expected {self._expected!r}, got {self._received[:1000]!r}"))
            return
        self._received = b""
        now = time.perf_counter()
        self._run.latencies.append(now - self._sent)
        if now < self._run.until and b"\r\nconnection: close" in head.lower():
            self._is_told_to_close = True
            self._run.reopen(self._make, self._transport)
        elif now < self._run.until:
            self._send()
        else:
            self._run.leave()

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        if self._is_told_to_close:
            return
        if self._received or not self._run.done.done():
            self._run.fail(WrongAnswerError(f"the connection ended: {exc}"))

    def _send(self) -> None:
        assert self._transport is not None
        request, self._expected = self._make()
        self._sent = time.perf_counter()
        self._transport.write(request)


class Run:
    """All connections of one measurement."""

    def __init__(self, connections: int, seconds: float) -> None:
        self.until = time.perf_counter() + seconds
        self.latencies: list[float] = []
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._left = connections
        # Kept, for asyncio itself does not.
        self._opening: set[asyncio.Task[tuple[asyncio.Transport, Client]]] = set()

    def leave(self) -> None:
        """One connection has finished."""
        self._left -= 1
        if self._left == 0 and not self.done.done():
            self.done.set_result(None)

    def reopen(self, make: Callable[[], tuple[bytes, bytes]], ended: asyncio.Transport | None) -> None:
        """Go on with a new connection to where the one went that the other side ends."""
        assert ended is not None
        host, port = ended.get_extra_info("peername")[:2]
        ended.close()
        loop = asyncio.get_running_loop()
        opening = loop.create_task(loop.create_connection(lambda: Client(make, self), host, port))
        self._opening.add(opening)
        opening.add_done_callback(self._opening.discard)

    def fail(self, error: Exception) -> None:
        """Nothing counts any more."""
        if not self.done.done():
            self.done.set_exception(error)


def request_bytes(payload: Payload, mode: str, host: str) -> bytes:
    """The request, as a client library would send it."""
    body = json.dumps({"code": payload.code, "cache": MODES[mode]}).encode()
    head = f"POST /api/execute HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def load(
    host: str, port: int, make: Callable[[], tuple[bytes, bytes]], connections: int, seconds: float
) -> list[float]:
    """Keep so many connections busy with the requests that `make` makes; return the latencies."""
    loop = asyncio.get_running_loop()
    run = Run(connections, seconds)
    opened = [await loop.create_connection(lambda: Client(make, run), host, port) for _ in range(connections)]
    try:
        await run.done
    finally:
        for transport, _client in opened:
            transport.close()
    return run.latencies


def processes_below(pid: int) -> list[int]:
    """A process and all its descendants."""
    found = [pid]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            found += map(int, children.read_text(encoding="ascii").split())
    return found


@dataclass(frozen=True)
class Spent:
    """On-CPU nanoseconds so far."""

    node: int
    executors: int


def cpu_ns(pid: int) -> int:
    """On-CPU nanoseconds of a process, all its threads together."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks)


def ended_children_ns(pid: int) -> int:
    """What children that ended had used: executors are replaced now and then."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) * 1_000_000_000 // os.sysconf("SC_CLK_TCK")


def is_zygote(pid: int) -> bool:
    """Whether a process forks executors."""
    return b"engine.executor" in Path(f"/proc/{pid}/cmdline").read_bytes()


def spent(pid: int) -> Spent:
    """What the node and its executors have used so far."""
    pids = processes_below(pid)
    executors: set[int] = set()
    ended = 0
    for zygote in filter(is_zygote, pids):
        if zygote not in executors:
            executors.update(processes_below(zygote))
            ended += ended_children_ns(zygote)
    return Spent(
        node=sum(cpu_ns(one) for one in pids if one not in executors),
        executors=ended + sum(map(cpu_ns, executors)),
    )


def measure(host: str, port: int, pid: int, payload: Payload, mode: str, options: argparse.Namespace) -> Figure:
    """Measure one payload in one mode."""
    made = request_bytes(payload, mode, host), f'"output":{json.dumps(payload.output)}'.encode()
    uvloop.run(load(host, port, lambda: made, options.connections, options.warm_up))
    before, started = spent(pid), time.perf_counter()
    latencies = sorted(uvloop.run(load(host, port, lambda: made, options.connections, options.seconds)))
    took, after = time.perf_counter() - started, spent(pid)
    count = len(latencies)
    node_us = (after.node - before.node) / count / 1000
    executor_us = (after.executors - before.executors) / count / 1000
    return Figure(
        payload=payload.name,
        mode=mode,
        requests=count,
        cpu_us=node_us + executor_us,
        node_us=node_us,
        executor_us=executor_us,
        requests_per_second=count / took,
        mean_ms=sum(latencies) / count * 1000,
        p50_ms=latencies[count // 2] * 1000,
        p99_ms=latencies[count * 99 // 100] * 1000,
    )


def main() -> int:
    """Measure, print a table, compare with the goals."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--url", help="a node that runs already (with --pid); otherwise one is started")
    cli.add_argument("--pid", type=int, help="the process of `howdah serve` behind --url")
    cli.add_argument("-c", "--connections", type=int, default=32)
    cli.add_argument("-s", "--seconds", type=float, default=3.0)
    cli.add_argument("--warm-up", type=float, default=2.0)
    cli.add_argument("--workers", type=int, default=1)
    cli.add_argument("--executors", type=int, default=2)
    cli.add_argument("--python", default="auto", help="the executors' interpreter")
    cli.add_argument("--engine", default="engine.pipeline:Engine")
    cli.add_argument("--payload", action="append", choices=[payload.name for payload in PAYLOADS])
    cli.add_argument("--mode", action="append", choices=list(MODES))
    cli.add_argument("--max-uncached-us", type=float, help="fail above this")
    cli.add_argument("--max-memory-us", type=float, help="fail above this")
    cli.add_argument("--json", type=Path, help="write the figures here")
    options = cli.parse_args()
    if options.url:
        address = urlsplit(options.url)
        figures = measure_all(str(address.hostname), int(address.port or 80), options.pid, options)
    else:
        settings = {
            "HOWDAH_ENGINE": options.engine,
            "HOWDAH_WORKERS": str(options.workers),
            "HOWDAH_ENGINE_POOL_SIZE": str(options.executors),
            "HOWDAH_EXECUTOR_PYTHON": options.python,
        }
        with tempfile.TemporaryDirectory() as folder, running_node(Path(folder), settings) as node:
            figures = measure_all(node.host, node.port, node.process.pid, options)
    if options.json:
        options.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=1), encoding="utf-8")
    goals = {"uncached": options.max_uncached_us, "memory": options.max_memory_us}
    missed = [figure for figure in figures if goals[figure.mode] and figure.cpu_us > goals[figure.mode]]
    for figure in missed:
        print(f"goal missed: {figure.payload} {figure.mode}: {figure.cpu_us:.1f} us", file=sys.stderr)
    return 1 if missed else 0


def measure_all(host: str, port: int, pid: int, options: argparse.Namespace) -> list[Figure]:
    """Measure and print row by row."""
    print(f"{'payload':12}{'mode':10}{'us/req':>8}{'node':>7}{'exec':>7}{'req/s':>9}{'mean ms':>9}{'p50':>7}{'p99':>7}")
    figures = []
    for payload in PAYLOADS:
        for mode in MODES:
            if (options.payload and payload.name not in options.payload) or (options.mode and mode not in options.mode):
                continue
            figure = measure(host, port, pid, payload, mode, options)
            figures.append(figure)
            print(
                f"{figure.payload:12}{figure.mode:10}{figure.cpu_us:8.1f}{figure.node_us:7.1f}{figure.executor_us:7.1f}"
                f"{figure.requests_per_second:9.0f}{figure.mean_ms:9.2f}{figure.p50_ms:7.2f}{figure.p99_ms:7.2f}",
                flush=True,
            )
    return figures


if __name__ == "__main__":
    sys.exit(main())
