"""`howdah up`, `restart`, `status` and `down`: the cluster on this machine."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from node import config, logs
from node.cluster import folder as state
from node.cluster.cluster import Cluster, Plan
from node.cluster.folder import ClusterState
from node.servers import nginx
from node.servers.binaries import ServerMissingError
from node.servers.processes import ServerError

EXIT_CANNOT = 2
WAIT_SECONDS = 600.0


def up(
    *,
    port: int | None,
    host: str | None,
    nodes: int,
    workers: int,
    pool_size: int | None,
    folder: Path | None,
    nginx_path: str | None,
) -> int:
    """Run a cluster until told to stop; return the exit status."""
    folder = (folder or state.default()).resolve()
    overrides = {"port": port, "host": host, "engine_pool_size": pool_size}
    try:
        settings = config.load(overrides).settings
        with state.held(folder):
            found = nginx.find(nginx_path)
            logs.configure(settings.log_level)
            # Just above the longest that a node takes for an answer.
            longest = (settings.limit_wall_ms + settings.queue_timeout_ms) // 1000 + 3
            plan = Plan(folder, settings.host, settings.port, nodes, workers, pool_size, found, longest)
            return _run(Cluster(plan, lambda one: state.write(folder, one)), plan)
    except state.BusyError:
        running = state.read(folder)
        where = f"at {running.url}, process {running.pid}" if running else "and is starting"
        return _refuse(f"a cluster runs here already {where}; `howdah down` stops it, `howdah status` shows it")
    except (config.ConfigurationError, nginx.NginxError, ServerMissingError, ServerError) as error:
        return _refuse(str(error))


def _run(cluster: Cluster, plan: Plan) -> int:
    try:
        cluster.start()
        running = state.read(plan.folder)
        if running is not None:
            sys.stdout.write(table(running) + _how_to_use(cluster.url, plan))
            sys.stdout.flush()
        cluster.run()
    except KeyboardInterrupt:
        return 130
    finally:
        cluster.stop()
        state.clear(plan.folder)
    return 0


def status(folder: Path | None) -> int:
    """Print the status table; the exit status is 1 when no cluster runs."""
    folder = (folder or state.default()).resolve()
    running = state.read(folder)
    if running is None:
        return _none_runs(folder)
    sys.stdout.write(table(running))
    return 0


def restart(folder: Path | None) -> int:
    """Replace the nodes one after the other and wait for the last."""
    folder = (folder or state.default()).resolve()
    before = state.read(folder)
    if before is None:
        return _none_runs(folder)
    os.kill(before.pid, signal.SIGHUP)
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        now = state.read(folder)
        if now is None:
            return _refuse("the cluster stopped meanwhile")
        if now.rounds > before.rounds:
            if now.failure:
                return _refuse(now.failure)
            sys.stdout.write("every node was replaced\n")
            return 0
        time.sleep(0.2)
    return _refuse(f"the nodes were not replaced within {WAIT_SECONDS:g} seconds")


def down(folder: Path | None) -> int:
    """Stop the cluster and wait until it is gone."""
    folder = (folder or state.default()).resolve()
    running = state.read(folder)
    if running is None:
        return _none_runs(folder)
    os.kill(running.pid, signal.SIGTERM)
    deadline = time.monotonic() + WAIT_SECONDS
    while state.is_held(folder):
        if time.monotonic() > deadline:
            return _refuse(f"process {running.pid} does not stop")
        time.sleep(0.2)
    return 0


def table(running: ClusterState) -> str:
    """Return one row for each part."""
    rows = [("service", "process", "state", "address", "log")]
    for one in running.services:
        is_alive = Path(f"/proc/{one.pid}").exists()
        again = f", started {one.starts} times" if one.starts > 1 else ""
        rows.append((one.name, str(one.pid), ("runs" if is_alive else "lost") + again, one.address, one.log))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = (
        "  ".join([*(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)), row[4]]) for row in rows
    )
    return "\n".join(lines) + "\n"


def _how_to_use(url: str, plan: Plan) -> str:
    return (
        f"\nHowdah at {url}, {plan.nodes} nodes behind nginx {plan.nginx.version}; Ctrl-C or `howdah down` stops it.\n"
        f"  curl {url}/api/execute -H 'Content-Type: application/x-httpd-php' --data-binary '<?php echo 6 * 7;'\n"
        "It is open: whoever reaches this address may run scripts. Logs: "
        f"{plan.folder / 'logs'}\n"
    )


def _none_runs(folder: Path) -> int:
    sys.stderr.write(f"howdah: no cluster runs in {folder}\n")
    return 1


def _refuse(reason: str) -> int:
    sys.stderr.write(f"howdah: {reason}\n")
    return EXIT_CANNOT
