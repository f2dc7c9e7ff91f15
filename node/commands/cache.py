"""`howdah cache purge`: forget cached responses on all nodes."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from redis.exceptions import RedisError

from cache import purge
from cache.key import Selection, tag
from node import config

EXIT_BAD_SETTINGS = 2
_TAG = re.compile(r"[0-9a-f]{32}")


def purge_responses(*, tenant: str | None, script: str | None) -> int:
    """Purge what a tenant, a script (a file, or its tag) or neither names; return the exit status."""
    try:
        url = config.load().settings.redis_url
        chosen = None if script is None else _script_tag(script)
    except (config.ConfigurationError, OSError) as error:
        sys.stderr.write(f"howdah: {error}\n")
        return EXIT_BAD_SETTINGS
    if url is None:
        sys.stderr.write("howdah: HOWDAH_REDIS_URL names no Redis: without one a node's cache ends with the node\n")
        return EXIT_BAD_SETTINGS
    selection = Selection(None if tenant is None else tag(tenant.encode()), chosen)
    try:
        removed = asyncio.run(purge.purge(url, selection))
    except (RedisError, OSError) as error:
        sys.stderr.write(f"howdah: Redis cannot be reached, nothing was purged: {error}\n")
        return 1
    sys.stdout.write(f"{removed} responses removed from Redis; every node was told to forget its own\n")
    return 0


def _script_tag(script: str) -> str:
    return script if _TAG.fullmatch(script) else tag(Path(script).read_bytes())
