"""Simulates 2 to 200 nodes from measured service times: where the next bottleneck is, and what to add.

Requests arrive at random (Poisson); nginx picks the node with the fewest open ones; a node answers from memory, from
Redis, or has an executor run the script, some of which ask Postgres. Each tier is a queue with so many servers. The
service times are those `make bench-http ARGS='--json FILE'` measured (`--measured FILE`), or the ones below.
"""

from __future__ import annotations

import argparse
import heapq
import json
import random
import sys
from dataclasses import dataclass, field
from math import log10
from pathlib import Path

# Microseconds of CPU, from quiet runs of the benchmarks of this folder and of the prototypes before them.
DEFAULTS = {
    "nginx": 12.0, "node_memory": 10.0, "node_redis": 14.0, "node_executed": 22.0, "executor": 25.0, "redis": 1.4,
    "postgres": 35.0,
}  # fmt: skip
SIZES = (2, 5, 10, 20, 50, 100, 200)


@dataclass
class Tier:
    """So many servers with one queue."""

    name: str
    servers: int
    free_at: list[float] = field(default_factory=list)
    busy: float = 0.0

    def __post_init__(self) -> None:
        self.free_at = [0.0] * self.servers

    def serve(self, now: float, seconds: float) -> float:
        """Return when a request that comes now has been served."""
        started = max(now, heapq.heappop(self.free_at))
        heapq.heappush(self.free_at, started + seconds)
        self.busy += seconds
        return started + seconds


@dataclass(frozen=True)
class Shape:
    """What the traffic is like, and what there is beside nodes."""

    memory_hits: float
    redis_hits: float
    database: float
    nginx_cores: int
    executors: int
    postgres_connections: int
    postgres_cores: int
    run_us: float


@dataclass
class Outcome:
    """What one size of cluster can do."""

    nodes: int
    capacity: float
    limit: str
    p50_ms: float
    p99_ms: float
    use: dict[str, float]


def demands(shape: Shape, us: dict[str, float], nodes: int) -> dict[str, float]:
    """CPU seconds per request that each tier needs, divided by its servers: the largest bounds the rate."""
    executed = 1 - shape.memory_hits - shape.redis_hits
    asks_redis = 1 - shape.memory_hits
    node = shape.memory_hits * us["node_memory"] + shape.redis_hits * us["node_redis"] + executed * us["node_executed"]
    return {
        "nginx": us["nginx"] / shape.nginx_cores / 1e6,
        "nodes": node / nodes / 1e6,
        "executors": executed * (us["executor"] + shape.run_us) / (nodes * shape.executors) / 1e6,
        # A lookup each, and a store for what was run.
        "redis": (asks_redis + executed) * us["redis"] / 1e6,
        "postgres": executed * shape.database * us["postgres"] / shape.postgres_cores / 1e6,
        # A session holds its connection for the run of its script.
        "postgres connections": executed * shape.database * (us["postgres"] + shape.run_us)
        / shape.postgres_connections / 1e6,
    }  # fmt: skip


