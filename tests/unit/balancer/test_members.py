"""When a node is taken out and how it comes back."""

from __future__ import annotations

import pytest

from balancer import upstream
from balancer.members import FULL_WEIGHT, MOST_FORESEEN_NODES, Finding, Member, Policy, foreseen, weights

POLICY = Policy(failures=2, successes=2, steps=(25, 50), step_seconds=2.0)


def after(*findings: Finding) -> Member:
    member = Member("127.0.0.1:1")
    for finding in findings:
        member.learn(finding, 0.0, POLICY)
    return member


def test_a_new_node_comes_in_at_once_with_its_whole_weight() -> None:
    assert after(Finding.READY).weight(0.0, POLICY) == FULL_WEIGHT


def test_one_probe_without_answer_takes_nobody_out() -> None:
    assert after(Finding.READY, Finding.SILENT).is_in
    assert not after(Finding.READY, Finding.SILENT, Finding.SILENT).is_in
    assert after(Finding.READY, Finding.SILENT, Finding.READY, Finding.SILENT).is_in


def test_a_node_that_says_it_takes_no_work_is_believed_at_once() -> None:
    assert not after(Finding.READY, Finding.REFUSING).is_in


def test_a_node_that_failed_comes_back_slowly() -> None:
    member = after(Finding.READY, Finding.SILENT, Finding.SILENT, Finding.READY)
    assert member.weight(0.0, POLICY) == 0
    member.learn(Finding.READY, 10.0, POLICY)
    assert [member.weight(now, POLICY) for now in (10.0, 11.9, 12.0, 13.9, 14.0, 99.0)] == [25, 25, 50, 50, 100, 100]


def test_a_cluster_is_never_closed_by_probes_alone() -> None:
    members = [Member("a:1"), Member("b:1")]
    assert weights(members, 0.0, POLICY) == {"a:1": FULL_WEIGHT, "b:1": FULL_WEIGHT}
    members[0].learn(Finding.READY, 0.0, POLICY)
    assert weights(members, 0.0, POLICY) == {"a:1": FULL_WEIGHT, "b:1": 0}


def test_what_one_node_can_do_next_is_foreseen() -> None:
    lists = foreseen({"a:1": FULL_WEIGHT, "b:1": 0}, POLICY)
    # b comes back in steps, a has trouble while b is in; but never nobody.
    assert {"a:1": FULL_WEIGHT, "b:1": 25} in lists
    assert {"a:1": FULL_WEIGHT, "b:1": FULL_WEIGHT} in lists
    assert {"a:1": 25, "b:1": 0} in lists
    # Or everything is well again, and then a has trouble.
    assert {"a:1": 0, "b:1": FULL_WEIGHT} in lists
    assert {"a:1": 0, "b:1": 0} not in lists
    assert len(lists) == 5 + 3
    assert foreseen({f"n{number}:1": FULL_WEIGHT for number in range(MOST_FORESEEN_NODES + 1)}, POLICY) == []


def test_a_file_offers_the_list_in_force_and_the_foreseen_ones() -> None:
    now = {"a:1": FULL_WEIGHT, "b:1": FULL_WEIGHT}
    lists = foreseen(now, POLICY)
    text = upstream.render(now, lists)
    assert upstream.offered(text) == {upstream.key(one) for one in (now, *lists)}
    assert text.count("upstream howdah") == len(lists) + 1
    assert upstream.key({"b:1": 100, "a:1": 100}) == upstream.key(now)


def test_the_block_has_what_balancing_needs_in_nginxs_order() -> None:
    text = upstream.render({"10.0.0.2:10101": 25, "10.0.0.1:10101": 100, "unix:/run/howdah/3.sock": 0})
    lines = [line.strip() for line in text.splitlines()]
    assert lines.index("least_conn;") < lines.index("keepalive 128;")
    assert "server 10.0.0.1:10101 weight=100 max_fails=3 fail_timeout=2s;" in lines
    assert "server unix:/run/howdah/3.sock down;" in lines
    assert "server " in upstream.render({})


@pytest.mark.parametrize("address", ["a:1; } evil {", "a", "", "a:1 backup", "unix:relative", "a:1\n", "$host:1"])
def test_an_address_that_could_be_something_else_is_refused(address: str) -> None:
    assert not upstream.is_address(address)
    with pytest.raises(ValueError, match="expected"):
        upstream.render({address: 100})
