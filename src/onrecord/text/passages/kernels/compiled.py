"""The one decorator of the kernels.

Lives here: how a loop is compiled. Not here: loops. ``cache`` keeps the machine code between runs, ``nogil`` lets two
run side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function, compiled for the types it is first called with."""
    return cast(Callable[P, R], numba.njit(cache=True, nogil=True)(function))
