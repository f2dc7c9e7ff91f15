"""The balancer's loop: who is there, who is ready, what nginx should know."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge

from balancer.members import NEW, Member, Policy, foreseen, weights
from balancer.probe import probe

if TYPE_CHECKING:
    from balancer.registry import Registry
    from balancer.reload import Door

REGISTRY_SECONDS = 1.0
# A node that registered, went silent and never came back is forgotten.
FORGET_SECONDS = 60.0
# How often what changed for the better reaches nginx; what changed for the worse does so at once.
CALM_SECONDS = 1.0

log = logging.getLogger("balancer")


@dataclass(slots=True)
class Measures:
    """What Prometheus may know of the balancer."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    members: Gauge = field(init=False)
    weights: Gauge = field(init=False)
    silent: Counter = field(init=False)
    changes: Counter = field(init=False)
    reloads: Counter = field(init=False)
    refused: Counter = field(init=False)

    def __post_init__(self) -> None:
        one = self.registry
        self.members = Gauge("howdah_balancer_nodes", "Nodes by whether requests go there.", ["state"], registry=one)
        self.weights = Gauge("howdah_balancer_node_weight", "Weight of each node.", ["node"], registry=one)
        self.silent = Counter("howdah_balancer_probe_failures_total", "Probes without answer.", ["node"], registry=one)
        self.changes = Counter("howdah_balancer_changes_total", "Lists of nodes put in force.", registry=one)
        self.reloads = Counter("howdah_balancer_reloads_total", "Lists that cost nginx a reload.", registry=one)
        self.refused = Counter("howdah_balancer_refused_lists_total", "Lists that nginx did not take.", registry=one)
        for state in ("in", "out"):
            self.members.labels(state).set(0)


class Watch:
    """Probes every node at its own pace and tells nginx what follows."""

    def __init__(self, fixed: list[str], registry: Registry | None, door: Door, policy: Policy) -> None:
        self._fixed = frozenset(fixed)
        self._registry = registry
        self._door = door
        self._policy = policy
        self._members: dict[str, Member] = {address: Member(address) for address in fixed}
        self._last_seen: dict[str, float] = {}
        self._probing: dict[str, asyncio.Task[None]] = {}
        self._changed = asyncio.Event()
        self._given: dict[str, int] = {}
        self._given_at = float("-inf")
        self.measures = Measures()

    async def run(self) -> None:
        """Watch until cancelled."""
        tasks = [asyncio.create_task(self._follow_registry()), asyncio.create_task(self._follow_changes())]
        for address in self._members:
            self._start(address)
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in (*tasks, *self._probing.values()):
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.gather(*tasks, *self._probing.values(), return_exceptions=True)

    def _start(self, address: str) -> None:
        # Its series is there before its first failure, so that a rate sees that one.
        self.measures.silent.labels(address)
        self._probing[address] = asyncio.create_task(self._probe_for_ever(self._members[address]))

    async def _probe_for_ever(self, member: Member) -> None:
        policy = self._policy
        while True:
            started = time.monotonic()
            finding = await probe(member.address, policy.timeout_seconds)
            now = time.monotonic()
            was_in = member.is_in
            member.learn(finding, now, policy)
            if finding.value == "silent":
                self.measures.silent.labels(member.address).inc()
            else:
                self._last_seen[member.address] = now
            if member.is_in != was_in:
                log.info("%s is %s: %s", member.address, "in" if member.is_in else "out", member.reason)
            if member.is_in != was_in or member.weight(now, policy) != self._given.get(member.address):
                self._changed.set()
            await asyncio.sleep(max(0.0, started + policy.interval_seconds - time.monotonic()))

    async def _follow_registry(self) -> None:
        if self._registry is None:
            return
        while True:
            alive = await self._registry.alive()
            now = time.monotonic()
            for address in alive - self._members.keys():
                log.info("%s has joined", address)
                self._members[address] = Member(address)
                self._last_seen[address] = now
                self._start(address)
            for address, member in list(self._members.items()):
                is_gone = not member.is_in and now - self._last_seen.get(address, now) > FORGET_SECONDS
                if is_gone and address not in self._fixed and address not in alive:
                    log.info("%s is forgotten", address)
                    self._probing.pop(address).cancel()
                    del self._members[address]
                    self._last_seen.pop(address, None)
                    self.measures.silent.remove(address)
                    self._changed.set()
                    await self._registry.forget(address)
            await asyncio.sleep(REGISTRY_SECONDS)

    async def _follow_changes(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            if not self._given and any(one.reason == NEW for one in self._members.values()):
                # The first list waits for a word of each node: nginx would be reloaded for those that come later.
                continue
            now = time.monotonic()
            wanted = weights(list(self._members.values()), now, self._policy)
            if wanted == self._given:
                continue
            is_worse = any(weight and not wanted.get(address) for address, weight in self._given.items())
            wait = self._given_at + CALM_SECONDS - now
            if not is_worse and self._given and wait > 0:
                asyncio.get_running_loop().call_later(wait, self._changed.set)
                continue
            # One that says itself that it leaves goes on answering for a while; one that is silent does not.
            is_urgent = is_worse and any(one.reason == "silent" for one in self._members.values())
            reloads = self._door.reloads
            if await self._door.change(wanted, foreseen(wanted, self._policy), is_urgent=is_urgent):
                self.measures.changes.inc()
                self.measures.reloads.inc(self._door.reloads - reloads)
                self._given, self._given_at = wanted, time.monotonic()
                self._tell(wanted)
            else:
                self.measures.refused.inc()
                # Not at once again, whatever probes find: what nginx refused it refuses again.
                await asyncio.sleep(CALM_SECONDS)
                self._changed.set()

    def _tell(self, wanted: dict[str, int]) -> None:
        self.measures.members.labels("in").set(sum(1 for weight in wanted.values() if weight))
        self.measures.members.labels("out").set(sum(1 for weight in wanted.values() if not weight))
        self.measures.weights.clear()
        for address, weight in wanted.items():
            self.measures.weights.labels(address).set(weight)
