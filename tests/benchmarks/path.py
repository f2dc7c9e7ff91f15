"""The whole path through nginx: total CPU per request, interleaved with nginx and php-fpm evaluating the same scripts.

CPU is what the kernel counted (schedstat) for nginx, nodes, executors, Redis, Postgres and the balancer together; the
client here is not counted. The least of several rounds stands: other programs only add. One wrong answer fails it all.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import uvloop

from node.cluster import folder as state
from node.servers import processes
from tests.benchmarks import http, peer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

START_SECONDS = 900.0
BATCH = 32
SELECT = (
    "<?php $db = new PDO('pgsql:'); $st = $db->prepare('SELECT name FROM bench WHERE id = ?');"
    " $st->execute([7]); echo $st->fetchColumn();"
)
PREPARE = (
    "<?php $db = new PDO('pgsql:'); $db->exec('CREATE TABLE IF NOT EXISTS bench (id int primary key, name text)');"
    " $db->exec(\"INSERT INTO bench SELECT n, 'row ' || n FROM generate_series(1, 100) n ON CONFLICT DO NOTHING\");"
    " echo 'made';"
)


def fixed(payload: http.Payload, cache: str) -> Callable[[], tuple[bytes, bytes]]:
    """The same request again and again."""
    made = post({"code": payload.code, "cache": cache}), expected(payload.output)
    return lambda: made


def never_seen() -> Callable[[], tuple[bytes, bytes]]:
    """Fifty lines that no engine has seen: names and numbers differ in each."""
    numbers = itertools.count(time.time_ns() % 1_000_000_000)

    def make() -> tuple[bytes, bytes]:
        n = next(numbers)
        lines = ["<?php", f"function scale_{n}(int $x, int $by = 2): int {{ return $x * $by; }}"]
        lines += [f"class Point_{n} {{", "    public function __construct(public int $x, public int $y) {}",
                  "    public function sum(): int { return $this->x + $this->y; }", "}"]  # fmt: skip
        for k in range(14):
            lines += [f"$a{k} = [{n + k}, {k}, 'key' => 'v{k}'];",
                      f"if ($a{k}[1] % 2 == 0) {{ $t{k} = strtoupper($a{k}['key']) . '-'; }} else {{ $t{k} = 'odd'; }}",
                      f"$s{k} = implode(',', [$t{k}, scale_{n}($a{k}[1], 3)]);"]  # fmt: skip
        lines += [f"$p = new Point_{n}({n}, 1);", "echo $p->sum(), ' ', $s4, ' ', $s5;"]
        return post({"code": "\n".join(lines), "cache": "bypass"}), expected(f"{n + 1} V4-,12 odd,15")

    return make


def post(body: Mapping[str, object], path: str = "/api/execute") -> bytes:
    """The request, as a client library would send it."""
    text = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(text)}\r\n\r\n".encode() + text


def expected(output: str) -> bytes:
    """What a right answer holds."""
    return f'"output":{json.dumps(output)}'.encode()


@dataclass(frozen=True)
class Row:
    """One thing that is measured."""

    name: str
    make: Callable[[], tuple[bytes, bytes]]
    # CPU per script of DESIGN's budget.
    budget_us: float | None = None
    has_peer: bool = True
    is_direct: bool = False
    scripts: int = 1


def rows() -> list[Row]:
    """All rows, the tier that answers first."""
    found = [Row(f"executed {one.name}", fixed(one, "bypass"), 35.0) for one in http.PAYLOADS]
    found.append(Row("memory hit", fixed(http.PAYLOADS[-1], "default"), 24.0, has_peer=False))
    batch = {"executions": [{"code": http.HELLO, "cache": "bypass"}] * BATCH}
    made = post(batch, "/api/execute/batch"), expected(http.PAYLOADS[0].output)
    found.append(Row("batch of 32", lambda: made, 5.0, has_peer=False, is_direct=True, scripts=BATCH))
    found.append(Row("one SELECT", fixed(http.Payload("select", SELECT, "row 7"), "bypass"), 110.0, has_peer=False))
    found.append(Row("never seen, 50 lines", never_seen(), 1500.0))
    return found


@dataclass
class Cluster:
    """A running cluster and whose CPU counts."""

    folder: Path
    port: int
    node_port: int = 0

    def groups(self) -> dict[str, int]:
        """On-CPU nanoseconds so far, by part."""
        running = state.read(self.folder)
        if running is None:
            raise http.WrongAnswerError("the cluster is gone")
        found: dict[str, int] = {}
        for service in running.services:
            if service.name.startswith("node-"):
                spent = http.spent(service.pid)
                found["node"] = found.get("node", 0) + spent.node
                found["executors"] = found.get("executors", 0) + spent.executors
            else:
                found[service.name] = sum(map(http.cpu_ns, http.processes_below(service.pid)))
        return found


@contextmanager
def running_cluster(
    folder: Path, port: int, options: argparse.Namespace, settings: dict[str, str]
) -> Iterator[Cluster]:
    """`howdah up` until the end of the block."""
    command = [sys.executable, "-m", "node.commands", "up", "--folder", str(folder), "--port", str(port)]
    command += ["--nodes", str(options.nodes), "--pool-size", str(options.executors)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HOWDAH_")}
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            # It ends with this benchmark, however that ends.
            processes.command_as(None, command, dies_by=signal.SIGTERM),
            env={**kept, **settings}, stdout=output, stderr=output,
        )  # fmt: skip
    try:
        deadline = time.monotonic() + START_SECONDS
        while b"Ctrl-C" not in (folder / "output").read_bytes():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((folder / "output").read_text("utf-8"))
            time.sleep(0.1)
        yield Cluster(folder, port, port + 1)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(120)


@dataclass
class Figure:
    """The best round of one row on one side."""

    row: str
    side: str
    us: float
    parts: dict[str, float] = field(default_factory=dict)
    requests_per_second: float = 0.0
    p50_ms: float = 0.0
    p99_ms: float = 0.0


def measure(row: Row, side: str, port: int, spent: Callable[[], dict[str, int]], options: argparse.Namespace) -> Figure:
    """One round: warm up, then measure."""
    uvloop.run(http.load("127.0.0.1", port, row.make, options.connections, options.warm_up))
    before, started = spent(), time.perf_counter()
    latencies = sorted(uvloop.run(http.load("127.0.0.1", port, row.make, options.connections, options.seconds)))
    took, after = time.perf_counter() - started, spent()
    count = len(latencies)
    parts = {name: (after[name] - before[name]) / count / row.scripts / 1000 for name in before}
    return Figure(
        row.name, side, sum(parts.values()), parts, count * row.scripts / took,
        latencies[count // 2] * 1000, latencies[count * 99 // 100] * 1000,
    )  # fmt: skip


def main() -> int:
    """Measure every row on both sides, turn and turn about; print and save."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("-c", "--connections", type=int, default=16)
    cli.add_argument("-s", "--seconds", type=float, default=2.0)
    cli.add_argument("--warm-up", type=float, default=2.0)
    cli.add_argument("--rounds", type=int, default=3)
    cli.add_argument("--nodes", type=int, default=2)
    cli.add_argument("--executors", type=int, default=2)
    cli.add_argument("--port", type=int, default=22600)
    cli.add_argument("--row", action="append", help="only rows whose name holds this")
    cli.add_argument("--strict", action="store_true", help="fail where a budget is missed, for a quiet machine")
    cli.add_argument("--json", type=Path)
    options = cli.parse_args()
    wanted = [row for row in rows() if not options.row or any(name in row.name for name in options.row)]
    best: dict[tuple[str, str], Figure] = {}
    with tempfile.TemporaryDirectory(prefix="howdah-bench-") as name, ExitStack() as stack:
        fpm = peer.find_fpm()
        other = None
        if fpm is None:
            print("no php-fpm here: apt-get install php8.2-fpm; measured without the peer", file=sys.stderr)
        else:
            folder = Path(name) / "peer"
            folder.mkdir()
            other = stack.enter_context(peer.running_peer(folder, options.port + 60, fpm))
        cluster = stack.enter_context(running_cluster(Path(name) / "c", options.port, options, {}))
        if any(row.name == "one SELECT" for row in wanted):
            prepare(cluster)
        for _round in range(options.rounds):
            for row in wanted:
                port = cluster.node_port if row.is_direct else cluster.port
                keep(best, measure(row, "howdah", port, cluster.groups, options))
                if other is not None and row.has_peer:
                    keep(best, measure(row, "php-fpm", other.port, lambda: spent_by(other), options))
    if not options.row or "Redis hit" in options.row:
        with tempfile.TemporaryDirectory(prefix="howdah-bench-") as name:
            # Without memory of their own, nodes find every answer in Redis.
            settings = {"HOWDAH_CACHE_MAX_BYTES": "0"}
            row = Row("Redis hit", fixed(http.PAYLOADS[-1], "default"), 27.0, has_peer=False)
            with running_cluster(Path(name) / "c", options.port, options, settings) as cluster:
                for _round in range(options.rounds):
                    keep(best, measure(row, "howdah", cluster.port, cluster.groups, options))
                wanted.append(row)
    return report(wanted, best, options)


