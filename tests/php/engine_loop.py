"""A warm engine behind a pipe: reads executions from stdin, answers on stdout. Runs on PyPy 3.9 and on CPython.

Frames are a four-byte length and JSON whose texts are latin-1, a code point a byte. Only `interpreters.py` starts this.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from typing import Any, BinaryIO, Dict, List, Optional

from engine.cli import DiskFiles, names_in
from engine.errors import LifetimesSeenError
from engine.pipeline import Engine
from engine.request import Limits, Request
from engine.runtime.context import ctx


def cpu_ms() -> float:
    """CPU time of this process so far, its kernel share included."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1000


# Any: the JSON of both directions.
def execute(engine: Engine, order: Dict[str, Any]) -> Dict[str, Any]:
    """Run the order's script `repeat` times; report CPU time of each and every distinct output.

    With `disk` it sees the disk's files, as a script of `howdah run` does.
    """
    repeat = order.pop("repeat", 1)
    ctx.real_names = names_in if order.pop("disk", False) else None
    if ctx.real_names is not None:
        order["files"] = DiskFiles(order["folder"])
    limits = Limits(**order.pop("limits", {}))
    times: List[float] = []
    outputs: List[str] = []
    answer: Dict[str, Any] = {}
    for _ in range(repeat):
        request = Request(limits=limits, **order)
        before = cpu_ms()
        try:
            result = engine.execute(request)
        except LifetimesSeenError:
            return {"elsewhere": True}
        times.append(cpu_ms() - before)
        if result.output not in outputs:
            outputs.append(result.output)
        answer = {"outcome": result.outcome.value, "exit_code": result.exit_code, "compile_ms": result.compile_ms}
    return {**answer, "outputs": outputs, "cpu_ms": times}


def read_frame(stream: BinaryIO) -> Optional[bytes]:
    """Read one frame, or None at the end of the stream."""
    head = stream.read(4)
    return stream.read(int.from_bytes(head, "big")) if len(head) == 4 else None


def serve(orders: BinaryIO, answers: BinaryIO) -> None:
    """Answer every order until the stream ends."""
    engine = Engine()
    engine.warm_up()
    while True:
        frame = read_frame(orders)
        if frame is None:
            return
        try:
            answer = execute(engine, json.loads(frame))
        except BaseException:  # noqa: BLE001 - the border: whatever the engine lets out is this test's failure
            answer = {"crash": traceback.format_exc()}
        content = json.dumps(answer).encode()
        answers.write(len(content).to_bytes(4, "big") + content)
        answers.flush()


def main(_arguments: List[str]) -> None:
    """Keep stdout for the answers alone, then serve."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)
