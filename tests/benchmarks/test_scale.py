"""The simulation agrees with what queueing theory says where it says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks import scale

if TYPE_CHECKING:
    from pathlib import Path

SHAPE = scale.Shape(0.5, 0.2, 0.2, 4, 4, 90, 8, 200.0)


def test_capacity_grows_with_nodes_until_something_else_bounds_it() -> None:
    found = [scale.simulate(SHAPE, scale.DEFAULTS, nodes, load=0.5, requests=2000, seed=1) for nodes in scale.SIZES]
    assert found[1].capacity == pytest.approx(found[0].capacity * 5 / 2)
    assert found[0].limit in ("nodes", "executors")
    assert found[-1].limit not in ("nodes", "executors")
    assert found[-1].capacity == found[-2].capacity


def test_one_queue_waits_as_long_as_theory_says() -> None:
    # All from memory, one node, nginx far from its limit: M/M/1, whose mean stay is 1 / (service rate - arrival rate).
    shape = scale.Shape(1.0, 0.0, 0.0, 1000, 4, 90, 8, 200.0)
    us = {**scale.DEFAULTS, "nginx": 0.001}
    found = scale.simulate(shape, us, 1, load=0.7, requests=60_000, seed=3)
    mean_ms = us["node_memory"] / 1000 / (1 - 0.7)
    assert found.p50_ms == pytest.approx(mean_ms * 0.693, rel=0.15)


def test_the_plot_names_what_bounds_each_size(tmp_path: Path) -> None:
    found = [scale.simulate(SHAPE, scale.DEFAULTS, nodes, load=0.5, requests=500, seed=1) for nodes in scale.SIZES]
    scale.plot(found, tmp_path / "scale.svg")
    text = (tmp_path / "scale.svg").read_text("utf-8")
    assert text.startswith("<svg")
    assert all(one.limit in text for one in found)