def prepare(cluster: Cluster) -> None:
    """Make the table that the SELECT reads."""
    made = fixed(http.Payload("prepare", PREPARE, "made"), "bypass")
    uvloop.run(http.load("127.0.0.1", cluster.port, made, 1, 0.01))


def keep(best: dict[tuple[str, str], Figure], figure: Figure) -> None:
    """Keep the round with the least CPU."""
    key = (figure.row, figure.side)
    if key not in best or figure.us < best[key].us:
        best[key] = figure


def spent_by(other: peer.Peer) -> dict[str, int]:
    """What the peer used so far."""
    return {
        "nginx": sum(map(http.cpu_ns, http.processes_below(other.nginx))),
        "fpm": sum(map(http.cpu_ns, http.processes_below(other.fpm))),
    }


def report(wanted: list[Row], best: dict[tuple[str, str], Figure], options: argparse.Namespace) -> int:
    """Print the table; the exit status is 1 when a budget is missed and that matters."""
    print(f"load average {os.getloadavg()[0]:.1f} on {len(os.sched_getaffinity(0))} cores; us of CPU per script")
    print(f"{'row':22}{'side':9}{'us':>8}{'budget':>8}{'req/s':>9}{'p50 ms':>8}{'p99 ms':>8}  parts")
    missed = 0
    for row in wanted:
        for side in ("howdah", "php-fpm"):
            figure = best.get((row.name, side))
            if figure is None:
                continue
            budget = f"{row.budget_us:.0f}" if row.budget_us and side == "howdah" else ""
            missed += bool(row.budget_us and side == "howdah" and figure.us > row.budget_us)
            parts = " ".join(f"{name} {us:.1f}" for name, us in figure.parts.items() if us >= 0.05)
            print(f"{row.name:22}{side:9}{figure.us:8.1f}{budget:>8}{figure.requests_per_second:9.0f}"
                  f"{figure.p50_ms:8.2f}{figure.p99_ms:8.2f}  {parts}")  # fmt: skip
    if options.json:
        options.json.write_text(json.dumps([asdict(figure) for figure in best.values()], indent=1), "utf-8")
    return 1 if missed and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())
