from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import msgspec
import pytest

from onrecord.engines import frames
from onrecord.engines.frames import Aside, Begin, Done, Frame, Kept, Passed, Ready, Tired
from onrecord.engines.jobs import Answer, Finished, Job
from onrecord.engines.local import run
from onrecord.engines.template import Hand
from onrecord.errors import BugError
from onrecord.limits import Limits
from onrecord.model import Dossier, Layout, SetAside, make_source, make_text

KILLED = 9
Script = Callable[[Job], Iterator[Frame | bytes | float]]


def good(job: Job) -> Frame:
    """An honest dossier for part ``job.start`` of a job."""
    source = make_source(b"x", "text/plain", job.locator)
    return Kept(job.key, job.start, Dossier(source, make_text(source, "plain/1", "x", Layout(), ())))


def honest(job: Job) -> Iterator[Frame]:
    """What a worker answers to a job of one part."""
    yield Begin(job.key, job.start)
    yield good(job)
    yield Done(job.key, job.start + 1)


def once(script: Script) -> Script:
    """A script for the first part of the first job; there are no further parts, and other jobs are honest."""

    def play_it(job: Job) -> Iterator[Frame | bytes | float]:
        if job.key > 0:
            return honest(job)
        return script(job) if job.start == 0 else iter([Done(job.key, job.start)])

    return play_it


@dataclass
class Actors:
    """A spawner whose workers are threads that play scripts, one after the other; the last script is played again.

    A script gives frames, raw bytes, or seconds to wait; the pipe closes when it ends without a Done.
    """

    scripts: list[Script]
    begin: tuple[Frame, ...] = (Ready(),)
    hired: int = 0
    threads: list[threading.Thread] = field(default_factory=list)

    def spawn(self) -> Hand:
        jobs_read, jobs_write = os.pipe()
        answers_read, answers_write = os.pipe()
        for end in (jobs_write, answers_read):
            os.set_blocking(end, False)
        script = self.scripts[min(self.hired, len(self.scripts) - 1)]
        self.hired += 1
        thread = threading.Thread(target=self._play, args=(script, jobs_read, answers_write), daemon=True)
        thread.start()
        return Hand(self.hired, jobs_write, answers_read)

    def _play(self, script: Script, jobs: int, answers: int) -> None:
        buffer, done = bytearray(), True
        try:
            for frame in self.begin:
                os.write(answers, frames.pack(frame))
            while done and self.begin and (chunk := os.read(jobs, 1 << 16)):
                buffer += chunk
                for body in frames.split(buffer, 1 << 20):
                    done = done and self._act(script, msgspec.msgpack.decode(body, type=Job), answers)
        except OSError:
            pass
        finally:
            os.close(jobs)
            os.close(answers)

    def _act(self, script: Script, job: Job, answers: int) -> bool:
        for step in script(job):
            if isinstance(step, float):
                time.sleep(step)
                continue
            os.write(answers, step if isinstance(step, bytes) else frames.pack(step))
            if isinstance(step, Done):
                return True
        return False

    def end(self, hand: Hand) -> int:
        os.close(hand.jobs)
        os.close(hand.answers)
        return KILLED

    def close(self) -> None:
        """Nothing to end: threads end with their pipes."""


def play(
    *scripts: Script, jobs: int = 1, limits: Limits | None = None, workers: int = 1
) -> tuple[list[Answer], Actors]:
    """Run jobs with workers that play scripts."""
    actors = Actors(list(scripts))
    some = limits or Limits(worker_wall_s=1)
    wanted = (Job(key, f"job {key}", data=b"x") for key in range(jobs))
    return list(run(wanted, workers=1, limits=some, spawner=actors)), actors


def shown(answers: list[Answer]) -> list[object]:
    """Answers in short: reason, "kept", or the counts."""
    return [
        (a.payload.found, a.payload.stored, a.payload.set_aside)
        if isinstance(a.payload, Finished)
        else a.payload.reason
        if isinstance(a.payload, SetAside)
        else "kept"
        for a in answers
    ]


def test_honest_workers():
    """The script player itself is right: an honest script gives a kept document."""
    assert shown(play(honest)[0]) == ["kept", (1, 1, 0)]


