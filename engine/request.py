"""What an execution is given and what it answers. All text is latin-1, a code point a byte."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Dict, List, Optional, Tuple

if TYPE_CHECKING:
    from engine.errors import Outcome

DEFAULT_FOLDER = "/app"


@dataclass
class Limits:
    """What an execution may use at most."""

    wall_ms: int = 5000
    cpu_ms: int = 5000
    memory_mb: int = 128
    output_kb: int = 8192
    depth: int = 50_000


@dataclass
class HttpRequest:
    """The request a script sees in `$_SERVER`, `$_GET` and the others."""

    method: str = "GET"
    uri: str = "/"
    headers: List[Tuple[str, str]] = field(default_factory=list)
    body: str = ""
    remote_addr: str = "127.0.0.1"


@dataclass
class Request:
    """One script to run. `files` maps paths below `folder` to contents; `entry` is one of them or `code`'s name."""

    code: str
    filename: str = DEFAULT_FOLDER + "/main.php"
    folder: str = DEFAULT_FOLDER
    # `$argv[0]` where it is not the file name, as when a command line named the file relatively.
    script_name: str = ""
    files: Dict[str, str] = field(default_factory=dict)
    args: List[str] = field(default_factory=list)
    stdin: str = ""
    env: Dict[str, str] = field(default_factory=dict)
    http: Optional[HttpRequest] = None
    ini: Dict[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    # What of the limit of time an earlier start of the same execution took.
    spent_ms: int = 0


@dataclass
class Diagnostic:
    """One warning, error or uncaught exception, as the contract's `errors` lists it."""

    level: str
    message: str
    file: str
    line: int
    class_name: Optional[str] = None
    trace: Optional[str] = None


@dataclass
class Result:
    """How an execution went. Times in milliseconds; `memory_bytes` is the most it took beyond what the process had."""

    outcome: Outcome
    output: str
    exit_code: int
    errors: List[Diagnostic]
    http_status: int
    http_headers: List[Tuple[str, str]]
    compile_ms: float
    run_ms: float
    cpu_ms: float
    memory_bytes: int
    is_volatile: bool
