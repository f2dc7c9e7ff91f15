"""GET /openapi.json."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web


@dataclass(frozen=True, slots=True)
class DescriptionHandler:
    """Answers with the description that was built at the start."""

    document: bytes

    async def __call__(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's signature
        """Answer."""
        return web.Response(body=self.document, headers={"Content-Type": "application/json"})
