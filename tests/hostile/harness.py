"""The hostile set through the line: each input in a process of its own, behind the real walls, measured.

Run it: ``python tests/hostile/harness.py /path/to/hostile.py [OUT] [--full]`` prints a table of all inputs and what
differs from the manifest. The tests use the same functions. An outcome is one of the manifest's words:

- ingest: stored, nothing to report; notice: stored, with a reason; truncate: stored in part, and said (too_large);
- partial: of a container some parts are stored, some set aside; quarantine: nothing stored, set aside with a reason;
- reject: not opened at all (no regular file, outside the root, over the size limit).
"""

from __future__ import annotations

import base64
import json
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord import collect, knowledge
from onrecord.engines import sandbox
from onrecord.engines.frames import Aside, Done, Kept
from onrecord.engines.jobs import Job
from onrecord.engines.line import Line
from onrecord.limits import DEFAULT
from onrecord.model import SetAside

REJECTED = {"not_a_file", "link_loop", "path_escape", "unreadable", "too_large"}
KILLED = {signal.SIGXCPU: "timeout_or_memory", signal.SIGKILL: "timeout_or_memory"}
OUR_FAULT = {"internal_error", "worker_killed"}
CHARS_KEPT = 2_000_000
MIB = 1024 * 1024
PATIENCE_S = 600


@dataclass(frozen=True, slots=True)
class Part:
    """A stored part: what the harness needs to judge it."""

    locator: str
    chars: str = ""
    notices: tuple[str, ...] = ()
    told: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one input. ``cpu_s``, ``wall_s`` and ``extra_mb`` (peak memory beyond the process's own before
    the input) are those of its process."""

    kept: tuple[Part, ...] = ()
    aside: tuple[SetAside, ...] = ()
    opened: bool = True
    cpu_s: float = 0.0
    wall_s: float = 0.0
    extra_mb: float = 0.0
    found: int = 0

    @property
    def reasons(self) -> set[str]:
        """Every reason said: of parts set aside and of notices."""
        return {a.reason for a in self.aside} | {n for part in self.kept for n in part.notices}

    @property
    def outcome(self) -> str:
        """One of the manifest's words."""
        if not self.kept:
            turned_away = not self.opened or {a.reason for a in self.aside} <= REJECTED
            return "reject" if turned_away else "quarantine"
        if self.aside:
            return "partial"
        notices = {n for part in self.kept for n in part.notices}
        if "too_large" in notices:
            return "truncate"
        return "notice" if notices else "ingest"


def generate(script: Path, out: Path, *, small: bool = True) -> list[dict[str, Any]]:
    """Write the hostile set; its manifest."""
    subprocess.run(
        [sys.executable, str(script), str(out), *(["--small"] if small else [])], check=True, capture_output=True
    )
    return [json.loads(line) for line in (out / "MANIFEST.jsonl").read_text(encoding="ascii").splitlines()]


def path_of(out: Path, entry: dict[str, Any]) -> bytes:
    """The exact path of an input."""
    return os.path.join(os.path.realpath(os.fsencode(out)), base64.b64decode(entry["path_b64"]))  # noqa: PTH118


def run_all(out: Path, manifest: list[dict[str, Any]]) -> dict[str, Result]:
    """Every input of the set as ``find`` meets it on a walk, then each file through the line in its own process."""
    line = Line(knowledge.load(), DEFAULT)
    warm(line)
    found = {collect.path_of(item.locator): item for item in collect.find([out], hidden=True)}
    results: dict[str, Result] = {}
    for entry in manifest:
        item = found.get(path_of(out, entry))
        if item is None:
            results[entry["id"]] = Result()
        elif isinstance(item, SetAside):
            results[entry["id"]] = Result((), (item,), opened=False, found=1)
        else:
            results[entry["id"]] = run_one(line, Job(0, item.locator, item.path, None, item.size))
    return results


def warm(line: Line) -> None:
    """Load what a worker's template has loaded, so that it is not counted as an input's cost."""
    page = "<title>Visit</title><p>The envoy said: “We oppose it.”</p><p>发言人表示：“我们反对。”</p>"
    for data, kind in ((page, "text/html"), ("The envoy said: “No.”", "text/plain")):
        list(line.frames(Job(0, "warm", data=data.encode(), media_type=kind)))
    for data, kind in ((b"%PDF-1.4", "application/pdf"), (b"PK\5\6" + bytes(18), collect.kinds.DOCX)):
        list(line.frames(Job(0, "warm", data=data, media_type=kind)))


