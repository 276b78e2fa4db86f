"""Machine code of loops, kept in files beside the code (or in the user's cache) and loaded without the compiler.

Lives here: making and calling it. Not here: which loops (``kept``), files (``passages.keeping``).

A file holds what LLVM made of one loop, and is named after everything that went into it: the loops' source, the
versions, the processor. Only code that needs nothing of its surroundings is written. Without a folder to write to the
code is made in each process anew.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import Any

import llvmlite.binding as llvm
import msgspec
import numpy as np

from onrecord.text.passages import keeping

Kinds = tuple[tuple[str, int, bool] | None, ...]  # of each argument: type, dimensions, writable; None: whole number

# what the C library of every process has, and what lets go of an array's owner: the arrays given here have none
_LETS_GO = "NRT_MemInfo_call_dtor"
_FREE = {"memset", "memcpy", "memmove", "log", "logf", "sqrt", "sqrtf", _LETS_GO}
_OWNERLESS = f"define void @{_LETS_GO}(ptr %owner) {{ ret void }}"
_NOTHING = -2  # numba's status of a function that gives None; 0 when all went well


class _Code(msgspec.Struct, frozen=True):
    """``machine``: an object file; ``symbol``: the loop's name in it; ``gives``: how many whole numbers it gives, -1
    for one that is no tuple; ``lets_go``: whether it would let go of owners of arrays."""

    symbol: str
    gives: int
    lets_go: bool
    machine: bytes


def code(
    function: FunctionType, kinds: Kinds, args: Sequence[Any], plain: Callable[[], FunctionType]
) -> Callable[..., Any] | None:
    """A function that runs this loop's machine code; None when the loop cannot be kept. ``plain`` gives the loop as
    numba is to compile it; asked for only when no file holds the code."""
    if any(kind and (kind[1] < 1 or kind[0] == "?") for kind in kinds):
        return None
    file = function.__code__.co_filename
    place = keeping.file(file, f"{Path(file).stem}.{function.__name__}", (kinds, _surroundings(file)))
    made = keeping.read(place, _Code) if place else None
    if made is None:
        made = _make(plain(), kinds, args)
        if made and place:
            keeping.write(place, made)
    return _callable(made, kinds) if made else None


@cache
def _surroundings(file: str) -> tuple[object, ...]:
    """All that machine code depends on but the kinds of its arguments."""
    numba = find_spec("numba")  # found, not loaded
    loops = [(other.name, keeping.digest(other.read_bytes())) for other in sorted(Path(file).parent.glob("*.py"))]
    processor = llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()
    version = Path(numba.origin).with_name("_version.py").read_bytes() if numba and numba.origin else b""
    return loops, version, llvm.llvm_version_info, sys.version_info[:2], processor, llvm.get_process_triple()


def _make(function: FunctionType, kinds: Kinds, args: Sequence[Any]) -> _Code | None:
    """Compile a loop; None when its machine code needs more than its arguments or is called in another way."""
    import numba
    from numba.core import compiler as untyped
    from numba.core import types
    from numba.core.registry import cpu_target

    compiler: Any = untyped
    flags = compiler.Flags()
    flags.no_cpython_wrapper = flags.no_cfunc_wrapper = flags.nrt = True
    took = tuple(map(numba.typeof, args))
    done = compiler.compile_extra(cpu_target.typing_context, cpu_target.target_context, function, took, None, flags, {})
    gives = _gives(done.signature.return_type, types)
    symbol = done.fndesc.llvm_func_name
    module = llvm.parse_assembly(done.library.get_llvm_str())
    needs = {f.name for f in module.functions if f.is_declaration and not f.name.startswith("llvm.")}
    needs |= {v.name for v in module.global_variables if v.is_declaration}
    expected = ["ptr", "ptr"] + [kind for one in kinds for kind in _passed(one)]
    given = [str(argument.type) for argument in module.get_function(symbol).arguments]
    if gives is None or needs - _FREE or expected != given:
        return None
    return _Code(symbol, gives, _LETS_GO in needs, done.library._get_compiled_object())


def _gives(kind: Any, types: Any) -> int | None:
    if kind == types.none:
        return 0
    if kind == types.int64:
        return -1
    return len(kind) if isinstance(kind, types.UniTuple) and kind.dtype == types.int64 else None


def _passed(kind: tuple[str, int, bool] | None) -> list[str]:
    """How numba passes an argument: an array as owner, parent, size, bytes of one, data, shape and strides."""
    return ["i64"] if kind is None else ["ptr", "ptr", "i64", "i64", "ptr"] + ["i64"] * (2 * kind[1])


def _callable(made: _Code, kinds: Kinds) -> Callable[..., Any]:
    """A function that takes arrays and whole numbers and hands their parts to the machine code."""
    engine, address = _loaded(made)
    passed = [ctypes.c_void_p if part == "ptr" else ctypes.c_int64 for kind in kinds for part in _passed(kind)]
    native = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, *passed)(address)
    room, gives = ctypes.c_int64 * max(1, abs(made.gives)), made.gives

    def call(*args: Any) -> Any:
        parts: list[Any] = []
        for value in args:
            if isinstance(value, np.ndarray):
                parts += (None, None, value.size, value.itemsize, value.ctypes.data, *value.shape, *value.strides)
            else:
                parts.append(value)
        given, failure = room(), ctypes.c_void_p()
        status = native(ctypes.addressof(given), ctypes.addressof(failure), *parts)
        if status not in (0, _NOTHING):
            raise RuntimeError(f"{made.symbol} ended with status {status}")
        return (given[0] if gives < 0 else tuple(given)) if gives else None

    call.engine = engine  # type: ignore[attr-defined]  # the code lives as long as what loaded it
    return call


def _loaded(made: _Code) -> tuple[Any, int]:
    """Bring machine code into memory: what holds it, and where the loop begins."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_default_triple().create_target_machine()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(_OWNERLESS if made.lets_go else ""), target)
    engine.add_object_file(llvm.ObjectFileRef.from_data(made.machine))
    engine.finalize_object()
    return engine, engine.get_function_address(made.symbol)
