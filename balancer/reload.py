"""Gives nginx another list of nodes without dropping a request.

Lists that were foreseen are in nginx's file beside the one in force, and a link says which is: nginx looks where it
points at each request, so a node that fails or comes back costs no reload. What was not foreseen costs one. A plain
reload closes every idle connection of a client, also under a request that is on its way: 438 of 29,189 requests
failed over 14 reloads. From 1.27.4 on `keepalive_min_timeout` spares them. For older ones the template answers with
`Connection: close` while the file `closing` is there, so that there is no idle connection left to close. Either:
none.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balancer import upstream

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# Longer than clients pause between two requests while they are busy.
CLOSING_SECONDS = 0.3
# Where no node is in trouble, also longer than they pause on a machine that has too much to do.
PATIENT_SECONDS = 1.5
CHECK_SECONDS = 10.0

log = logging.getLogger("balancer")


@dataclass(slots=True)
class Door:
    """The nginx before the nodes: its program, its configuration, its pid file, the file of its upstream blocks."""

    program: Path
    configuration: Path
    pid_file: Path
    upstream_file: Path
    # Whether its reload closes idle connections.
    is_old: bool
    reloads: int = 0
    refused: int = 0

    async def change(
        self, weights: Mapping[str, int], foreseen: Sequence[Mapping[str, int]] = (), *, is_urgent: bool = True
    ) -> bool:
        """Put a list in force; when nginx refuses it the old one stays. Whether it is in force now."""
        key = upstream.key(weights)
        before = self.upstream_file.read_text("utf-8") if self.upstream_file.exists() else ""
        if key in upstream.offered(before):
            self._choose(key)
            return True
        self._write(upstream.render(weights, foreseen))
        if self._pid() is not None and not await self._bring_into_force(before, is_urgent=is_urgent):
            return False
        self._choose(key)
        return True

    async def _bring_into_force(self, before: str, *, is_urgent: bool) -> bool:
        complaint = await self._check()
        if complaint:
            self.refused += 1
            log.error("nginx refuses the new list of nodes, the old one stays: %s", complaint)
            if before:
                self._write(before)
            return False
        started = time.monotonic()
        await self._reload(CLOSING_SECONDS if is_urgent else PATIENT_SECONDS)
        self.reloads += 1
        self._forget_lists(upstream.offered(self.upstream_file.read_text("utf-8")))
        log.info("nginx has a new list of nodes after %.0f ms", (time.monotonic() - started) * 1000)
        return True

    def _choose(self, key: str) -> None:
        """Point the link to a folder of that name in one step. A name nginx does not know means its first block."""
        folder, link = self.pid_file.parent / "lists", self.pid_file.parent / "list"
        if link.is_symlink() and link.readlink().name == key:
            return
        for needed in (folder, folder / key):
            needed.mkdir(exist_ok=True)
            # nginx's workers look, as another user.
            needed.chmod(0o755)
        new = link.with_suffix(".new")
        new.unlink(missing_ok=True)
        # Relative, so that nginx, which follows it at each request, need not begin again at the root.
        new.symlink_to(os.path.join(folder.name, key))  # noqa: PTH118 - a link's text, not a path to open
        new.replace(link)

    def _forget_lists(self, offered: frozenset[str]) -> None:
        """Remove the folders of lists that nginx no longer knows, but not the one that requests look at now."""
        link = self.pid_file.parent / "list"
        if link.is_symlink():
            for old in (self.pid_file.parent / "lists").iterdir():
                if old.name not in offered | {link.readlink().name}:
                    old.rmdir()

    async def _reload(self, closing_seconds: float) -> None:
        if not self.is_old:
            self._signal_nginx()
            # Its old workers use the list that the link names until the new ones are there.
            await asyncio.sleep(CLOSING_SECONDS)
            return
        closing = self.pid_file.parent / "closing"
        closing.touch()
        try:
            await asyncio.sleep(closing_seconds)
            self._signal_nginx()
            # Until its new workers are there, the old ones go on.
            await asyncio.sleep(CLOSING_SECONDS)
        finally:
            closing.unlink(missing_ok=True)

    def _signal_nginx(self) -> None:
        """Have it read its files again. One that ended meanwhile does so when it is started, by another pid."""
        pid = self._pid()
        if pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGHUP)

    async def _check(self) -> str:
        """What nginx has against its configuration; nothing when it would start with it."""
        process = await asyncio.create_subprocess_exec(
            self.program, "-t", "-q", "-p", self.configuration.parent, "-c", self.configuration,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            _output, complaint = await asyncio.wait_for(process.communicate(), CHECK_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()
            return f"no answer within {CHECK_SECONDS:g} seconds"
        return complaint.decode("utf-8", "replace").strip() or "no reason given" if process.returncode else ""

    def _write(self, text: str) -> None:
        new = self.upstream_file.with_suffix(".new")
        new.write_text(text, "utf-8")
        new.chmod(0o644)
        new.replace(self.upstream_file)

    def _pid(self) -> int | None:
        try:
            pid = int(self.pid_file.read_text("ascii"))
            os.kill(pid, 0)
        except (OSError, ValueError):
            return None
        return pid
