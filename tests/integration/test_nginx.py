"""What the nginx of infra/nginx promises, on the system's nginx and on PyPI's."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import json
import re
import socket
import ssl
import subprocess
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from node.servers import nginx
from tests.integration.door import door, each_build, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.serving import RunningNode

pytestmark = pytest.mark.server


def ask(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, names)
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    finally:
        connection.close()


class Backend:
    """A node's place taken by a socket: remembers what nginx sends, answers as it is told."""

    def __init__(self, answer: bytes | None) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.received: list[bytes] = []
        self._answer = answer
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _peer = self._listener.accept()
            except OSError:
                return
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            while data := connection.recv(1 << 20):
                self.received.append(data)
                if self._answer is None:
                    return
                if self._answer:
                    connection.sendall(self._answer)

    def close(self) -> None:
        self._listener.close()


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@pytest.fixture
def backend() -> Iterator[Backend]:
    served = Backend(OK)
    yield served
    served.close()


def certificate(folder: Path) -> dict[str, object]:
    key, chain = folder / "key.pem", folder / "chain.pem"
    subprocess.run(
        ["/usr/bin/env", "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", chain],
        check=True, capture_output=True,
    )  # fmt: skip
    return {"nginx_tls_certificate": str(chain), "nginx_tls_key": str(key)}


@each_build
@pytest.mark.parametrize("has_tls", [False, True])
def test_every_variable_at_once_passes_the_check(build: nginx.Nginx, tmp_path: Path, has_tls: bool) -> None:  # noqa: FBT001
    variables: dict[str, object] = {
        "nginx_listen": [f"127.0.0.1:{free_port()}"],
        "nginx_rate_per_second": 10,
        "nginx_trusted_proxies": ["10.0.0.0/8", "fd00::/8"],
        "nginx_public_paths": ["/playground/"],
        "nginx_admin_listen": f"127.0.0.1:{free_port()}",
        "nginx_server_name": "php.example.org",
    }
    if has_tls:
        variables |= {**certificate(tmp_path), "nginx_tls_listen": [f"127.0.0.1:{free_port()}"]}
    configuration = nginx.configure(build, tmp_path, variables)
    (tmp_path / "upstream.conf").write_text("upstream howdah { server 127.0.0.1:9; }", "utf-8")
    nginx.check(build, configuration)


@each_build
def test_a_configuration_that_is_wrong_is_refused_in_nginxs_words(build: nginx.Nginx, tmp_path: Path) -> None:
    configuration = nginx.configure(build, tmp_path, {"nginx_listen": ["127.0.0.1:70000"]})
    (tmp_path / "upstream.conf").write_text("upstream howdah { server 127.0.0.1:9; }", "utf-8")
    with pytest.raises(nginx.NginxError, match="70000"):
        nginx.check(build, configuration)


@each_build
def test_a_script_runs_through_it(build: nginx.Nginx, tmp_path: Path, node: RunningNode) -> None:
    with door(build, tmp_path, [f"127.0.0.1:{node.port}"]) as port:
        body = json.dumps({"code": "<?php ok"}).encode()
        status, headers, answer = ask(port, "POST", "/api/execute", body, Content_Type="application/json")
        assert status == 200, answer
        assert json.loads(answer)["success"] is True
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-request-id"] == json.loads(answer)["request_id"]


