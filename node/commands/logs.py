"""`howdah logs report`: what access logs say, as tables and as a page."""

from __future__ import annotations

import sys
from pathlib import Path

from node.reports import access_logs


def report(paths: list[Path], html: Path | None) -> int:
    """Print the tables, write the page where one is wanted; return the exit status."""
    missing = [path for path in paths if not path.is_file()]
    if missing:
        sys.stderr.write(f"howdah: there is no file {', '.join(map(str, missing))}\n")
        return 2
    found = access_logs.of_files(paths)
    if not found.seconds:
        sys.stderr.write(
            "howdah: expected lines of nginx's JSON log or of a node's access log (HOWDAH_ACCESS_LOG=1), found none\n"
        )
        return 1
    sys.stdout.write(access_logs.as_text(found))
    if html is not None:
        html.write_text(access_logs.as_html(found), "utf-8")
    return 0
