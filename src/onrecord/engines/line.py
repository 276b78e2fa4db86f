"""One job through the line: open, expand, process, one frame for each step.

Lives here: what a worker does with a job, and what becomes of every exception. Not here: processes (``worker``),
getting bytes (``collect``), any step of reading (``pipeline``). Runs in a worker, and in tests in the same process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from onrecord import pipeline
from onrecord.engines import intake, mock
from onrecord.engines.frames import Aside, Begin, Done, Frame, Kept, Passed, Tired
from onrecord.engines.jobs import Job
from onrecord.errors import Refused
from onrecord.knowledge import Knowledge
from onrecord.limits import Limits
from onrecord.model import SetAside, Source
from onrecord.reasons import Reason

_PASSED_OVER = 64  # parts passed over between two signs of life


@dataclass(slots=True)
class Line:
    """The line as one worker has it. ``allow`` is called before each stretch of work that has its own allowance of
    processor time; ``worn`` says that a fresh process would do better; ``mocks`` lets mock documents act; ``tell``
    sends a frame while the next part is still looked for."""

    know: Knowledge
    limits: Limits
    allow: Callable[[], None] = lambda: None
    worn: Callable[[], bool] = lambda: False
    mocks: bool = False
    documents: int = 0
    tell: Callable[[Frame], None] = lambda _: None

    def frames(self, job: Job) -> Iterator[Frame]:
        """Begin and Kept or Aside for each part from ``job.start`` on, then Done; or Tired as the last frame."""
        self.allow()
        part = 0
        skipped: tuple[tuple[str, int], ...] = ()
        try:
            parts = intake.parts(job, self.limits, lambda: self._progress(job))
            for found in parts:
                if part < job.start:
                    if part % _PASSED_OVER == 0:
                        yield Passed(job.key)
                else:
                    yield Begin(job.key, part)
                    answer = self._answer(job, part, found)
                    yield answer
                    if isinstance(answer, Tired):
                        return
                part += 1
                if part > job.start and self.worn():
                    yield Tired()
                    return
                self.allow()
            skipped = tuple(sorted(parts.skipped.items()))
        except Exception as error:
            part = max(part, job.start)
            yield Begin(job.key, part)
            yield Aside(job.key, part, set_aside(job.locator, part, error))
            part += 1
        yield Done(job.key, part, skipped)

    def _progress(self, job: Job) -> None:
        """Much of a file was read without a part to show for it: renew the allowance, and say so."""
        self.allow()
        self.tell(Passed(job.key))

    def _answer(self, job: Job, part: int, found: Source | SetAside) -> Frame:
        if isinstance(found, SetAside):
            return Aside(job.key, part, replace(found, part=part))
        self.allow()
        fresh = self.documents == 0
        self.documents += 1
        try:
            if self.mocks:
                mock.act(found.data)
            return Kept(job.key, part, pipeline.process(found, self.know, self.limits, voices=job.voices))
        except MemoryError as error:
            return Aside(job.key, part, set_aside(found.locator, part, error)) if fresh else Tired()
        except Exception as error:
            return Aside(job.key, part, set_aside(found.locator, part, error))


def set_aside(locator: str, part: int, error: Exception) -> SetAside:
    """What an exception means for the part it came from: its own reason, a limit, or our own error."""
    match error:
        case Refused():
            return SetAside(locator, error.reason.value, error.detail, part)
        case MemoryError():
            return SetAside(locator, Reason.TIMEOUT_OR_MEMORY.value, "it needs more memory than a worker may use", part)
        case RecursionError():
            return SetAside(locator, Reason.TOO_DEEP.value, "nested deeper than the reader can follow", part)
        case _:
            return SetAside(locator, Reason.INTERNAL_ERROR.value, f"{_where(error)}: {error!r}"[:500], part)


def _where(error: Exception) -> str:
    """File and line that raised, without the folders before the package."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return "?"
    name = trace.tb_frame.f_code.co_filename
    return f"{name[name.rfind('onrecord/') :] if 'onrecord/' in name else name.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
