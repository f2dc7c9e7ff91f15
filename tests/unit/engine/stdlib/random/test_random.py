"""Random engines: what PHP itself draws from the same seeds."""

from __future__ import annotations

from engine.runtime.arrays import PhpArray
from engine.stdlib.random import engines
from engine.stdlib.random.engines import Mt19937, PcgOneseq128XslRr64, UserEngine, Xoshiro256StarStar


def test_mersenne_twister() -> None:
    engine = Mt19937(42)
    assert [engine.generate() >> 1, engine.generate() >> 1, engine.range(1, 100)] == [804318771, 1710563033, 77]


def test_permuted_congruential_generator() -> None:
    engine = PcgOneseq128XslRr64(42)
    assert engine.generate_bytes().encode("latin-1").hex() == "5a70f57fe8727428"
    engine.jump(1000)
    assert engine.generate_bytes().encode("latin-1").hex() == "455ee7323b52288e"


def test_xoshiro() -> None:
    engine = Xoshiro256StarStar.from_int(42)
    assert engine.generate_bytes().encode("latin-1").hex() == "16c72e0c2e0b7815"
    engine.jump()
    assert engine.generate_bytes().encode("latin-1").hex() == "03d74713c25e28ba"


def test_what_a_randomizer_draws() -> None:
    engine = Mt19937(42)
    assert engines.float_between(engine, 0.0, 1.0, "ClosedOpen") == 0.6799681784915378
    assert engines.random_bytes_of(engine, "abc", 8) == "accbbcca"
    assert engines.next_float(engine) == 0.5986584864509503


def test_states_survive_serialization() -> None:
    for engine, other in (
        (Mt19937(1), Mt19937(2)),
        (PcgOneseq128XslRr64(1), PcgOneseq128XslRr64(2)),
        (Xoshiro256StarStar.from_int(1), Xoshiro256StarStar.from_int(2)),
    ):
        engine.generate()
        assert other.restore(PhpArray(engine.state()))
        assert other.generate() == engine.generate()
        assert not other.restore(PhpArray(["x"]))


def test_a_users_engine_may_return_fewer_bytes() -> None:
    engine = UserEngine(lambda: "\x01\x02")
    assert engine.generate_bytes() == "\x01\x02"
    assert engine.below_32(0xFFFFFFFF) == 0x02010201
