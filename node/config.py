"""Settings: command line, then environment (`HOWDAH_…`), then a TOML file; checked once, at the start."""

from __future__ import annotations

import difflib
import ipaddress
import os
import socket
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from engine.executor.confinement import MECHANISMS

PREFIX = "HOWDAH_"
FILE_VARIABLE = "HOWDAH_CONFIG"

# Variables with our prefix that are no settings.
OTHER_VARIABLES = frozenset({FILE_VARIABLE, "HOWDAH_TEST_INTERPRETERS"})

Source = Literal["command line", "environment", "file", "default"]

MEGABYTE = 1 << 20


class ConfigurationError(Exception):
    """The settings cannot be used; the message names each one, its value and what was expected."""


def _cores() -> int:
    return max(1, len(os.sched_getaffinity(0)))


class Settings(BaseSettings):
    """Everything that can be set. The docstring of each field is what `howdah config` and the manual say of it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, use_attribute_docstrings=True, validate_default=True
    )

    host: str = "127.0.0.1"
    """Address to listen on. A node belongs behind nginx: loopback or a private network."""
    allow_public_host: bool = False
    """Whether `host` may be an address that the world can reach, or all of the machine's; it is refused otherwise."""
    port: int = Field(10101, ge=0, le=65535)
    """Port to listen on; 0 takes a free one."""
    workers: int = Field(default_factory=_cores, ge=1, le=1024)
    """Node processes, one per core unless said otherwise."""
    backlog: int = Field(16384, ge=1, le=1 << 20)
    """Connections that may wait to be accepted; the kernel's somaxconn bounds it too."""
    max_connections: int = Field(25000, ge=1, le=1_000_000)
    """Open connections per node process; one more is answered 503 and closed."""
    fast_path: bool = True
    """Whether plain executions are answered inside aiohttp's protocol, past its request objects."""
    keepalive_seconds: float = Field(75.0, ge=0, le=86400)
    """How long an idle connection stays open."""
    client_timeout_ms: int = Field(5000, ge=1, le=3_600_000)
    """How long a client may take to send a request's body, then 408."""
    drain_seconds: float = Field(30.0, ge=0, le=3600)
    """How long a stopping node waits for requests in flight."""
    drain_idle_seconds: float = Field(6.0, ge=0, le=3600)
    """How long a stopping node goes on accepting and keeps idle connections: longer than nginx keeps its own."""
    hung_seconds: float = Field(30.0, ge=3, le=3600)
    """How long the event loop of a node process may stand still; then the process is killed and replaced."""
    require_keys: bool = False
    """Whether executions need an API key (`howdah keys create`); if not, whoever reaches the node may run scripts."""
    max_body_bytes: int = Field(16 * MEGABYTE, ge=1024, le=1 << 30)
    """The largest request body, then 413."""
    node_name: str = Field(default_factory=socket.gethostname, min_length=1, max_length=200)
    """What `node` says in answers."""

    advertise: str | None = Field(None, pattern=r"^[A-Za-z0-9.:\[\]-]+:[0-9]+$")
    """Host and port under which balancers reach this node: it registers itself in Redis with it."""

    engine_pool_size: int = Field(4, ge=1, le=1024)
    """Executors per node process."""
    lanes: bool = True
    """Whether scripts never seen run on CPython and move to PyPy when they are worth it; off, all run on PyPy."""
    cold_pool_size: int = Field(2, ge=1, le=1024)
    """CPython executors per node process, beside those of PyPy."""
    cold_slice_ms: float = Field(100.0, ge=1, le=60_000)
    """How long a script may run on CPython before it is begun again on PyPy, unless it reached the database."""
    executor_python: str = Field("auto", min_length=1)
    """The interpreter that runs scripts: `auto` (PyPy where there is one), `pypy`, `cpython`, or a path."""
    required_confinement: str = "rlimits,seccomp"
    """Mechanisms without which nothing is served, by commas, as `howdah doctor` names them; empty asks for none."""
    executor_max_executions: int = Field(250_000, ge=1)
    """An executor is replaced after so many executions. PyPy has to warm up anew then, so this is not small."""
    jit_enabled: bool = True
    """Whether PyPy compiles hot loops."""
    optimize_expressions: bool = True
    """Whether scripts go through the optimizer."""
    engine: str = Field("engine.pipeline:Engine", pattern=r"^[\w.]+:\w+$")
    """The engine's class; tests give one of their own."""
    allow_any_ini: bool = False
    """Test mode: directives a script could not set itself are accepted, `files` may lie above the script's folder."""

    limit_wall_ms: int = Field(5000, ge=1, le=3_600_000)
    """The longest a script may take."""
    limit_cpu_ms: int = Field(5000, ge=1, le=3_600_000)
    """The most CPU time a script may use."""
    limit_memory_mb: int = Field(128, ge=1, le=65536)
    """The most memory a script may use."""
    limit_output_kb: int = Field(8192, ge=1, le=1 << 20)
    """The most a script may print."""
    limit_depth: int = Field(50_000, ge=10, le=1_000_000)
    """How deep PHP functions may call each other."""

    queue_limit: int = Field(10_000, ge=0, le=1_000_000)
    """How many executions may wait for an executor in one node process."""
    queue_max_bytes: int = Field(256 * MEGABYTE, ge=0)
    """How many bytes of requests may wait."""
    queue_timeout_ms: int = Field(2000, ge=1, le=3_600_000)
    """How long an execution may wait; one that is expected to wait longer is shed at once."""
    queue_aim_ms: int = Field(500, ge=1, le=3_600_000)
    """How long executions wait while more comes than can be done: the line is kept as short as that, by what is done
    a second, and the rest is shed. A burst may wait longer."""
    batch_limit: int = Field(16, ge=1, le=1024)
    """How many scripts known to be tiny may wait in one executor, all of one tenant."""

    cache_enabled: bool = True
    """Whether responses are cached at all."""
    cache_max_bytes: int = Field(100 * MEGABYTE, ge=0)
    """Memory for cached responses, per node process."""
    cache_ttl_seconds: float = Field(300.0, ge=0, le=365 * 86400)
    """How long a response is served again, unless the script's Cache-Control says otherwise."""
    cache_compress_above: int = Field(1024, ge=0)
    """Bodies larger than this are compressed in the shared store."""
    redis_url: str | None = None
    """Redis, for the shared response cache and rate limits; each node is on its own without it."""
    redis_timeout_ms: int = Field(20, ge=1, le=10_000)
    """How long an answer of Redis is waited for; a slower one is done without, until Redis answers again."""
    database_url: str | None = None
    """Postgres, for API keys and scripts' PDO; neither without it. Its user must be able to create both."""
    database_pool_size: int = Field(10, ge=1, le=1000)
    """The most connections for scripts per node process; all of them together stay below the server's own limit."""
    database_reserved_connections: int = Field(10, ge=0, le=1000)
    """Connections of the server's limit that nodes leave to others."""
    database_timeout_ms: int = Field(800, ge=10, le=60_000)
    """How long a sign of life of the database may take; then it counts as gone, and nobody waits for it."""
    database_statement_ms: int = Field(5000, ge=1, le=3_600_000)
    """How long one statement of a script may take."""
    database_result_kb: int = Field(8192, ge=1, le=1 << 20)
    """The most that one statement of a script may answer."""
    database_result_rows: int = Field(100_000, ge=1, le=100_000_000)
    """The most rows that one statement of a script may answer."""

    execution_log: bool = False
    """Whether each execution is written down in the database (tables `executions` and `scripts`), in batches."""
    execution_log_days: float = Field(7.0, gt=0, le=3650)
    """How long the database keeps them."""
    execution_log_rows: int = Field(10_000_000, ge=1)
    """How many of them it keeps at most."""

    log_level: Literal["debug", "info", "warning", "error", "critical"] = "info"
    """The least severe level that is logged."""
    access_log: bool = False
    """Whether each request is logged, with tenant, outcome and the script's digest; past the fast path, so it costs."""
    log_sources: bool = False
    """Whether the access log, and the log in the database, hold the scripts themselves."""
    trace_endpoint: str | None = Field(None, pattern=r"^https?://.+")
    """Where spans go (OTLP over HTTP); needs `pip install howdah[otel]`. Past the fast path, so it costs."""
    trace_ratio: float = Field(1.0, ge=0, le=1)
    """The share of requests that are traced, where the client has not decided (`traceparent`)."""
    profiling: bool = False
    """Whether slow turns of the event loop are logged."""

    @field_validator("allow_public_host")
    @classmethod
    def _is_sheltered(cls, value: bool, info: ValidationInfo) -> bool:
        if not value and (address := public_address(info.data.get("host", ""))):
            raise ValueError(f"true, since the host {info.data['host']!r} is {address}")
        return value

    @field_validator("required_confinement")
    @classmethod
    def _known(cls, value: str) -> str:
        unknown = sorted({name.strip() for name in value.split(",") if name.strip()}.difference(MECHANISMS))
        if unknown:
            raise ValueError(f"some of {', '.join(MECHANISMS)}")
        return value

    @field_validator("database_url")
    @classmethod
    def _holds_keys(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("require_keys"):
            raise ValueError("a database's address, since require_keys is on and keys are kept there")
        return value

    @field_validator("execution_log")
    @classmethod
    def _has_a_place(cls, value: bool, info: ValidationInfo) -> bool:
        if value and info.data.get("database_url") is None:
            raise ValueError("a database_url, since the log is kept there")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic's signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take the values that `load` gathered and nothing else, so that it knows where each came from."""
        return (init_settings,)


def public_address(host: str) -> str:
    """Say by which address strangers could reach this host; nothing where there is none, or no such host."""
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host or "0.0.0.0", None)}  # noqa: S104 - not bound
    except OSError:
        # Listening there will fail, and say why.
        return ""
    for text in sorted(found):
        address = ipaddress.ip_address(text.partition("%")[0])
        if address.is_unspecified:
            return f"{text}, every address of this machine"
        if address.is_global or address.is_multicast:
            return f"{text}, a public address"
    return ""


