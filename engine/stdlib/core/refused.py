"""Functions whose effect would be outside of the script's world: each is there, warns, and returns what failing means.

`POLICY` is the whole of it: what a function would have reached, and what it returns instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Literal, Tuple

from engine.builtin.declare import BadArgumentError, Path, Resource, Untyped, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.references import Ref
from engine.stdlib.filesystem.streams import fclose
from engine.stdlib.network.constants import DNS_ANY, STREAM_CLIENT_CONNECT, STREAM_SERVER_BIND, STREAM_SERVER_LISTEN

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"
_NO_HEADERS = PhpArray()

PROCESSES = "Scripts have no processes"
NETWORK = "Scripts have no network"
MAIL = "Scripts send no mail"
MACHINE = "Scripts have no machine of their own"
OWNERS = "Files have no other owner"
LINKS = "Files have no links"
EXTENSIONS = "Extensions cannot be loaded"

POLICY: Dict[str, Tuple[str, Any]] = {
    "exec": (PROCESSES, False),
    "system": (PROCESSES, False),
    "passthru": (PROCESSES, False),
    "shell_exec": (PROCESSES, False),
    "popen": (PROCESSES, False),
    "proc_open": (PROCESSES, False),
    "proc_nice": (PROCESSES, False),
    "fsockopen": (NETWORK, False),
    "pfsockopen": (NETWORK, False),
    "stream_socket_client": (NETWORK, False),
    "stream_socket_server": (NETWORK, False),
    "stream_socket_pair": (NETWORK, False),
    "gethostbyaddr": (NETWORK, False),
    "gethostbynamel": (NETWORK, False),
    "dns_check_record": (NETWORK, False),
    "checkdnsrr": (NETWORK, False),
    "dns_get_record": (NETWORK, False),
    "dns_get_mx": (NETWORK, False),
    "getmxrr": (NETWORK, False),
    "net_get_interfaces": (NETWORK, False),
    "get_headers": (NETWORK, False),
    "mail": (MAIL, False),
    "mb_send_mail": (MAIL, False),
    "openlog": (MACHINE, True),
    "closelog": (MACHINE, True),
    "syslog": (MACHINE, True),
    "chroot": (MACHINE, False),
    "cli_set_process_title": (MACHINE, False),
    "ftok": (MACHINE, -1),
    "chown": (OWNERS, False),
    "chgrp": (OWNERS, False),
    "lchown": (OWNERS, False),
    "lchgrp": (OWNERS, False),
    "symlink": (LINKS, False),
    "link": (LINKS, False),
    "linkinfo": (LINKS, -1),
    "dl": (EXTENSIONS, False),
}


def _require_command(command: str) -> None:
    if not command:
        raise BadArgumentError("command", "must not be empty")


def _refuse() -> Any:
    """Warn, and give what the table says of the running function."""
    reason, result = POLICY[current_builtin_name()]
    ctx.function_warning(reason)
    return result


@contextual
def exec(command: Path, output: Ref | None = None, result_code: Ref | None = None) -> PhpString | Literal[False]:
    """Execute an external program."""
    _require_command(command)
    return _refuse()  # type: ignore[no-any-return]


@contextual
def system(command: Path, result_code: Ref | None = None) -> PhpString | Literal[False]:
    """Execute an external program and display the output."""
    _require_command(command)
    return _refuse()  # type: ignore[no-any-return]


@contextual
def passthru(command: Path, result_code: Ref | None = None) -> Literal[False] | None:
    """Execute an external program and display raw output."""
    _require_command(command)
    return _refuse()  # type: ignore[no-any-return]


@contextual
def shell_exec(command: Path) -> PhpString | Literal[False] | None:
    """Execute command via shell and return the complete output as a string."""
    _require_command(command)
    return _refuse()  # type: ignore[no-any-return]


@contextual
def popen(command: Path, mode: Path) -> Untyped:
    """Opens process file pointer."""
    return _refuse()


@contextual
def proc_open(
    command: PhpArray | PhpString,
    descriptor_spec: PhpArray,
    pipes: Ref,
    cwd: PhpString | None = None,
    env_vars: PhpArray | None = None,
    options: PhpArray | None = None,
) -> Untyped:
    """Execute a command and open file pointers for input/output."""
    return _refuse()


@contextual
def proc_nice(priority: int) -> bool:
    """Change the priority of the current process."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def fsockopen(
    hostname: PhpString,
    port: int = -1,
    error_code: Ref | None = None,
    error_message: Ref | None = None,
    timeout: float | None = None,
) -> Untyped:
    """Open Internet or Unix domain socket connection."""
    return _unconnected(error_code, error_message)


@contextual
def pfsockopen(
    hostname: PhpString,
    port: int = -1,
    error_code: Ref | None = None,
    error_message: Ref | None = None,
    timeout: float | None = None,
) -> Untyped:
    """Open persistent Internet or Unix domain socket connection."""
    return _unconnected(error_code, error_message)


@contextual
def stream_socket_client(
    address: PhpString,
    error_code: Ref | None = None,
    error_message: Ref | None = None,
    timeout: float | None = None,
    flags: int = STREAM_CLIENT_CONNECT,
    context: Untyped = None,
) -> Untyped:
    """Open Internet or Unix domain socket connection."""
    return _unconnected(error_code, error_message)


