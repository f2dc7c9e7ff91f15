"""Asks a cluster until SIGTERM, for so many seconds at most, and checks every answer: `load.py URL SECONDS`."""

from __future__ import annotations

import http.client
import json
import select
import signal
import sys
import threading
import time
from collections import Counter
from random import Random
from urllib.parse import urlsplit

# The longest pause of each client between two requests on a kept connection: some are busy, some nearly idle, and one
# opens a connection for each.
BUSY_SECONDS = 0.01
PAUSES = (*[BUSY_SECONDS] * 4, 0.0, 0.3, 1.0, 3.0, 6.0)


# A node with more than it can do says so, and the request may be sent again. One that leaves may refuse nobody.
OVERLOADED, LEAVING = b":overloaded", b"stopping"


def ask(
    host: str,
    port: int,
    pause: float,
    over: threading.Event,
    seen: Counter[str],
    refused: list[bytes],
    failures: list[str],
) -> None:
    """One client on one kept connection; without a pause, on a new one for each request."""
    connection = http.client.HTTPConnection(host, port, timeout=15)
    random = Random(pause)  # noqa: S311 - no secret
    number = 0
    while not over.is_set():
        number += 1
        body = json.dumps({"code": f"<?php echo {number} * 2;", "cache": "bypass"})
        try:
            if connection.sock is not None and select.select([connection.sock], [], [], 0)[0]:
                # The other side ended it while it was idle, as HTTP allows: any client opens another.
                connection.close()
            connection.request("POST", "/api/execute", body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            text = response.read()
        except (OSError, http.client.HTTPException) as error:
            failures.append(f"{time.time():.3f} {type(error).__name__}: {error}")
            connection.close()
            continue
        answer = json.loads(text) if response.status == http.HTTPStatus.OK else {}
        if response.status == http.HTTPStatus.SERVICE_UNAVAILABLE and OVERLOADED in text and LEAVING not in text:
            refused.append(text)
            over.wait(float(response.headers["Retry-After"]))
            continue
        if answer.get("output") != str(number * 2):
            failures.append(f"{time.time():.3f} {response.status}: {text[:300]!r}")
            continue
        seen[answer["node"]] += 1
        if not pause:
            connection.close()
        over.wait(random.uniform(0, pause) if pause > BUSY_SECONDS else BUSY_SECONDS)


def main() -> int:
    """Load; print a line of JSON."""
    target, seconds = urlsplit(sys.argv[1]), float(sys.argv[2])
    seen: Counter[str] = Counter()
    refused: list[bytes] = []
    failures: list[str] = []
    over = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    threads = [
        threading.Thread(
            target=ask, args=(str(target.hostname), target.port or 80, pause, over, seen, refused, failures)
        )
        for pause in PAUSES
    ]
    for thread in threads:
        thread.start()
    over.wait(seconds)
    over.set()
    for thread in threads:
        thread.join()
    found = {"answered": seen.total(), "nodes": seen, "refused": len(refused), "failed": len(failures)}
    json.dump({**found, "failures": failures[:10]}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
