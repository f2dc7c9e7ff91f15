"""POST /api/execute/batch: up to 64 scripts. One bad item fails alone."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import msgspec
import structlog
from aiohttp import web

from node import bodies, problems, sapi
from node.errors import ApiError, EngineFailedError, TooLargeError
from node.execution import Executions
from node.gate import Gate, Passage
from node.keys import key_of

NDJSON = "application/x-ndjson"
_ENCODER = msgspec.json.Encoder()

# What a batch's answers may hold in the node's memory at once: eight of the largest outputs, of letters.
MAX_HELD_BYTES = 64 << 20

# nginx would otherwise hold lines back until it has a buffer full of them.
_UNBUFFERED = {"X-Accel-Buffering": "no"}

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Held:
    """How large the answers of one batch are that were not yet sent."""

    size_bytes: int = 0

    def add(self, answer: bytes) -> None:
        """Count an answer; TooLargeError where there is no room for it."""
        if self.size_bytes + len(answer) > MAX_HELD_BYTES:
            raise TooLargeError(
                f"the script ran; its answer was dropped, since a batch's hold at most {MAX_HELD_BYTES} bytes"
            )
        self.size_bytes += len(answer)


@dataclass(frozen=True, slots=True)
class BatchHandler:
    """Runs what a request posts, all at once."""

    executions: Executions
    gate: Gate
    node_name: str
    max_body_bytes: int
    client_timeout_seconds: float

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        """Answer all executions in order, or each as it ends."""
        bodies.require_type(request, bodies.JSON)
        body = await bodies.read(request, max_bytes=self.max_body_bytes, timeout_seconds=self.client_timeout_seconds)
        items = sapi.decode_batch(body)
        headers = request.headers
        key = key_of(headers.get("Authorization"), headers.get("X-Api-Key"))
        passage = await self.gate.enter(key, len(items))
        request["source"] = "batch"
        if NDJSON in headers.get("Accept", ""):
            return await self._stream(request, items, passage)
        held = Held()
        results = await asyncio.gather(
            *(self._execute(item, index, request["request_id"], passage, held) for index, item in enumerate(items))
        )
        return web.Response(
            body=b"".join([b'{"results":[', b",".join(results), b"]}"]),
            headers={"Content-Type": "application/json"} | passage.headers,
        )

    async def _stream(self, request: web.Request, items: list[bytes], passage: Passage) -> web.StreamResponse:
        request_id: str = request["request_id"]
        headers = {"Content-Type": NDJSON, "X-Request-Id": request_id, "Server": "howdah", **_UNBUFFERED}
        response = web.StreamResponse(headers=headers | passage.headers)
        await response.prepare(request)

        held = Held()

        async def answer(index: int, item: bytes) -> None:
            line = await self._execute(item, index, request_id, passage, held)
            await response.write(b"".join([b'{"index":%d,' % index, memoryview(line)[1:], b"\n"]))
            held.size_bytes -= min(len(line), held.size_bytes)

        async with asyncio.TaskGroup() as tasks:
            for index, item in enumerate(items):
                tasks.create_task(answer(index, item))
        await response.write_eof()
        return response

    async def _execute(self, item: bytes, index: int, request_id: str, passage: Passage, held: Held) -> bytes:
        try:
            prepared = self.executions.read(item, passage.tenant, f"$.executions[{index}]")
            execution = await self.executions.execute(prepared)
            held.add(execution.fragment)
        except ApiError as error:
            if isinstance(error, EngineFailedError):
                log.error("engine_failed", request_id=request_id, trace=error.trace)  # noqa: TRY400 - the engine's trace
            return _ENCODER.encode(problems.of_error(error, request_id=request_id))
        service = sapi.encode_service(
            queue_ms=execution.queue_ms,
            cache=execution.cache,
            node=self.node_name,
            request_id=request_id,
        )
        return execution.fragment + service
