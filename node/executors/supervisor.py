"""Carries out what the pool decides: forks executors, sends scripts, kills what is overdue, fails what is lost.

All of a node process's executors come from one zygote, which is started again should it end.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import structlog

from engine.errors import Outcome
from engine.executor import control, launch, limits, protocol
from engine.executor.protocol import Reply
from engine.request import Limits
from engine.runtime import host
from engine.runtime.host import NoHost
from node import metrics
from node.admission import Line
from node.errors import EngineFailedError, ExecutorLostError, OverloadedError
from node.executors import pool
from node.executors.complaints import Complaints
from node.executors.pool import Job, Seat
from node.executors.process import Ending, ExecutorProcess, kill_process

# A script that outlives its limit by this is killed: the engine's own timer had its chance, and there is time left to
# answer within 250 ms.
KILL_GRACE_MS = 140
TICK_SECONDS = 0.02
# How long to wait for the zygote to say how an executor ended.
EXIT_REPORT_SECONDS = 0.5
# An executor that died of a signal after having used this share of its memory limit died of that.
MEMORY_SHARE = 0.6
MEMORY_SIGNALS = frozenset({signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGKILL})
MAX_RESTART_SECONDS = 5.0
QUICK_DEATH_SECONDS = 1.0
# What a zygote and its executors may take together beyond the scripts' own limits.
GROUP_MEMORY_SLACK_BYTES = 1 << 30

log = structlog.get_logger(__name__)


class ElsewhereError(Exception):
    """The script needs another kind of executor; nothing it did reached the world."""


class OutlastedError(Exception):
    """The script was stopped here, to be run again where long ones run."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to start executors and how many."""

    interpreter: launch.Interpreter
    engine: str
    pool_size: int
    line_limit: int
    max_executions: int
    max_output_bytes: int
    queue_timeout_seconds: float
    required_confinement: tuple[str, ...]
    memory_mb: int
    has_jit: bool = True
    optimizes: bool = True


