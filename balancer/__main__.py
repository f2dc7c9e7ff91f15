"""`python -m balancer`: keeps the list of nodes of one nginx true until it is told to stop."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import os
import signal
import sys
from pathlib import Path

from prometheus_client import start_http_server

from balancer import upstream
from balancer.members import Policy
from balancer.registry import Registry
from balancer.reload import Door
from balancer.watch import Watch

REDIS_VARIABLE = "HOWDAH_REDIS_URL"
POLICY = Policy()


def main() -> int:
    """Read the command line and watch."""
    cli = argparse.ArgumentParser(prog="python -m balancer", description=__doc__)
    cli.add_argument(
        "--node", action="append", default=[], help="a node that is always watched: host:port or unix:/path"
    )
    cli.add_argument("--registered", action="store_true", help=f"watch the nodes that register, too ({REDIS_VARIABLE})")
    cli.add_argument("--nginx", type=Path, required=True, help="its program")
    cli.add_argument("--configuration", type=Path, required=True, help="its configuration")
    cli.add_argument("--pid-file", type=Path, required=True)
    cli.add_argument("--upstream-file", type=Path, required=True, help="the file to keep true; nginx includes it")
    cli.add_argument("--old", action="store_true", help="this nginx is older than 1.27.4")
    cli.add_argument("--metrics-port", type=int, help="answer Prometheus there")
    cli.add_argument("--metrics-host", default="127.0.0.1", help="the address to do so on")
    cli.add_argument("--interval", type=float, default=POLICY.interval_seconds, help="seconds between probes of a node")
    cli.add_argument("--timeout", type=float, default=POLICY.timeout_seconds, help="seconds a probe may take")
    options = cli.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    for address in options.node:
        if not upstream.is_address(address):
            cli.error(f"expected host:port or unix:/path, got {address!r}")
    url = os.environ.get(REDIS_VARIABLE) if options.registered else None
    if options.registered and not url:
        cli.error(f"--registered needs {REDIS_VARIABLE}")
    asyncio.run(watch(options, url))
    return 0


async def watch(options: argparse.Namespace, redis_url: str | None) -> None:
    """Watch until SIGTERM or SIGINT."""
    registry = Registry(redis_url) if redis_url else None
    door = Door(options.nginx, options.configuration, options.pid_file, options.upstream_file, is_old=options.old)
    policy = Policy(interval_seconds=options.interval, timeout_seconds=options.timeout)
    watching = Watch(options.node, registry, door, policy)
    if options.metrics_port:
        start_http_server(options.metrics_port, options.metrics_host, watching.measures.registry)
    task = asyncio.create_task(watching.run())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task
    if registry is not None:
        await registry.close()


if __name__ == "__main__":
    sys.exit(main())
