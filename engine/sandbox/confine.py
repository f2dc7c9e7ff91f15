"""STEPS: every mechanism, in the only safe order. What a host lacks is named, never silently gone without."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import AbstractSet, Callable, Dict, Iterable, Tuple

from engine.sandbox import (
    capabilities,
    cgroup,
    descriptors,
    identity,
    landlock,
    lifetime,
    mounts,
    namespaces,
    rlimits,
    seccomp,
)
from engine.sandbox.system_calls import UnavailableError


class Stage(Enum):
    """When a step is taken: once, by the zygote that has loaded everything, or by each executor it forks."""

    ZYGOTE = "zygote"
    EXECUTOR = "executor"


@dataclass(frozen=True)
class Terms:
    """What the steps have to know. `connection` is the executor's end of its socket pair."""

    parent: int
    most_address_space: int
    most_group_memory: int
    # The folder /proc, opened while it has a name.
    processes: int
    connection: int = -1


@dataclass(frozen=True)
class Step:
    """One mechanism. It raises UnavailableError or OSError where the host does not have it."""

    name: str
    stage: Stage
    apply: Callable[[Terms], None]
    needs: str = ""


STEPS: Tuple[Step, ...] = (
    Step("cgroup", Stage.ZYGOTE, lambda terms: cgroup.join(terms.most_group_memory)),
    Step("namespaces", Stage.ZYGOTE, lambda _terms: namespaces.enter()),
    # In the host's own mount namespace it would take the host's files away.
    Step("mounts", Stage.ZYGOTE, lambda _terms: mounts.enter_empty_root(), needs="namespaces"),
    # Before the user changes: afterwards there is no right to.
    Step("capabilities", Stage.ZYGOTE, lambda _terms: capabilities.bound()),
    Step("identity", Stage.ZYGOTE, lambda _terms: identity.give_up_root()),
    Step("capabilities", Stage.ZYGOTE, lambda _terms: capabilities.drop()),
    Step("no_new_privs", Stage.ZYGOTE, lambda _terms: capabilities.gain_none()),
    # After the user has changed, which undoes it; and again in each child, which does not inherit it.
    Step("lifetime", Stage.ZYGOTE, lambda terms: lifetime.die_with_parent(terms.parent)),
    Step("lifetime", Stage.EXECUTOR, lambda terms: lifetime.die_with_parent(terms.parent)),
    Step("privacy", Stage.EXECUTOR, lambda _terms: lifetime.forbid_inspection()),
    Step("descriptors", Stage.EXECUTOR, lambda terms: descriptors.keep_only(terms.connection, terms.processes)),
    Step("rlimits", Stage.EXECUTOR, lambda terms: rlimits.set_process_limits(terms.most_address_space)),
    Step("landlock", Stage.EXECUTOR, lambda _terms: landlock.deny_all()),
    # Last: the steps before it are calls that it forbids.
    Step("seccomp", Stage.EXECUTOR, lambda _terms: seccomp.restrict()),
)

NAMES: Tuple[str, ...] = tuple(dict.fromkeys(step.name for step in STEPS))


class UnknownMechanismError(Exception):
    """A setting names a mechanism that there is not; the message says which there are."""


def confine(stage: Stage, terms: Terms, without: AbstractSet[str] = frozenset()) -> Dict[str, str]:
    """Take the steps of a stage; why those that could not be taken were not. Steps named in `without` are left out."""
    lacking: Dict[str, str] = {}
    for step in STEPS:
        if step.stage is not stage or step.name in without:
            continue
        if step.needs in lacking or step.needs in without:
            lacking[step.name] = f"not without {step.needs}"
            continue
        try:
            step.apply(terms)
        except UnavailableError as error:
            lacking[step.name] = str(error)
        except OSError as error:
            lacking[step.name] = error.strerror or str(error)
    return lacking


def prepare() -> None:
    """Do once, before forking, what every executor would do again."""
    seccomp.prepare()


def required(names: Iterable[str]) -> AbstractSet[str]:
    """The mechanisms that a setting asks for."""
    wanted = frozenset(names)
    unknown = sorted(wanted.difference(NAMES))
    if unknown:
        raise UnknownMechanismError(f"expected some of {', '.join(NAMES)}; got {', '.join(unknown)}")
    return wanted
