"""OpenAPI 3.1, generated from the schemas that validate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from node import problems, schemas

_REFERENCE = "#/components/schemas/{name}"


@dataclass(frozen=True, slots=True)
class Operation:
    """What the description says of a route."""

    summary: str
    body: type | None = None
    answer: type | None = None
    errors: tuple[int, ...] = ()


# Any: a JSON document.
def document(routes: Sequence[tuple[str, str, Operation]]) -> dict[str, Any]:
    """Describe the routes: method, path, operation."""
    used = [schema for _, _, operation in routes for schema in (operation.body, operation.answer) if schema is not None]
    types = list(dict.fromkeys([*used, schemas.Problem]))
    references, components = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    named = dict(zip(types, references, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for method, path, operation in routes:
        paths.setdefault(path, {})[method.lower()] = _operation(operation, named)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Howdah", "version": "1", "description": "Runs PHP scripts inside limits."},
        "paths": paths,
        "components": {"schemas": components},
    }


def _operation(operation: Operation, named: dict[type, dict[str, Any]]) -> dict[str, Any]:
    description: dict[str, Any] = {"summary": operation.summary, "responses": {"200": {"description": "OK"}}}
    if operation.answer is not None:
        description["responses"]["200"]["content"] = {"application/json": {"schema": named[operation.answer]}}
    if operation.body is not None:
        content = {"application/json": {"schema": named[operation.body]}}
        if operation.body is schemas.ExecuteRequest:
            content["application/x-httpd-php"] = {"schema": {"type": "string"}}
        description["requestBody"] = {"required": True, "content": content}
    for status in operation.errors:
        description["responses"][str(status)] = {
            "description": "An error of the API itself",
            "content": {problems.CONTENT_TYPE: {"schema": named[schemas.Problem]}},
        }
    return description
