"""The gate that every execution passes: open to all, or to those with an API key, as often as that may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from node.errors import RateLimitedError
from node.keys import KeyRing
from node.rates import Rates
from node.sapi import Tenant


@dataclass(frozen=True, slots=True)
class Passage:
    """On whose behalf a request passed, and the headers that its answer carries."""

    tenant: Tenant
    headers: dict[str, str] = field(default_factory=dict)


class Gate:
    """Lets requests in."""

    def __init__(self, tenant: Tenant) -> None:
        """Be open: every request is this tenant's."""
        self.open_passage = Passage(tenant)

    @property
    def is_open(self) -> bool:
        """Whether nobody is asked for a key."""
        return True

    async def enter(self, key: str | None, cost: int) -> Passage:  # noqa: ARG002 - who has a key need not show it
        """Let so many executions pass; ApiError when they may not."""
        return self.open_passage


class KeyedGate(Gate):
    """Lets in who has a key."""

    def __init__(self, tenant: Tenant, ring: KeyRing, rates: Rates, make_tenant: Callable[[str], Tenant]) -> None:
        super().__init__(tenant)
        self._ring = ring
        self._rates = rates
        self._make_tenant = make_tenant
        self._tenants: dict[str, Tenant] = {}

    @property
    def is_open(self) -> bool:
        """See Gate."""
        return False

    async def enter(self, key: str | None, cost: int) -> Passage:
        """See Gate."""
        caller = await self._ring.identify(key)
        verdict = await self._rates.take(caller, cost)
        if not verdict.is_allowed:
            raise RateLimitedError(
                f"this key may ask {caller.requests_per_second:g} times a second, {caller.burst} at once",
                headers=verdict.headers,
            )
        tenant = self._tenants.get(caller.tenant)
        if tenant is None:
            # Tenants are named by our own table, so there are only so many.
            tenant = self._tenants[caller.tenant] = self._make_tenant(caller.tenant)
        return Passage(tenant, verdict.headers)
