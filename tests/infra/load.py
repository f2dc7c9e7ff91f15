"""Asks a cluster without pause for some seconds, checks every answer, says what failed: `load.py URL SECONDS`."""

from __future__ import annotations

import http.client
import json
import select
import sys
import threading
import time
from collections import Counter
from urllib.parse import urlsplit

CONNECTIONS = 4


def ask(host: str, port: int, until: float, seen: Counter[str], failures: list[str]) -> None:
    """One client on one kept connection."""
    connection = http.client.HTTPConnection(host, port, timeout=15)
    number = 0
    while time.monotonic() < until:
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
            failures.append(f"{type(error).__name__}: {error}")
            connection.close()
            continue
        answer = json.loads(text)
        if response.status != 200 or answer.get("output") != str(number * 2):
            failures.append(f"{response.status}: {text[:300]!r}")
            continue
        seen[answer["node"]] += 1
        time.sleep(0.01)


def main() -> int:
    """Load; print a line of JSON."""
    target, seconds = urlsplit(sys.argv[1]), float(sys.argv[2])
    seen: Counter[str] = Counter()
    failures: list[str] = []
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=ask, args=(str(target.hostname), target.port or 80, until, seen, failures))
        for _ in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    json.dump({"answered": seen.total(), "nodes": seen, "failed": len(failures), "failures": failures[:10]}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
