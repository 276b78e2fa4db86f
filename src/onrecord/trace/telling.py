"""The words by which two passages differ: negations, numbers and names of all languages.

Lives here: the table kept for runs that load no language. Not here: gathering the words (``trace.gathering``), the
table's type (``text.passages.telling``), what stands on two sides (``kernels``).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from onrecord.text import passages
from onrecord.text.passages import Marks, keeping


@cache
def known() -> Marks:
    """What tells in any language; kept, since loading the languages takes longer than a small file."""
    folder = Path(__file__).parent.parent / "knowledge"
    sources = sorted(file for end in ("py", "tsv", "toml") for file in folder.rglob(f"*.{end}"))
    sources.append(Path(__file__).with_name("gathering.py"))
    made_of = [(file.name, keeping.digest(file.read_bytes())) for file in sources]
    kept = keeping.value(__file__, "telling", made_of, bytes, _made)
    return passages.sifted(np.frombuffer(kept, np.uint64))


def _made() -> bytes:
    from onrecord.trace.gathering import gathered

    return passages.marks(gathered()).mark.tobytes()
