"""One node process: serves on a socket it inherits, until it is told to drain."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import signal
import socket
from dataclasses import dataclass

import structlog
import uvloop
from aiohttp import web

from engine.executor import collection
from node import app, config, connections, logs, metrics
from node.config import Settings

SLOW_TURN_SECONDS = 0.05
# Longer than a balancer pauses between two probes: who is not asked for so long is known to nobody.
QUIET_SECONDS = 1.0
# How often a process says that its loop turns.
BEAT_SECONDS = 1.0
# What was accepted last has so long to say what it wants.
LAST_SECONDS = 0.5
# The parent's word that somebody else accepts already.
REPLACED = signal.SIGUSR1
# What a node process needs beside its client connections: executors, their pidfds, listener, logs.
SPARE_DESCRIPTORS = 200

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Inheritance:
    """Descriptors that the parent gave to this process."""

    listener: int
    metrics: int
    ready: int
    # Nothing is ever written to it: it ends when the parent does.
    life: int
    slot: int
    # Whether another process accepts on the listener until this one is ready.
    succeeds: int


def run(inheritance: Inheritance) -> int:
    """Serve until told to stop; return the exit status."""
    settings = config.load().settings
    logs.configure(settings.log_level, node=settings.node_name)
    connections.require_c_parser()
    raise_descriptor_limit(settings.max_connections)
    uvloop.run(serve(settings, inheritance), debug=settings.profiling)
    return 0


def raise_descriptor_limit(max_connections: int) -> None:
    """Take as many descriptors as may be had; say so when connections need more."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard != resource.RLIM_INFINITY and hard < max_connections + SPARE_DESCRIPTORS:
        log.warning("few_descriptors", limit=hard, max_connections=max_connections)


@dataclass(slots=True)
class Stop:
    """Whether this process is to leave, and whether without finishing what it has."""

    told: asyncio.Event
    is_hasty: bool = False
    has_successor: bool = False


def await_stop(loop: asyncio.AbstractEventLoop, inheritance: Inheritance) -> Stop:
    """Have signals and the end of the parent say so."""
    stop = Stop(asyncio.Event())

    def leave_hastily() -> None:
        stop.is_hasty = True
        stop.told.set()

    def leave_to_successor() -> None:
        stop.has_successor = True
        stop.told.set()

    def leave_as_orphan() -> None:
        # Without its parent nobody would restart or stop it: it finishes what it has and leaves the port to whoever
        # starts the node again.
        loop.remove_reader(inheritance.life)
        leave_to_successor()

    loop.add_signal_handler(signal.SIGTERM, stop.told.set)
    loop.add_signal_handler(signal.SIGINT, leave_hastily)
    loop.add_signal_handler(REPLACED, leave_to_successor)
    loop.add_reader(inheritance.life, leave_as_orphan)
    return stop


async def serve(settings: Settings, inheritance: Inheritance) -> None:
    """Start, take requests, drain, stop."""
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = SLOW_TURN_SECONDS
    stop = await_stop(loop, inheritance)
    is_first = inheritance.slot % settings.workers == 0
    node = app.build(settings, metrics.Counters(inheritance.metrics, inheritance.slot), is_first=is_first)
    runner = connections.NodeRunner(
        node.app,
        max_connections=settings.max_connections,
        counters=node.counters,
        make_handler=None if node.fast_path is None else node.fast_path.make_handler,
        access_log=None,
        keepalive_timeout=settings.keepalive_seconds,
        auto_decompress=False,
        shutdown_timeout=0.1,
    )
    await runner.setup()
    listener = socket.socket(fileno=inheritance.listener)
    site = web_site(runner, listener, settings.backlog)
    if not inheritance.succeeds:
        # Answers come from the first moment on, so that /api/ready can say "starting".
        await site.start()
    for service in node.services:
        await service.start()
    sampling = loop.create_task(node.sampler.run())
    lagging = loop.create_task(node.sampler.watch_lag())
    sweeping = loop.create_task(connections.close_idle(runner, settings.keepalive_seconds))
    starting = loop.create_task(node.lanes.start())
    stopping = loop.create_task(stop.told.wait())
    beating: asyncio.Task[None] | None = None
    try:
        await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
            collection.settle()
            node.lifecycle.state = "ready"
            if inheritance.succeeds:
                await site.start()
            log.info("node_ready", pid=os.getpid(), slot=inheritance.slot)
            beating = loop.create_task(beat(inheritance.ready))
        await stopping
        is_serving = node.lifecycle.state == "ready" or not inheritance.succeeds
        node.lifecycle.state = "draining"
        log.info("node_draining", pid=os.getpid(), slot=inheritance.slot, in_flight=node.lifecycle.requests_in_flight)
        if is_serving and stop.is_hasty:
            await site.stop()
        elif is_serving:
            await drain(node, runner, site, settings, has_successor=stop.has_successor)
    finally:
        tasks = [task for task in (starting, stopping, sampling, lagging, sweeping, beating) if task is not None]
        for task in tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*tasks, return_exceptions=True)
        await runner.cleanup()
        await node.lanes.stop()
        for service in reversed(node.services):
            await service.stop()
        log.info("node_stopped", pid=os.getpid(), slot=inheritance.slot)


async def beat(pipe: int) -> None:
    """Tell the parent that this process is ready, and again and again that its loop turns."""
    os.set_blocking(pipe, False)
    while True:
        # A parent that does not read, or became another program, changes nothing here.
        with contextlib.suppress(OSError):
            os.write(pipe, b"r")
        await asyncio.sleep(BEAT_SECONDS)


def web_site(runner: connections.NodeRunner, listener: socket.socket, backlog: int) -> web.SockSite:
    """Accept on the inherited socket."""
    listener.setblocking(False)
    return web.SockSite(runner, listener, backlog=backlog)


async def drain(
    node: app.Node, runner: connections.NodeRunner, site: web.SockSite, settings: Settings, *, has_successor: bool
) -> None:
    """Finish what is in flight, then give idle connections time to notice: a proxy must close its end first."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + settings.drain_idle_seconds
    if not has_successor:
        # The kernel resets what waits to be accepted when the socket closes, and a proxy that had sent its request
        # by then cannot know whether it ran. So all is answered until those who send have heard that this node leaves.
        await turn_away(runner, deadline, quiet_seconds=0.0 if settings.advertise is None else QUIET_SECONDS)
    await site.stop()
    deadline = max(deadline, loop.time() + LAST_SECONDS)
    if not await node.lifecycle.drained(drain_seconds=settings.drain_seconds):
        log.error("drain_incomplete", in_flight=node.lifecycle.requests_in_flight)
        return
    while runner.server_object is not None and runner.server_object.open_connections:
        if loop.time() >= deadline:
            break
        await asyncio.sleep(0.02)
    await node.lifecycle.drained(drain_seconds=settings.drain_seconds)


async def turn_away(runner: connections.NodeRunner, deadline: float, *, quiet_seconds: float) -> None:
    """Accept and answer until the deadline, or until nobody came for a while; each answer ends its connection."""
    server = runner.server_object
    loop = asyncio.get_running_loop()
    began = loop.time()
    while server is not None and loop.time() < deadline:
        if not server.open_connections and loop.time() - max(began, server.accepted_at) >= quiet_seconds:
            return
        await asyncio.sleep(0.02)