@dataclass(frozen=True)
class Configuration:
    """The effective settings and where each came from."""

    settings: Settings
    sources: dict[str, Source]


def load(overrides: Mapping[str, object] | None = None, environment: Mapping[str, str] | None = None) -> Configuration:
    """Gather the settings; ConfigurationError when one of them cannot be used."""
    environment = os.environ if environment is None else environment
    # Any: values as TOML, the environment and the command line have them; pydantic checks each.
    values: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    for name, value in _read_file(environment.get(FILE_VARIABLE)).items():
        values[name.lower()], sources[name.lower()] = value, "file"
    for name in Settings.model_fields:
        text = environment.get(PREFIX + name.upper())
        if text is not None:
            values[name], sources[name] = text, "environment"
    for name, value in (overrides or {}).items():
        if value is not None:
            values[name], sources[name] = value, "command line"
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise ConfigurationError(_explain(error, sources)) from error
    return Configuration(settings, {name: sources.get(name, "default") for name in Settings.model_fields})


def unknown_variables(environment: Mapping[str, str] | None = None) -> list[str]:
    """Say which variables look like settings and are none."""
    environment = os.environ if environment is None else environment
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    unknown = [name for name in environment if name.startswith(PREFIX) and name not in known | OTHER_VARIABLES]
    return [_suggest(name, sorted(known)) for name in sorted(unknown)]


def _suggest(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    return f"{name} is no setting" + (f"; {near[0]} is" if near else "")


def _read_file(path: str | None) -> dict[str, object]:
    if not path:
        return {}
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{FILE_VARIABLE}={path}: expected a TOML file: {error}") from error


def _explain(error: ValidationError, sources: dict[str, Source]) -> str:
    lines = []
    for problem in error.errors():
        name = str(problem["loc"][0]) if problem["loc"] else "?"
        if problem["type"] == "extra_forbidden":
            lines.append(_suggest(name, sorted(Settings.model_fields)) + f" (from the {sources.get(name, 'file')})")
            continue
        expected = problem["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
        source = sources.get(name, "default")
        spelled = PREFIX + name.upper() if source == "environment" else name
        lines.append(f"{spelled} (from the {source}): expected {expected}, got {problem['input']!r}")
    return "\n".join(lines)
