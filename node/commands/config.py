"""`howdah config`: the effective settings and where each comes from."""

from __future__ import annotations

import json
import re
import sys

from node import config

_PASSWORD = re.compile(r"(?<=:)[^:@/]+(?=@)")


def show() -> int:
    """Print them; return the exit status."""
    try:
        configuration = config.load()
    except config.ConfigurationError as error:
        sys.stderr.write(f"howdah: {error}\n")
        return 2
    values = configuration.settings.model_dump()
    width = max(map(len, values))
    for name, value in values.items():
        shown = json.dumps(_PASSWORD.sub("…", value) if isinstance(value, str) else value, ensure_ascii=False)
        sys.stdout.write(f"{name:{width}} = {shown:24} # {configuration.sources[name]}\n")
    for problem in config.unknown_variables():
        sys.stderr.write(f"howdah: {problem}\n")
    return 0