def simulate(shape: Shape, us: dict[str, float], nodes: int, *, load: float, requests: int, seed: int) -> Outcome:
    """Run so many requests at a share of what the tightest tier can do."""
    numbers = random.Random(seed)  # noqa: S311 - arrivals, not secrets
    needs = demands(shape, us, nodes)
    limit = max(needs, key=needs.__getitem__)
    capacity = 1 / needs[limit]
    rate = capacity * load
    nginx = Tier("nginx", shape.nginx_cores)
    redis, postgres = Tier("redis", 1), Tier("postgres", shape.postgres_cores)
    loops = [Tier("nodes", 1) for _ in range(nodes)]
    executors = [Tier("executors", shape.executors) for _ in range(nodes)]
    open_requests = [0] * nodes
    leaving: list[tuple[float, int]] = []
    now, latencies = 0.0, []

    def work(name: str) -> float:
        # Service times vary: exponential about their mean is a hard case, not an easy one.
        return numbers.expovariate(1e6 / us[name])

    for _ in range(requests):
        now += numbers.expovariate(rate)
        while leaving and leaving[0][0] <= now:
            open_requests[heapq.heappop(leaving)[1]] -= 1
        # least_conn; among equals nginx takes turns.
        fewest = min(open_requests)
        node = numbers.choice([index for index, count in enumerate(open_requests) if count == fewest])
        open_requests[node] += 1
        at = nginx.serve(now, work("nginx"))
        kind = numbers.random()
        if kind < shape.memory_hits:
            at = loops[node].serve(at, work("node_memory"))
        elif kind < shape.memory_hits + shape.redis_hits:
            at = redis.serve(loops[node].serve(at, work("node_redis")), work("redis"))
        else:
            at = redis.serve(loops[node].serve(at, work("node_executed")), work("redis"))
            if numbers.random() < shape.database:
                at = postgres.serve(at, work("postgres"))
            at = executors[node].serve(at, work("executor") + numbers.expovariate(1e6 / shape.run_us))
        heapq.heappush(leaving, (at, node))
        latencies.append(at - now)
    latencies.sort()
    use = {name: load * need / needs[limit] for name, need in needs.items()}
    return Outcome(nodes, capacity, limit, latencies[requests // 2] * 1e3, latencies[requests * 99 // 100] * 1e3, use)


ADVICE = {
    "nginx": "more nginx cores, then a second nginx behind one address",
    "nodes": "more nodes",
    "executors": "more cores for executors, or more nodes",
    "redis": "a Redis for each half of the keys (they are digests: any bit splits them), or more memory in the nodes",
    "postgres": "more Postgres cores, or a replica for reads",
    "postgres connections": "a higher max_connections, or a pooler before Postgres",
}


def measured(path: Path | None) -> dict[str, float]:
    """The service times to work with."""
    times = dict(DEFAULTS)
    if path is None:
        return times
    figures = {figure["row"]: figure["parts"] for figure in json.loads(path.read_text("utf-8"))
               if figure["side"] == "howdah"}  # fmt: skip
    executed, memory, shared = figures.get("executed echo"), figures.get("memory hit"), figures.get("Redis hit")
    select = figures.get("one SELECT")
    if executed:
        times |= {"nginx": executed["nginx"], "node_executed": executed["node"], "executor": executed["executors"]}
    if memory:
        times["node_memory"] = memory["node"]
    if shared:
        times |= {"node_redis": shared["node"], "redis": max(0.5, shared["redis"])}
    if select:
        times["postgres"] = select["postgres"]
    return times


def plot(outcomes: list[Outcome], path: Path) -> None:
    """Draw capacity by nodes, both on logarithmic scales, with the tier that bounds it, as SVG."""
    width, height, left, bottom = 640, 400, 70, 350
    top_rate = 10 ** (int(log10(max(one.capacity for one in outcomes))) + 1)

    def x(nodes: float) -> float:
        return left + (width - left - 130) * log10(nodes / SIZES[0]) / log10(SIZES[-1] / SIZES[0])

    def y(rate: float) -> float:
        return bottom - (bottom - 30) * log10(max(rate, 1000) / 1000) / log10(top_rate / 1000)

    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"',
             ' font-family="sans-serif" font-size="11">',
             '<text x="70" y="18" font-size="13">Requests a second</text>']  # fmt: skip
    rate = 1000
    while rate <= top_rate:
        lines.append(f'<line x1="{left}" y1="{y(rate):.0f}" x2="{width - 130}" y2="{y(rate):.0f}" stroke="#ddd"/>'
                     f'<text x="{left - 8}" y="{y(rate) + 4:.0f}" text-anchor="end">{rate:,}</text>')  # fmt: skip
        rate *= 10
    points = " ".join(f"{x(one.nodes):.0f},{y(one.capacity):.0f}" for one in outcomes)
    lines.append(f'<polyline points="{points}" fill="none" stroke="#36c" stroke-width="2"/>')
    for one in outcomes:
        across, up = round(x(one.nodes)), round(y(one.capacity))
        lines += [f'<circle cx="{across}" cy="{up}" r="3" fill="#36c"/>',
                  f'<text x="{across + 6}" y="{up + 14}">{one.limit}</text>',
                  f'<text x="{across}" y="{bottom + 16}" text-anchor="middle">{one.nodes}</text>']  # fmt: skip
    lines += [f'<text x="{left}" y="{bottom + 34}">nodes</text>', "</svg>"]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> int:
    """Simulate every size; print the table, draw the plot."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--measured", type=Path, help="figures of `make bench-http ARGS='--json FILE'`")
    cli.add_argument("--memory-hits", type=float, default=0.5)
    cli.add_argument("--redis-hits", type=float, default=0.2)
    cli.add_argument("--database", type=float, default=0.2, help="share of executed scripts that ask Postgres")
    cli.add_argument("--run-us", type=float, default=200.0, help="what a script itself takes, in the mean")
    cli.add_argument("--nginx-cores", type=int, default=4)
    cli.add_argument("--executors", type=int, default=4, help="cores for executors, per node")
    cli.add_argument("--postgres-cores", type=int, default=8)
    cli.add_argument("--postgres-connections", type=int, default=90)
    cli.add_argument("--load", type=float, default=0.7, help="share of the capacity at which latencies are simulated")
    cli.add_argument("--requests", type=int, default=20_000)
    cli.add_argument("--plot", type=Path, default=Path("scale.svg"))
    options = cli.parse_args()
    shape = Shape(
        options.memory_hits, options.redis_hits, options.database, options.nginx_cores, options.executors,
        options.postgres_connections, options.postgres_cores, options.run_us,
    )  # fmt: skip
    us = measured(options.measured)
    print("service times in us: " + ", ".join(f"{name} {value:.1f}" for name, value in us.items()))
    outcomes = [simulate(shape, us, nodes, load=options.load, requests=options.requests, seed=nodes) for nodes in SIZES]
    print(f"{'nodes':>5}{'capacity/s':>12}  {'bounded by':22}{'p50 ms':>8}{'p99 ms':>8}  use at {options.load:.0%}")
    for one in outcomes:
        use = " ".join(f"{name} {share:.0%}" for name, share in one.use.items() if share >= 0.05)
        print(f"{one.nodes:5}{one.capacity:12,.0f}  {one.limit:22}{one.p50_ms:8.2f}{one.p99_ms:8.2f}  {use}")
    for limit in dict.fromkeys(one.limit for one in outcomes):
        print(f"bounded by {limit}: add {ADVICE[limit]}")
    plot(outcomes, options.plot)
    print(f"plot: {options.plot}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
