"""Bodies of requests become what PHP makes of them: `request_body_golden.json` has what it printed, by the case's name.

`python -m tests.unit.engine.runtime.test_request_body PHP` asks PHP's own web server for it anew.
"""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from engine.pipeline import Engine
from engine.request import HttpRequest, Request

GOLDEN = Path(__file__).with_name("request_body_golden.json")
BOUNDARY = "----X"
PARTS = f"multipart/form-data; boundary={BOUNDARY}"
FORM = "application/x-www-form-urlencoded"
# What a script sees: PHP chooses the names of uploaded files, and so do we.
SHOWN = r"""
function shown($v) { return preg_replace('/php[A-Za-z0-9]{6,}/', 'phpX', json_encode($v)); }
echo "\nPOST ", shown($_POST), "\nFILES ", shown($_FILES), "\nINPUT ", strlen(file_get_contents('php://input')), "\n";
@unlink('/tmp/howdah_moved');
array_walk_recursive($_FILES, function ($v) {
    if (is_string($v) && str_starts_with($v, '/tmp/php')) {
        echo json_encode([is_uploaded_file($v), file_get_contents($v), move_uploaded_file($v, '/tmp/howdah_moved'),
            is_uploaded_file($v), @file_get_contents('/tmp/howdah_moved'), file_exists($v)]), "\n";
    }
});
"""
ASK = r"""
try {
    [$a, $b] = request_parse_body(%s);
    echo "BODY ", json_encode($a), preg_replace('/php[A-Za-z0-9]{6,}/', 'phpX', json_encode($b)), "\n";
} catch (Throwable $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
"""


class Case(NamedTuple):
    """A request and what the script does before it shows what it got."""

    body: str
    kind: str = PARTS
    method: str = "POST"
    code: str = ""
    ini: tuple[str, ...] = ()


def part(disposition: str, text: str, more: str = "") -> str:
    """One part of a body."""
    return f"--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\n{more}\r\n{text}\r\n"


def parts(*texts: str) -> str:
    """A body of parts."""
    return "".join(texts) + f"--{BOUNDARY}--\r\n"


