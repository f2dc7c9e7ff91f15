"""The tier in Redis, against a real one: that answers, is frozen, is killed."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import hiredis
import pytest
from redis.asyncio import Redis

from cache import purge, redis_link
from cache.entry import CachedResponse
from cache.key import Place, Selection, tag
from cache.memory import MemoryCache
from cache.redis_link import RedisLink
from cache.shared import MAX_ENTRY_BYTES, SharedCache
from node.servers import redis
from tests import servers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from node.servers.processes import Server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with servers.running_redis() as running:
        yield running


@asynccontextmanager
async def linked(url: str, timeout_seconds: float = 1.0) -> AsyncIterator[RedisLink]:
    """Connect; the machine that runs tests has others to run, so there is more patience than usual."""
    link = RedisLink(url, timeout_seconds=timeout_seconds)
    await link.start()
    try:
        await until_open(link)
        yield link
    finally:
        await link.stop()


async def until_open(link: RedisLink) -> None:
    async with asyncio.timeout(5):
        while not link.is_open:  # noqa: ASYNC110 - the link has no event for tests
            await asyncio.sleep(0.01)


class Counted(SharedCache):
    """Counts what its tier reports."""

    def __init__(self, link: RedisLink) -> None:
        self.lookups: list[str] = []
        self.stored: list[int] = []
        super().__init__(
            link, compress_above_bytes=1024, on_lookup=self.lookups.append, on_store=self.stored.append
        )  # fmt: skip


def place(name: str, *, tenant: str = "t", script: str = "s") -> Place:
    return Place(tag(tenant.encode()), tag(script.encode()), tag(name.encode()).encode())


def response(body: bytes, *, seconds: float = 60) -> CachedResponse:
    now = time.time()
    return CachedResponse(body, now, now + seconds)


async def test_commands_of_one_turn_are_one_write_and_answers_come_in_order(server: Server) -> None:
    async with linked(server.url) as link:
        writes: list[bytes] = []
        transport = link._transport
        assert transport is not None

        class Spy:
            def __getattr__(self, name: str) -> object:
                return getattr(transport, name)

            def write(self, data: bytes) -> None:
                writes.append(data)
                self.__getattr__("write")(data)  # type: ignore[operator] # the method of the real one

        link._transport = Spy()  # type: ignore[assignment] # what the link uses of a transport
        answers = await asyncio.gather(*(link.call("ECHO", str(number)) for number in range(100)))
        assert answers == [str(number).encode() for number in range(100)]
        assert len(writes) == 1


async def test_an_error_of_redis_is_an_answer(server: Server) -> None:
    async with linked(server.url) as link:
        assert isinstance(await link.call("NONSENSE"), hiredis.ReplyError)
        assert await link.call("PING") == b"PONG"


async def test_what_was_stored_is_found_until_it_expires(server: Server) -> None:
    async with linked(server.url) as link:
        cache = Counted(link)
        large = os.urandom(50_000) + bytes(50_000)
        for name, body in (("small", b"x"), ("compressed", b"y" * 5000), ("large", large)):
            cache.put(place(name), response(body))
            await asyncio.sleep(0.05)
            found = await cache.find(place(name))
            assert found is not None
            assert found.body == body
        assert cache.stored[1] < 200
        cache.put(place("short"), response(b"x", seconds=0.1))
        await asyncio.sleep(0.15)
        assert await cache.find(place("short")) is None
        assert cache.lookups == ["hit"] * 3 + ["miss"]


async def test_what_is_too_large_or_over_is_not_stored(server: Server) -> None:
    async with linked(server.url) as link:
        cache = Counted(link)
        cache.put(place("too large"), response(os.urandom(MAX_ENTRY_BYTES + 1)))
        cache.put(place("over"), response(b"x", seconds=0))
        await asyncio.sleep(0.2)
        assert cache.stored == []


async def test_bytes_that_are_no_entry_are_an_error_and_no_answer(server: Server) -> None:
    async with linked(server.url) as link:
        cache = Counted(link)
        for junk in (b"", b"junk", b"\x01\x01" + bytes(16) + b"no zlib"):
            await link.call("SET", place("junk").name, junk)
            assert await cache.find(place("junk")) is None
        assert cache.lookups == ["error"] * 3


async def test_a_frozen_redis_costs_few_calls_the_time_out_and_no_error(server: Server) -> None:
    # Five times the usual: then calls come a millisecond apart, and a tenth of it is what they wait for each other.
    async with linked(server.url, 0.1) as link:
        cache = Counted(link)
        cache.put(place("kept"), response(b"x"))
        assert await cache.find(place("kept")) is not None
        os.kill(server.pid, signal.SIGSTOP)
        try:
            took = []

            async def look() -> None:
                started = time.monotonic()
                assert await cache.find(place("kept")) is None
                took.append(time.monotonic() - started)

            async with asyncio.TaskGroup() as tasks:
                for _ in range(300):
                    tasks.create_task(look())
                    await asyncio.sleep(0.001)
            assert sum(1 for seconds in took if seconds > 0.02) <= 12
            assert max(took) < 1
            assert not link.is_open
            assert link.losses == 1
        finally:
            os.kill(server.pid, signal.SIGCONT)
        await until_open(link)
        assert await cache.find(place("kept")) is not None


async def test_a_killed_redis_is_gone_without_an_error_and_found_again() -> None:
    with servers.short_folder() as folder:
        first = redis.start(folder)
        async with linked(first.url) as link:
            cache = Counted(link)
            first.process.kill()
            first.process.wait()
            assert await cache.find(place("x")) is None
            assert await cache.find_or_lead(place("x"), wait_seconds=1) == (None, False)
            second = redis.start(folder)
            try:
                await until_open(link)
                assert await link.call("PING") == b"PONG"
            finally:
                second.stop()


async def test_a_redis_that_refuses_us_is_like_none(server: Server) -> None:
    link = RedisLink(server.url.replace("//:", "//:wrong"))
    await link.start()
    await asyncio.sleep(0.2)
    assert not link.is_open
    assert await link.call("PING") is redis_link.LOST
    await link.stop()


async def test_one_node_makes_what_the_others_wait_for(server: Server) -> None:
    async with linked(server.url) as one, linked(server.url) as other:
        leader, follower = Counted(one), Counted(other)
        assert await leader.find_or_lead(place("shared"), wait_seconds=1) == (None, True)

        async def make() -> None:
            await asyncio.sleep(0.05)
            leader.put(place("shared"), response(b"made once"))
            leader.release(place("shared"))

        making = asyncio.create_task(make())
        found, leads = await follower.find_or_lead(place("shared"), wait_seconds=1)
        await making
        assert found is not None
        assert (found.body, leads) == (b"made once", False)


async def test_who_waits_for_what_never_comes_goes_on(server: Server) -> None:
    async with linked(server.url) as one, linked(server.url) as other:
        leader, follower = Counted(one), Counted(other)
        await leader.find_or_lead(place("unshared"), wait_seconds=1)
        asyncio.get_running_loop().call_later(0.05, leader.release, place("unshared"))
        started = time.monotonic()
        assert await follower.find_or_lead(place("unshared"), wait_seconds=5) == (None, False)
        assert time.monotonic() - started < 1
        await leader.find_or_lead(place("unshared"), wait_seconds=0)
        assert await follower.find_or_lead(place("unshared"), wait_seconds=0.1) == (None, False)


async def test_a_purge_removes_what_it_names_and_tells_every_node(server: Server) -> None:
    heard: list[Selection] = []
    listener = purge.PurgeListener(server.url, heard.append)
    await listener.start()
    await asyncio.sleep(0.2)
    places = [place("k", tenant=tenant, script=script) for tenant in "ab" for script in "xy"]
    async with linked(server.url) as link:
        cache = Counted(link)
        for one in places:
            cache.put(one, response(b"x"))
        assert await purge.purge(server.url, Selection(tag(b"a"), tag(b"x"))) == 1
        assert [await cache.find(one) is None for one in places] == [True, False, False, False]
        assert await purge.purge(server.url, Selection(script=tag(b"y"))) == 2
        assert [await cache.find(one) is None for one in places] == [True, True, False, True]
    await listener.stop()
    assert set(heard) == {Selection(tag(b"a"), tag(b"x")), Selection(script=tag(b"y"))}


async def test_after_redis_was_away_everything_in_memory_counts_as_purged(server: Server) -> None:
    heard: list[Selection] = []
    is_purged = asyncio.Event()

    def hear(selection: Selection) -> None:
        heard.append(selection)
        is_purged.set()

    listener = purge.PurgeListener(server.url, hear)
    await listener.start()
    await asyncio.sleep(0.2)
    async with Redis.from_url(server.url) as client:
        await client.client_kill_filter(_type="pubsub")
    async with asyncio.timeout(5):
        await is_purged.wait()
    await listener.stop()
    assert heard == [Selection()]


def test_memory_forgets_what_a_selection_covers() -> None:
    memory = MemoryCache(1 << 20)
    for tenant in "ab":
        for script in "xy":
            one = place(tenant + script, tenant=tenant, script=script)
            memory.keep(one.key, response(b"1"), one)
    assert memory.purge(Selection(tenant=tag(b"a"))) == 2
    assert memory.purge(Selection(tag(b"b"), tag(b"x"))) == 1
    assert len(memory) == 1
    assert memory.purge(Selection()) == 1
    assert memory.size_bytes == 0