@each_build
def test_a_batch_streams_through_it(build: nginx.Nginx, tmp_path: Path, node: RunningNode) -> None:
    body = json.dumps({"executions": [{"code": "echo first"}, {"code": "sleep 2"}]}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/x-ndjson"}
    with door(build, tmp_path, [f"127.0.0.1:{node.port}"]) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("POST", "/api/execute/batch", body, headers)
        response = connection.getresponse()
        started = time.monotonic()
        assert json.loads(response.readline())["output"] == "first"
        assert time.monotonic() - started < 1.8
        assert json.loads(response.readline())["output"] == "slept"
        connection.close()


@each_build
def test_metrics_and_whatever_is_not_listed_are_closed(build: nginx.Nginx, tmp_path: Path, node: RunningNode) -> None:
    with door(build, tmp_path, [f"127.0.0.1:{node.port}"]) as port:
        for path in ("/metrics", "/", "/admin", "/nginx_status", "/.problem/502", "/api", "/API/execute"):
            status, headers, body = ask(port, "GET", path)
            assert (status, headers["content-type"]) == (404, "application/problem+json"), path
            assert json.loads(body)["request_id"] == headers["x-request-id"]
        assert ask(port, "GET", "/api/ready")[0] == 200


@each_build
def test_nodes_get_our_word_for_who_asks(build: nginx.Nginx, tmp_path: Path, backend: Backend) -> None:
    with door(build, tmp_path, [backend.address]) as port:
        trace = "0af7651916cd43dd8448eb211c80319c"
        ask(port, "POST", "/api/execute", b"x", X_Forwarded_For="6.6.6.6", X_Real_IP="6.6.6.6", Forwarded="for=6.6.6.6",
            X_Forwarded_Proto="gopher", X_Request_Id="mine-1")  # fmt: skip
        ask(port, "POST", "/api/execute", b"x", traceparent=f"00-{trace}-b7ad6b7169203331-01", X_Request_Id='"}{"')
        ask(port, "POST", "/api/execute", b"x")
    first, second, third = (data.decode().lower() for data in backend.received)
    assert "x-forwarded-for: 127.0.0.1\r\n" in first
    assert "x-forwarded-proto: http\r\n" in first
    assert "6.6.6.6" not in first
    # First, where the fast path of a node looks for it.
    assert first.split("\r\n")[1] == "x-request-id: mine-1"
    assert f"x-request-id: {trace}\r\n" in second
    assert re.search(r"x-request-id: [0-9a-f]{32}\r\n", third)


@each_build
def test_a_post_that_was_sent_is_never_sent_again(build: nginx.Nginx, tmp_path: Path) -> None:
    nodes = [Backend(None), Backend(None)]
    with door(build, tmp_path, [node.address for node in nodes]) as port:
        for _ in range(4):
            status, headers, body = ask(port, "POST", "/api/execute", b"x")
            assert (status, headers["content-type"]) == (502, "application/problem+json")
            assert json.loads(body)["type"] == "urn:howdah:problem:bad_gateway"
    assert sum(len(node.received) for node in nodes) == 4


@each_build
def test_a_post_that_nobody_took_goes_to_another_node(build: nginx.Nginx, tmp_path: Path, backend: Backend) -> None:
    with door(build, tmp_path, [f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}", backend.address]) as port:
        for _ in range(6):
            assert ask(port, "POST", "/api/execute", b"x")[0] == 200
    assert len(backend.received) == 6


@each_build
def test_what_it_refuses_is_a_problem(build: nginx.Nginx, tmp_path: Path, backend: Backend) -> None:
    with door(build, tmp_path, [backend.address], {"nginx_body_bytes": 1000}) as port:
        status, headers, body = ask(port, "POST", "/api/execute", b"x" * 1001)
        assert (status, json.loads(body)["type"]) == (413, "urn:howdah:problem:too_large")
        assert headers["content-type"] == "application/problem+json"
        status, _headers, body = ask(port, "GET", "/api/" + "x" * 9000)
        assert (status, json.loads(body)["type"]) == (414, "urn:howdah:problem:too_large")
        status, _headers, body = ask(port, "GET", "/api/ready", Long="x" * 9000)
        assert (status, json.loads(body)["type"]) == (431, "urn:howdah:problem:too_large")
    assert backend.received == []


@each_build
@pytest.mark.parametrize(
    "sent", [b"POST /api/exe", b"POST /api/execute HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nx"]
)
def test_a_client_that_stops_sending_is_left(build: nginx.Nginx, tmp_path: Path, backend: Backend, sent: bytes) -> None:
    with door(build, tmp_path, [backend.address], {"nginx_client_timeout_seconds": 1}) as port:
        started = time.monotonic()
        with socket.create_connection(("127.0.0.1", port)) as slow:
            slow.sendall(sent)
            slow.settimeout(10)
            with contextlib.suppress(ConnectionResetError):
                while slow.recv(1000):
                    continue
        assert 0.5 < time.monotonic() - started < 5
    assert backend.received == []


@each_build
def test_large_answers_are_compressed_for_who_wants_that_and_carry_headers(build: nginx.Nginx, tmp_path: Path) -> None:
    body = json.dumps({"output": "x" * 5000}).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    node = Backend(head.encode() + body)
    with door(build, tmp_path, [node.address]) as port:
        _status, plain, same = ask(port, "POST", "/api/execute", b"x")
        _status, packed, fewer = ask(port, "POST", "/api/execute", b"x", Accept_Encoding="gzip")
    assert "content-encoding" not in plain
    assert same == body
    assert packed["content-encoding"] == "gzip"
    assert gzip.decompress(fewer) == body
    for headers in (plain, packed):
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "server" not in headers or "/" not in headers["server"]
    # Nodes are not asked to compress: they would do so for the cache, too.
    assert all(b"accept-encoding" not in data.lower() for data in node.received)


@each_build
def test_a_rate_is_kept(build: nginx.Nginx, tmp_path: Path, backend: Backend) -> None:
    variables: dict[str, object] = {"nginx_rate_per_second": 1, "nginx_rate_burst": 2}
    with door(build, tmp_path, [backend.address], variables) as port:
        answers = [ask(port, "POST", "/api/execute", b"x") for _ in range(6)]
    assert [status for status, _headers, _body in answers].count(200) in (3, 4)
    _status, headers, body = next(answer for answer in answers if answer[0] == 429)
    assert headers["retry-after"] == "1"
    assert json.loads(body)["type"] == "urn:howdah:problem:rate_limited"


@each_build
def test_gets_that_are_alike_for_all_are_cached_and_posts_are_not(
    build: nginx.Nginx, tmp_path: Path, backend: Backend
) -> None:
    with door(build, tmp_path, [backend.address]) as port:
        for _ in range(5):
            ask(port, "GET", "/api/limits")
            ask(port, "POST", "/api/execute", b"x")
    asked = [data.split(b" ", 1)[0] for data in backend.received]
    assert (asked.count(b"GET"), asked.count(b"POST")) == (1, 5)


@each_build
def test_the_access_log_is_json_with_the_times_of_the_node(
    build: nginx.Nginx, tmp_path: Path, backend: Backend
) -> None:
    with door(build, tmp_path, [backend.address]) as port:
        ask(port, "POST", "/api/execute?q=secret", b"x", X_Request_Id="mine-2", User_Agent='a"b\\c')
    [line] = (tmp_path / "logs" / "nginx-access.log").read_text("utf-8").splitlines()
    # Any: a line of the log.
    entry: dict[str, Any] = json.loads(line)
    assert (entry["request_id"], entry["status"], entry["path"]) == ("mine-2", "200", "/api/execute")
    assert entry["upstream"] == backend.address
    assert float(entry["upstream_seconds"]) < 5
    assert entry["agent"] == 'a"b\\c'


@each_build
def test_tls_with_http_2_is_offered(build: nginx.Nginx, tmp_path: Path, backend: Backend) -> None:
    secure = free_port()
    variables = {**certificate(tmp_path), "nginx_tls_listen": [f"127.0.0.1:{secure}"]}
    with door(build, tmp_path, [backend.address], variables):
        context = ssl.create_default_context(cafile=str(tmp_path / "chain.pem"))
        context.check_hostname = False
        context.set_alpn_protocols(["h2", "http/1.1"])
        with socket.create_connection(("127.0.0.1", secure)) as plain, context.wrap_socket(plain) as wrapped:
            assert wrapped.selected_alpn_protocol() == "h2"
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection("127.0.0.1", secure, context=old)
        connection.request("POST", "/api/execute", b"x")
        response = connection.getresponse()
        assert response.status == 200
        assert response.getheader("Strict-Transport-Security")
        connection.close()
    assert b"X-Forwarded-Proto: https" in backend.received[0]
