"""What clients send and get, as msgspec types: they decode, validate and feed /openapi.json."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

MAX_BATCH = 64
MAX_ARGUMENTS = 10_000

_EXECUTION = {"$ref": "#/components/schemas/ExecuteRequest"}
_EXECUTED = {"$ref": "#/components/schemas/ExecuteResponse"}
_FAILED = {"$ref": "#/components/schemas/Problem"}

Text = str | UnsetType
CacheMode = Literal["default", "bypass", "refresh"]
Isolation = Literal["shared", "process"]
CacheState = Literal["hit", "miss", "bypass", "uncacheable"]
Status = Literal[
    "ok",
    "compile_error",
    "uncaught_exception",
    "fatal_error",
    "time_limit",
    "memory_limit",
    "output_limit",
    "depth_limit",
]
Positive = Annotated[int, Meta(ge=1, le=(1 << 31) - 1)]


class LimitFields(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Each may only lower what the tenant has."""

    wall_ms: Positive | UnsetType = UNSET
    cpu_ms: Positive | UnsetType = UNSET
    memory_mb: Positive | UnsetType = UNSET
    output_kb: Positive | UnsetType = UNSET


class HttpFields(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The request that a script sees in its superglobals."""

    method: Annotated[str, Meta(pattern=r"^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$")] = "GET"
    uri: Annotated[str, Meta(min_length=1, max_length=65536)] = "/"
    headers: dict[str, str | list[str]] = {}
    body: Text = UNSET
    body_base64: Text = UNSET
    remote_addr: Annotated[str, Meta(max_length=200)] = "127.0.0.1"


class ExecuteRequest(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One script to run."""

    code: Text = UNSET
    code_base64: Text = UNSET
    files: dict[str, str] = {}
    files_base64: dict[str, str] = {}
    entry: Annotated[str, Meta(min_length=1, max_length=4096)] = "main.php"
    filename: Annotated[str, Meta(min_length=1, max_length=4096)] | UnsetType = UNSET
    args: Annotated[list[str], Meta(max_length=MAX_ARGUMENTS)] = []
    args_base64: Annotated[list[str], Meta(max_length=MAX_ARGUMENTS)] | UnsetType = UNSET
    stdin: Text = UNSET
    stdin_base64: Text = UNSET
    env: dict[str, str] = {}
    env_base64: dict[str, str] = {}
    request: HttpFields | UnsetType = UNSET
    ini: dict[str, str | int | float | bool] = {}
    limits: LimitFields | UnsetType = UNSET
    cache: CacheMode = "default"
    isolation: Isolation = "shared"


class BatchRequest(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Up to 64 executions. Each is validated for itself: a bad one fails alone."""

    executions: Annotated[
        list[msgspec.Raw],
        Meta(min_length=1, max_length=MAX_BATCH, extra_json_schema={"items": _EXECUTION}),
    ]


class DiagnosticFields(msgspec.Struct, omit_defaults=True, rename={"class_name": "class"}):
    """A warning, error or uncaught exception; `…_base64` where the bytes are not UTF-8."""

    level: str
    line: int
    message: Text = UNSET
    message_base64: Text = UNSET
    file: Text = UNSET
    file_base64: Text = UNSET
    class_name: Text = UNSET
    class_base64: Text = UNSET
    trace: Text = UNSET
    trace_base64: Text = UNSET


class ResponseHttp(msgspec.Struct):
    """What `header()` and `http_response_code()` set; a header sent more than once has a list of values."""

    status: int
    headers: dict[str, str | list[str]]


class ResultFields(msgspec.Struct, kw_only=True):
    """What the script did: the same for everyone who is served this result."""

    success: bool
    status: Status
    output: Text = UNSET
    output_base64: Text = UNSET
    exit_code: int
    error: str | UnsetType | None = None
    error_base64: Text = UNSET
    errors: list[DiagnosticFields]
    http: ResponseHttp
    execution_time_ms: float
    cpu_time_ms: float
    compile_time_ms: float
    memory_usage: int
    php_version: str
    engine_version: str


class ExecuteResponse(ResultFields, kw_only=True):
    """The answer to one execution that took place."""

    queue_time_ms: float
    cache: CacheState
    node: str
    request_id: str


class Problem(msgspec.Struct, omit_defaults=True):
    """An error of the API itself, as RFC 9457 has it; `path` names the field that is wrong."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    path: str | UnsetType = UNSET


class BatchResponse(msgspec.Struct):
    """Results in the order of the executions."""

    # msgspec knows no union of two structs without a tag, so the description names them itself. Any: either.
    results: Annotated[list[Any], Meta(extra_json_schema={"items": {"anyOf": [_EXECUTED, _FAILED]}})]


class EffectiveLimits(msgspec.Struct):
    """The most that a request may ask for."""

    wall_ms: int
    cpu_ms: int
    memory_mb: int
    output_kb: int
    depth: int
    body_bytes: int
    batch_executions: int
    queue_timeout_ms: int


class Runtime(msgspec.Struct):
    """The engine behind this node."""

    php_version: str
    engine_version: str
    interpreter: str
    node: str
    extensions: list[str]
    functions: list[str]


class Health(msgspec.Struct):
    """Whether the process lives, or takes work."""

    status: Literal["ok", "ready", "degraded", "starting", "draining", "unavailable"]
    node: str
    detail: str | UnsetType = UNSET
    # Mechanisms that could confine executors and that this host lacks, with the reason.
    lacking: dict[str, str] | UnsetType = UNSET


class NodeMetrics(msgspec.Struct):
    """Current figures of this node, all its processes together."""

    requests_per_second: float
    average_response_time_ms: float
    active_connections: int
    memory_usage_mb: float
    cpu_usage_percent: float
    engine_pool_utilization: float
    cache_hit_rate: float
    statuses: dict[str, int]
    http_statuses: dict[str, int]
    requests_total: int
    executions_total: int
    shed_total: int
    executors_lost_total: int
    executors: int
    queue_length: int
    uptime_seconds: float
    # As seconds since 1970; the latter is 0 where it never happened.
    replaced_at: float
    restart_refused_at: float
