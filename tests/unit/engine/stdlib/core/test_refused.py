"""What reaches outside is refused, function by function, and the table and the functions agree."""

from __future__ import annotations

import pytest

from engine.pipeline import Engine, make_library
from engine.request import Request
from engine.stdlib.core import refused

_CALLS = {
    "exec": "exec('id')", "system": "system('id')", "passthru": "passthru('id')", "shell_exec": "`id`",
    "popen": "popen('id', 'r')", "proc_open": "proc_open('id', [], $pipes)", "proc_nice": "proc_nice(1)",
    "fsockopen": "fsockopen('example.org', 80, $code, $message)", "pfsockopen": "pfsockopen('example.org', 80)",
    "stream_socket_client": "stream_socket_client('tcp://example.org:80')",
    "stream_socket_server": "stream_socket_server('tcp://0.0.0.0:80')",
    "stream_socket_pair": "stream_socket_pair(1, 1, 0)", "gethostbyaddr": "gethostbyaddr('127.0.0.1')",
    "gethostbynamel": "gethostbynamel('example.org')", "dns_check_record": "dns_check_record('example.org')",
    "checkdnsrr": "checkdnsrr('example.org')", "dns_get_record": "dns_get_record('example.org')",
    "dns_get_mx": "dns_get_mx('example.org', $hosts)", "getmxrr": "getmxrr('example.org', $hosts)",
    "net_get_interfaces": "net_get_interfaces()", "get_headers": "get_headers('http://example.org')",
    "mail": "mail('a@example.org', 's', 'm')", "mb_send_mail": "mb_send_mail('a@example.org', 's', 'm')",
    "openlog": "openlog('p', 0, 8)", "closelog": "closelog()",
    "syslog": "syslog(1, 'm')", "chroot": "chroot('/')", "cli_set_process_title": "cli_set_process_title('t')",
    "ftok": "ftok('/tmp', 'p')", "chown": "chown('/tmp', 'u')", "chgrp": "chgrp('/tmp', 'g')",
    "lchown": "lchown('/tmp', 'u')", "lchgrp": "lchgrp('/tmp', 'g')", "symlink": "symlink('/a', '/b')",
    "link": "link('/a', '/b')", "linkinfo": "linkinfo('/a')", "dl": "dl('x')",
}  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def test_every_refused_function_is_tried_here() -> None:
    assert set(_CALLS) == set(refused.POLICY)
    assert set(refused.POLICY) <= set(make_library().functions)


@pytest.mark.parametrize("name", sorted(_CALLS))
def test_a_refused_function_warns_and_fails(engine: Engine, name: str) -> None:
    reason, result = refused.POLICY[name]
    answer = engine.execute(Request(code=f"<?php echo json_encode({_CALLS[name]});"))
    assert f"Warning: {name}(): {reason}" in answer.output
    assert answer.output.endswith({False: "false", True: "true", -1: "-1"}[result])
