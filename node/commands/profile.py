"""`howdah profile FILE`: runs a script as `howdah run` does, and says where its time went."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from engine.executor import launch
from node.reports.flames import Profile, svg, tables


def profile(script: str, arguments: Sequence[str], flames: Path | None) -> int:
    """Run, print the tables on stderr, write the flame graph; return the script's exit status."""
    interpreter = launch.find_interpreter("cpython")
    with tempfile.TemporaryDirectory(prefix="howdah-profile-") as folder:
        samples = Path(folder) / "samples.json"
        line = launch.command(interpreter, "engine.profiler", [str(samples), "-f", script, "--", *arguments])
        with launch.large_stack():
            done = subprocess.run(line, check=False, env=dict(os.environ))  # noqa: S603 - our own interpreter
        if not samples.exists():
            return done.returncode or 1
        found = Profile.of_document(json.loads(samples.read_text("utf-8")))
    sys.stderr.write(f"\n{tables(found)}")
    if flames is not None:
        flames.write_text(svg(found, f"{script}, on CPython"), "utf-8")
        sys.stderr.write(f"flame graph: {flames}\n")
    return done.returncode
