"""The API's own documentation: each address with what it asks and gives, and the shapes of answers, for one page.

Lives here: reading them off the OpenAPI document. Not here: that document (``schema``), looks (``templates/api.html``).
Nothing is loaded from elsewhere, so it opens offline and under the same policy as every page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Asked:
    """One value that an address takes: where ("path" or "query"), its kind with bounds, and what it means."""

    name: str
    where: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Address:
    """One address: ``gives`` is the name of a shape or the kinds of a file; ``opens``: it can be opened as it is."""

    method: str
    path: str
    about: str
    asked: tuple[Asked, ...]
    gives: str
    shape: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """What an answer is made of: fields with their kinds."""

    name: str
    about: str
    fields: tuple[tuple[str, str], ...]


def addresses(document: Mapping[str, Any]) -> dict[str, list[Address]]:
    """Addresses of an OpenAPI document by their tag, in the document's order."""
    found: dict[str, list[Address]] = {}
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            found.setdefault(told["tags"][0], []).append(_address(method, path, told))
    return found


def shapes(document: Mapping[str, Any]) -> list[Shape]:
    """The shapes of answers with fields, by name."""
    parts = document["components"]["schemas"]
    return [
        Shape(name, told.get("description", ""), tuple((one, kind(value)) for one, value in told["properties"].items()))
        for name, told in sorted(parts.items())
        if told.get("properties")
    ]


def _address(method: str, path: str, told: Mapping[str, Any]) -> Address:
    asked = tuple(
        Asked(one["name"], one["in"], kind(one["schema"]), one.get("description", ""))
        for one in told.get("parameters", ())
    )
    content = told["responses"]["200"].get("content", {})
    ref = content.get(JSON, {}).get("schema", {}).get("$ref", "")
    gives = ref.rpartition("/")[2] or ", ".join(content)
    must = any(one.get("required") for one in told.get("parameters", ()))
    return Address(method.upper(), path, told.get("description", ""), asked, gives, bool(ref),
                   method == "get" and bool(ref) and not must)  # fmt: skip


def kind(schema: Mapping[str, Any]) -> str:
    """A schema in words.

    >>> kind({"type": "integer", "minimum": 1, "maximum": 9, "default": 1}), kind({"enum": ["year", "month"]})
    ('integer, 1 to 9, else 1', 'year | month')
    >>> kind({"type": "array", "items": {"anyOf": [{"type": "string", "maxLength": 4}, {"type": "null"}]}})
    'list of string, at most 4 characters or null'
    """
    if "anyOf" in schema:
        words = " or ".join(kind(one) for one in schema["anyOf"])
    elif "$ref" in schema:
        words = schema["$ref"].rpartition("/")[2]
    elif "enum" in schema:
        words = " | ".join(map(str, schema["enum"]))
    elif schema.get("type") == "array":
        words = _list(schema)
    else:
        words = str(schema.get("type", "object" if "properties" in schema else "any"))
    if "maxLength" in schema:
        words += f", at most {schema['maxLength']:,} characters"
    if "minimum" in schema and "maximum" in schema:
        words += f", {schema['minimum']:,} to {schema['maximum']:,}"
    default = schema.get("default")
    return words if default in (None, "", False) or isinstance(default, list | dict) else f"{words}, else {default}"


def _list(schema: Mapping[str, Any]) -> str:
    if "prefixItems" in schema:
        return f"({', '.join(map(kind, schema['prefixItems']))})"
    most = f", at most {schema['maxItems']}" if "maxItems" in schema else ""
    items = schema.get("items")
    return f"list of {kind(items)}{most}" if items else f"list{most}"
