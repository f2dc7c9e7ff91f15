"""How zygote and executors confine themselves: what has to be there, what is there, and whether it holds."""

from __future__ import annotations

import fcntl
import json
import linecache
import os
import sys
import threading
import traceback
import warnings
from dataclasses import dataclass, field, replace
from importlib.machinery import PathFinder
from typing import AbstractSet, Any, Dict, List

from engine.sandbox import cgroup, confine, self_test
from engine.sandbox.confine import Stage, Terms

MECHANISMS = confine.NAMES
make_room_for_groups = cgroup.make_room

_FIRST_OWN_DESCRIPTOR = 100


class NotConfinedError(Exception):
    """A mechanism that worked for the zygote does not for this executor; the message says which and why."""


@dataclass
class Confinement:
    """What this host gives. `lacking` says why each mechanism that is not there is not."""

    required: AbstractSet[str]
    parent: int
    most_address_space: int
    most_group_memory: int
    lacking: Dict[str, str] = field(default_factory=dict)
    processes: int = -1

    @property
    def _terms(self) -> Terms:
        return Terms(self.parent, self.most_address_space, self.most_group_memory, self.processes)

    def confine_zygote(self) -> List[str]:
        """Confine this process and try out what its children will have; reasons not to serve, if there are any."""
        confine.prepare()
        # High, so that it is not where an executor's own descriptors go.
        folder = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
        self.processes = fcntl.fcntl(folder, fcntl.F_DUPFD, _FIRST_OWN_DESCRIPTOR)
        os.close(folder)
        self.lacking.update(confine.confine(Stage.ZYGOTE, self._terms))
        self.lacking.update(self_test.lacking_in_executors(self._terms))
        missing = [f"{name} is required: {self.lacking[name]}" for name in sorted(self.required & set(self.lacking))]
        return missing or self_test.run(self._terms, frozenset(self.lacking))

    def confine_executor(self, connection: int, parent: int) -> None:
        """Confine this process for good, with all that was there for the zygote's trials."""
        terms = replace(self._terms, connection=connection, parent=parent)
        lacking = confine.confine(Stage.EXECUTOR, terms, frozenset(self.lacking))
        if lacking:
            raise NotConfinedError("; ".join(f"{name}: {reason}" for name, reason in lacking.items()))


def forget_files() -> None:
    """Keep Python's own library from reading files behind our back: looking for one would be the last thing it does."""
    warnings.simplefilter("ignore")
    # What is not loaded by now cannot be; to look for it in folders would be the end.
    sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not PathFinder]
    linecache.updatecache = _no_lines
    linecache.checkcache = _no_check
    # The interpreters' own reports quote source lines without asking linecache.
    sys.unraisablehook = _report
    threading.excepthook = _report


# Any: as linecache has it.
def _no_lines(filename: str, module_globals: Any = None) -> List[str]:
    return []


def _no_check(filename: Any = None) -> None:
    return


# Any: the two hooks' arguments are types of their own.
def _report(what: Any) -> None:
    sys.stderr.write("".join(traceback.format_exception(what.exc_type, what.exc_value, what.exc_traceback)))


def main(_arguments: List[str]) -> int:
    """Print as JSON what this host lacks and what got away, for `howdah doctor`."""
    confined = Confinement(frozenset(), os.getppid(), 1 << 40, 1 << 40)
    faults = confined.confine_zygote()
    sys.stdout.write(json.dumps({"lacking": confined.lacking, "faults": faults}))
    return 0
