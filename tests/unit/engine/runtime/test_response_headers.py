"""Headers keep their order and are found by name whatever its case; very many cost no more each than few."""

from __future__ import annotations

from engine.runtime.response_headers import ResponseHeaders


def test_a_header_replaces_all_of_its_name_and_comes_last() -> None:
    headers = ResponseHeaders()
    headers.add("X-A", "1")
    headers.add("X-B", "2")
    headers.add("x-a", "3")
    assert headers.values_of("X-a") == ["1", "3"]
    headers.replace("X-a", "4")
    assert list(headers) == [("X-B", "2"), ("X-a", "4")]


def test_removed_headers_are_gone_and_others_stay() -> None:
    headers = ResponseHeaders()
    for name in ("X-A", "X-B", "x-a"):
        headers.add(name, "1")
    headers.remove("X-A")
    headers.remove("X-C")
    assert list(headers) == [("X-B", "1")]
    headers.clear()
    assert list(headers) == []
    assert headers.values_of("X-B") == []
