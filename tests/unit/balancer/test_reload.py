"""What the balancer does about an nginx that ends at the wrong moment."""

from __future__ import annotations

import asyncio
import subprocess
from typing import TYPE_CHECKING

import pytest

from balancer import upstream
from balancer.reload import Door

if TYPE_CHECKING:
    from pathlib import Path

WEIGHTS = {"127.0.0.1:1": 100}


@pytest.mark.parametrize("is_old", [True, False])
def test_an_nginx_that_ends_before_its_reload_fails_no_change(tmp_path: Path, *, is_old: bool) -> None:
    # A stand-in for the master, and for `nginx -t` a program that ends it: the worst moment there is.
    with subprocess.Popen(["sleep", "60"]) as master:  # noqa: S607
        (tmp_path / "nginx.pid").write_text(f"{master.pid}\n", "ascii")
        program = tmp_path / "nginx"
        program.write_text(f"#!/bin/sh\nkill -9 {master.pid}\n", "utf-8")
        program.chmod(0o755)
        door = Door(program, tmp_path / "nginx.conf", tmp_path / "nginx.pid", tmp_path / "upstream.conf", is_old)

        async def change() -> bool:
            changing = asyncio.create_task(door.change(WEIGHTS))
            await asyncio.to_thread(master.wait)
            return await changing

        assert asyncio.run(change())
    assert (tmp_path / "upstream.conf").read_text("utf-8") == upstream.render(WEIGHTS)
    assert not (tmp_path / "closing").exists()
