"""Measures a cluster from outside: `workloads` are scripts and what they print, `load` sends, `report` tells."""
