"""The playbooks as files: they parse, the linter has nothing to say, and the node's unit is as hardened as it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.infra.fleet import ANSIBLE, ROOT, TOOLS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.fleet

PLAYBOOKS = sorted(path.name for path in ANSIBLE.glob("*.yml"))
ROLES = sorted(path for path in (ANSIBLE / "roles").iterdir() if path.is_dir())
INVENTORIES = sorted(path.name for path in (ANSIBLE / "inventories").iterdir())
# systemd-analyze counts in tenths: 2.0.
THRESHOLD = 20


def run(*command: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{TOOLS}:{os.environ['PATH']}"}
    return subprocess.run(
        [str(word) for word in command], cwd=ANSIBLE, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("inventory", INVENTORIES)
@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_a_playbook_parses(playbook: str, inventory: str) -> None:
    done = run(TOOLS / "ansible-playbook", "--syntax-check", "-i", f"inventories/{inventory}", playbook)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_linter_has_nothing_to_say() -> None:
    done = run(TOOLS / "ansible-lint", "--offline", "--profile", "production", "--nocolor")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_every_variable_of_a_role_is_in_its_specs(role: Path) -> None:
    specified = set(
        re.findall(r"^      (\w+):$", (role / "meta" / "argument_specs.yml").read_text("utf-8"), re.MULTILINE)
    )
    defaults = role / "defaults" / "main.yml"
    wanted = set(re.findall(r"^(\w+):", defaults.read_text("utf-8"), re.MULTILINE)) if defaults.exists() else set()
    if role.name == "nginx":
        template = (ROOT / "infra" / "nginx" / "nginx.conf.j2").read_text("utf-8")
        # The role asks nginx itself for these two; the last is a variable of nginx's own.
        wanted |= set(re.findall(r"\bnginx_\w+", template)) - {"nginx_version", "nginx_has_stub_status", "nginx_status"}
    assert wanted <= specified


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze")
def test_the_unit_of_a_node_is_hardened(tmp_path: Path) -> None:
    rendered = run(TOOLS / "python", ROOT / "tests" / "infra" / "render_unit.py", tmp_path)
    assert rendered.returncode == 0, rendered.stderr
    scored = run(
        "systemd-analyze", "security", "--offline=true", f"--threshold={THRESHOLD}", tmp_path / "howdah.service"
    )
    assert scored.returncode == 0, scored.stdout.splitlines()[-1]
    assert "ignoring" not in scored.stderr, scored.stderr
