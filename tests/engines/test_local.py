from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.engines.jobs import Finished, Job, KnowledgeSpec
from onrecord.engines.local import run
from onrecord.engines.template import Template
from onrecord.limits import Limits
from onrecord.model import Dossier, SetAside

CANARY = "The minister of Ardenia said that talks will go on."
MISBEHAVIOUR = {
    "sleep": {"timeout_or_memory"},
    "spin": {"timeout_or_memory"},
    "deep": {"timeout_or_memory", "worker_killed"},
    "allocate": {"timeout_or_memory"},
    "hoard": {"timeout_or_memory"},
    "segfault": {"worker_killed"},
    "exit": {"worker_killed"},
    "abort": {"worker_killed"},
    "lie-garbage": {"worker_killed"},
    "lie-length": {"worker_killed"},
    "fork-bomb": {"internal_error"},
    "orphan": {"internal_error"},
    "kill-parent": {"internal_error"},
    "connect": {"internal_error"},
    "write-file": {"internal_error"},
    "raise": {"internal_error"},
    "recurse": {"too_deep"},
}


@pytest.fixture(scope="module")
def misbehaved(running, jobs):
    """One run in which every kind of mock document stands between two good ones."""
    bodies = [CANARY]
    for order in MISBEHAVIOUR:
        bodies += [f"onrecord-mock {order}", CANARY]
    return running(jobs(*bodies))


@pytest.mark.parametrize(("place", "order"), list(enumerate(MISBEHAVIOUR)), ids=list(MISBEHAVIOUR))
def test_a_misbehaving_document_is_set_aside_with_its_reason(misbehaved, place, order):
    """Whatever a document does to its worker, it ends as one row with a reason that fits."""
    (found,) = misbehaved.of(1 + 2 * place)

    assert isinstance(found, SetAside)
    assert found.reason in MISBEHAVIOUR[order]
    assert misbehaved.end(1 + 2 * place) == Finished(1, 0, 1)


def test_good_documents_beside_bad_ones_are_stored(misbehaved):
    """No document suffers from its neighbours."""
    canaries = [misbehaved.of(key) for key in range(0, 2 * len(MISBEHAVIOUR) + 1, 2)]

    assert all(len(found) == 1 and isinstance(found[0], Dossier) for found in canaries)
    assert {found[0].text.chars for found in canaries} == {CANARY}


def test_processor_time_is_named_as_the_cause(running, jobs):
    """A document that computes for ever is stopped by the kernel, before the wall clock."""
    outcome = running(jobs("onrecord-mock spin", CANARY), limits=Limits(worker_cpu_s=0, worker_wall_s=60))

    (found,) = outcome.of(0)
    assert found.reason == "timeout_or_memory"
    assert "processor time" in found.detail
    assert isinstance(outcome.of(1)[0], Dossier)


def test_no_worker_is_left_running(misbehaved):
    """After a run there is no worker, nor anything a worker started."""
    assert len(misbehaved.spawner.pids) > 10
    assert misbehaved.spawner.alive() == []
    children = Path(f"/proc/{misbehaved.spawner.pid}/task/{misbehaved.spawner.pid}/children")
    assert not children.exists() or children.read_text() == ""


def test_closing_ends_the_template(jobs):
    """A run that made its own template ends it; one that was handed in lives until it is closed."""
    template = Template(Limits(), KnowledgeSpec())
    list(run(jobs("one"), workers=1, spawner=template))
    pid = template.pid
    assert Path(f"/proc/{pid}").exists()

    template.close()

    assert not Path(f"/proc/{pid}").exists()


def test_a_flood_on_standard_output_harms_nobody(running, jobs):
    """Standard output of a worker leads nowhere."""
    outcome = running(jobs("onrecord-mock flood", CANARY))

    assert [type(outcome.of(key)[0]) for key in (0, 1)] == [Dossier, Dossier]


def test_mock_documents_are_texts_unless_asked_for(jobs, no_mocks):
    """In a usual run, a mock document is a document; and jobs are drawn only as they are needed."""
    drawn = []

    def many():
        for job in jobs(*(["onrecord-mock exit"] * 2000)):
            drawn.append(job.key)
            yield job

    answers = run(many(), workers=1)

    assert isinstance(next(answers).payload, Dossier)
    assert len(drawn) < 200
    answers.close()


def test_a_container_goes_on_behind_a_bad_part(running):
    """Parts after one that killed or held up its worker are not lost, and every part is answered once, in order."""
    bodies = ["one", "onrecord-mock segfault", "two", "onrecord-mock sleep", "onrecord-mock exit", "three"]
    data = "".join(json.dumps({"text": f"{b}"}) + "\n" for b in bodies).encode()
    job = Job(7, "set.jsonl", data=data, size=len(data), media_type="application/jsonl")

    outcome = running([job], workers=1)

    assert [a.part for a in outcome.answers] == [0, 1, 2, 3, 4, 5, -1]
    kinds = [p.reason if isinstance(p, SetAside) else p.text.chars for p in outcome.of(7)]
    assert kinds == ["one", "worker_killed", "two", "timeout_or_memory", "worker_killed", "three"]
    assert outcome.end(7) == Finished(6, 3, 3, (("container: jsonl", 1),))


