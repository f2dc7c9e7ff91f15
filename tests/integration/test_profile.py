"""`howdah profile`: the script runs as ever, and its time is found in the function and line that used it."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.integration.serving import command, environment

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.server

SCRIPT = """<?php
function light() { return 1; }
class Worker {
    public function heavy(int $n): int {
        $s = 0;
        for ($i = 0; $i < $n; $i++) {
            $s += $i % 7;
        }
        return $s;
    }
}
light();
echo (new Worker)->heavy(3000000), $argv[1];
exit(4);
"""


def test_the_time_is_found_where_it_was_spent(tmp_path: Path) -> None:
    (tmp_path / "slow.php").write_text(SCRIPT)
    done = subprocess.run(
        command("profile", "--flames", "flames.svg", "slow.php", "x"),
        cwd=tmp_path, env=environment({}), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.stdout, done.returncode) == ("8999994x", 4), done.stderr
    function = done.stderr.strip().splitlines()[1].split()
    assert "heavy" in function[0]
    assert float(function[2]) > 80
    busiest = re.search(r"^line .*\n(\S+)", done.stderr, re.MULTILINE)
    assert busiest is not None
    assert busiest[1] in ("slow.php:6", "slow.php:7")
    graph = (tmp_path / "flames.svg").read_text()
    assert graph.startswith("<svg")
    assert "heavy" in graph
    assert "{main} slow.php:13" in graph
