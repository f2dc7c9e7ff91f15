"""Argon2: what a hash may cost."""

from __future__ import annotations

import pytest

from engine.errors import LimitExceededError
from engine.runtime.context import ctx
from engine.stdlib.passwords import argon2


@pytest.fixture(autouse=True)
def _execution() -> None:
    ctx.begin(ctx.request)


@pytest.mark.skipif(argon2.LIBRARY is None, reason="there is no libargon2")
def test_a_hash_that_costs_too_much_ends_the_execution() -> None:
    costs = argon2.Costs(memory=argon2.WORK_MAX // 4 + 1, time=4, threads=1)
    with pytest.raises(LimitExceededError):
        argon2.hash_password("argon2id", "secret", b"0123456789abcdef", costs)
    with pytest.raises(LimitExceededError):
        argon2.verify("secret", f"$argon2id$v=19$m={costs.memory},t=4,p=1$MDEyMzQ1Njc4OQ$c29tZXRoaW5n")


def test_known_digest() -> None:
    if argon2.LIBRARY is None:
        pytest.skip("there is no libargon2")
    encoded = argon2.hash_password("argon2id", "secret", b"0123456789abcdef", argon2.Costs(64, 2, 2))
    assert encoded.startswith("$argon2id$v=19$m=64,t=2,p=2$MDEyMzQ1Njc4OWFiY2RlZg$")
    assert argon2.verify("secret", encoded)
    assert not argon2.verify("Secret", encoded)
