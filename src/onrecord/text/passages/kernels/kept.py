"""Loops whose machine code is kept in a file, so that a run that has it never loads the compiler.

Lives here: one decorator, ``kept``, and how its functions are called. Not here: making and reading the files
(``machine``), loops. numba keeps machine code too, but loading it takes the whole compiler: 0.7 s of every run.

A kept function takes arrays and whole numbers and gives nothing, a whole number or a tuple of them; whatever does not
fit is compiled and called by numba as any other loop. It allocates nothing. It runs without the interpreter's lock.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import update_wrapper
from types import FunctionType
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

import numpy as np

if TYPE_CHECKING:  # loads LLVM
    from onrecord.text.passages.kernels.machine import Kinds

P = ParamSpec("P")
R = TypeVar("R")


class Kept(Generic[P, R]):
    """A loop, and for each kind of arguments it was called with the way to call it."""

    def __init__(self, function: Callable[P, R]) -> None:
        self.function = cast(FunctionType, function)
        self._ways: dict[Kinds, Callable[..., R]] = {}
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the loop; arguments are given by place."""
        kinds = tuple(map(_kind, args))
        way = self._ways.get(kinds)
        if way is None:
            way = self._ways[kinds] = self._way(kinds, args)
        return way(*args)

    def _way(self, kinds: Kinds, args: tuple[Any, ...]) -> Callable[..., R]:
        """How arguments of these kinds are taken: by kept machine code, else by the compiler's own caller."""
        if os.environ.get("NUMBA_DISABLE_JIT", "0") != "0":
            return self.function
        from onrecord.text.passages.kernels import machine

        way = machine.code(self.function, kinds, args, lambda: _plain(self.function))
        return cast("Callable[..., R] | None", way) or self.compiled()

    def compiled(self) -> Callable[..., R]:
        """The loop as numba compiles it: what other loops call."""
        return cast(Callable[..., R], _compiled(self.function))


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """The function, compiled once for the types it is called with on this machine."""
    return Kept(function)


def _plain(function: FunctionType) -> FunctionType:
    """A function like this one to which the loops it calls are known as numba knows them."""
    known = dict(function.__globals__)
    for name in function.__code__.co_names:
        if isinstance(called := known.get(name), Kept):
            known[name] = called.compiled()
    copy = FunctionType(function.__code__, known, function.__name__, function.__defaults__, function.__closure__)
    return update_wrapper(copy, function)


def _compiled(function: FunctionType) -> Any:
    import numba

    return numba.njit(cache=True, nogil=True)(_plain(function))


def _kind(value: object) -> tuple[str, int, bool] | None:
    """What an argument is to compiled code: None for a whole number."""
    if isinstance(value, np.ndarray):
        return (value.dtype.str if value.flags.c_contiguous else "?", value.ndim, value.flags.writeable)
    return None if type(value) is int else (type(value).__name__, -1, False)