def run_one(line: Line, job: Job) -> Result:
    """One file in a forked process behind the walls; a process that dies or is too slow is a reason too."""
    read_end, write_end = os.pipe()
    begin = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.close(read_end)
        _child(line, job, write_end)
    os.close(write_end)
    answer = _read(read_end, begin + PATIENCE_S)
    os.close(read_end)
    if answer is None:
        os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - begin
    if os.WIFSIGNALED(status) or not answer:
        reason = KILLED.get(os.WTERMSIG(status), "worker_killed") if os.WIFSIGNALED(status) else "worker_killed"
        dead = SetAside(job.locator, reason, "the process ended before its answer")
        return Result((), (dead,), cpu_s=usage.ru_utime + usage.ru_stime, wall_s=wall, found=1)
    said = json.loads(answer)
    kept = tuple(Part(p["locator"], p["chars"], tuple(p["notices"]), p["told"]) for p in said["kept"])
    aside = tuple(SetAside(*row) for row in said["aside"])
    return Result(kept, aside, True, said["cpu_s"], wall, said["extra_mb"], said["found"])


def _read(end: int, until: float) -> bytes | None:
    """All bytes up to the end of the pipe; None when time is up."""
    made = bytearray()
    while (left := until - time.monotonic()) > 0:
        if not select.select([end], [], [], left)[0]:
            return None
        chunk = os.read(end, MIB)
        if not chunk:
            return bytes(made)
        made += chunk
    return None


def _child(line: Line, job: Job, end: int) -> None:
    """Read one file as a worker does, and write what came of it; never returns."""
    try:
        sandbox.enter(DEFAULT)
        line = replace(line, allow=lambda: sandbox.allow_cpu(DEFAULT.worker_cpu_s))
        before, cpu = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        kept, aside, found = [], [], 0
        for frame in line.frames(job):
            if isinstance(frame, Kept):
                kept.append(_summary(frame, short=len(kept) > 20))
            elif isinstance(frame, Aside):
                aside.append([frame.aside.locator, frame.aside.reason, frame.aside.detail, frame.aside.part])
            elif isinstance(frame, Done):
                found = frame.found
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        said = {"kept": kept, "aside": aside, "found": found, "cpu_s": time.process_time() - cpu}
        data = json.dumps(said | {"extra_mb": (after - before) / 1024}, ensure_ascii=False).encode("utf-8")
        while data:
            data = data[os.write(end, data) :]
        os._exit(0)
    finally:
        os._exit(1)


def _summary(frame: Kept, *, short: bool) -> dict[str, Any]:
    dossier = frame.dossier
    return {
        "locator": dossier.source.locator,
        "chars": dossier.text.chars[: 200 if short else CHARS_KEPT],
        "notices": [n.reason for n in dossier.notices],
        "told": {t.name: t.value for t in dossier.source.told},
    }


def differs(entry: dict[str, Any], result: Result) -> str:
    """How a result differs from the manifest; empty when it does not."""
    outcome = result.outcome
    ours = result.reasons & OUR_FAULT
    if ours:
        return f"{outcome} by {', '.join(sorted(ours))}"
    if outcome != entry["expect"] and outcome not in entry["also"]:
        return f"{outcome} ({', '.join(sorted(result.reasons)) or 'no reason'})"
    if outcome == entry["expect"] and entry["reason"] and entry["reason"] not in result.reasons:
        return f"{outcome}, but {', '.join(sorted(result.reasons))}"
    return ""


def beyond(entry: dict[str, Any], result: Result) -> str:
    """Which bound of the manifest a result passed; empty when none."""
    over = []
    if result.cpu_s > entry["max_s"]:
        over.append(f"{result.cpu_s:.1f} CPU s > {entry['max_s']}")
    if result.extra_mb > entry["max_mb"]:
        over.append(f"{result.extra_mb:.0f} MiB > {entry['max_mb']}")
    return ", ".join(over)


def table(manifest: list[dict[str, Any]], results: dict[str, Result]) -> Iterator[str]:
    """One line for each input."""
    for entry in manifest:
        result = results[entry["id"]]
        mark = "DIFFERS" if differs(entry, result) else ""
        over = beyond(entry, result)
        yield (
            f"{entry['id']:<20} {entry['expect']:<10} {entry['reason']:<21} -> {result.outcome:<10} "
            f"{len(result.kept):>5} kept {len(result.aside):>3} aside {result.cpu_s:6.2f} s {result.extra_mb:6.0f} MiB "
            f"{mark} {over} {','.join(sorted(result.reasons))}"
        )


def main(arguments: list[str]) -> None:
    """Print the table; exit status 1 when anything differs."""
    import tempfile

    full = "--full" in arguments
    names = [a for a in arguments if not a.startswith("--")]
    out = Path(names[1]) if len(names) > 1 else Path(tempfile.mkdtemp(prefix="hostile-"))
    manifest = generate(Path(names[0]), out, small=not full)
    results = run_all(out, manifest)
    print("\n".join(table(manifest, results)))
    wrong = [e["id"] for e in manifest if differs(e, results[e["id"]])]
    print(f"{len(manifest)} inputs, {len(wrong)} differ from the manifest: {' '.join(wrong)}")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
