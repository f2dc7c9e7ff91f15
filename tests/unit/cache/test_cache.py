"""Keys, policy, entries, memory."""

from __future__ import annotations

import pytest

from cache.entry import CachedResponse, EntryError
from cache.key import response_key
from cache.memory import ENTRY_OVERHEAD_BYTES, MemoryCache
from cache.policy import ttl_seconds


def entry(body: bytes, expires: float = 100.0) -> CachedResponse:
    return CachedResponse(body, 0.0, expires)


def test_parts_that_join_to_the_same_bytes_have_different_keys() -> None:
    keys = {response_key(parts) for parts in ([b"ab", b"c"], [b"a", b"bc"], [b"abc"], [b"abc", b""], [b"", b"abc"])}
    assert len(keys) == 5


@pytest.mark.parametrize(
    ("status", "volatile", "headers", "expected"),
    [
        ("ok", False, [], 300),
        ("compile_error", False, [], 300),
        ("ok", True, [], 0),
        ("ok", True, [(b"Cache-Control", b"max-age=60")], 0),
        ("uncaught_exception", False, [], 0),
        ("time_limit", False, [], 0),
        ("ok", False, [(b"cache-control", b"no-store")], 0),
        ("ok", False, [(b"Cache-Control", b"private, max-age=60")], 0),
        ("ok", False, [(b"Cache-Control", b"public, max-age=60")], 60),
        ("ok", False, [(b"Cache-Control", b"max-age=60, s-maxage=10")], 10),
        ("ok", False, [(b"Cache-Control", b"max-age=soon")], 0),
        ("ok", False, [(b"Cache-Control", b"max-age=-1")], 0),
        ("ok", False, [(b"Set-Cookie", b"a=b")], 0),
        ("ok", False, [(b"X-Other", b"no-store")], 300),
        ("ok", False, [(b"Expires", b"Thu, 01 Jan 1970 00:00:00 GMT")], 0),
        ("ok", False, [(b"Expires", b"0")], 0),
        ("ok", False, [(b"expires", b"Fri, 31 Dec 2100 23:59:59 GMT")], 365 * 86400),
        ("ok", False, [(b"Expires", b"0"), (b"Cache-Control", b"max-age=60")], 60),
        ("ok", False, [(b"Cache-Control", b"no-store"), (b"Expires", b"Fri, 31 Dec 2100 23:59:59 GMT")], 0),
        ("ok", False, [(b"Pragma", b"No-Cache")], 0),
    ],
)
def test_what_may_be_stored_and_for_how_long(
    status: str,
    volatile: bool,  # noqa: FBT001 - a column of the table
    headers: list[tuple[bytes, bytes]],
    expected: float,
) -> None:
    assert ttl_seconds(status=status, is_volatile=volatile, headers=headers, default_seconds=300) == expected


@pytest.mark.parametrize("body", [b"", b"short", b"long " * 1000, bytes(range(256))])
def test_an_entry_survives_its_bytes(body: bytes) -> None:
    stored = entry(body).to_bytes(compress_above_bytes=100)
    assert CachedResponse.from_bytes(stored) == entry(body)
    assert len(stored) < 1000


@pytest.mark.parametrize("data", [b"", b"\x02" * 40, b"\x01\x01" + b"\0" * 16 + b"no zlib", b"\x01\x09" + b"\0" * 16])
def test_bytes_that_are_no_entry_are_refused(data: bytes) -> None:
    with pytest.raises(EntryError):
        CachedResponse.from_bytes(data)


def test_memory_forgets_the_least_recently_used() -> None:
    cache = MemoryCache(8 * (100 + ENTRY_OVERHEAD_BYTES), clock=lambda: 0.0)
    for number in range(8):
        cache.keep(bytes([number]), entry(b"x" * 100))
    assert cache.find(b"\x00") is not None
    cache.keep(b"new", entry(b"x" * 100))
    assert cache.find(b"\x01") is None
    assert cache.find(b"\x00") is not None
    assert (len(cache), cache.evictions) == (8, 1)


def test_memory_forgets_what_has_expired() -> None:
    now = [0.0]
    cache = MemoryCache(100_000, clock=lambda: now[0])
    cache.keep(b"k", entry(b"body", expires=10))
    assert cache.find(b"k") is not None
    now[0] = 10.0
    assert cache.find(b"k") is None
    assert cache.size_bytes == 0


def test_replacing_an_entry_does_not_leak_its_size() -> None:
    cache = MemoryCache(100_000, clock=lambda: 0.0)
    for size in (10, 1000, 5):
        cache.keep(b"k", entry(b"x" * size))
    assert cache.size_bytes == 5 + ENTRY_OVERHEAD_BYTES


def test_one_huge_response_does_not_push_out_all_others() -> None:
    cache = MemoryCache(10_000, clock=lambda: 0.0)
    cache.keep(b"small", entry(b"x"))
    cache.keep(b"huge", entry(b"x" * 9000))
    assert cache.find(b"huge") is None
    assert cache.find(b"small") is not None
