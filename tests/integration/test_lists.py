"""The balancer's lists of nodes in a real nginx: those it foresaw come into force without a reload."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from balancer.members import Policy, foreseen
from balancer.reload import Door
from tests.integration.door import door, each_build, free_port
from tests.integration.test_nginx import OK, Backend, ask

if TYPE_CHECKING:
    from pathlib import Path

    from node.servers import nginx

pytestmark = pytest.mark.server

POLICY = Policy()


@each_build
def test_a_node_that_goes_and_comes_back_costs_no_reload(build: nginx.Nginx, tmp_path: Path) -> None:
    first, second = Backend(OK), Backend(OK)
    new = Backend(OK)
    with door(build, tmp_path, [first.address, second.address]) as port:
        gate = Door(
            build.path, tmp_path / "nginx.conf", tmp_path / "nginx.pid", tmp_path / "upstream.conf",
            is_old=not build.keeps_connections,
        )  # fmt: skip

        def use(weights: dict[str, int]) -> list[int]:
            """Put these in force; how many of the next requests each node gets."""
            assert asyncio.run(gate.change(weights, foreseen(weights, POLICY)))
            before = [len(one.received) for one in (first, second, new)]
            for _ in range(10):
                assert ask(port, "POST", "/api/execute", b"x")[0] == 200
            return [len(one.received) - count for one, count in zip((first, second, new), before, strict=True)]

        # The file that nginx began with foresaw nothing.
        assert use({first.address: 100, second.address: 0}) == [10, 0, 0]
        assert gate.reloads == 1
        assert use({first.address: 100, second.address: 25}) == [8, 2, 0]
        assert use({first.address: 100, second.address: 100}) == [5, 5, 0]
        assert use({first.address: 100, second.address: 0}) == [10, 0, 0]
        assert gate.reloads == 1
        assert use({first.address: 0, second.address: 100}) == [0, 10, 0]
        assert gate.reloads == 1
        # A new node is what nobody foresaw, and so are two that have trouble.
        assert use({first.address: 0, second.address: 100, new.address: 100}) == [0, 5, 5]
        assert gate.reloads == 2
        assert use({first.address: 0, second.address: 0, new.address: 100}) == [0, 0, 10]
        assert use({first.address: 100, second.address: 100, new.address: 0}) == [5, 5, 0]
        assert gate.reloads == 2
        assert use({first.address: 0, second.address: 25, new.address: 25}) == [0, 5, 5]
        assert gate.reloads == 3
        assert len(list((tmp_path / "lists").iterdir())) < 8


@each_build
def test_a_list_that_nginx_does_not_know_is_no_error(build: nginx.Nginx, tmp_path: Path) -> None:
    node = Backend(OK)
    with door(build, tmp_path, [node.address]) as port:
        (tmp_path / "lists" / ("0" * 12)).mkdir(parents=True)
        for target in ("lists/" + "0" * 12, "lists/none", "nginx.conf"):
            (tmp_path / "list").unlink(missing_ok=True)
            (tmp_path / "list").symlink_to(tmp_path / target)
            assert ask(port, "POST", "/api/execute", b"x")[0] == 200
            assert ask(port, "GET", "/nowhere")[0] == 404
    assert len(node.received) == 3


def test_nothing_is_asked_of_an_nginx_that_does_not_run(tmp_path: Path) -> None:
    weights = {f"127.0.0.1:{free_port()}": 100}
    gate = Door(
        tmp_path / "no", tmp_path / "nginx.conf", tmp_path / "nginx.pid", tmp_path / "upstream.conf", is_old=True
    )
    assert asyncio.run(gate.change(weights, foreseen(weights, POLICY)))
    assert gate.reloads == 0