def test_a_job_can_start_in_the_middle(running):
    """``Job.start`` leaves out the parts before it, and they are not counted."""
    data = b"".join(b'{"text": "row %d"}\n' % n for n in range(5))

    outcome = running([Job(1, "set.jsonl", data=data, media_type="application/jsonl", start=3)], workers=1)

    assert [p.text.chars for p in outcome.of(1)] == ["row 3", "row 4"]
    assert outcome.end(1) == Finished(2, 2, 0, (("container: jsonl", 1),))


def test_a_container_that_stands_alone_is_not_opened(running):
    """``process`` reads one document; a data set is set aside as a container."""
    outcome = running([Job(1, "set.jsonl", data=b'{"text": "x"}\n{"text": "y"}\n', alone=True)], workers=1)

    (found,) = outcome.of(1)
    assert found.reason == "container"


def test_order_is_kept_when_asked(running, jobs):
    """An ordered run gives answers in the order of its jobs, slow and deadly ones included."""
    bodies = ["onrecord-mock exit" if n % 7 == 3 else f"text {n}" for n in range(40)]

    outcome = running(jobs(*bodies), ordered=True)

    assert [a.key for a in outcome.answers if a.part >= 0] == list(range(40))


def test_ordered_runs_hold_back_answers_within_bounds(running, jobs, monkeypatch):
    """With almost no room to hold answers back, an ordered run still ends and keeps its order."""
    monkeypatch.setattr("onrecord.engines.schedule.HELD_BYTES", 1)
    bodies = ["onrecord-mock sleep", *(f"text {n}" * 500 for n in range(60))]

    outcome = running(jobs(*bodies), ordered=True)

    assert [a.key for a in outcome.answers if a.part >= 0] == list(range(61))


def test_workers_are_replaced_after_their_share(running, jobs):
    """A worker that has read its number of documents is followed by a fresh one, and no job is lost between them."""
    limits = Limits(worker_documents=5)

    outcome = running(jobs(*(f"text {n}" for n in range(40))), workers=1, limits=limits)

    assert sum(isinstance(a.payload, Dossier) for a in outcome.answers) == 40
    assert outcome.hired >= 8


def test_same_answers_with_one_worker_two_or_none(running, jobs):
    """The number of workers changes no dossier."""
    bodies = [f"Statement {n}\n\nThe envoy of Belmark said: “No.”" for n in range(12)]

    one, two = (running(jobs(*bodies), workers=n, ordered=True).answers for n in (1, 2))

    assert one == two == list(run(jobs(*bodies), workers=0))


def test_a_dead_template_is_replaced(running, jobs):
    """When the template itself is killed in the middle of a run, the run goes on with a new one."""
    bodies = [f"text {n}" for n in range(300)]
    spawner = running([]).spawner
    answers = []
    for answer in run(jobs(*bodies), workers=2, limits=spawner.limits, spawner=spawner):
        answers.append(answer)
        if len(answers) == 20:
            os.kill(spawner.pid, signal.SIGKILL)

    assert sum(isinstance(a.payload, Dossier) for a in answers) == 300


def test_workers_die_with_their_parent(tmp_path: Path):
    """A killed program leaves no worker behind, even one that is asleep in a document."""
    note = tmp_path / "pids"
    program = (
        "import os, sys\n"
        "from onrecord.engines.jobs import Job, KnowledgeSpec\n"
        "from onrecord.engines.local import run\n"
        "from onrecord.engines.template import Template\n"
        "from onrecord.limits import DEFAULT\n"
        "t = Template(DEFAULT, KnowledgeSpec(), mocks=True)\n"
        "hire = t.spawn\n"
        "def spawn():\n"
        "    hand = hire()\n"
        "    open(sys.argv[1], 'a').write(f'{hand.pid}\\n{t.pid}\\n')\n"
        "    return hand\n"
        "t.spawn = spawn\n"
        "jobs = [Job(k, 'x', data=b'onrecord-mock sleep', media_type='text/plain') for k in range(2)]\n"
        "list(run(jobs, workers=2, spawner=t))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(note)])
    pids = _wait_for(lambda: note.exists() and note.read_text().split(), 4)
    parent.kill()
    parent.wait()

    left = _wait_for(lambda: [p for p in pids if not Path(f"/proc/{p}").exists()], len(pids))
    assert len(left) == len(pids)


def _wait_for(look, count: int) -> list[str]:
    found: list[str] = []
    for _ in range(200):
        found = look() or []
        if len(found) >= count:
            break
        time.sleep(0.05)
    return found