@contextual
def stream_socket_server(
    address: PhpString,
    error_code: Ref | None = None,
    error_message: Ref | None = None,
    flags: int = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN,
    context: Untyped = None,
) -> Untyped:
    """Create an Internet or Unix domain server socket."""
    return _unconnected(error_code, error_message)


@contextual
def stream_socket_pair(domain: int, type: int, protocol: int) -> PhpArray | Literal[False]:
    """Creates a pair of connected, indistinguishable socket streams."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def gethostbyaddr(ip: Path) -> PhpString | Literal[False]:
    """Get the Internet host name corresponding to a given IP address."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def gethostbyname(hostname: Path) -> PhpString:
    """Get the IPv4 address corresponding to a given Internet host name; the name itself where that fails, as here."""
    return hostname


@contextual
def gethostbynamel(hostname: Path) -> PhpArray | Literal[False]:
    """Get a list of IPv4 addresses corresponding to a given Internet host name."""
    return _refuse()  # type: ignore[no-any-return]


@contextual(aliases=("checkdnsrr",))
def dns_check_record(hostname: Path, type: PhpString = "MX") -> bool:
    """Check DNS records corresponding to a given Internet host name or IP address."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def dns_get_record(
    hostname: Path,
    type: int = DNS_ANY,
    authoritative_name_servers: Ref | None = None,
    additional_records: Ref | None = None,
    raw: bool = False,
) -> PhpArray | Literal[False]:
    """Fetch DNS Resource Records associated with a hostname."""
    return _refuse()  # type: ignore[no-any-return]


@contextual(aliases=("getmxrr",))
def dns_get_mx(hostname: Path, hosts: Ref, weights: Ref | None = None) -> bool:
    """Get MX records corresponding to a given Internet host name."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def net_get_interfaces() -> PhpArray | Literal[False]:
    """Get network interfaces."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def get_headers(url: Path, associative: bool = False, context: Untyped = None) -> PhpArray | Literal[False]:
    """Fetches all the headers sent by the server in response to an HTTP request."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def mail(
    to: Path,
    subject: Path,
    message: Path,
    additional_headers: PhpArray | PhpString = _NO_HEADERS,
    additional_params: Path = "",
) -> bool:
    """Send mail."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def openlog(prefix: PhpString, flags: int, facility: int) -> Literal[True]:
    """Open connection to system logger."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def closelog() -> Literal[True]:
    """Close connection to system logger."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def syslog(priority: int, message: PhpString) -> Literal[True]:
    """Generate a system log message."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def chroot(directory: Path) -> bool:
    """Change the root directory."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def cli_set_process_title(title: PhpString) -> bool:
    """Sets the process title."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def cli_get_process_title() -> PhpString | None:
    """Returns the current process title, which is empty unless set."""
    return ""


@contextual
def ftok(filename: Path, project_id: PhpString) -> int:
    """Convert a pathname and a project identifier to a System V IPC key."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def chown(filename: Path, user: PhpString | int) -> bool:
    """Changes file owner."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def chgrp(filename: Path, group: PhpString | int) -> bool:
    """Changes file group."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def lchown(filename: Path, user: PhpString | int) -> bool:
    """Changes user ownership of symlink."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def lchgrp(filename: Path, group: PhpString | int) -> bool:
    """Changes group ownership of symlink."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def symlink(target: Path, link: Path) -> bool:
    """Creates a symbolic link."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def link(target: Path, link: Path) -> bool:
    """Create a hard link."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def linkinfo(path: Path) -> int | Literal[False]:
    """Gets information about a link."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def dl(extension_filename: PhpString) -> bool:
    """Loads a PHP extension at runtime."""
    return _refuse()  # type: ignore[no-any-return]


@contextual
def http_get_last_response_headers() -> PhpArray | None:
    """Retrieves the headers of the last HTTP response: there never was one."""
    return None


@contextual
def http_clear_last_response_headers() -> None:
    """Clears the headers of the last HTTP response."""


@contextual
def pclose(handle: Resource) -> int:
    """Closes process file pointer: any stream, as PHP does, for there are no processes."""
    fclose(handle)
    return 0


@contextual
def proc_close(process: Resource) -> int:
    """Close a process opened by proc_open and return the exit code of that process."""
    return _refuse_handle()


@contextual
def proc_terminate(process: Resource, signal: int = 15) -> bool:
    """Kills a process opened by proc_open."""
    return bool(_refuse_handle())


@contextual
def proc_get_status(process: Resource) -> PhpArray:
    """Get information about a process opened by proc_open."""
    return PhpArray([_refuse_handle()])


def _refuse_handle() -> int:
    """No resource can be a process's."""
    raise throw_error("TypeError", f"{current_builtin_name()}(): supplied resource is not a valid process resource")


def _unconnected(error_code: Any, error_message: Any) -> Any:
    """Refuse a connection, with the reason where the script looks for it."""
    if isinstance(error_code, Ref):
        error_code.set(_PERMISSION_DENIED)
    if isinstance(error_message, Ref):
        error_message.set("Permission denied")
    return _refuse()


_PERMISSION_DENIED = 13
