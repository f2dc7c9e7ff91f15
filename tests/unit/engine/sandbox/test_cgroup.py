"""The control group, in a folder that looks like cgroup v2."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from engine.sandbox import cgroup
from engine.sandbox.system_calls import UnavailableError

if TYPE_CHECKING:
    from pathlib import Path


def hierarchy(folder: Path, *, controllers: str = "cpu memory pids", own: str = "/unit/node") -> tuple[Path, Path]:
    root = folder / "cgroup"
    (root / "unit" / "node").mkdir(parents=True)
    (root / "cgroup.controllers").write_text(controllers)
    (root / "unit" / "cgroup.controllers").write_text(controllers)
    this = folder / "self"
    this.write_text(f"1:name=systemd:/x\n0::{own}\n")
    return root, this


def test_a_group_of_its_own_is_bounded_and_joined(tmp_path: Path) -> None:
    root, this = hierarchy(tmp_path)
    (root / "unit" / "howdah-1").mkdir()
    cgroup.join(1 << 30, root, this)
    group = root / "unit" / f"howdah-{os.getpid()}"
    assert (group / "memory.max").read_text() == str(1 << 30)
    assert (group / "memory.swap.max").read_text() == "0"
    assert int((group / "pids.max").read_text()) > 0
    assert (group / "cgroup.procs").read_text() == "0"
    assert (root / "unit" / "cgroup.subtree_control").read_text() == "+memory +pids"
    assert not (root / "unit" / "howdah-1").exists()


@pytest.mark.parametrize("is_delegated", [True, False])
def test_what_is_delegated_is_left_for_a_group_below(tmp_path: Path, *, is_delegated: bool) -> None:
    root, this = hierarchy(tmp_path)
    unit = root / "unit" / "node"
    if is_delegated:
        os.setxattr(unit, "user.delegate", b"1")
    cgroup.make_room(root, this)
    assert (unit / "node" / "cgroup.procs").exists() == is_delegated


@pytest.mark.parametrize(("controllers", "own"), [("cpu", "/unit/node"), ("memory pids", "/")])
def test_what_is_not_delegated_is_said(tmp_path: Path, controllers: str, own: str) -> None:
    root, this = hierarchy(tmp_path, controllers=controllers, own=own)
    with pytest.raises(UnavailableError):
        cgroup.join(1 << 30, root, this)


def test_a_host_without_cgroup_v2_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="no cgroup v2"):
        cgroup.join(1 << 30, tmp_path, tmp_path / "self")
