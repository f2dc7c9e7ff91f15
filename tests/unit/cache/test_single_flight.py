"""One execution per key."""

from __future__ import annotations

import asyncio

import pytest

from cache.single_flight import SingleFlight


class Source:
    """Answers 1, 2, 3… after a moment."""

    def __init__(self, error: Exception | None = None) -> None:
        self.calls = 0
        self.under_way = 0
        self.most_under_way = 0
        self.error = error

    async def __call__(self) -> int:
        self.calls += 1
        number = self.calls
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        await asyncio.sleep(0.01)
        self.under_way -= 1
        if self.error is not None:
            raise self.error
        return number


async def test_concurrent_calls_share_one_answer() -> None:
    flights: SingleFlight[int] = SingleFlight()
    source = Source()
    answers = await asyncio.gather(*(flights.run(b"k", source, lambda _: True) for _ in range(5)))
    assert source.calls == 1
    assert sorted(answers) == [(1, False), (1, True), (1, True), (1, True), (1, True)]


async def test_other_keys_do_not_wait() -> None:
    flights: SingleFlight[int] = SingleFlight()
    source = Source()
    await asyncio.gather(flights.run(b"a", source, lambda _: True), flights.run(b"b", source, lambda _: True))
    assert source.calls == 2


async def test_an_answer_that_cannot_be_shared_is_made_for_each_and_not_waited_for_again() -> None:
    flights: SingleFlight[int] = SingleFlight()
    source = Source()
    answers = await asyncio.gather(*(flights.run(b"k", source, lambda _: False) for _ in range(3)))
    assert sorted(answers) == [(1, False), (2, False), (3, False)]
    source.most_under_way = 0
    await asyncio.gather(*(flights.run(b"k", source, lambda _: False) for _ in range(3)))
    assert source.most_under_way == 3


async def test_a_failure_is_not_shared() -> None:
    flights: SingleFlight[int] = SingleFlight()
    source = Source(ValueError("no"))
    answers = await asyncio.gather(
        *(flights.run(b"k", source, lambda _: True) for _ in range(3)), return_exceptions=True
    )
    assert source.calls == 3
    assert all(isinstance(answer, ValueError) for answer in answers)


async def test_a_waiter_that_goes_away_does_not_end_the_flight() -> None:
    flights: SingleFlight[int] = SingleFlight()
    source = Source()
    leader = asyncio.create_task(flights.run(b"k", source, lambda _: True))
    await asyncio.sleep(0)
    waiter = asyncio.create_task(flights.run(b"k", source, lambda _: True))
    await asyncio.sleep(0)
    waiter.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiter
    assert await leader == (1, False)
