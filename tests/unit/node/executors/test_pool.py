"""Who runs what: decisions alone, without a loop or a process."""

from __future__ import annotations

import random

import pytest

from node.executors.pool import LINE_MS, Job, Seat, Waiting, assign, missing, overdue


def job(number: int, tenant: str = "a", *, estimate_ms: float | None = None, isolated: bool = False) -> Job:
    return Job(number, b"x" * 10, tenant, isolated, 1000, 1 << 20, estimate_ms, enqueued=float(number))


def waiting(*jobs: Job) -> Waiting:
    queue = Waiting()
    for one in jobs:
        queue.push(one)
    return queue


def runs(queue: Waiting, *seats: Seat, line_limit: int = 8) -> list[tuple[int, int]]:
    return [(seat.token, one.id) for seat, one in assign(queue, seats, line_limit=line_limit).runs]


def test_jobs_go_to_idle_executors_in_order() -> None:
    assert runs(waiting(job(1), job(2), job(3)), Seat(1), Seat(2)) == [(1, 1), (2, 2)]


def test_what_cannot_run_keeps_waiting() -> None:
    queue = waiting(job(1), job(2))
    runs(queue, Seat(1))
    assert [one.id for one in queue] == [2]
    assert queue.size_bytes == 10


def test_an_executor_of_the_same_tenant_is_preferred_to_a_fresh_one() -> None:
    assert runs(waiting(job(1)), Seat(1), Seat(2, tenant="a")) == [(2, 1)]


def test_an_executor_never_serves_a_second_tenant() -> None:
    queue = waiting(job(1, "b"))
    decision = assign(queue, [Seat(1, tenant="a")], line_limit=8)
    assert decision.runs == []
    assert [seat.token for seat in decision.stops] == [1]


def test_room_is_made_once_for_each_job_that_waits() -> None:
    seats = [Seat(1, tenant="a"), Seat(2, tenant="a"), Seat(3, tenant="a", is_leaving=True)]
    assert assign(waiting(job(1, "b")), seats, line_limit=8).stops == []
    assert len(assign(waiting(job(1, "b"), job(2, "c")), seats, line_limit=8).stops) == 1


def test_a_busy_executor_is_never_stopped_for_another_tenant() -> None:
    busy = Seat(1, tenant="a")
    busy.jobs.append(job(9))
    assert assign(waiting(job(1, "b")), [busy], line_limit=8).stops == []


def test_a_leaving_executor_gets_nothing() -> None:
    assert runs(waiting(job(1)), Seat(1, is_leaving=True)) == []


def test_an_isolated_job_takes_a_fresh_executor() -> None:
    assert runs(waiting(job(1, isolated=True)), Seat(1, tenant="a"), Seat(2)) == [(2, 1)]


def test_an_isolated_job_has_a_used_executor_replaced() -> None:
    decision = assign(waiting(job(1, isolated=True)), [Seat(1, tenant="a")], line_limit=8)
    assert (decision.runs, [seat.token for seat in decision.stops]) == ([], [1])


def test_tiny_jobs_line_up() -> None:
    jobs = [job(number, estimate_ms=0.03) for number in range(5)]
    assert runs(waiting(*jobs), Seat(1), Seat(2)) == [(1, number) for number in range(5)]


def test_a_line_is_no_longer_than_its_limit() -> None:
    jobs = [job(number, estimate_ms=0.001) for number in range(5)]
    assert runs(waiting(*jobs), Seat(1), line_limit=3) == [(1, 0), (1, 1), (1, 2)]


def test_a_line_takes_no_longer_than_its_time() -> None:
    jobs = [job(number, estimate_ms=LINE_MS / 2.5) for number in range(5)]
    assert runs(waiting(*jobs), Seat(1), Seat(2)) == [(1, 0), (1, 1), (2, 2), (2, 3)]


def test_nothing_lines_up_behind_a_script_of_unknown_length() -> None:
    assert runs(waiting(job(1), job(2, estimate_ms=0.01)), Seat(1)) == [(1, 1)]


def test_nothing_lines_up_behind_another_tenant() -> None:
    queue = waiting(job(1, "a", estimate_ms=0.01), job(2, "b", estimate_ms=0.01))
    assert runs(queue, Seat(1)) == [(1, 1)]


def test_tenants_take_turns() -> None:
    queue = waiting(job(1, "a"), job(2, "a"), job(3, "a"), job(4, "b"))
    assert runs(queue, Seat(1), Seat(2), Seat(3)) == [(1, 1), (2, 4), (3, 2)]


def test_one_tenants_wait_does_not_hold_up_another() -> None:
    queue = waiting(job(1, "a"), job(2, "b"))
    assert runs(queue, Seat(1, tenant="b")) == [(1, 2)]


def test_what_was_lined_up_comes_back_in_front() -> None:
    queue = waiting(job(5))
    queue.push_back([job(1), job(2)])
    assert [one.id for one in queue] == [1, 2, 5]


def test_old_jobs_expire() -> None:
    queue = waiting(job(1), job(2), job(3, "b"))
    assert [one.id for one in queue.expire(before=2.5)] == [1, 2]
    assert [one.id for one in queue] == [3]
    assert (len(queue), queue.size_bytes) == (1, 10)


def test_missing_executors_are_counted_without_those_that_leave() -> None:
    assert missing([Seat(1), Seat(2, is_leaving=True)], 4) == 3


def test_only_the_running_script_can_be_overdue() -> None:
    seat = Seat(1)
    seat.jobs.extend([job(1), job(2)])
    seat.jobs[0].started = 10.0
    assert overdue([seat], 11.2, 250) == []
    assert overdue([seat], 11.3, 250) == [seat]
    assert overdue([Seat(2)], 99.0, 250) == []


@pytest.mark.parametrize("seed", range(20))
def test_whatever_comes_an_executor_serves_one_tenant_from_its_first_script_to_its_end(seed: int) -> None:
    source = random.Random(seed)  # noqa: S311 - cases, no secrets
    queue = Waiting()
    seats = [Seat(token) for token in range(4)]
    served: dict[int, set[str]] = {}
    for number in range(1500):
        estimate_ms = source.choice((None, 0.05, 3.0))
        queue.push(job(number, source.choice("abc"), estimate_ms=estimate_ms, isolated=source.random() < 0.1))
        decision = assign(queue, seats, line_limit=4)
        for seat, one in decision.runs:
            served.setdefault(seat.token, set()).add(one.tenant)
        for seat in decision.stops:
            seat.is_leaving = True
        for seat in seats:
            if seat.jobs and source.random() < 0.7:
                seat.is_leaving |= seat.jobs.popleft().is_isolated or source.random() < 0.05
        seats = [seat for seat in seats if seat.jobs or not seat.is_leaving]
        seats += [Seat(4 * number + 4 + more) for more in range(missing(seats, 4))]
    assert len(served) > 20
    assert all(len(tenants) == 1 for tenants in served.values())
