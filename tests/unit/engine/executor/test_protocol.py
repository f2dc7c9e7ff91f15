"""Frames: everything survives the way there and back, and nothing odd is believed."""

from __future__ import annotations

import dataclasses
import random
import struct
from typing import Any

import pytest

from engine.errors import Outcome
from engine.executor import protocol
from engine.request import Diagnostic, HttpRequest, Limits, Request, Result

REQUESTS = [
    Request(code=""),
    Request(code="<?php echo 1;"),
    Request(
        code="\xff\x00",
        filename="/a/b.php",
        folder="/a",
        files={"x": "\x80", "y/z": ""},
        args=["", "b"],
        stdin="in",
        env={"A": "b"},
        http=HttpRequest("POST", "/u?x=1", [("A", "1"), ("A", "2")], "body\xfe", "::1"),
        ini={"precision": "3"},
        limits=Limits(1, 2, 3, 4, 5),
    ),
    Request(code="many", args=[str(number) for number in range(500)]),
]


def result(**changes: Any) -> Result:  # Any: whatever the fields of a Result hold
    plain = Result(Outcome.OK, "out\xff", 3, [], 404, [("A", "b")], 0.5, 1.5, 2.5, 1 << 33, is_volatile=True)
    return dataclasses.replace(plain, **changes)


ERRORS = [
    Diagnostic("Warning", "m\xe9", "/f.php", 7),
    Diagnostic("Fatal error", "u", "/f.php", 9, "Exception", "#0 {main}"),
    Diagnostic("Notice", "", "", 0, None, "t"),
]


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_request_arrives_as_it_was(request_: Request) -> None:
    assert protocol.decode_request(protocol.encode_request(request_)) == request_


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("errors", [[], ERRORS])
def test_a_result_arrives_as_it_was(outcome: Outcome, errors: list[Diagnostic]) -> None:
    sent = result(outcome=outcome, errors=errors)
    assert protocol.to_result(protocol.decode_result(protocol.encode_result(sent), 100)) == sent


def test_frames_are_found_however_they_are_cut() -> None:
    frames = [protocol.frame(protocol.RUN, 0, number, b"x" * number * 7) for number in range(20)]
    stream = b"".join(frames)
    for size in (1, 3, 12, 50, len(stream)):
        reader = protocol.FrameReader(1 << 20)
        found = [one for at in range(0, len(stream), size) for one in reader.feed(stream[at : at + size])]
        assert [one.id for one in found] == list(range(20))
        assert [len(one.body) for one in found] == [number * 7 for number in range(20)]


def test_a_frame_larger_than_allowed_is_refused_by_its_header_alone() -> None:
    with pytest.raises(protocol.ProtocolError):
        protocol.FrameReader(100).feed(struct.pack("<IBBHI", 101, protocol.VERSION, 2, 0, 1))


def test_another_version_is_refused() -> None:
    with pytest.raises(protocol.ProtocolError):
        protocol.FrameReader(100).feed(struct.pack("<IBBHI", 1, protocol.VERSION + 1, 2, 0, 1))


def test_more_output_than_allowed_is_refused() -> None:
    body = protocol.encode_result(result(output="x" * 101))
    with pytest.raises(protocol.ProtocolError):
        protocol.decode_result(body, 100)


@pytest.mark.parametrize("milliseconds", [float("nan"), float("inf"), -1.0])
def test_times_that_are_none_are_refused(milliseconds: float) -> None:
    with pytest.raises(protocol.ProtocolError):
        protocol.decode_result(protocol.encode_result(result(run_ms=milliseconds)), 100)


def test_any_damage_is_a_protocol_error_or_a_valid_reply() -> None:
    body = protocol.encode_result(result(errors=ERRORS))
    numbers = random.Random(7)  # noqa: S311 - damage, not secrets
    for _ in range(20_000):
        damaged = bytearray(body)
        for _ in range(numbers.randint(1, 4)):
            damaged[numbers.randrange(len(damaged))] = numbers.randrange(256)
        if numbers.random() < 0.3:
            damaged = damaged[: numbers.randrange(len(damaged) + 1)]
        try:
            reply = protocol.decode_result(bytes(damaged), 1000)
        except protocol.ProtocolError:
            continue
        assert len(reply.output) <= 1000


def test_floods_of_diagnostics_and_headers_are_cut() -> None:
    errors = [Diagnostic("Warning", "m" * 100_000, "/f", 1, "C", "t" * 100_000)] * 5000
    headers = [("A" * 100, "b" * 1000)] * 5000
    body = protocol.encode_result(result(errors=errors, http_headers=headers))
    assert len(body) <= protocol.MAX_EXTRA_BYTES
    reply = protocol.decode_result(body, 100)
    assert len(reply.errors) <= protocol.MAX_DIAGNOSTICS
    assert len(reply.http_headers) <= protocol.MAX_HEADERS