@dataclass(slots=True)
class Ticket:
    """What waits for a job: the future of its reply, and what is needed to speak for a script that cannot."""

    reply: asyncio.Future[Reply]
    filename: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What the zygote says about its engine."""

    interpreter: str = ""
    php_version: str = ""
    engine_version: str = ""
    extensions: list[str] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    # Why each mechanism of confinement that this host has not is not there.
    lacking: dict[str, str] = field(default_factory=dict)


class HostPort(Protocol):
    """Who does what scripts ask of the world outside."""

    def call(self, job: Job, request: bytes, answer: Callable[[bytes], None]) -> None:
        """Do it, and answer once; ProtocolError when it is nothing that an honest executor would ask."""

    def lend(self, job: Job) -> bytes | None:
        """The answer to the opening of a session, before it is asked for; None where there is none at once."""

    def finish(self, job: Job) -> None:
        """Take back what a script was lent; one that still asks will not hear the answer."""


class Supervisor:
    """The executors of this node process."""

    def __init__(self, options: Options, counters: metrics.Counters, host: HostPort | None = None) -> None:
        self._options = options
        self._host = host
        self._counters = counters
        self._waiting = pool.Waiting()
        self._processes: dict[int, ExecutorProcess] = {}
        self._seats: dict[int, Seat] = {}
        self._endings: dict[int, asyncio.Future[Ending]] = {}
        self._orphans: set[int] = set()
        self._next_token = 1
        self._next_job = 1
        self._zygote: _Zygote | None = None
        self._restart_seconds = 0.1
        self._quick_deaths = 0
        self._is_dispatch_due = False
        self._is_refilling = False
        self._tick: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_stopping = False
        self._ready = asyncio.Event()
        self._has_forked = asyncio.Event()
        self.engine = EngineInfo()
        # Why nothing is served: executors could not be confined as they have to be.
        self.refusal = ""
        self.base_rss_bytes = 0
        # Smoothed milliseconds that one execution occupies an executor, to predict how long a queue takes.
        self.service_ms = 1.0
        # How many executions were given to an executor since the beginning.
        self.started_count = 0

    @property
    def is_ready(self) -> bool:
        """Whether executors can be forked."""
        return self._ready.is_set()

    @property
    def size(self) -> int:
        """How many executors there should be."""
        return self._options.pool_size

    @property
    def busy(self) -> int:
        """How many run a script now."""
        return sum(1 for seat in self._seats.values() if seat.jobs)

    @property
    def alive(self) -> int:
        """How many there are, those that leave included."""
        return len(self._seats)

    @property
    def waiting_count(self) -> int:
        """How many executions no executor has yet."""
        return self._waiting.count

    @property
    def waiting_bytes(self) -> int:
        """How large they are."""
        return self._waiting.size_bytes

    def pids(self) -> list[int]:
        """The zygote and its executors."""
        found = [] if self._zygote is None else [self._zygote.process.pid]
        return found + [process.pid for process in self._processes.values() if process.pid]

    def expected_wait_ms(self) -> float:
        """How long an execution that came now would wait, were all that wait before it."""
        return self.service_ms * self._waiting.count / max(1, self._options.pool_size)

    def line(self, tenant: str) -> Line:
        """What an execution of this tenant finds before it if it comes now."""
        waiting = self._waiting
        ahead = waiting.ahead_of(tenant)
        expected_ms = self.service_ms * ahead / max(1, self._options.pool_size)
        return Line(waiting.count, waiting.size_bytes, ahead, self.started_count, expected_ms)

    async def start(self) -> None:
        """Start the zygote; return when the first executor is there."""
        self._spawn_zygote()
        await self._has_forked.wait()

    async def stop(self) -> None:
        """End every executor and the zygote. Whoever still waits is shed."""
        self._is_stopping = True
        self._ready.clear()
        for job in self._waiting.expire(float("inf")):
            self._fail(job, OverloadedError("the node is stopping"))
        for process in list(self._processes.values()):
            self._kill(process)
            self._counters.add(metrics.KILLED["stopping"])
        if self._tick is not None:
            self._tick.cancel()
        if self._zygote is not None:
            await self._zygote.stop()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def submit(
        self,
        body: bytes,
        *,
        tenant: str,
        is_isolated: bool,
        filename: str,
        limit: Limits,
        estimate_ms: float | None,
        spent_ms: int = 0,
    ) -> Job:
        """Queue an execution. Its reply comes through `owner.reply`; it is sent at the end of this turn of the loop."""
        loop = asyncio.get_running_loop()
        job = Job(
            id=self._next_job,
            body=body,
            tenant=tenant,
            is_isolated=is_isolated,
            wall_ms=limit.wall_ms - spent_ms,
            max_output_bytes=limit.output_kb << 10,
            estimate_ms=estimate_ms,
            enqueued=time.monotonic(),
            owner=Ticket(loop.create_future(), filename, limit),
        )
        self._next_job = (self._next_job + 1) & 0x7FFFFFFF
        self._waiting.push(job)
        self._dispatch_soon()
        if self._tick is None:
            self._tick = loop.call_later(TICK_SECONDS, self._on_tick)
        return job

    def running_jobs(self) -> list[tuple[Job, float]]:
        """Return what executors run now, and what CPU time each of those has used in its life, in seconds."""
        found = []
        for seat in self._seats.values():
            spent = self._processes[seat.token].cpu_seconds() if seat.jobs else None
            if spent is not None:
                found.append((seat.jobs[0], spent))
        return found

    def abandon(self, job: Job) -> None:
        """Stop the script that runs this job, or take it out of its line: OutlastedError to whoever waits for it."""
        self._fail(job, OutlastedError())
        for seat in self._seats.values():
            if seat.jobs and seat.jobs[0] is job:
                self._counters.add(metrics.KILLED["outlasted"])
                self._kill(self._processes[seat.token])
                return

    # ------------------------------------------------------------------------------------------------------------------
    # Sending

    def _dispatch_soon(self) -> None:
        if not self._is_dispatch_due:
            self._is_dispatch_due = True
            asyncio.get_running_loop().call_soon(self._dispatch)

    def _dispatch(self) -> None:
        """Send all that became ready in this turn, one write for each executor."""
        self._is_dispatch_due = False
        if not self._waiting:
            return
        decision = pool.assign(self._waiting, self._seats.values(), line_limit=self._options.line_limit)
        if decision.runs:
            now = time.monotonic()
            self.started_count += len(decision.runs)
            frames: dict[int, list[bytes]] = {}
            for seat, job in decision.runs:
                batch = frames.setdefault(seat.token, [])
                batch.append(protocol.frame(protocol.RUN, 0, job.id, job.body))
                if seat.jobs[0] is job:
                    job.started = now
                    if job.opens:
                        batch += self._lend(job)
            for token, batch in frames.items():
                self._processes[token].send(batch)
        for seat in decision.stops:
            self._retire(seat)

    def _lend(self, job: Job) -> list[bytes]:
        """What a script is likely to ask for first: it comes with the script, and saves asking."""
        answer = None if self._host is None else self._host.lend(job)
        if answer is None:
            return []
        job.is_lent = True
        return [protocol.frame(protocol.ANSWER, protocol.UNASKED, job.id, answer)]

    def _kill(self, process: ExecutorProcess) -> None:
        """Stop an executor now; until its connection has ended, nobody gets it any more."""
        process.seat.is_leaving = True
        process.kill()

    def _retire(self, seat: Seat) -> None:
        """Let an executor that runs nothing go, and have it replaced."""
        seat.is_leaving = True
        self._counters.add(metrics.RECYCLED["tenant"])
        self._processes[seat.token].close()
        self._refill()

    # ------------------------------------------------------------------------------------------------------------------
    # Replies

    def _on_reply(self, process: ExecutorProcess, frame: protocol.Frame) -> None:
        seat = process.seat
        if not seat.jobs or seat.jobs[0].id != frame.id:
            raise protocol.ProtocolError(f"expected a reply to the running script, got one to {frame.id}")
        job = seat.jobs[0]
        if frame.kind == protocol.CALL:
            self._on_call(process, job, frame)
            return
        if frame.flags >= len(protocol.RECYCLE_REASONS):
            raise protocol.ProtocolError(f"expected a reason to leave, got {frame.flags}")
        ticket: Ticket = job.owner
        answer = _read_answer(frame, job)
        now = time.monotonic()
        self._finish_calls(job)
        seat.jobs.popleft()
        seat.line_ms -= job.estimate_ms or 0.0
        took_ms = (now - job.started) * 1000
        self.service_ms += 0.05 * (took_ms - self.service_ms)
        self._counters.add(metrics.BUSY_SECONDS, now - job.started)
        if frame.flags != protocol.STAYS or job.is_isolated:
            self._replace_after_reply(process, "isolated" if job.is_isolated else protocol.RECYCLE_REASONS[frame.flags])
        elif seat.jobs:
            seat.jobs[0].started = now
        if self._waiting:
            self._dispatch_soon()
        if ticket.reply.done():
            return
        if isinstance(answer, Reply):
            ticket.reply.set_result(answer)
        else:
            ticket.reply.set_exception(answer)

    def _on_call(self, process: ExecutorProcess, job: Job, frame: protocol.Frame) -> None:
        """Have done what a script asks for; the answer goes to the process that asked, if it is still there."""
        if self._host is None:
            process.send((protocol.frame(protocol.ANSWER, frame.flags, job.id, NoHost().call(frame.body)),))
            return
        job.has_called = True

        def answer(body: bytes) -> None:
            process.send((protocol.frame(protocol.ANSWER, frame.flags, job.id, body),))

        self._host.call(job, frame.body, answer)

    def _finish_calls(self, job: Job) -> None:
        if (job.has_called or job.is_lent) and self._host is not None:
            self._host.finish(job)

    def _replace_after_reply(self, process: ExecutorProcess, reason: str) -> None:
        """It leaves after this reply; what stood in line behind was not begun."""
        seat = process.seat
        seat.is_leaving = True
        self._requeue(seat)
        self._counters.add(metrics.RECYCLED[reason])
        process.close()
        self._refill()

    def _requeue(self, seat: Seat) -> None:
        if seat.jobs:
            self._waiting.push_back(seat.jobs)
            self.started_count -= len(seat.jobs)
            seat.jobs.clear()
            self._dispatch_soon()

    # ------------------------------------------------------------------------------------------------------------------
    # Deadlines

    def _on_tick(self) -> None:
        loop = asyncio.get_running_loop()
        now = time.monotonic()
        for seat in pool.overdue(self._seats.values(), now, KILL_GRACE_MS):
            process = self._processes[seat.token]
            if not process.is_overdue:
                process.is_overdue = True
                self._kill(process)
                # A process with much memory takes long to die; nothing it still says can count.
                self._settle(seat.jobs[0], Outcome.TIME_LIMIT)
        for job in self._waiting.expire(now - self._options.queue_timeout_seconds):
            self._counters.add(metrics.SHED["waited"])
            self._fail(job, OverloadedError("no executor became free in time", retry_after_seconds=1))
        is_needed = self._waiting or any(seat.jobs for seat in self._seats.values())
        self._tick = loop.call_later(TICK_SECONDS, self._on_tick) if is_needed else None

    # ------------------------------------------------------------------------------------------------------------------
    # Losses

    def _on_loss(self, process: ExecutorProcess) -> None:
        seat = process.seat
        self._processes.pop(seat.token, None)
        self._seats.pop(seat.token, None)
        if not process.pid:
            self._orphans.add(seat.token)
        if seat.jobs:
            lost = seat.jobs.popleft()
            self._finish_calls(lost)
            self._requeue(seat)
            if process.is_overdue:
                self._counters.add(metrics.KILLED["wall_limit"])
            elif not lost.owner.reply.done():
                self._run(self._judge(lost, process))
        if self._is_stopping:
            return
        # One that dies under its first script is that script's doing; one that dies without any is ours.
        is_quick = seat.tenant is None and time.monotonic() - process.born < QUICK_DEATH_SECONDS
        self._quick_deaths = self._quick_deaths + 1 if is_quick and not seat.is_leaving else 0
        self._refill()

    async def _judge(self, job: Job, process: ExecutorProcess) -> None:
        """Find out why an executor died under a script: of its memory limit, or of something nobody planned."""
        ending = None
        with contextlib.suppress(TimeoutError):
            ending = await asyncio.wait_for(asyncio.shield(process.ending), EXIT_REPORT_SECONDS)
        ticket: Ticket = job.owner
        if process.fault is None and ending is not None and os.WIFSIGNALED(ending.status):
            number = os.WTERMSIG(ending.status)
            used = ending.peak_rss_bytes - self.base_rss_bytes
            is_by_memory = used > MEMORY_SHARE * (ticket.limits.memory_mb << 20)
            if number in MEMORY_SIGNALS and is_by_memory:
                self._counters.add(metrics.KILLED["memory_limit"])
                self._settle(job, Outcome.MEMORY_LIMIT, memory_bytes=max(0, used))
                return
        self._counters.add(metrics.LOST)
        if process.fault is not None:
            self._counters.add(metrics.KILLED["protocol"])
        status = None if ending is None else ending.status
        log.error("executor_lost", pid=process.pid, status=status, fault=str(process.fault or ""))
        self._fail(job, ExecutorLostError("the process that ran the script died; the script may have run"))

    def _settle(self, job: Job, outcome: Outcome, memory_bytes: int = 0) -> None:
        """Answer for a script whose process is gone."""
        ticket: Ticket = job.owner
        if not ticket.reply.done():
            run_ms = (time.monotonic() - job.started) * 1000
            ticket.reply.set_result(
                limits.stopped_reply(outcome, ticket.filename, ticket.limits, run_ms=run_ms, memory_bytes=memory_bytes)
            )

    def _fail(self, job: Job, error: Exception) -> None:
        ticket: Ticket = job.owner
        if not ticket.reply.done():
            ticket.reply.set_exception(error)

    # ------------------------------------------------------------------------------------------------------------------
    # Processes

    def _refill(self) -> None:
        if not self._is_refilling and not self._is_stopping and self._ready.is_set():
            self._is_refilling = True
            self._run(self._fork_missing())

    async def _fork_missing(self) -> None:
        try:
            if self._quick_deaths > self._options.pool_size:
                # Whatever kills them at birth would kill the next ones too: go slowly, and say so.
                log.error("executors_die_at_birth", count=self._quick_deaths)
                await asyncio.sleep(min(MAX_RESTART_SECONDS, 0.1 * self._quick_deaths))
            while self._ready.is_set() and pool.missing(self._seats.values(), self._options.pool_size):
                await self._fork()
        finally:
            self._is_refilling = False
        if self._waiting:
            self._dispatch_soon()

    async def _fork(self) -> None:
        loop = asyncio.get_running_loop()
        seat = Seat(self._next_token)
        self._next_token = self._next_token % 0x7FFFFFFF + 1
        process = ExecutorProcess(
            seat,
            ending=loop.create_future(),
            max_body_bytes=max(self._options.max_output_bytes, host.MAX_CALL_BYTES) + protocol.MAX_EXTRA_BYTES,
            on_reply=self._on_reply,
            on_loss=self._on_loss,
        )
        process.born = time.monotonic()
        theirs = await process.open()
        with theirs:
            zygote = self._zygote
            if zygote is None or not self._ready.is_set():
                process.close()
                return
            self._processes[seat.token] = process
            self._seats[seat.token] = seat
            self._endings[seat.token] = process.ending
            zygote.fork(seat.token, theirs)

    def _spawn_zygote(self) -> None:
        options = self._options
        settings: dict[str, Any] = {
            "engine": options.engine,
            "max_executions": options.max_executions,
            "parent": os.getpid(),
            "required_confinement": options.required_confinement,
            "memory_mb": options.memory_mb,
            "group_memory_bytes": ((options.pool_size + 1) * options.memory_mb << 20) + GROUP_MEMORY_SLACK_BYTES,
        }
        if not self._options.optimizes:
            settings["options"] = {"optimize": False}
        self._zygote = _Zygote(
            self._options.interpreter,
            settings,
            has_jit=self._options.has_jit,
            on_message=self._on_message,
            on_end=self._on_zygote_end,
        )

    def _on_message(self, message: control.Message) -> None:
        if message.kind == control.READY:
            about = json.loads(message.text)
            self.engine = EngineInfo(**{name: about[name] for name in EngineInfo.__slots__})
            self.base_rss_bytes = _resident_bytes(message.pid)
            self._restart_seconds = 0.1
            self.refusal = ""
            log.info("engine_ready", interpreter=self.engine.interpreter, load_seconds=round(about["load_seconds"], 3))
            if self.engine.lacking:
                log.warning("confinement_incomplete", **self.engine.lacking)
            self._ready.set()
            self._refill()
        elif message.kind == control.REFUSED:
            self.refusal = message.text.decode("utf-8", "replace")
            log.error("confinement_refused", reason=self.refusal)
        elif message.kind == control.FORKED:
            self._on_forked(message)
        elif message.kind == control.EXITED:
            future = self._endings.pop(message.token, None)
            if future is not None and not future.done():
                future.set_result(Ending(message.status, message.peak_rss_kb << 10, message.cpu_us / 1e6))
            self._orphans.discard(message.token)
        elif message.kind == control.FORK_FAILED:
            log.error("fork_failed", reason=message.text.decode("latin-1"))
            self._quick_deaths += self._options.pool_size
            self._endings.pop(message.token, None)
            process = self._processes.get(message.token)
            if process is not None:
                process.close()

    def _on_forked(self, message: control.Message) -> None:
        if message.token in self._orphans:
            # Its connection ended before it was born, perhaps with a script in it that never ends.
            kill_process(message.pid)
            return
        process = self._processes.get(message.token)
        if process is not None:
            process.is_known_as(message.pid)
            self._has_forked.set()
            self._counters.add(metrics.FORKED)
            self._counters.observe(metrics.FORK_SECONDS, time.monotonic() - process.born)
            if process.is_overdue:
                process.kill()

    def _on_zygote_end(self, status: int | None) -> None:
        if self._is_stopping:
            return
        self._ready.clear()
        log.error("zygote_lost", status=status, retry_seconds=self._restart_seconds)
        self._endings.clear()
        self._counters.add(metrics.ZYGOTES_LOST)
        self._counters.add(metrics.KILLED["zygote_lost"], len(self._processes))
        for process in list(self._processes.values()):
            # They die with their zygote anyway; nothing may be sent to one that is on its way out.
            self._kill(process)
        delay, self._restart_seconds = self._restart_seconds, min(MAX_RESTART_SECONDS, self._restart_seconds * 2)
        asyncio.get_running_loop().call_later(delay, self._restart_zygote)

    def _restart_zygote(self) -> None:
        if not self._is_stopping:
            self._spawn_zygote()

    # Any: what the coroutine would send or return; nothing does.
    def _run(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class _Zygote:
    """The process that forks executors, and the socket it obeys."""

    def __init__(
        self,
        interpreter: launch.Interpreter,
        settings: dict[str, Any],
        *,
        has_jit: bool,
        on_message: Callable[[control.Message], None],
        on_end: Callable[[int | None], None],
    ) -> None:
        self._on_message = on_message
        self._on_end = on_end
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = launch.start_zygote(interpreter, theirs.fileno(), settings, has_jit=has_jit)
        self._control.setblocking(False)
        self._complaints = Complaints(self.process)
        asyncio.get_running_loop().add_reader(self._control.fileno(), self._read)

    def fork(self, token: int, connection: socket.socket) -> None:
        """Ask for an executor."""
        # A full socket means a zygote that no longer reads; its end is noticed elsewhere.
        with contextlib.suppress(BlockingIOError, BrokenPipeError, ConnectionResetError):
            control.send_fork(self._control, token, connection)

    async def stop(self) -> None:
        """End it and its executors."""
        self._disconnect()
        self.process.kill()
        await asyncio.to_thread(self.process.wait)
        self._complaints.close()

    def _read(self) -> None:
        while True:
            try:
                message, _descriptor = control.receive(self._control)
            except BlockingIOError:
                return
            except OSError:
                message = None
            if message is None:
                self._disconnect()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(0.05)
                self.process.kill()
                status = self.process.wait()
                self._complaints.close()
                self._on_end(status)
                return
            self._on_message(message)

    def _disconnect(self) -> None:
        if self._control.fileno() >= 0:
            asyncio.get_running_loop().remove_reader(self._control.fileno())
            self._control.close()


def _read_answer(frame: protocol.Frame, job: Job) -> Reply | Exception:
    """What an executor has to say of a script."""
    if frame.kind == protocol.RESULT:
        return protocol.decode_result(frame.body, job.max_output_bytes)
    if frame.kind == protocol.FAILURE:
        return EngineFailedError(frame.body.decode("latin-1"))
    if frame.kind == protocol.ELSEWHERE:
        return ElsewhereError()
    raise protocol.ProtocolError(f"expected a Result or a Failure, got kind {frame.kind}")


def _resident_bytes(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0
