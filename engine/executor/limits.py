"""Results of executions that something outside the script ended: a killed process, exhausted memory or stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import Outcome
from engine.executor.protocol import Reply, ReplyDiagnostic, to_result

if TYPE_CHECKING:
    from engine.request import Limits, Request, Result

FAILED_EXIT_CODE = 255


def message(outcome: Outcome, limits: Limits) -> str:
    """PHP's own text for a limit that was hit."""
    if outcome is Outcome.TIME_LIMIT:
        seconds = max(1, (limits.wall_ms + 999) // 1000)
        return f"Maximum execution time of {seconds} second{'' if seconds == 1 else 's'} exceeded"
    if outcome is Outcome.MEMORY_LIMIT:
        return f"Allowed memory size of {limits.memory_mb << 20} bytes exhausted"
    if outcome is Outcome.OUTPUT_LIMIT:
        return f"Output of {limits.output_kb << 10} bytes exhausted"
    return "Maximum call stack size reached. Infinite recursion?"


def stopped_reply(outcome: Outcome, filename: str, limits: Limits, *, run_ms: float, memory_bytes: int = 0) -> Reply:
    """The reply for a script that `outcome` ended from outside; what it had printed is lost."""
    text = message(outcome, limits).encode("latin-1")
    file = filename.encode("latin-1")
    return Reply(
        outcome=outcome,
        is_volatile=True,
        exit_code=FAILED_EXIT_CODE,
        http_status=500,
        compile_ms=0.0,
        run_ms=run_ms,
        cpu_ms=0.0,
        memory_bytes=memory_bytes,
        output=b"\nFatal error: %b in %b on line 0\n" % (text, file),
        errors=[ReplyDiagnostic(b"Fatal error", text, file, 0, None, None)],
        http_headers=[],
    )


def stopped(outcome: Outcome, request: Request, *, run_ms: float, memory_bytes: int) -> Result:
    """The same as the engine's own Result."""
    return to_result(stopped_reply(outcome, request.filename, request.limits, run_ms=run_ms, memory_bytes=memory_bytes))
