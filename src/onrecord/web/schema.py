"""What the API says of itself: the shapes of answers, in its OpenAPI document.

Lives here: schemas made from the answers' own types. Not here: routes (``app``).
"""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI

_REFS = "#/components/schemas/{name}"
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {"application/json": {"schema": {"$ref": _REFS.format(name="Wrong")}}}}
    for status, words in (
        (400, "What is asked is wrong, or not asked by a page of this server."),
        (401, "The key of this start is missing."),
        (404, "Nothing that is held has this name, or nothing answers."),
        (413, "The body is too large."),
        (422, "A value is out of bounds or of the wrong kind."),
        (503, "The server is busy; ask again."),
    )
}


def answers(shape: type) -> dict[int | str, dict[str, Any]]:
    """The responses of a route that sends ``shape``."""
    (found,), _ = msgspec.json.schema_components([shape], ref_template=_REFS)
    content = {"application/json": {"schema": found, "x-shape": shape.__module__}}
    return {200: {"description": "The answer.", "content": content}, **ERRORS}


def files(*media_types: str) -> dict[int | str, dict[str, Any]]:
    """The responses of a route that sends a file to keep."""
    content = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in dict.fromkeys(media_types)}
    return {200: {"description": "A file to keep.", "content": content}, **ERRORS}


def describe(app: FastAPI, *shapes: type) -> None:
    """Add the components that the answers' schemas point at, once, to the document that FastAPI makes."""
    made = app.openapi

    def whole() -> dict[str, Any]:
        document = made()
        components = document.setdefault("components", {}).setdefault("schemas", {})
        for name, found in msgspec.json.schema_components(shapes, ref_template=_REFS)[1].items():
            components.setdefault(name, found)
        return document

    app.openapi = whole  # type: ignore[method-assign]
