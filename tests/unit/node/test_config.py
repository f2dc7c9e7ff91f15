"""Settings: where they come from, and what is said of wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from node.config import ConfigurationError, load, public_address, unknown_variables

if TYPE_CHECKING:
    from pathlib import Path


def test_the_command_line_wins_over_the_environment_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "howdah.toml"
    file.write_text('port = 1001\nworkers = 3\nlog_level = "DEBUG"\n', encoding="utf-8")
    environment = {"HOWDAH_CONFIG": str(file), "HOWDAH_PORT": "1002", "HOWDAH_ENGINE_POOL_SIZE": "7"}
    found = load({"engine_pool_size": 8, "host": None}, environment)
    settings = found.settings
    assert (settings.port, settings.workers, settings.engine_pool_size, settings.log_level) == (1002, 3, 8, "debug")
    assert {name: found.sources[name] for name in ("port", "workers", "engine_pool_size", "host")} == {
        "port": "environment", "workers": "file", "engine_pool_size": "command line", "host": "default",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("HOWDAH_PORT", "http", "integer"),
        ("HOWDAH_PORT", "70000", "less than or equal to 65535"),
        ("HOWDAH_CACHE_ENABLED", "perhaps", "boolean"),
        ("HOWDAH_LOG_LEVEL", "loud", "'debug', 'info'"),
        ("HOWDAH_ENGINE_POOL_SIZE", "0", "greater than or equal to 1"),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(name: str, value: str, expected: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(environment={name: value})
    text = str(caught.value)
    assert name in text
    assert repr(value) in text
    assert expected in text


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text("port = = 1", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"broken\.toml"):
        load(environment={"HOWDAH_CONFIG": str(file)})


def test_a_misspelt_variable_is_told_with_the_right_name() -> None:
    assert unknown_variables({"HOWDAH_WORKRES": "1", "HOWDAH_PORT": "1", "PATH": ""}) == [
        "HOWDAH_WORKRES is no setting; HOWDAH_WORKERS is"
    ]


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "", "8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "224.0.0.1", "0"],  # noqa: S104 - none is bound
)
def test_a_host_that_the_world_can_reach_is_refused_unless_allowed(host: str) -> None:
    with pytest.raises(ConfigurationError, match=r"allow_public_host .*expected true, since the host"):
        load({"host": host}, {})
    assert load({"host": host}, {"HOWDAH_ALLOW_PUBLIC_HOST": "true"}).settings.host == host


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.9.9.9", "::1", "10.1.2.3", "172.16.0.1", "192.168.7.7", "fd00::1", "fe80::1", "localhost"],
)
def test_loopback_and_private_networks_need_no_leave(host: str) -> None:
    assert public_address(host) == ""
    assert load({"host": host}, {}).settings.host == host
