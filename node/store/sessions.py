"""The sessions of all tenants in this node process: each tenant has a role and a database of its own.

A session logs in as its tenant, so that nothing a script says (`RESET ROLE`, `SET SESSION AUTHORIZATION`) makes it
anybody else. It serves one script at a time and is made as new in between.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

import asyncpg
import structlog

from node.store.database import FAILURES, Database, DatabaseUnavailableError
from node.store.session import Caps, Session

# How long a script waits for a session of a server that lives; when that goes, nobody waits any longer.
WAIT_SECONDS = 3.0
_LOCK = 0x686F7764_61680002
TOO_MANY = "FATAL:  sorry, too many clients already"

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Tenant:
    """What is known of one tenant's database."""

    idle: deque[Session] = field(default_factory=deque)
    is_known: bool = False
    preparing: asyncio.Task[None] | None = None


class Sessions:
    """Lends sessions."""

    def __init__(self, database: Database, *, caps: Caps, statement_ms: int) -> None:
        self._database = database
        self._caps = caps
        self._statement_ms = statement_ms
        self._tenants: dict[str, _Tenant] = {}
        self._open: set[Session] = set()
        self._opening = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._deadlines: set[asyncio.Timeout] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        database.count_held = self.count
        database.last_heard = self.last_heard
        database.on_lost = self._on_lost
        database.on_lease = self._on_lease

    def count(self) -> int:
        """How many connections are open, or about to be."""
        return len(self._open) + self._opening

    def last_heard(self) -> float:
        """When the server last said something to a script."""
        return max((session.heard for session in self._open), default=0.0)

    @property
    def is_up(self) -> bool:
        """Whether the database answers."""
        return self._database.is_up

    def count_idle(self) -> int:
        """How many sessions wait for a script."""
        return sum(len(tenant.idle) for tenant in self._tenants.values())

    def borrow(self, tenant: str) -> Session | None:
        """Return an idle session at once, if there is one."""
        known = self._tenants.get(tenant)
        while known is not None and known.idle:
            session = known.idle.pop()
            if not session.is_lost:
                return session
            self._open.discard(session)
        return None

    async def acquire(self, tenant: str) -> Session:
        """Return a session, idle or new; DatabaseUnavailableError when there is none in time."""
        deadline = asyncio.timeout(WAIT_SECONDS)
        self._deadlines.add(deadline)
        try:
            async with deadline:
                return await self._acquire(tenant)
        except TimeoutError as error:
            raise DatabaseUnavailableError(TOO_MANY if self._database.is_up else "timeout expired") from error
        finally:
            self._deadlines.discard(deadline)

    async def _acquire(self, tenant: str) -> Session:
        while True:
            if not self._database.is_up:
                raise DatabaseUnavailableError("the database does not answer")
            session = self.borrow(tenant)
            if session is not None:
                return session
            if self.count() >= self._database.limit:
                self._evict()
            if self.count() < self._database.limit:
                return await self._connect(tenant)
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            await turn

    def release(self, session: Session) -> None:
        """Take a session back: one that runs something is ended, any other made as new for the next script."""
        if session.is_lost or session.is_busy or self.count() > self._database.limit:
            self._drop(session)
            return
        session.reset(lambda is_clean: self._keep(session) if is_clean else self._drop(session))

    def close(self) -> None:
        """End every session."""
        for session in list(self._open):
            self._drop(session)

    def _keep(self, session: Session) -> None:
        self._tenants[session.tenant].idle.append(session)
        self._next()

    def _drop(self, session: Session) -> None:
        was_busy = session.is_busy
        self._open.discard(session)
        session.end()
        if was_busy and self._database.is_up:
            # The server would go on with a statement whose client is gone.
            task = asyncio.get_running_loop().create_task(self._terminate(session.pid))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self._next()

    async def _terminate(self, pid: int) -> None:
        try:
            async with self._database.connection() as connection:
                await connection.execute("SELECT pg_terminate_backend($1)", pid)
        except DatabaseUnavailableError as error:
            log.warning("backend_not_ended", pid=pid, reason=str(error))

    def _next(self) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return

    def _idle(self) -> Iterator[Session]:
        for tenant in self._tenants.values():
            yield from list(tenant.idle)

    def _evict(self) -> bool:
        """End an idle session, if there is one."""
        for session in self._idle():
            self._tenants[session.tenant].idle.remove(session)
            self._drop(session)
            return True
        return False

    def _on_lost(self) -> None:
        for tenant in self._tenants.values():
            tenant.idle.clear()
        self.close()
        now = asyncio.get_running_loop().time()
        for deadline in self._deadlines:
            deadline.reschedule(now)

    def _on_lease(self) -> None:
        """Give back what is more than our share, as far as nobody uses it."""
        while self.count() > self._database.share and self._evict():
            pass
        self._next()

    async def _connect(self, tenant: str) -> Session:
        self._opening += 1
        try:
            await self._know(tenant)
            connection = await asyncpg.connect(
                self._database.url,
                user=role_of(tenant),
                password=password_of(self._database.url, tenant),
                database=role_of(tenant),
                timeout=WAIT_SECONDS,
                server_settings={
                    "application_name": "howdah script",
                    "statement_timeout": str(self._statement_ms),
                    "idle_in_transaction_session_timeout": str(self._statement_ms),
                },
            )
            session = Session(connection, tenant, self._caps)
        except FAILURES as error:
            raise DatabaseUnavailableError(f"FATAL:  {error}" if str(error) else "timeout expired") from error
        finally:
            self._opening -= 1
        self._open.add(session)
        return session

    async def _know(self, tenant: str) -> None:
        """Have the tenant's role and database made. Who gives up waiting does not stop that for the others."""
        known = self._tenants.setdefault(tenant, _Tenant())
        if known.is_known:
            return
        if known.preparing is None or known.preparing.done():
            known.preparing = asyncio.get_running_loop().create_task(self._prepare(tenant))
        await asyncio.shield(known.preparing)
        known.is_known = True

    async def _prepare(self, tenant: str) -> None:
        """Make the tenant's role and database, unless another node has."""
        role, password = role_of(tenant), password_of(self._database.url, tenant)
        async with self._database.connection() as connection:
            await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
            try:
                # Names are hashes and passwords hexadecimal: nothing in them has to be quoted.
                if await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role) is None:
                    await connection.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{password}'")
                    await connection.execute(f"GRANT {role} TO CURRENT_USER")
                else:
                    await connection.execute(f"ALTER ROLE {role} PASSWORD '{password}'")
                if await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", role) is None:
                    await connection.execute(f"CREATE DATABASE {role} OWNER {role} TEMPLATE template0")
                    await connection.execute(f"REVOKE ALL ON DATABASE {role} FROM PUBLIC")
            finally:
                await connection.execute("SELECT pg_advisory_unlock($1)", _LOCK)


def role_of(tenant: str) -> str:
    """Return the name of a tenant's role, which is its database's too."""
    return f"howdah_{hashlib.sha256(tenant.encode()).hexdigest()[:24]}"


def password_of(url: str, tenant: str) -> str:
    """Return the password of a tenant's role: every node that has our own password knows it, and nobody else."""
    parts = urlsplit(url)
    secret = unquote(parts.password or "") or parse_qs(parts.query).get("password", [""])[0]
    return hmac.new(secret.encode(), b"role of tenant " + tenant.encode(), hashlib.sha256).hexdigest()
