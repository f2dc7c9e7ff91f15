"""`python -m node LISTENER METRICS READY LIFE SLOT SUCCEEDS`: one node process of `howdah serve`; all are numbers."""

from __future__ import annotations

import sys

from node import worker

if __name__ == "__main__":
    sys.exit(worker.run(worker.Inheritance(*map(int, sys.argv[1:7]))))
