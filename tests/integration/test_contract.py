"""The HTTP contract: every route, every error, every field both ways."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from node.metrics import METRICS
from node.routes import ROUTES
from tests.integration.serving import JSON, Answer, RunningNode

pytestmark = pytest.mark.server


def is_problem(answer: Answer, status: int) -> bool:
    content = answer.json
    return (
        answer.status == status
        and answer.headers["Content-Type"].startswith("application/problem+json")
        and content["status"] == status
        and content["request_id"] == answer.headers["X-Request-Id"]
        and {"type", "title", "detail"} <= content.keys()
    )


def post(node: RunningNode, body: bytes, kind: str = "application/json", **headers: str) -> Answer:
    return node.request("POST", "/api/execute", body, {"Content-Type": kind, **headers})


def test_execution_answers_every_field_of_the_contract(node: RunningNode) -> None:
    answer = node.execute("echo hello", cache="bypass")
    content = answer.json
    assert answer.status == 200
    assert set(content) == {
        "success", "status", "output", "exit_code", "errors", "error", "http", "execution_time_ms", "cpu_time_ms",
        "compile_time_ms", "queue_time_ms", "memory_usage", "cache", "node", "php_version", "engine_version",
        "request_id",
    }  # fmt: skip
    assert (content["success"], content["status"], content["output"]) == (True, "ok", "hello")
    assert (content["exit_code"], content["errors"], content["error"]) == (0, [], None)
    assert content["http"] == {"status": 200, "headers": {}}
    assert content["cache"] == "bypass"
    assert content["request_id"] == answer.headers["X-Request-Id"]


def test_a_body_of_php_source_is_the_code(node: RunningNode) -> None:
    answer = post(node, b"echo as it is", "application/x-httpd-php")
    assert answer.json["output"] == "as it is"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_content_type_is_unsupported(node: RunningNode, kind: str) -> None:
    assert is_problem(post(node, b"{}", kind), 415)


def test_a_packed_body_is_unsupported(node: RunningNode) -> None:
    assert is_problem(post(node, b"{}", **{"Content-Encoding": "gzip"}), 415)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_another_method_is_not_allowed(node: RunningNode, method: str) -> None:
    answer = node.request(method, "/api/execute")
    assert is_problem(answer, 405)
    assert answer.headers["Allow"] == "POST"


def test_an_unknown_path_is_not_found(node: RunningNode) -> None:
    assert is_problem(node.get("/nowhere"), 404)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"nonsense", b'{"code":"a"} x', b'{"code":"\xff"}', b'{"code":"a\x00"}', b'{"code":"\\ud800"}',
     b'{"code":"\\udc00"}', b'{"code":"\\ud800\\ud800"}', b'{"code": "a",}'],
)  # fmt: skip
def test_what_is_no_json_is_malformed(node: RunningNode, body: bytes) -> None:
    assert is_problem(post(node, body), 400)


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({}, "$.code"),
        ({"code": 1}, "$.code"),
        ({"code": None}, "$.code"),
        ({"code": "a", "cod": 1}, "$.cod"),
        ({"code": "a", "code_base64": "YQ=="}, "$.code_base64"),
        ({"code_base64": "*"}, "$.code_base64"),
        ({"code": "a", "args": "a"}, "$.args"),
        ({"code": "a", "args": ["a\0"]}, "$.args[0]"),
        ({"code": "a", "args": ["a", 1]}, "$.args[1]"),
        ({"code": "a", "files": {"../x": ""}}, "$.files"),
        ({"code": "a", "files": {"/etc/x": ""}}, "$.files"),
        ({"code": "a", "files": {"a\0b": ""}}, "$.files"),
        ({"code": "a", "env": {"A=B": ""}}, "$.env"),
        ({"code": "a", "filename": "a\0"}, "$.filename"),
        ({"code": "a", "filename": ""}, "$.filename"),
        ({"code": "a", "limits": {"wall_ms": 1.5}}, "$.limits.wall_ms"),
        ({"code": "a", "limits": {"wall_ms": 0}}, "$.limits.wall_ms"),
        ({"code": "a", "limits": {"wall_ms": -1}}, "$.limits.wall_ms"),
        ({"code": "a", "limits": {"wall_ms": 5001}}, "$.limits.wall_ms"),
        ({"code": "a", "limits": {"memory_mb": 10**30}}, "$.limits.memory_mb"),
        ({"code": "a", "limits": {"speed": 1}}, "$.limits.speed"),
        ({"code": "a", "cache": "never"}, "$.cache"),
        ({"code": "a", "isolation": 1}, "$.isolation"),
        ({"code": "a", "ini": {"disable_functions": "x"}}, "$.ini.disable_functions"),
        ({"code": "a", "ini": {"no.such.directive": "x"}}, "$.ini.no.such.directive"),
        ({"code": "a", "request": {"method": "G ET"}}, "$.request.method"),
        ({"code": "a", "request": {"headers": {"A B": "x"}}}, "$.request.headers.A B"),
        ({"code": "a", "request": {"headers": {"A": "x\r\nB: y"}}}, "$.request.headers.A"),
        ([], "$"),
        ("code", "$"),
    ],
)
def test_a_bad_field_is_named_by_its_path(node: RunningNode, body: Any, path: str) -> None:
    answer = post(node, json.dumps(body).encode())
    assert is_problem(answer, 422), answer.body
    assert answer.json["path"] == path


def test_bytes_that_are_no_utf8_travel_as_base64(node: RunningNode) -> None:
    raw = b"\xff\x00\xfe"
    packed = base64.b64encode(b"echo " + raw).decode()
    content = post(node, json.dumps({"code_base64": packed}).encode()).json
    assert "output" not in content
    assert base64.b64decode(content["output_base64"]) == raw


def test_utf8_text_comes_back_as_it_was(node: RunningNode) -> None:
    assert node.execute("echo Füße €").json["output"] == "Füße €"


def test_diagnostics_are_listed_and_summed_up(node: RunningNode) -> None:
    content = node.execute("warn Undefined variable $x").json
    assert content["errors"] == [
        {"level": "Warning", "line": 3, "message": "Undefined variable $x", "file": "/app/main.php"}
    ]
    assert content["error"] == "Warning: Undefined variable $x in /app/main.php on line 3"


def test_an_uncaught_exception_has_class_and_trace(node: RunningNode) -> None:
    content = node.execute("throw").json
    assert (content["success"], content["status"], content["exit_code"]) == (False, "uncaught_exception", 255)
    assert (content["errors"][0]["class"], content["errors"][0]["trace"]) == ("Exception", "#0")


def test_headers_of_the_script_are_told(node: RunningNode) -> None:
    assert node.execute("header X-Tone: blue").json["http"]["headers"] == {"X-Tone": "blue"}


def test_every_request_field_reaches_the_engine(node: RunningNode) -> None:
    shown = node.execute(
        "show",
        files={"lib/a.php": "A"},
        files_base64={"b.bin": base64.b64encode(b"\x01").decode()},
        filename="/srv/x/test.php",
        args=["one", "zwei ü"],
        stdin="input",
        env={"NAME": "value"},
        ini={"precision": 3, "html_errors": True, "date.timezone": "UTC"},
        limits={"wall_ms": 100, "memory_mb": 64, "output_kb": 9, "cpu_ms": 50},
        request={"method": "POST", "uri": "/a?b=c", "headers": {"A": ["1", "2"]}, "body": "x=y", "remote_addr": "::1"},
    ).json["output"]
    for part in (
        "filename='/srv/x/test.php'",
        "folder='/srv/x'",
        "'lib/a.php': 'A'",
        "'b.bin': '\\x01'",
        "args=['one', 'zwei ü']",
        "stdin='input'",
        "env={'NAME': 'value'}",
        "ini={'precision': '3', 'html_errors': '1', 'date.timezone': 'UTC'}",
        "Limits(wall_ms=100, cpu_ms=50, memory_mb=64, output_kb=9, depth=50000)",
        "HttpRequest(method='POST', uri='/a?b=c', headers=[('A', '1'), ('A', '2')], body='x=y', remote_addr='::1')",
    ):
        assert part in shown, part


def test_the_entry_may_be_one_of_the_files(node: RunningNode) -> None:
    body = {"files": {"bin/run.php": "show"}, "entry": "bin/run.php"}
    shown = post(node, json.dumps(body).encode()).json["output"]
    assert "filename='/app/bin/run.php', folder='/app'" in shown


def test_a_request_id_is_kept(node: RunningNode) -> None:
    for headers, expected in (
        ({"X-Request-Id": "abc-1"}, "abc-1"),
        (
            {"traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
            "4bf92f3577b34da6a3ce929d0e0e4736",
        ),
    ):
        answer = post(node, b'{"code":"echo a"}', **headers)
        assert answer.headers["X-Request-Id"] == answer.json["request_id"] == expected


def test_a_hostile_request_id_is_replaced(node: RunningNode) -> None:
    answer = post(node, b'{"code":"echo a"}', **{"X-Request-Id": 'a"b<'})
    assert answer.json["request_id"] != 'a"b<'


def test_the_cache_says_what_it_did(node: RunningNode) -> None:
    first, second = node.execute("echo cached").json, node.execute("echo cached").json
    assert (first["cache"], second["cache"]) == ("miss", "hit")
    assert second["output"] == "cached"
    assert second["request_id"] != first["request_id"]
    assert node.execute("echo cached", cache="bypass").json["cache"] == "bypass"
    assert node.execute("echo cached", cache="refresh").json["cache"] == "miss"
    assert node.execute("echo cached", args=["x"]).json["cache"] == "miss"
    assert node.execute("volatile x").json["cache"] == "uncacheable"
    assert node.execute("volatile x").json["cache"] == "uncacheable"
    assert node.execute("header Cache-Control: no-store").json["cache"] == "uncacheable"
    assert node.execute("throw now").json["cache"] == "uncacheable"


def test_a_batch_answers_in_order_and_a_bad_item_fails_alone(node: RunningNode) -> None:
    items = [{"code": f"echo {number}"} for number in range(10)]
    items[3] = {"code": 5}  # type: ignore[dict-item] # a wrong type is the point
    items[4] = {"code": "die SIGKILL"}
    answer = node.request("POST", "/api/execute/batch", json.dumps({"executions": items}).encode(), JSON)
    results = answer.json["results"]
    assert answer.status == 200
    assert (results[3]["status"], results[3]["path"]) == (422, "$.executions[3].code")
    assert results[4]["status"] == 502
    assert [result.get("output") for result in results] == ["0", "1", "2", None, None, "5", "6", "7", "8", "9"]


def test_a_batch_streams_lines_as_they_end(node: RunningNode) -> None:
    items = [{"code": "sleep 0.3"}, {"code": "echo quick"}, {"cod": 1}]
    answer = node.request(
        "POST",
        "/api/execute/batch",
        json.dumps({"executions": items}).encode(),
        {**JSON, "Accept": "application/x-ndjson"},
    )
    lines = [json.loads(line) for line in answer.body.splitlines()]
    assert answer.headers["Content-Type"] == "application/x-ndjson"
    assert sorted(line["index"] for line in lines) == [0, 1, 2]
    assert lines[-1]["index"] == 0


@pytest.mark.parametrize("count", [0, 65])
def test_a_batch_has_one_to_64_items(node: RunningNode, count: int) -> None:
    body = json.dumps({"executions": [{"code": "echo"}] * count}).encode()
    assert is_problem(node.request("POST", "/api/execute/batch", body, JSON), 422)


def test_isolated_executions_have_a_process_each(node: RunningNode) -> None:
    seen = {node.execute("pid", isolation="process").json["output"] for _ in range(5)}
    assert len(seen) == 5
    assert {text.split()[1] for text in seen} == {"1"}


def test_health_and_readiness(node: RunningNode) -> None:
    assert (node.get("/api/health").status, node.get("/api/health").json["status"]) == (200, "ok")
    assert (node.get("/api/ready").status, node.get("/api/ready").json["status"]) == (200, "ready")


def test_limits_and_runtime(node: RunningNode) -> None:
    assert node.get("/api/limits").json["wall_ms"] == 5000
    runtime = node.get("/api/runtime").json
    assert (runtime["php_version"], runtime["functions"]) == ("8.4.0", ["strlen"])
    assert runtime["interpreter"].startswith("CPython")


def test_metrics_are_real(node: RunningNode) -> None:
    before = node.get("/api/metrics").json
    for _ in range(5):
        node.execute("echo counted", cache="bypass")
    after = node.get("/api/metrics").json
    assert after["statuses"]["ok"] - before["statuses"]["ok"] == 5
    assert after["requests_total"] - before["requests_total"] == 6
    assert after["average_response_time_ms"] > 0
    assert after["requests_per_second"] > 0
    assert after["memory_usage_mb"] > 1
    assert after["active_connections"] >= 1


def test_prometheus_text_has_every_metric(node: RunningNode) -> None:
    answer = node.get("/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain")
    for definition in METRICS:
        assert f"# TYPE {definition.name.removesuffix('_total')}" in answer.body.decode(), definition.name


def test_openapi_describes_every_route(node: RunningNode) -> None:
    document = node.get("/openapi.json").json
    for method, path, _name, _operation in ROUTES:
        assert method.lower() in document["paths"][path], path
    properties = document["components"]["schemas"]["ExecuteRequest"]["properties"]
    assert {"code", "files", "limits", "isolation"} <= properties.keys()
    references = {part.split('"')[0] for part in json.dumps(document).split('"#/components/schemas/')[1:]}
    assert references <= document["components"]["schemas"].keys()
