"""The loop of one executor: read frames, run their scripts one after another, answer each as it ends.

A reply is written before the next script starts: when this process dies, what it did not answer it did not finish, and
only the first of those it can have begun.
"""

from __future__ import annotations

import functools
import resource
import socket
import time
import traceback
from typing import TYPE_CHECKING, Callable, Optional, Protocol, Tuple

from engine.errors import LifetimesSeenError, LimitExceededError, Outcome
from engine.executor import limits, protocol, rehearsal, training
from engine.executor.host_link import HostLink
from engine.request import Limits, Request
from engine.runtime.context import ctx
from engine.runtime.tracing import eager_tracing, untraced
from engine.sandbox import policy, rlimits

if TYPE_CHECKING:
    from engine.request import Result

# Memory and CPU of the process are looked at after so many executions, and after each that took longer than this.
_CHECK_EVERY = 64
_CHECK_ABOVE_MS = 5.0


class Engine(Protocol):
    """What an executor needs of `engine.pipeline.Engine`."""

    # Whether it has to end with this process.
    is_spent: bool

    def forget(self) -> None:
        """Give up what the last script left; what the process has then no script is answerable for."""

    def measure_memory(self, descriptor: int) -> None:
        """Read what memory the process has from this descriptor of its /proc/self/statm; -1 is none."""

    def execute(self, request: Request) -> Result:
        """Run one script."""

    def warm_up(self) -> None:
        """Run scripts of the engine's own, so that forked processes find everything loaded."""


class Executor:
    """Runs what comes down its connection until the node closes it or it has to be replaced."""

    def __init__(self, engine: Engine, max_executions: Optional[int] = None) -> None:
        """Look at what cannot be looked at any more once confined: the zygote makes one, and each fork runs it."""
        self._engine = engine
        self._max_executions = max_executions or policy.MAX_EXECUTIONS
        self._executions = 0
        self._base_rss_bytes = 0
        self._base_address_space = rlimits.address_space_bytes()
        self._memory_mb = 0
        self._saw_long_trace = False
        # Whether the last script was long, or memory was not looked at for many.
        self._is_due = False
        # The loop of `run` is hot, and a trace of it would run through the whole engine and be too long: 3 to 5 times
        # slower on tests/benchmarks/http.py.
        self._execute: Callable[[Request], Result] = functools.partial(untraced, engine.execute)
        self._tell_jit()

    def run(self, connection: socket.socket) -> None:
        """Serve until the connection ends, or an execution gave a reason to leave."""
        rehearsal.rehearse(self._execute, connection)
        self._attach(connection, policy.MEMORY)
        while self._serve_one(connection):
            pass

    def train(self) -> None:
        """Have the way of a script through this process traced, where this interpreter traces; forks inherit that."""
        node, connection = socket.socketpair()
        with eager_tracing() as is_tracing, node, connection:
            if not is_tracing:
                return
            # To PyPy a field that was set but once is a constant: the fork would lose all traces that know it as one.
            for _twice in range(2):
                self._attach(connection, -1)
            # The limits of this process stay what they are.
            self._memory_mb = Limits().memory_mb
            for code in training.SCRIPTS:
                frame = protocol.frame(protocol.RUN, 0, 0, protocol.encode_request(Request(code=code)))
                for _round in range(training.ROUNDS):
                    node.sendall(frame)
                    self._serve_one(connection)
                    node.recv(training.ANSWER_BYTES)
        self._memory_mb = self._executions = 0

    def _attach(self, connection: socket.socket, memory: int) -> None:
        self._base_rss_bytes = _peak_rss_bytes()
        self._link = ctx.host = HostLink(connection)
        self._engine.measure_memory(memory)

    def _serve_one(self, connection: socket.socket) -> bool:
        """Run the next script; whether there may be another."""
        frame = self._link.next_script()
        if frame is None:
            return False
        reply, reason = self._answer(frame)
        connection.sendall(reply)
        if reason != protocol.STAYS:
            return False
        if self._is_due:
            # Else the next script would wait for it, and have so much more memory than its limit.
            self._is_due = False
            self._engine.forget()
        return True

    def _answer(self, frame: protocol.Frame) -> Tuple[bytes, int]:
        """The reply frame, and why the executor leaves after it."""
        if frame.kind != protocol.RUN:
            raise protocol.ProtocolError(f"expected a Run frame, got kind {frame.kind}")
        request = protocol.decode_request(frame.body)
        if request.limits.memory_mb != self._memory_mb:
            self._memory_mb = request.limits.memory_mb
            rlimits.set_address_space(policy.address_space_bytes(self._base_address_space, self._memory_mb))
        self._executions += 1
        try:
            result = self._execute(request)
            body = protocol.encode_result(result)
        except LimitExceededError as limit:
            return self._stopped(frame.id, request, limit.outcome, "exception")
        except LifetimesSeenError:
            return protocol.frame(protocol.ELSEWHERE, protocol.STAYS, frame.id, b""), protocol.STAYS
        except MemoryError:
            return self._stopped(frame.id, request, Outcome.MEMORY_LIMIT, "memory")
        except RecursionError:
            return self._stopped(frame.id, request, Outcome.DEPTH_LIMIT, "exception")
        except BaseException:  # noqa: BLE001 - the border: whatever broke the engine is reported, then the process leaves
            trace = traceback.format_exc()[-protocol.MAX_TEXT_BYTES :].encode("latin-1", "replace")
            reason = protocol.RECYCLE_REASONS.index("exception")
            return protocol.frame(protocol.FAILURE, reason, frame.id, trace), reason
        reason = self._reason_to_leave(result)
        return protocol.frame(protocol.RESULT, reason, frame.id, body), reason

    def _stopped(self, frame_id: int, request: Request, outcome: Outcome, why: str) -> Tuple[bytes, int]:
        rlimits.set_address_space(resource.RLIM_INFINITY)
        used = max(0, _peak_rss_bytes() - self._base_rss_bytes)
        result = limits.stopped(outcome, request, run_ms=0.0, memory_bytes=used)
        reason = protocol.RECYCLE_REASONS.index(why)
        return protocol.frame(protocol.RESULT, reason, frame_id, protocol.encode_result(result)), reason

    def _reason_to_leave(self, result: Result) -> int:
        if self._link.is_broken:
            return protocol.RECYCLE_REASONS.index("exception")
        if self._executions >= self._max_executions:
            return protocol.RECYCLE_REASONS.index("executions")
        if self._engine.is_spent:
            return protocol.RECYCLE_REASONS.index("exception")
        if self._saw_long_trace:
            return protocol.RECYCLE_REASONS.index("trace_too_long")
        if result.run_ms > _CHECK_ABOVE_MS or self._executions % _CHECK_EVERY == 0:
            self._is_due = True
            if _peak_rss_bytes() - self._base_rss_bytes > policy.MAX_GROWTH_BYTES:
                return protocol.RECYCLE_REASONS.index("memory")
            if time.process_time() > policy.MAX_CPU_SECONDS:
                return protocol.RECYCLE_REASONS.index("executions")
        return protocol.STAYS

    def _tell_jit(self) -> None:
        try:
            import pypyjit
        except ImportError:
            return

        # One loop too long to trace keeps PyPy from inlining shared helpers in this process: up to 60 times slower.
        def on_trace_too_long(*_about: object) -> None:
            self._saw_long_trace = True

        pypyjit.set_trace_too_long_hook(on_trace_too_long)


def _peak_rss_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