FILE = part('form-data; name="f"; filename="a/b\\\\c.txt"', "file data", "Content-Type: text/plain; charset=x\r\n")
VALUE = part('form-data; name="v"', "value")
OTHER = part('form-data; name="w"', "2")
BOTH = parts(VALUE, FILE)
OPTIONS = (
    "['max_input_vars' => 1]", "['max_file_uploads' => 0]", "['max_multipart_body_parts' => 1]",
    "['post_max_size' => 5]", "['upload_max_filesize' => '2']", "['upload_max_filesize' => '1GB']", "['foo' => 1]",
    "[1 => 1]", "['max_input_vars' => null]", "['max_input_vars' => 1.5]", "['post_max_size' => new stdClass]",
    "['post_max_size' => '1K', 'max_input_vars' => '0']", "null", "options: []", "1",
    "['max_multipart_body_parts' => -1, 'max_input_vars' => 1, 'max_file_uploads' => 0]",
)  # fmt: skip
CASES: dict[str, Case] = {
    "url-encoded": Case("a=1&b[]=2&b[]=3&c.d=x+y%20z&&e", FORM),
    "url-encoded with a charset": Case("a=1", FORM + "; charset=utf-8"),
    "url-encoded, too many variables": Case("a=1&b=2&c=3&d=4", FORM, ini=("max_input_vars=2",)),
    "url-encoded, too large": Case("a=12345678901", FORM, ini=("post_max_size=10",)),
    "another content type": Case('{"a":1}', "application/json"),
    "variables and a file": Case(BOTH),
    "arrays of files": Case(
        parts(
            part('form-data; name="f[]"; filename="1.txt"', "1"),
            part('form-data; name="f[2][x]"; filename="2.txt"', "2"),
            part('form-data; name="f[]"; filename="3.txt"', ""),
            part("form-data; name='q[a]'", "v\r\n2"),
        )
    ),
    "files without a name": Case(parts(*[part(f'form-data; filename="{n}.txt"', str(n)) for n in range(2)])),
    "names whose brackets are wrong": Case(
        parts(
            *[part(f'form-data; name="{name}"; filename="1.txt"', "1") for name in ("f[]x", "f[[]", "f][")],
            part('form-data; name="f[a"', "1"),
        )
    ),
    "empty names": Case(
        parts(
            part('form-data; name="f"; filename=""', "1"),
            part('form-data; name=""', "1"),
            part("form-data; name=x; filename=y.txt", "1"),
        )
    ),
    "a part without names": Case(parts(VALUE, part("form-data", "x"), OTHER)),
    "a part without a disposition": Case(parts(f"--{BOUNDARY}\r\nX: y\r\n\r\nabc\r\n", VALUE)),
    "a file without an end": Case(VALUE + part('form-data; name="f"; filename="1.txt"', "abc")[:-2]),
    "a variable without an end": Case(part('form-data; name="w"', "abc")),
    "line feeds alone": Case(BOTH.replace("\r\n", "\n")),
    "a quoted boundary": Case(BOTH, f'multipart/form-data; boundary="{BOUNDARY}"'),
    "a boundary before a comma": Case(BOTH, f"multipart/form-data; boundary={BOUNDARY}, foo"),
    "a boundary whose quote is open": Case(BOTH, f'multipart/form-data; boundary="{BOUNDARY}'),
    "no boundary": Case(BOTH, "multipart/form-data"),
    "a boundary without a value": Case(BOTH, "multipart/form-data; boundary"),
    "capitals": Case(BOTH, f"Multipart/Form-Data; BOUNDARY={BOUNDARY}"),
    "a blank after the type": Case(BOTH, f"multipart/form-data ;boundary={BOUNDARY}"),
    "text around the parts": Case("junk\r\n" + BOTH + "epilogue"),
    "MAX_FILE_SIZE": Case(
        parts(
            part('form-data; name="MAX_FILE_SIZE"', "2"),
            *[part(f'form-data; name="{text}"; filename="a"', text) for text in ("12", "123")],
        )
    ),
    "a file too large": Case(
        parts(*[part(f'form-data; name="{text}"; filename="a"', text) for text in ("12", "123")]),
        ini=("upload_max_filesize=2",),
    ),
    "too many files": Case(
        parts(
            part('form-data; name="a"; filename=""', ""),
            *[part(f'form-data; name="{name}"; filename="{name}"', "123") for name in "bc"],
            VALUE,
            part('form-data; name="d"; filename="d"', "123"),
        ),
        ini=("max_file_uploads=1",),
    ),
    "too many parts": Case(parts(VALUE, OTHER, FILE), ini=("max_multipart_body_parts=2",)),
    "too many variables in parts": Case(
        parts(VALUE, OTHER, part('form-data; name="x"', "3"), FILE), ini=("max_input_vars=1",)
    ),
    "parts too large": Case(BOTH, ini=("post_max_size=10",)),
    "no files wanted": Case(parts(VALUE, FILE, OTHER), ini=("file_uploads=0",)),
    "no reading wanted": Case(BOTH, ini=("enable_post_data_reading=0",)),
    "no reading wanted, but asked": Case(BOTH, code=ASK % "", ini=("enable_post_data_reading=0",)),
    "quotes and backslashes": Case(
        parts(
            part(r'form-data; name="a\"b"', "1"),
            part(r"form-data; name='c\'d'", "2"),
            part(r'form-data; name="e\\f"', "3"),
            part(r"form-data; NAME=g\h i", "4"),
        )
    ),
    "a blank before the equals sign": Case(parts(part('form-data; name = "sp"', "5"))),
    "headers over lines, and twice": Case(
        parts(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data;\r\n name="cont"\r\n\r\nabc\r\n',
            f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="low"\r\n'
            'Content-Disposition: form-data; name="second"\r\n\r\nabc\r\n',
        )
    ),
    "text that starts like the boundary": Case(
        parts(part('form-data; name="a"', f"x\r\n--{BOUNDARY}y z\r\nmore"), VALUE)
    ),
    "a name with a guarded prefix": Case("_.Host-a=1&__Host-b=2", FORM),
    **{f"{method}, asked twice": Case("a=1&b[]=2", FORM, method, 2 * (ASK % "")) for method in ("PUT", "POST")},
    **{f"{method}, parts asked twice": Case(BOTH, PARTS, method, 2 * (ASK % "")) for method in ("PUT", "POST")},
    "PUT, another content type": Case("{}", "application/json; charset=x", "PUT", ASK % ""),
    "PUT, no boundary": Case(BOTH, "multipart/form-data", "PUT", ASK % ""),
    "PUT, a quote that is open": Case(BOTH, 'multipart/form-data; boundary="x', "PUT", ASK % ""),
    "PUT, a part without names": Case(parts(part("form-data", "x")), PARTS, "PUT", ASK % ""),
    "PUT, no content type": Case("{}", "", "PUT", ASK % ""),
    **{f"PUT, {options}": Case(parts(VALUE, FILE, OTHER), PARTS, "PUT", ASK % options) for options in OPTIONS},
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    """One engine for all cases."""
    return Engine()


@pytest.mark.parametrize("name", CASES)
def test_body_is_read_as_php_reads_it(engine: Engine, name: str) -> None:
    """Variables, files, warnings and what is left in `php://input` are PHP's."""
    case = CASES[name]
    request = Request(
        code=f"<?php {case.code}{SHOWN}",
        http=HttpRequest(case.method, "/main.php", headers_of(case), case.body),
        ini=dict(setting.split("=") for setting in case.ini),
    )
    assert normal(engine.execute(request).output) == json.loads(GOLDEN.read_text("utf-8"))[name]


def test_uploaded_files_are_charged_to_the_budget(engine: Engine) -> None:
    """A body that does not fit into the script's memory ends the script."""
    body = parts(part('form-data; name="f"; filename="f"', "x" * 3_000_000))
    request = Request(code="<?php echo 1;", http=HttpRequest("POST", "/", headers_of(Case(body)), body))
    request.limits.memory_mb = 4
    result = engine.execute(request)
    assert result.outcome.value == "memory_limit"
    assert "1" not in result.output.partition("Fatal")[0]


def headers_of(case: Case) -> list[tuple[str, str]]:
    """The headers of a case's request."""
    return [("Content-Type", case.kind)] if case.kind else []


def normal(output: str) -> str:
    """An output without the script's place."""
    return re.sub(r" in /\S+ on line \d+", " in FILE", output)


def record(php: str) -> None:
    """Ask PHP's own web server for what it makes of every case."""
    found = {}
    for name, case in CASES.items():
        with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
            free.close()
            Path(folder, "main.php").write_text(f"<?php {case.code}{SHOWN}", encoding="utf-8")
            settings = (
                "html_errors=0",
                "display_errors=1",
                "display_startup_errors=1",
                "error_reporting=-1",
                *case.ini,
            )
            options = [word for setting in settings + case.ini for word in ("-d", setting)]
            command = [php, "-n", *options, "-S", f"127.0.0.1:{port}", "-t", folder]
            server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                found[name] = normal(answer(port, case))
            finally:
                server.terminate()
                server.wait()
    GOLDEN.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def answer(port: int, case: Case) -> str:
    """What the server on this port answers, once it is there."""
    for _ in range(100):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request(case.method, "/main.php", case.body.encode("latin-1"), dict(headers_of(case)))
            return connection.getresponse().read().decode("latin-1")
        except ConnectionRefusedError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise TimeoutError(port)


if __name__ == "__main__":
    record(sys.argv[1])
