"""The API against its own published schema: no server error and no answer that the schema does not describe.

``ONRECORD_API_CASES`` says how many cases are made in all (default 120; the full run takes 2,000).
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import schemathesis
from hypothesis.errors import Unsatisfiable
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web import app, guard

CASES = int(os.environ.get("ONRECORD_API_CASES", "120"))
CHANCE = hypothesis.strategies.randoms(use_true_random=False)
KEY = "key-of-this-start"
HEADERS = {"authorization": f"Bearer {KEY}", "host": "127.0.0.1:8765"}
CHECKS = (
    schemathesis.checks.not_a_server_error, status_code_conformance, content_type_conformance,
    response_schema_conformance,
)  # fmt: skip


@pytest.fixture(scope="module")
def served(folder: Path) -> Any:
    """The application, with everything that may be asked, over a record that is held and one that files go to."""
    writable = folder.with_name("written")
    Record.open(writable, write=True).close()
    return app.build(
        lambda: Record.open(folder), guard.rules(8765, KEY), writable=lambda: Record.open(writable, write=True)
    )


@pytest.fixture(scope="module")
def known(folder: Path) -> dict[str, list[str]]:
    """Values that are held, so that not every case asks for what is not there."""
    with Record.open(folder) as record:
        listed = record.statements()
        cells = record.positions().cells
        source = record.show(listed[0].id).source
    return {
        "name": [one.id for one in listed], "id": [one.id for one in listed], "row": [one.row for one in cells],
        "column": [one.column for one in cells], "sha256": [source], "q": ["harbour", "الميناء", '"the harbour"'],
        "phrase": ["harbour", "𝐀"], "kind": ["csv", "parquet", "html"], "as": ["bibtex", "ris"],
    }  # fmt: skip


def mend(value: dict[str, Any] | None, known: dict[str, list[str]], chance: Any) -> dict[str, Any] | None:
    """Half of the values that could be ids are some that are held."""
    return value and {
        k: chance.choice(known[k]) if k in known and chance.random() < 0.5 else v for k, v in value.items()
    }


def test_no_case_breaks_the_api_or_its_schema(served: Any, known: dict[str, list[str]]) -> None:
    """Over all operations: any values of the schema, and values it forbids, are answered as the schema says."""
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", served, headers=HEADERS)
    operations = [one.ok() for one in schema.get_all_operations()]
    statuses: Counter[int] = Counter()

    def run(operation: Any, mode: schemathesis.GenerationMode) -> None:
        @hypothesis.given(case=operation.as_strategy(generation_mode=mode), chance=CHANCE)
        @hypothesis.settings(
            max_examples=-(-CASES // int(1.6 * len(operations))), deadline=None, derandomize=True, database=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        )  # fmt: skip
        def each(case: Any, chance: Any) -> None:
            case.path_parameters = mend(case.path_parameters, known, chance)
            case.query = mend(case.query, known, chance)
            answer = case.call(headers=HEADERS)
            statuses[answer.status_code] += 1
            case.validate_response(answer, checks=CHECKS)

        with suppress(Unsatisfiable):  # nothing that the schema forbids can be sent to this operation
            each()

    for operation in operations:
        run(operation, schemathesis.GenerationMode.POSITIVE)
        if operation.query or operation.path_parameters:  # what takes no value can be given no wrong one
            run(operation, schemathesis.GenerationMode.NEGATIVE)
    print(f"{sum(statuses.values())} cases over {len(operations)} operations: {dict(statuses)}")
    assert sum(statuses.values()) >= CASES * 0.9
    assert statuses[422] > 0
    assert statuses[200] >= sum(statuses.values()) / 10


def test_a_broken_answer_would_be_seen(served: Any) -> None:
    """The harness can fail: an answer that lacks a field that the schema promises is a finding."""

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        async def sent(message: Any) -> None:
            if scope.get("path") == "/api/record" and "body" in message:
                message = message | {"body": message["body"].replace(b'"counts"', b'"county"')}
            await send(message)

        await served(scope, receive, sent)

    for app_of, fails in ((served, False), (broken, True)):
        case = schemathesis.openapi.from_asgi("/api/openapi.json", app_of, headers=HEADERS)["/api/record"]["GET"].Case()
        with pytest.raises(FailureGroup) if fails else nullcontext():
            case.validate_response(case.call(headers=HEADERS), checks=CHECKS)


def test_the_schema_is_open_to_those_with_the_key_only(served: Any) -> None:
    """The schema itself is behind the key."""
    assert TestClient(served, base_url="http://127.0.0.1:8765").get("/api/openapi.json").status_code == 401
