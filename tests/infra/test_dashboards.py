"""The dashboards: what boards.py says, well-formed, and every expression one that Prometheus can parse."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from infra.grafana.boards import BOARDS
from infra.grafana.generate import path_of, render
from tests.infra.expressions import DASHBOARDS, dashboard_expressions

if TYPE_CHECKING:
    from pathlib import Path

    from infra.grafana.panels import Board

PROMTOOL = shutil.which("promtool")


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.uid)
def test_the_json_is_what_the_boards_say(board: Board) -> None:
    assert path_of(board).read_text("utf-8") == render(board), "run `make dashboards`"


def test_there_is_no_json_without_a_board() -> None:
    assert set(DASHBOARDS) == {path_of(board) for board in BOARDS}


@pytest.mark.parametrize("path", DASHBOARDS, ids=lambda path: path.stem)
def test_panels_have_a_place_an_id_and_a_description(path: Path) -> None:
    panels = json.loads(path.read_text("utf-8"))["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken: set[tuple[int, int]] = set()
    for panel in panels:
        place = panel["gridPos"]
        cells = {(place["x"] + x, place["y"] + y) for x in range(place["w"]) for y in range(place["h"])}
        assert not cells & taken, panel["title"]
        assert place["x"] + place["w"] <= 24, panel["title"]
        taken |= cells
        if panel["type"] != "row":
            assert panel["description"], panel["title"]
            assert panel["datasource"]["uid"] == "${datasource}"
            assert panel["fieldConfig"]["defaults"]["unit"], panel["title"]


@pytest.mark.skipif(PROMTOOL is None, reason="no promtool; CI installs Debian's prometheus")
def test_every_expression_parses(tmp_path: Path) -> None:
    found = [pair for path in DASHBOARDS for pair in dashboard_expressions(path)]
    assert len(found) > 60
    rules = [{"record": f"panel:number:{at}", "expr": expression} for at, (_title, expression) in enumerate(found)]
    path = tmp_path / "panels.yml"
    path.write_text(json.dumps({"groups": [{"name": "panels", "rules": rules}]}), "utf-8")
    checked = subprocess.run([str(PROMTOOL), "check", "rules", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
