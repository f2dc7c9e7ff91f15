"""The body of the request a script answers, as forms have it: url-encoded, or in parts (RFC 1867) with files.

What is sent is read as PHP reads it, its slips included: names are cut at NUL, quotes may be single, a part that has no
end is kept without its file. Uploaded files go to the virtual tree.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, List, Optional, Set, Tuple

from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_WARNING, ctx
from engine.runtime.input_variables import register_variable, too_many_variables
from engine.runtime.request_data import header_of_request, parse_pairs
from engine.runtime.virtual_files import TEMPORARY_FOLDER, FileError, virtual_files

# Says what is wrong: a warning while the request starts, an exception when the script asks.
Complain = Callable[[str], None]

URL_ENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
# The directives that request_parse_body() can be told otherwise.
BODY_OPTIONS = (
    "post_max_size", "max_input_vars", "max_multipart_body_parts", "max_file_uploads", "upload_max_filesize",
)  # fmt: skip
_TOO_LARGE, _LARGER_THAN_FORM, _PARTIAL, _NO_FILE, _CANNOT_WRITE = 1, 2, 3, 4, 7
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SPACE = " \t\n\v\f\r"


class _Body:
    """What this execution knows of its request's body."""

    def __init__(self) -> None:
        self.post = PhpArray()
        self.files = PhpArray()
        # PHP keeps what it reads for `php://input` the first time, and nothing of what it reads as parts.
        self.readings = 0
        self.is_consumed = False
        # The files that the last reading of parts brought, and how many all readings did.
        self.uploaded: Set[str] = set()
        self.stored = 0


def body_state() -> _Body:
    """What this execution knows of its request's body."""
    return ctx.state("request_body", _Body)


def read_body_at_start() -> None:
    """Make `$_POST` and `$_FILES` of a POST request before the script begins, with PHP's warnings."""
    http = ctx.request.http
    if http is None or not http.body or http.method.upper() != "POST":
        return
    if not ctx.ini.get_bool("enable_post_data_reading"):
        return

    def warn(message: str) -> None:
        ctx.diagnose(E_WARNING, f"PHP Request Startup: {message}", "Unknown", 0)

    held = body_state()
    limits = {name: ctx.ini.get_int(name, 0) for name in BODY_OPTIONS}
    held.post, held.files = parse_body(content_type(), limits, warn)


def content_type() -> str:
    """The request's Content-Type, "" where it has none."""
    return header_of_request("content-type")


def input_text() -> str:
    """What `php://input` holds."""
    http = ctx.request.http
    held = body_state()
    return "" if http is None or held.is_consumed or held.readings > 1 else http.body


def parse_body(kind: str, limits: Dict[str, int], complain: Complain) -> Tuple[PhpArray, PhpArray]:
    """(variables, files) of the body, each empty where it is of another kind or too large."""
    http = ctx.request.http
    assert http is not None
    held = body_state()
    body = "" if held.is_consumed or held.readings else http.body
    if 0 < limits["post_max_size"] < len(body):
        complain(f"POST Content-Length of {len(body)} bytes exceeds the limit of {limits['post_max_size']} bytes")
        return PhpArray(), PhpArray()
    short = short_type(kind)
    if short == URL_ENCODED:
        held.readings += 1
        return _pairs(body, limits["max_input_vars"], complain), PhpArray()
    if short == MULTIPART:
        return _Parts(limits, complain).read(kind, body)
    return PhpArray(), PhpArray()


def _pairs(body: str, limit: int, complain: Complain) -> PhpArray:
    pairs = body.split("&", limit + 1) if body else []
    # PHP counts after it has stored.
    made = parse_pairs("&".join(pairs[: limit + 1]), limit=limit + 1)
    if len(pairs) > limit:
        complain(too_many_variables(limit))
    return made


def short_type(kind: str) -> str:
    """A content type without its parameters."""
    return re.split("[;, ]", kind, maxsplit=1)[0].lower()


