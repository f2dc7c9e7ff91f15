"""HTTP request to engine Request, and what came back to HTTP response.

All text the engine sees is latin-1, a code point a byte.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import codecs
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

import msgspec
from msgspec import UNSET, UnsetType

from engine.errors import Outcome
from engine.executor.protocol import Reply, ReplyDiagnostic
from engine.request import DEFAULT_FOLDER, HttpRequest, Limits, Request
from engine.runtime import ini
from node import schemas
from node.errors import InvalidFieldError, MalformedBodyError

# A directive of nobody in particular may be set by everybody.
_BY_SCRIPTS = 1
SETTABLE_DIRECTIVES = frozenset(name for name in ini.DEFAULTS if ini.ACCESS.get(name, _BY_SCRIPTS) & _BY_SCRIPTS)

_DECODER = msgspec.json.Decoder(schemas.ExecuteRequest)
_BATCH_DECODER = msgspec.json.Decoder(schemas.BatchRequest)
_ENCODER = msgspec.json.Encoder()
_MESSAGE = re.compile(r"(?P<what>.*?)(?: - at `(?P<path>[^`]*)`)?", re.DOTALL)
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<name>.*)`", re.DOTALL)
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}")
_MAX_PATH = 200

# Encoding more takes milliseconds for which everybody else would wait.
_TURN_BYTES = 3 << 15
_NO_OUTPUT = b'"output":""'

_STATUSES: dict[Outcome, schemas.Status] = {
    Outcome.OK: "ok",
    Outcome.COMPILE_ERROR: "compile_error",
    Outcome.UNCAUGHT_EXCEPTION: "uncaught_exception",
    Outcome.FATAL_ERROR: "fatal_error",
    Outcome.TIME_LIMIT: "time_limit",
    Outcome.MEMORY_LIMIT: "memory_limit",
    Outcome.OUTPUT_LIMIT: "output_limit",
    Outcome.DEPTH_LIMIT: "depth_limit",
}


@dataclass(frozen=True, slots=True)
class Tenant:
    """On whose behalf a script runs, and the most it may use."""

    name: str
    limits: Limits
    may_set_any_directive: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """A validated request: what the engine gets and what the node itself has to know."""

    request: Request
    cache: schemas.CacheMode
    is_isolated: bool


def decode(body: bytes, tenant: Tenant, path: str = "$") -> Submission:
    """Read one execution; ApiError names the field that is wrong, below `path`."""
    try:
        fields = _DECODER.decode(body)
    except msgspec.ValidationError as error:
        _refuse(error, path)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedBodyError(_reason(error)) from error
    try:
        return _submission(fields, tenant, path)
    except UnicodeEncodeError as error:
        raise MalformedBodyError("a string holds half of a surrogate pair") from error


def decode_batch(body: bytes) -> list[bytes]:
    """Read a batch into the bytes of its executions."""
    try:
        return [bytes(item) for item in _BATCH_DECODER.decode(body).executions]
    except msgspec.ValidationError as error:
        _refuse(error, "$")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedBodyError(_reason(error)) from error


def from_source(code: bytes, tenant: Tenant) -> Submission:
    """Make a submission of a body that is the code itself."""
    request = Request(code=code.decode("latin-1"), limits=tenant.limits)
    return Submission(request, "default", is_isolated=False)


def encode_result(reply: Reply, *, php_version: str, engine_version: str) -> bytes:
    """What everyone who is served this result gets: the answer's JSON without its closing brace."""
    fields = schemas.ResultFields(
        success=reply.outcome is Outcome.OK,
        status=_STATUSES[reply.outcome],
        exit_code=reply.exit_code,
        errors=[_diagnostic(error) for error in reply.errors] if reply.errors else [],
        http=schemas.ResponseHttp(reply.http_status, _headers(reply.http_headers) if reply.http_headers else {}),
        execution_time_ms=round(reply.run_ms, 4),
        cpu_time_ms=round(reply.cpu_ms, 4),
        compile_time_ms=round(reply.compile_ms, 4),
        memory_usage=reply.memory_bytes,
        php_version=php_version,
        engine_version=engine_version,
    )
    try:
        fields.output = reply.output.decode()
    except UnicodeDecodeError:
        fields.output_base64 = _base64(reply.output)
    if reply.errors:
        line = _one_line(reply.errors[0])
        try:
            fields.error = line.decode()
        except UnicodeDecodeError:
            fields.error, fields.error_base64 = UNSET, _base64(line)
    return _ENCODER.encode(fields)[:-1]


async def encode_result_in_turns(reply: Reply, *, php_version: str, engine_version: str) -> bytes:
    """The same; a large output in pieces, between which others have their turn."""
    output = reply.output
    if len(output) <= _TURN_BYTES:
        return encode_result(reply, php_version=php_version, engine_version=engine_version)
    fragment = encode_result(reply._replace(output=b""), php_version=php_version, engine_version=engine_version)
    before, _, after = fragment.partition(_NO_OUTPUT)
    try:
        field, pieces = b'"output":"', await _in_turns(output, codecs.getincrementaldecoder("utf-8")())
    except UnicodeDecodeError:
        field, pieces = b'"output_base64":"', await _in_turns(output, None)
    joined = b"".join([before, field, *pieces, b'"', after])
    # Its response is a copy more.
    await asyncio.sleep(0)
    return joined


