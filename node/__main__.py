"""`python -m node LISTENER METRICS READY LIFE SLOT`: one node process, as `howdah serve` starts it; all are numbers."""

from __future__ import annotations

import sys

from node import worker

if __name__ == "__main__":
    sys.exit(worker.run(worker.Inheritance(*map(int, sys.argv[1:6]))))
