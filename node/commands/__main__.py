"""`python -m node.commands`: the `howdah` command where it is not installed."""

from node.commands import main

main()
