"""`python -m engine.executor CONTROL_DESCRIPTOR SETTINGS`: the zygote. The node starts it with a large RLIMIT_STACK."""

from __future__ import annotations

import sys

from engine.executor import zygote

if __name__ == "__main__":
    sys.exit(zygote.main(sys.argv[1:]))
