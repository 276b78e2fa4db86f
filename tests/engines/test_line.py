from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.engines import intake
from onrecord.engines.frames import Aside, Begin, Done, Kept, Passed, Tired
from onrecord.engines.jobs import Job
from onrecord.engines.line import Line, set_aside
from onrecord.errors import Refused
from onrecord.knowledge import load
from onrecord.limits import DEFAULT
from onrecord.reasons import Reason


@pytest.fixture(scope="module")
def know():
    """The bundled knowledge."""
    return load()


def rows(count: int) -> bytes:
    """A data set of rows."""
    return b"".join(json.dumps({"text": f"row {n}"}).encode() + b"\n" for n in range(count))


def test_one_document_is_begun_kept_and_done(know):
    """The frames of a plain job, in order."""
    frames = list(Line(know, DEFAULT).frames(Job(3, "a", data=b"Text.", media_type="text/plain")))

    assert [type(f) for f in frames] == [Begin, Kept, Done]
    assert frames[-1] == Done(3, 1, ())


def test_a_job_for_voices_has_the_same_voices_and_nothing_else(know):
    """What is said by whom is that of a whole reading; positions and known formulations are left out."""
    said = "A spokesperson said: “We firmly oppose the measure.”".encode()
    whole, voices = (
        next(f for f in Line(know, DEFAULT).frames(Job(1, "a", data=said, media_type="text/plain", voices=only))
             if isinstance(f, Kept)).dossier
        for only in (False, True)
    )  # fmt: skip

    assert whole.utterances == voices.utterances
    assert whole.positions
    assert not voices.positions + voices.occurrences


def test_parts_before_the_start_give_signs_of_life_only(know):
    """A long way to the first wanted part is not silence."""
    job = Job(1, "set.jsonl", data=rows(130), media_type="application/jsonl", start=129)

    frames = list(Line(know, DEFAULT).frames(job))

    assert [type(f) for f in frames] == [Passed, Passed, Passed, Begin, Kept, Done]
    assert frames[-1].found == 130


def test_reading_far_gives_signs_of_life(know, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A file read in steps tells of each step, once."""
    monkeypatch.setattr(intake, "STEP_BYTES", 256 * 1024)
    path = tmp_path / "set.jsonl"
    path.write_bytes(json.dumps({"text": "x", "more": "y" * (1 << 20)}).encode() + b"\n" + rows(3))
    told = []
    line = Line(know, DEFAULT, tell=told.append)

    frames = list(line.frames(Job(5, "set.jsonl", path=bytes(path))))

    assert 3 <= len(told) <= 5
    assert set(told) == {Passed(5)}
    assert frames[-1].found == 4


def test_a_worn_worker_stops_between_parts(know):
    """A worker that has had enough ends after a part, not in the middle of one."""
    line = Line(know, DEFAULT, worn=lambda: True)

    frames = list(line.frames(Job(1, "s", data=rows(5), media_type="application/jsonl", start=2)))

    assert [type(f) for f in frames] == [Passed, Begin, Kept, Tired]


@pytest.mark.parametrize(("fresh", "last"), [(True, Aside), (False, Tired)], ids=["fresh", "used"])
def test_running_out_of_memory_counts_in_a_fresh_worker_only(know, monkeypatch: pytest.MonkeyPatch, fresh, last):
    """A used worker hands the part to a fresh one; a fresh one sets it aside."""

    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("onrecord.pipeline.process", fail)
    line = Line(know, DEFAULT, documents=0 if fresh else 7)

    frames = list(line.frames(Job(1, "a", data=b"Text.", media_type="text/plain")))

    assert isinstance(frames[1], last)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Refused(Reason.RATIO, "x"), "ratio"),
        (MemoryError(), "timeout_or_memory"),
        (RecursionError(), "too_deep"),
        (ValueError("x"), "internal_error"),
    ],
)
def test_every_exception_has_a_reason(error: Exception, reason: str):
    """What an exception means for its document."""
    assert set_aside("a", 2, error).reason == reason


def test_a_link_or_a_folder_is_not_opened(know, tmp_path: Path):
    """A worker opens regular files only, even when the parent was told otherwise a moment ago."""
    (tmp_path / "real.txt").write_bytes(b"Text.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    reasons = []
    for name in ("link.txt", ".", "none.txt"):
        frames = list(Line(know, DEFAULT).frames(Job(1, name, path=bytes(tmp_path / name))))
        reasons.append(frames[1].aside.reason)

    assert reasons == ["link_loop", "not_a_file", "unreadable"]
