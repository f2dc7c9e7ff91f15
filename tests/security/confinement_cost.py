"""What confinement costs: CPU of an executor's start with and without it, and of what each execution calls.

`python -m tests.security.confinement_cost`; interleaved, the least and the median of many forks.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from engine.executor import launch
from tests.php.interpreters import find_interpreters

ROOT = Path(__file__).resolve().parents[2]
FORKS = 200
# What an execution asks of the kernel: a frame in, a frame out, what was used.
CALLS = 5000
MOST_START_MS = 2.0

PROGRAM = """
import json, os, resource, socket, time
from engine.executor.confinement import Confinement
from engine.sandbox import policy

def child(confined, parent, far, calls):
    # As the zygote does it: no socket object is left behind whose end would ask the kernel about it.
    os.dup2(far.detach(), policy.CONNECTION, inheritable=False)
    connection = socket.socket(fileno=policy.CONNECTION)
    if confined is not None:
        confined.confine_executor(policy.CONNECTION, parent)
    started = time.process_time()
    for _ in range(calls):
        connection.send(b"x")
        connection.recv(1)
        resource.getrusage(resource.RUSAGE_SELF)
    ended = time.process_time()
    connection.send(("%f %f " % (started * 1000, (ended - started) * 1000000 / calls)).ljust(64).encode())
    # Here, where the socket is still open: a confined process closes nothing.
    os._exit(0)

def fork(confined, calls):
    near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        near.detach()
        try:
            child(confined, parent, far, calls)
        finally:
            os._exit(1)
    far.close()
    for _ in range(calls):
        near.recv(1)
        near.send(b"x")
    answer = near.recv(100)
    near.close()
    if os.waitpid(pid, 0)[1] != 0:
        raise RuntimeError("a child failed")
    start, call = answer.decode().split()
    return float(start), float(call)

def main(arguments):
    forks, calls = map(int, arguments)
    confined = Confinement(frozenset(("seccomp", "rlimits")), os.getppid(), 1 << 40, 1 << 40)
    faults = confined.confine_zygote()
    if faults:
        raise RuntimeError("; ".join(faults))
    found = {"with": [], "without": []}
    for round_ in range(forks):
        # The calls are measured in a few processes alone.
        count = calls if round_ % 20 == 0 else 1
        for name, terms in (("with", confined), ("without", None)):
            found[name].append((*fork(terms, count), count))
    print(json.dumps([found, confined.lacking]))
"""


def measure(interpreter: launch.Interpreter) -> bool:
    """Measure on one interpreter, print it, and say whether a start costs no more than it may."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "measured.py").write_text(PROGRAM)
        line = launch.command(interpreter, "measured", [str(FORKS), str(CALLS)])
        at = line.index("-c") + 1
        line[at] = f"import sys; sys.path.append({folder!r}); {line[at]}"
        answer = subprocess.run(line, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=600, check=True)
    found, lacking = json.loads(answer.stdout)
    starts = {name: [start for start, _call, _count in rows] for name, rows in found.items()}
    calls = {name: [call for _start, call, count in rows if count == CALLS] for name, rows in found.items()}
    added = statistics.median(starts["with"]) - statistics.median(starts["without"])
    print(
        f"{interpreter.kind:8} an executor's start: {added:.2f} ms of CPU more "
        f"(median {statistics.median(starts['with']):.2f} against {statistics.median(starts['without']):.2f}, "
        f"least {min(starts['with']):.2f} against {min(starts['without']):.2f}); "
        f"a frame in and out: {min(calls['with']):.2f} us against {min(calls['without']):.2f}; "
        f"lacking {sorted(lacking)}"
    )
    return bool(added <= MOST_START_MS)


def main() -> int:
    """Measure on each interpreter; 1 when a start costs too much."""
    kept = [measure(interpreter) for interpreter in find_interpreters()]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