LIES: dict[str, Script] = {
    "a part nobody asked for": lambda job: iter([Begin(job.key, 5)]),
    "an answer without a beginning": lambda job: iter([good(job)]),
    "another job": lambda job: iter([Begin(job.key + 1, 0)]),
    "a false count": lambda job: iter([Done(job.key, 3)]),
    "a part begun twice": lambda job: iter([Begin(job.key, 0), Begin(job.key, 0)]),
    "done in the middle": lambda job: iter([Begin(job.key, 0), Done(job.key, 1)]),
    "passing over while reading": lambda job: iter([Begin(job.key, 0), Passed(job.key)]),
    "an unknown reason": lambda job: iter([Begin(job.key, 0), Aside(job.key, 0, SetAside("x", "made_up", ""))]),
    "no frame": lambda job: iter([Begin(job.key, 0), b"\x01\x00\x00\x00\xc1"]),
    "a huge frame": lambda job: iter([Begin(job.key, 0), b"\xff\xff\xff\xff"]),
}


@pytest.mark.parametrize("script", LIES.values(), ids=list(LIES))
def test_a_lie_costs_the_part_and_nothing_else(script: Script):
    """A worker that lies is ended; the document is set aside; jobs behind it are read by another."""
    answers, actors = play(once(script), jobs=3)

    assert shown([a for a in answers if a.key == 0]) == ["worker_killed", (1, 0, 1)]
    assert shown([a for a in answers if a.key > 0]) == ["kept", (1, 1, 0)] * 2
    assert actors.hired > 1


def test_a_death_has_a_second_try():
    """A worker that dies once costs nothing."""
    answers, actors = play(lambda job: iter([Begin(job.key, 0)]), honest)

    assert shown(answers) == ["kept", (1, 1, 0)]
    assert actors.hired == 2


def test_a_second_death_sets_the_part_aside():
    """The same part is not tried for ever."""
    answers, _ = play(once(lambda job: iter([Begin(job.key, 0)])))

    assert shown(answers) == ["worker_killed", (1, 0, 1)]
    assert "2 times" in answers[0].payload.detail


def test_dying_before_the_next_part_is_found_ends_the_job():
    """When not even the next part can be found, one row stands for the rest and the counts are closed."""
    answers, _ = play(lambda job: iter([*list(honest(job))[:2]] if job.start == 0 else []))

    assert shown(answers) == ["kept", "worker_killed", (2, 1, 1)]
    assert answers[1].part == 1


def test_silence_is_not_waited_for():
    """A worker that gives no sign for the length of the wall limit is ended, and not asked again."""
    answers, actors = play(once(lambda job: iter([Begin(job.key, 0), 30.0])), jobs=2)

    assert shown(answers) == ["timeout_or_memory", (1, 0, 1), "kept", (1, 1, 0)]
    assert actors.hired == 2


def test_signs_of_life_renew_the_wall_limit():
    """A large container may be read for long, as long as it goes on."""
    signs = [step for _ in range(4) for step in (0.4, Passed(0))]

    assert shown(play(lambda job: iter([*signs, *honest(job)]))[0]) == ["kept", (1, 1, 0)]


def test_a_container_has_a_bound_of_its_own():
    """Signs of life do not buy time without end."""
    signs = [step for _ in range(60) for step in (0.1, Passed(0))]

    answers, _ = play(lambda job: iter(signs), limits=Limits(worker_wall_s=5, container_wall_s=1))

    assert shown(answers) == ["timeout_or_memory", (1, 0, 1)]


def test_a_tired_worker_leaves_no_mark():
    """A worker that retires is followed by another; the part is not blamed."""
    answers, actors = play(lambda job: iter([Begin(job.key, 0), Tired()]), honest)

    assert shown(answers) == ["kept", (1, 1, 0)]
    assert actors.hired == 2


def test_a_busy_caller_costs_no_worker_its_time():
    """Time in which the caller does not ask for answers counts for nobody."""
    actors = Actors([lambda job: iter([Begin(job.key, 0), 0.3, good(job), Done(job.key, 1)])])
    found = []
    for answer in run(
        (Job(k, "x", data=b"x") for k in range(4)), workers=2, limits=Limits(worker_wall_s=1), spawner=actors
    ):
        found.append(answer)
        time.sleep(0.6)

    assert shown(found).count("kept") == 4


def test_workers_that_never_start_are_our_error():
    """When no worker gets ready, the run ends with a sentence, not in a loop."""
    actors = Actors([honest], begin=())

    with pytest.raises(BugError, match="do not start"):
        list(run([Job(0, "x", data=b"x")], workers=1, spawner=actors))
