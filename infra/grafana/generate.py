"""Writes the dashboards' JSON: `make dashboards`; with `--check` it fails when a file is not what it would write."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from grafana_foundation_sdk.cog.encoder import JSONEncoder

from infra.grafana.boards import BOARDS
from infra.grafana.panels import Board, build_board

FOLDER = Path(__file__).parent / "dashboards"


def render(board: Board) -> str:
    """Return a dashboard as Grafana reads it, ids given so that it is the same each time."""
    document = json.loads(JSONEncoder(sort_keys=True).encode(build_board(board).build()))
    for at, panel in enumerate(document["panels"], 1):
        panel["id"] = at
    return json.dumps(document, indent=1, sort_keys=True) + "\n"


def path_of(board: Board) -> Path:
    """Where a dashboard's JSON is."""
    return FOLDER / f"{board.uid.removeprefix('howdah-')}.json"


def main() -> int:
    """Write or check; return the exit status."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--check", action="store_true")
    is_check = cli.parse_args().check
    stale = []
    for board in BOARDS:
        path, text = path_of(board), render(board)
        if is_check:
            if not path.exists() or path.read_text("utf-8") != text:
                stale.append(path.name)
        else:
            FOLDER.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    if stale:
        sys.stderr.write(f"not what infra/grafana/boards.py says: {', '.join(stale)}; run `make dashboards`\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