class _Parts:
    """The parts of one body, as they are read."""

    def __init__(self, limits: Dict[str, int], complain: Complain) -> None:
        self.complain = complain
        self.variables_max = limits["max_input_vars"]
        self.uploads_left = limits["max_file_uploads"]
        self.file_size_max = limits["upload_max_filesize"]
        self.parts_max = limits["max_multipart_body_parts"]
        if self.parts_max < 0:
            self.parts_max = self.variables_max + self.uploads_left
        # What a form says of its files in MAX_FILE_SIZE.
        self.form_size_max = 0
        self.variables = 0
        self.anonymous = 0
        self.post = PhpArray()
        self.files = PhpArray()

    def read(self, kind: str, body: str) -> Tuple[PhpArray, PhpArray]:
        """(variables, files) of a body."""
        boundary = self._boundary(kind)
        if boundary is not None:
            body_state().is_consumed = True
            body_state().uploaded = set()
            ctx.charge(3 * len(body))
            self._read_parts("--" + boundary, body)
        return self.post, self.files

    def _boundary(self, kind: str) -> Optional[str]:
        place = kind.lower().find("boundary")
        equals = kind.find("=", place) if place >= 0 else -1
        if equals < 0:
            self.complain("Missing boundary in multipart/form-data POST data")
            return None
        text = kind[equals + 1 :]
        if not text.startswith('"'):
            return re.split("[,;]", text, maxsplit=1)[0]
        inside, quote, _rest = text[1:].partition('"')
        if not quote:
            self.complain("Invalid boundary in multipart/form-data POST data")
            return None
        return inside

    def _read_parts(self, line: str, body: str) -> None:
        place = 0
        count = 0
        while True:
            place = _after_line(body, line, place)
            if place < 0:
                return
            headers, place = _headers(body, place)
            count += 1
            if count > self.parts_max:
                self.complain(
                    f"Multipart body parts limit exceeded {self.parts_max}. To increase the limit change"
                    " max_multipart_body_parts in php.ini."
                )
                return
            if "content-disposition" not in headers:
                continue
            end = body.find("\n" + line, place)
            is_whole = end >= 0
            text = body[place:end] if is_whole else _without_part_of("\n" + line, body[place:])
            if text.endswith("\r") and (is_whole or place + len(text) < len(body)):
                text = text[:-1]
            # The line break before the boundary belongs to the line that says it.
            place = end + 1 if is_whole else len(body)
            if not self._take(headers, text, is_whole=is_whole):
                return

    def _take(self, headers: Dict[str, str], text: str, *, is_whole: bool) -> bool:
        """Keep one part; False where PHP reads no further."""
        name, filename = _names(headers["content-disposition"])
        if filename is None and name is not None:
            self._add_variable(name, text)
            return True
        if name is None and filename is None:
            self.complain("File Upload Mime headers garbled")
            return False
        assert filename is not None
        skips = not ctx.ini.get_bool("file_uploads")
        if not skips and self.uploads_left <= 0:
            skips = True
            if self.uploads_left == 0:
                self.uploads_left = -1
                self.complain("Maximum number of allowable file uploads has been exceeded")
        if name is None:
            name = str(self.anonymous)
            self.anonymous += 1
        elif not _is_well_bracketed(name):
            skips = True
        if not skips:
            self._add_file(name, filename, headers.get("content-type", ""), text, is_whole=is_whole)
        return True

    def _add_variable(self, name: str, text: str) -> None:
        self.variables += 1
        if self.variables <= self.variables_max:
            register_variable(self.post, name, text)
        elif self.variables == self.variables_max + 1:
            self.complain(too_many_variables(self.variables_max))
        if name.lower() == "max_file_size":
            found = re.match(r"\s*[+-]?\d+", text)
            self.form_size_max = int(found[0]) if found else 0

    def _add_file(self, name: str, filename: str, kind: str, text: str, *, is_whole: bool) -> None:
        error = self._refusal(filename, len(text), is_whole=is_whole)
        stored = ""
        if filename:
            self.uploads_left -= 1
            if not error:
                stored = _store(text)
                error = 0 if stored else _CANNOT_WRITE
        described: List[Tuple[str, Any]] = [
            ("name", filename[max(filename.rfind("/"), filename.rfind("\\")) + 1 :]), ("full_path", filename),
            ("type", "" if error else kind.partition(";")[0]), ("tmp_name", stored), ("error", error),
            ("size", 0 if error else len(text)),
        ]  # fmt: skip
        base, bracket, rest = name.partition("[")
        suffix = f"[{rest}" if bracket and name.endswith("]") else ""
        for key, value in described:
            register_variable(self.files, f"{base if suffix else name}[{key}]{suffix}", value)

    def _refusal(self, filename: str, size: int, *, is_whole: bool) -> int:
        if not filename:
            return _NO_FILE
        if 0 < self.file_size_max < size:
            return _TOO_LARGE
        if 0 < self.form_size_max < size:
            return _LARGER_THAN_FORM
        return 0 if is_whole else _PARTIAL


