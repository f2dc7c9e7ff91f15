"""Holds the pinned dependencies against PyPI's vulnerability records: `python -m tests.security.audit`.

The records are asked for over the network. Where that, or the tool, cannot be had, it says that nothing was audited and
does not fail: a build machine may have no way out. What was asked for and is vulnerable fails.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"
TOOL = ROOT / ".venv" / "audit"
PATIENCE_SECONDS = 240
# A line of the lock: a name, `==` and a version, and perhaps for which machines.
_PINNED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(\[[a-z,-]+\])?==[A-Za-z0-9.!+]+( ; .+)?")


def unpinned(lock: str) -> list[str]:
    """Lines of the lock that leave open which version is meant."""
    lines = [line.strip() for line in lock.splitlines()]
    return [line for line in lines if line and not line.startswith("#") and not _PINNED.fullmatch(line)]


# Any: pip-audit's report, a JSON document.
def verdict(report: Any) -> tuple[int, list[str]]:
    """How many dependencies were looked up, and what is known against them."""
    looked_up = [found for found in report["dependencies"] if "skip_reason" not in found]
    known = [
        f"{found['name']} {found['version']}: {vulnerability['id']}, mended in "
        f"{', '.join(vulnerability['fix_versions']) or 'no version yet'}"
        for found in looked_up
        for vulnerability in found["vulns"]
    ]
    return len(looked_up), known


def report() -> tuple[Any, str]:
    """pip-audit's report, or None and why there is none."""
    programs = TOOL / "bin"
    try:
        if not (programs / "pip-audit").exists():
            venv.create(TOOL, with_pip=True)
            install = [
                str(programs / "python"),
                "-m",
                "pip",
                "install",
                "-q",
                "--disable-pip-version-check",
                "--timeout",
                "15",
            ]
            subprocess.run(
                [*install, "pip-audit"], check=True, capture_output=True, text=True, timeout=PATIENCE_SECONDS
            )
        command = [str(programs / "pip-audit"), "--no-deps", "--disable-pip", "--progress-spinner", "off", "-f", "json"]
        done = subprocess.run(
            [*command, "-r", LOCK], check=False, capture_output=True, text=True, timeout=PATIENCE_SECONDS
        )
    except subprocess.CalledProcessError as error:
        return None, f"pip-audit cannot be installed: {_last_line(error.stderr)}"
    except subprocess.TimeoutExpired:
        return None, f"no answer within {PATIENCE_SECONDS} s"
    # It writes a report when it has asked about everything, whatever it found, and none when it could not ask.
    if not done.stdout.startswith("{"):
        return None, _last_line(done.stderr)
    return json.loads(done.stdout), ""


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2][:300]


def main() -> int:
    """Audit; 1 when something is known against a dependency, or one is not pinned."""
    loose = unpinned(LOCK.read_text())
    for line in loose:
        print(f"audit: not pinned: {line}")
    found, problem = report()
    asked, known = (0, []) if found is None else verdict(found)
    for line in known:
        print(f"audit: {line}")
    if asked == 0:
        print(f"audit: SKIPPED, nothing was audited: {problem or 'PyPI has no records of any dependency'}")
    else:
        count = len(found["dependencies"])
        print(f"audit: {asked} of {count} dependencies looked up, {len(known)} vulnerabilities known")
    return 1 if known or loose else 0


if __name__ == "__main__":
    sys.exit(main())
