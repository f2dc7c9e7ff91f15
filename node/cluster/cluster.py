"""Starts Redis, Postgres, the nodes, the balancer and nginx, keeps them running, replaces nodes, stops it all."""

from __future__ import annotations

import http.client
import os
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import structlog

from node.cluster import folder as state
from node.cluster.service import Service
from node.config import PREFIX
from node.servers import nginx, postgres, processes, redis
from node.servers.processes import Server, ServerError

LOOK_SECONDS = 0.1
READY_SECONDS = 600.0
DATA_SERVICES = ("redis", "postgres")
# Ports after the cluster's own: nodes from the first on, then what is for the operator.
FIRST_NODE = 1
ADMIN = 98
BALANCER_METRICS = 99
_ROOT = str(Path(__file__).resolve().parents[2])

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is wanted."""

    folder: Path
    host: str
    port: int
    nodes: int
    workers: int
    pool_size: int | None
    nginx: nginx.Nginx
    read_timeout_seconds: int


class Cluster:
    """One cluster. Everything is started and stopped by this thread: children die with the thread that made them."""

    def __init__(self, plan: Plan, on_change: Callable[[state.ClusterState], None]) -> None:
        self._plan = plan
        self._on_change = on_change
        self._urls: dict[str, str] = {}
        self._rounds = 0
        self._signals: list[int] = []
        self.services: list[Service] = []

    @property
    def url(self) -> str:
        """Where clients find it."""
        host = self._plan.host
        return f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{self._plan.port}"  # noqa: S104 - compared, not bound

    @property
    def _upstream_file(self) -> Path:
        return self._plan.folder / "nginx" / "upstream.conf"

    def start(self) -> None:
        """Start everything; ServerError when something does not."""
        plan = self._plan
        logs = plan.folder / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        self._end_old_nginx()
        self._refuse_taken_ports()
        for name, begin in zip(DATA_SERVICES, (self._begin_redis, self._begin_postgres), strict=True):
            self._add(Service(name, f"{plan.folder / name}/", begin)).start()
        nodes = [self._add(self._node(number)) for number in range(1, plan.nodes + 1)]
        for service in nodes:
            service.start()
        for service in nodes:
            self._await_ready(service)
        configuration = self._configure_nginx()
        # An earlier run's list names its ports: nginx waits for one of this run.
        self._upstream_file.unlink(missing_ok=True)
        self._add(Service("balancer", f"127.0.0.1:{plan.port + BALANCER_METRICS}", self._begin_balancer)).start()
        self._add(Service("nginx", self.url, lambda: self._begin_nginx(configuration))).start()
        self._tell()

    def run(self) -> None:
        """Keep it running until SIGTERM or SIGINT; SIGHUP replaces the nodes one after the other."""
        woken, wake = os.pipe()
        os.set_blocking(woken, False)
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda number, _frame: self._signals.append(number))
        with selectors.DefaultSelector() as selector:
            selector.register(woken, selectors.EVENT_READ)
            while not self._is_told_to_stop():
                if selector.select(LOOK_SECONDS):
                    os.read(woken, 4096)
                changes = [service.tend() for service in self.services]
                if any(changes):
                    self._tell()
                if signal.SIGHUP in self._signals:
                    self._signals.remove(signal.SIGHUP)
                    self._replace_nodes()

    def stop(self) -> None:
        """Stop everything: the door first, then all nodes side by side, what they need last."""
        nodes = [one for one in self.services if one.name.startswith("node-")]
        rest = [one for one in self.services if one not in nodes]
        data = [one for one in rest if one.name in DATA_SERVICES]
        for service in reversed(rest):
            if service not in data:
                service.stop()
        self._end_old_nginx()
        with ThreadPoolExecutor(max(1, len(nodes))) as threads:
            list(threads.map(Service.stop, nodes))
        for service in reversed(data):
            service.stop()

    # ------------------------------------------------------------------------------------------------------------------
    # The parts

    def _begin_redis(self) -> Server:
        return self._keep_url("redis_url", redis.start(self._plan.folder / "redis"))

    def _begin_postgres(self) -> Server:
        return self._keep_url("database_url", postgres.start(self._plan.folder / "postgres"))

    def _keep_url(self, setting: str, server: Server) -> Server:
        self._urls[setting] = server.url
        link = self._plan.folder / "logs" / server.log.name
        if not link.is_symlink():
            link.symlink_to(server.log)
        return server

    def _node(self, number: int) -> Service:
        port = self._plan.port + FIRST_NODE + number - 1
        return Service(f"node-{number}", f"127.0.0.1:{port}", lambda: self._begin_node(number, port))

    def _begin_node(self, number: int, port: int) -> Server:
        settings: dict[str, object] = {
            **self._urls, "host": "127.0.0.1", "port": port, "workers": self._plan.workers,
            "node_name": f"node-{number}", "advertise": f"127.0.0.1:{port}",
        }  # fmt: skip
        if self._plan.pool_size is not None:
            settings["engine_pool_size"] = self._plan.pool_size
        return self._begin_ours(f"node-{number}", ["-m", "node.commands", "serve"], settings, is_ready=lambda: True)

    def _configure_nginx(self) -> Path:
        plan = self._plan
        variables: dict[str, object] = {
            "nginx_listen": [f"{plan.host}:{plan.port}"],
            "nginx_log_dir": str(plan.folder / "logs"),
            "nginx_admin_listen": f"127.0.0.1:{plan.port + ADMIN}",
            "nginx_read_timeout_seconds": plan.read_timeout_seconds,
            # A load test of one's own is no attack.
            "nginx_connections_per_client": 16384,
            "nginx_open_files": processes.open_files(),
        }
        return nginx.configure(plan.nginx, plan.folder / "nginx", variables)

    def _begin_balancer(self) -> Server:
        plan, door = self._plan, self._plan.folder / "nginx"
        arguments = ["-m", "balancer", "--registered", "--nginx", str(plan.nginx.path)]
        arguments += ["--configuration", str(door / "nginx.conf"), "--pid-file", str(door / "nginx.pid")]
        arguments += ["--upstream-file", str(self._upstream_file)]
        arguments += ["--metrics-port", str(plan.port + BALANCER_METRICS)]
        if not plan.nginx.keeps_connections:
            arguments.append("--old")
        for number in range(1, plan.nodes + 1):
            arguments += ["--node", f"127.0.0.1:{plan.port + FIRST_NODE + number - 1}"]
        return self._begin_ours("balancer", arguments, self._urls, is_ready=self._upstream_file.exists)

    def _begin_nginx(self, configuration: Path) -> Server:
        nginx.check(self._plan.nginx, configuration)
        self._end_old_nginx()
        address = ("127.0.0.1", self._plan.port + ADMIN)
        return processes.start(
            "nginx",
            nginx.command(self._plan.nginx, configuration),
            url=self.url,
            log=self._plan.folder / "logs" / "nginx-error.log",
            folder=configuration.parent,
            is_ready=lambda: processes.accepts(socket.AF_INET, address),
        )

    def _end_old_nginx(self) -> None:
        """Free the port of the workers of a master that was killed: they outlive it."""
        count = nginx.end_left_behind(self._plan.folder / "logs")
        if count:
            log.warning("nginx_left_behind", processes=count)

    def _begin_ours(
        self,
        name: str,
        arguments: list[str],
        settings: dict[str, object] | dict[str, str],
        is_ready: Callable[[], bool],
    ) -> Server:
        added = {PREFIX + setting.upper(): str(value) for setting, value in settings.items()}
        path = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))
        return processes.start(
            name,
            [sys.executable, *arguments],
            url="",
            log=self._plan.folder / "logs" / f"{name}.log",
            folder=self._plan.folder,
            is_ready=is_ready,
            environment={**os.environ, **added, "PYTHONPATH": path},
        )

    def _add(self, service: Service) -> Service:
        self.services.append(service)
        return service

    # ------------------------------------------------------------------------------------------------------------------
    # Watching and replacing

    def _is_told_to_stop(self) -> bool:
        return signal.SIGTERM in self._signals or signal.SIGINT in self._signals

    def _await_ready(self, service: Service) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while not is_ready(service.address):
            if service.server is None or not service.server.is_running:
                end = processes.end_of(self._plan.folder / "logs" / f"{service.name}.log")
                raise ServerError(f"{service.name} ended at its start:\n{end}")
            if time.monotonic() > deadline:
                raise ServerError(f"{service.name} was not ready within {READY_SECONDS:g} seconds")
            time.sleep(0.02)

    def _replace_nodes(self) -> None:
        """Replace one node after the other, its parent too; what is new inherits the old one's socket."""
        failure = ""
        for service in self.services:
            if service.name.startswith("node-") and service.server is not None and not self._is_told_to_stop():
                before = set(processes.children(service.server.pid))
                service.server.process.send_signal(signal.SIGHUP)
                if not self._are_gone(before):
                    failure = f"{service.name} still has processes from before"
                    log.error("node_not_replaced", service=service.name)
                    break
                log.info("node_replaced", service=service.name)
        self._rounds += 1
        self._tell(failure)

    def _are_gone(self, pids: set[int]) -> bool:
        deadline = time.monotonic() + READY_SECONDS
        while any(map(processes.exists, pids)):
            if time.monotonic() > deadline or self._is_told_to_stop():
                return False
            time.sleep(0.02)
        return True

    def _tell(self, failure: str = "") -> None:
        services = [
            state.ServiceState(one.name, one.address, one.server.pid, str(one.server.log), one.starts)
            for one in self.services
            if one.server is not None
        ]
        self._on_change(state.ClusterState(os.getpid(), self.url, services, self._rounds, failure))

    def _refuse_taken_ports(self) -> None:
        plan = self._plan
        wanted = [(plan.host, plan.port)]
        offsets = [*range(FIRST_NODE, FIRST_NODE + plan.nodes), ADMIN, BALANCER_METRICS]
        wanted += [("127.0.0.1", plan.port + offset) for offset in offsets]
        for host, port in wanted:
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind((host, port))
                except OSError as error:
                    raise ServerError(
                        f"port {port} is taken ({error.strerror}); a cluster on --port {plan.port} needs {plan.port} "
                        f"to {plan.port + plan.nodes}, {plan.port + ADMIN} and {plan.port + BALANCER_METRICS}"
                    ) from error


def is_ready(address: str) -> bool:
    """Whether the node at this address takes work."""
    connection = http.client.HTTPConnection(address, timeout=1)
    try:
        connection.request("GET", "/api/ready")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