def _store(text: str) -> str:
    """Put an uploaded file in the virtual tree, by a name that is the same at every run: its path, "" without room."""
    held = body_state()
    number = held.stored
    held.stored += 1
    letters = "".join(_LETTERS[number // 26**digit % 26] for digit in reversed(range(6)))
    path = f"{TEMPORARY_FOLDER}/php{letters}"
    try:
        virtual_files().reserve(len(text))
        virtual_files().create(path).data = bytearray(text.encode("latin-1"))
    except FileError:
        return ""
    held.uploaded.add(path)
    return path


def _without_part_of(ending: str, text: str) -> str:
    """A last part's text without what may be the start of its end."""
    for size in range(min(len(ending), len(text)), 0, -1):
        if text.endswith(ending[:size]):
            return text[:-size]
    return text


def _after_line(body: str, line: str, place: int) -> int:
    """Where the line after `line` starts, or -1."""
    while True:
        end = body.find("\n", place)
        if end < 0:
            return -1
        found = body[place:end]
        place = end + 1
        if found == line or found == line + "\r":
            return place


def _headers(body: str, place: int) -> Tuple[Dict[str, str], int]:
    """The headers of a part, by their names in lower case, and where its contents start."""
    headers: Dict[str, str] = {}
    last = ""
    while True:
        end = body.find("\n", place)
        if end < 0:
            return headers, len(body)
        line = body[place:end]
        line = line.removesuffix("\r")
        place = end + 1
        if not line:
            return headers, place
        name, colon, value = line.partition(":")
        if colon and line[0] not in _SPACE:
            last = name.lower()
            headers.setdefault(last, value.lstrip(_SPACE))
        elif last:
            headers[last] += line


def _names(disposition: str) -> Tuple[Optional[str], Optional[str]]:
    """The `name` and the `filename` of a Content-Disposition, None where it has none."""
    name = filename = None
    for pair in _words(disposition, ";"):
        key, equals, value = pair.lstrip(_SPACE).partition("=")
        if not equals:
            continue
        lowered = key.lower()
        if lowered == "name":
            name = _unquoted(value).partition("\0")[0]
        elif lowered == "filename":
            filename = _unquoted(value).partition("\0")[0]
    return name, filename


def _words(text: str, stop: str) -> List[str]:
    """What stands between the `stop`s that are in no quotes."""
    pattern = rf"""(?:"(?:\\"|[^"])*"?|'(?:\\'|[^'])*'?|[^"'{stop}])+"""
    return re.findall(pattern, text)


def _unquoted(text: str) -> str:
    """A value with its quotes and backslashes undone."""
    text = text.lstrip(_SPACE)
    quote = text[:1]
    if quote not in ('"', "'") or not quote:
        return re.sub(r"\\(\\)", r"\1", re.split(r"\s", text, maxsplit=1)[0])
    found = re.match(rf"(?:\\{quote}|[^{quote}])*", text[1:])
    assert found is not None
    return re.sub(rf"\\([\\{quote}])", r"\1", found[0])


def _is_well_bracketed(name: str) -> bool:
    """Whether the brackets of a name are those of an array: PHP repairs no other names of files."""
    depth = 0
    for number, character in enumerate(name):
        if character == "[":
            depth += 1
        elif character == "]":
            depth -= 1
            if name[number + 1 : number + 2] not in ("", "["):
                return False
        if depth < 0:
            return False
    return depth == 0
