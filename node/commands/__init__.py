"""The `howdah` command, one module for each subcommand.

`howdah run` is the php CLI: it has php's options and starts in milliseconds, so it never sees typer.
"""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the subcommand that the command line names."""
    if len(sys.argv) > 1 and sys.argv[1] == "run":
        from node.commands import run  # noqa: PLC0415 - one subcommand must not load another's libraries

        run.main(sys.argv[2:])
    from node.commands import application  # noqa: PLC0415 - the same

    application.main()