async def _in_turns(output: bytes, decoder: codecs.IncrementalDecoder | None) -> list[bytes]:
    """The inside of a JSON string, as text or, without a decoder, as base64."""
    pieces = []
    for start in range(0, len(output), _TURN_BYTES):
        end = start + _TURN_BYTES
        piece = output[start:end]
        if decoder is None:
            pieces.append(binascii.b2a_base64(piece, newline=False))
        else:
            pieces.append(_ENCODER.encode(decoder.decode(piece, final=end >= len(output)))[1:-1])
        await asyncio.sleep(0)
    return pieces


def encode_service(*, queue_ms: float, cache: schemas.CacheState, node: str, request_id: str) -> bytes:
    """What an answer has beyond its result, and its end. JSON would escape nothing of `node` and `request_id`."""
    return b',"queue_time_ms":%.3f,"cache":"%b","node":"%b","request_id":"%b"}' % (
        queue_ms,
        cache.encode(),
        node.encode(),
        request_id.encode(),
    )


def _submission(fields: schemas.ExecuteRequest, tenant: Tenant, path: str) -> Submission:
    files = _mapping(fields.files, fields.files_base64, "files", path)
    if files:
        files = {_file_path(name, tenant, path): content for name, content in files.items()}
    code = _text(fields.code, fields.code_base64, "code", path)
    entry = _bytes_of(fields.entry)
    if code is None:
        code = files.get(posixpath.normpath(entry))
        if code is None:
            raise InvalidFieldError("expected `code`, or `files` with the entry in it", path=f"{path}.code")
    if fields.filename is UNSET:
        folder = DEFAULT_FOLDER
        filename = f"{folder}/{posixpath.normpath(entry).lstrip('/')}"
    else:
        filename = _bytes_of(fields.filename)
        folder = filename[: -len(entry) - 1] if filename.endswith("/" + entry) else posixpath.dirname(filename)
    if "\0" in filename:
        raise InvalidFieldError("expected a name without NUL bytes", path=f"{path}.filename")
    request = Request(
        code=code,
        filename=filename,
        folder=folder or DEFAULT_FOLDER,
        files=files,
        args=_arguments(fields, path) if fields.args or fields.args_base64 else [],
        stdin=_text(fields.stdin, fields.stdin_base64, "stdin", path) or "",
        env=_environment(fields, path) if fields.env or fields.env_base64 else {},
        http=None if fields.request is UNSET else _http(fields.request, f"{path}.request"),
        ini=_directives(fields.ini, tenant, path) if fields.ini else {},
        limits=tenant.limits if fields.limits is UNSET else _limits(fields.limits, tenant.limits, path),
    )
    return Submission(request, fields.cache, fields.isolation == "process")


def _bytes_of(text: str) -> str:
    """UTF-8 text as the engine has it: one code point for each byte."""
    return text if text.isascii() else text.encode().decode("latin-1")


def _unpack(packed: str, path: str) -> str:
    try:
        return base64.b64decode(packed, validate=True).decode("latin-1")
    except (binascii.Error, ValueError) as error:
        raise InvalidFieldError(f"expected base64: {error}", path=path) from error


def _text(plain: str | UnsetType, packed: str | UnsetType, name: str, path: str) -> str | None:
    if packed is UNSET:
        return None if plain is UNSET else _bytes_of(plain)
    if plain is not UNSET:
        raise InvalidFieldError(f"expected `{name}` or `{name}_base64`, got both", path=f"{path}.{name}_base64")
    return _unpack(packed, f"{path}.{name}_base64")


def _mapping(plain: Mapping[str, str], packed: Mapping[str, str], name: str, path: str) -> dict[str, str]:
    found = {_bytes_of(key): _bytes_of(value) for key, value in plain.items()} if plain else {}
    for key, value in packed.items():
        if key in plain:
            where = f"{path}.{name}.{key[:_MAX_PATH]}"
            raise InvalidFieldError(f"expected `{name}` or `{name}_base64` to hold it, got both", path=where)
        found[_bytes_of(key)] = _unpack(value, f"{path}.{name}_base64.{key[:_MAX_PATH]}")
    return found


def _file_path(name: str, tenant: Tenant, path: str) -> str:
    clean = posixpath.normpath(name)
    if (
        "\0" in name
        or not name
        or clean == "."
        or (clean.startswith(("/", "../")) and not tenant.may_set_any_directive)
    ):
        raise InvalidFieldError(
            f"expected a path below the script's folder, got {name[:_MAX_PATH]!r}", path=f"{path}.files"
        )
    return clean


def _arguments(fields: schemas.ExecuteRequest, path: str) -> list[str]:
    if fields.args_base64 is UNSET:
        return [_without_nul(_bytes_of(text), f"{path}.args[{index}]") for index, text in enumerate(fields.args)]
    if fields.args:
        raise InvalidFieldError("expected `args` or `args_base64`, got both", path=f"{path}.args_base64")
    return [_unpack(text, f"{path}.args_base64[{index}]") for index, text in enumerate(fields.args_base64)]


def _environment(fields: schemas.ExecuteRequest, path: str) -> dict[str, str]:
    environment = _mapping(fields.env, fields.env_base64, "env", path)
    for name, value in environment.items():
        if not name or "=" in name or "\0" in name:
            raise InvalidFieldError(f"expected a variable's name, got {name[:_MAX_PATH]!r}", path=f"{path}.env")
        _without_nul(value, f"{path}.env.{name[:_MAX_PATH]}")
    return environment


def _without_nul(text: str, path: str) -> str:
    if "\0" in text:
        raise InvalidFieldError("expected no NUL byte", path=path)
    return text


def _directives(given: Mapping[str, str | float], tenant: Tenant, path: str) -> dict[str, str]:
    directives = {}
    for name, value in given.items():
        if not tenant.may_set_any_directive and name not in SETTABLE_DIRECTIVES:
            raise InvalidFieldError(
                "expected a directive that a script could set itself", path=f"{path}.ini.{name[:_MAX_PATH]}"
            )
        text = str(int(value)) if isinstance(value, bool) else str(value)
        directives[_bytes_of(name)] = _without_nul(_bytes_of(text), f"{path}.ini.{name[:_MAX_PATH]}")
    return directives


def _limits(fields: schemas.LimitFields, highest: Limits, path: str) -> Limits:
    chosen = {"depth": highest.depth}
    for name in ("wall_ms", "cpu_ms", "memory_mb", "output_kb"):
        most: int = getattr(highest, name)
        value: int | UnsetType = getattr(fields, name)
        if value is UNSET:
            value = most
        elif value > most:
            raise InvalidFieldError(f"expected at most {most}, got {value}", path=f"{path}.limits.{name}")
        chosen[name] = value
    return Limits(**chosen)


def _http(fields: schemas.HttpFields, path: str) -> HttpRequest:
    headers = []
    for name, values in fields.headers.items():
        if not _HEADER_NAME.fullmatch(name):
            raise InvalidFieldError("expected a header's name", path=f"{path}.headers.{name[:_MAX_PATH]}")
        for value in [values] if isinstance(values, str) else values:
            if "\r" in value or "\n" in value or "\0" in value:
                raise InvalidFieldError("expected one line", path=f"{path}.headers.{name}")
            headers.append((name, _bytes_of(value)))
    return HttpRequest(
        method=fields.method,
        uri=_without_nul(_bytes_of(fields.uri), f"{path}.uri"),
        headers=headers,
        body=_text(fields.body, fields.body_base64, "body", path) or "",
        remote_addr=_without_nul(_bytes_of(fields.remote_addr), f"{path}.remote_addr"),
    )


def _diagnostic(error: ReplyDiagnostic) -> schemas.DiagnosticFields:
    fields = schemas.DiagnosticFields(error.level.decode("latin-1"), error.line)
    for name, content in (("message", error.message), ("file", error.file), ("trace", error.trace)):
        if content is not None:
            _set_text(fields, name, name, content)
    if error.class_name is not None:
        _set_text(fields, "class_name", "class", error.class_name)
    return fields


def _set_text(fields: schemas.DiagnosticFields, attribute: str, name: str, content: bytes) -> None:
    try:
        setattr(fields, attribute, content.decode())
    except UnicodeDecodeError:
        setattr(fields, f"{name}_base64", _base64(content))


def _one_line(error: ReplyDiagnostic) -> bytes:
    text = b"%b: %b in %b on line %d" % (error.level, error.message, error.file, error.line)
    return b" ".join(text.split())


def _headers(pairs: Sequence[tuple[bytes, bytes]]) -> dict[str, str | list[str]]:
    headers: dict[str, str | list[str]] = {}
    for name_bytes, value_bytes in pairs:
        # Header fields are latin-1 on the wire, so no base64 here.
        name, value = name_bytes.decode("latin-1"), value_bytes.decode("latin-1")
        before = headers.get(name)
        if before is None:
            headers[name] = value
        elif isinstance(before, str):
            headers[name] = [before, value]
        else:
            before.append(value)
    return headers


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "the JSON is nested too deeply"
    if isinstance(error, UnicodeDecodeError):
        return "the JSON is not UTF-8"
    return str(error)


def _refuse(error: msgspec.ValidationError, path: str) -> NoReturn:
    """Turn msgspec's text into a detail and a path that names the field itself."""
    found = _MESSAGE.fullmatch(str(error))
    what, where = (found["what"], found["path"] or "$") if found else (str(error), "$")
    for pattern in (_UNKNOWN, _MISSING):
        named = pattern.fullmatch(what)
        if named:
            where = f"{where}.{named['name'][:_MAX_PATH]}"
    raise InvalidFieldError(what[:500], path=path + where.removeprefix("$")) from error
