"""Seccomp: system calls a reader never needs are refused: sockets, new processes, programs, writing, signals.

Lives here: a small filter program (classic BPF) and the numbers of system calls on the two architectures we know.
Not here: file access rights (``landlock``), limits (``sandbox``). A refused call fails with EPERM, it does not kill,
so that a library which merely tries (a locale, a cache file) goes on.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from collections.abc import Iterator
from dataclasses import dataclass

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _EACCES, _ENOSYS = 1, 13, 38
_LOAD, _EQUAL, _BITS, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_NUMBER, _ARCH, _ARGS = 0, 4, 16  # offsets in struct seccomp_data; the low half of argument n is at 16 + 8n
_CLONE_THREAD = 0x10000
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True, slots=True)
class Calls:
    """System call numbers of one architecture. ``denied`` fail always; ``missing`` pretend to be unknown, so that libc
    falls back; ``open`` and ``openat`` may not write; ``clone`` may only make threads; ``signals`` may only go to
    oneself; ``prlimit`` may only concern oneself."""

    audit: int
    x32_bit: int
    denied: tuple[int, ...]
    missing: tuple[int, ...]
    open: int
    openat: int
    clone: int
    signals: tuple[int, ...]
    prlimit: int


_SAME_EVERYWHERE = (424, 425, 426, 427, 434, 438, 452)  # pidfd_send_signal, io_uring x3, pidfd_open/getfd, fchmodat2
_X86_64 = Calls(
    audit=0xC000003E,
    x32_bit=0x40000000,
    denied=(
        *_SAME_EVERYWHERE,
        *(41, 42, 43, 49, 50, 53, 288),  # socket connect accept bind listen socketpair accept4
        *(57, 58, 59, 322, 101, 310, 311),  # fork vfork execve execveat ptrace process_vm_readv/writev
        *(129, 200, 297, 109, 112),  # rt_sigqueueinfo tkill rt_tgsigqueueinfo setpgid setsid
        *(272, 308, 165, 166, 155, 161, 304),  # unshare setns mount umount2 pivot_root chroot open_by_handle_at
        *(321, 298, 323, 248, 249, 250),  # bpf perf_event_open userfaultfd add_key request_key keyctl
        *(85, 76, 77, 82, 264, 316, 83, 258, 84, 87, 263),  # creat truncate ftruncate rename* mkdir* rmdir unlink*
        *(86, 265, 88, 266, 133, 259, 90, 91, 268, 92, 93, 94, 260),  # link* symlink* mknod* chmod* chown*
        *(132, 235, 261, 280, 188, 189, 190),  # utime* setxattr*
        *(175, 313, 176, 246, 169, 167, 164, 227, 159),  # modules kexec reboot swapon clocks
        *(29, 64, 68, 240),  # shmget semget msgget mq_open
    ),
    missing=(435, 437),  # clone3 openat2
    open=2,
    openat=257,
    clone=56,
    signals=(62, 234),  # kill tgkill
    prlimit=302,
)
_AARCH64 = Calls(
    audit=0xC00000B7,
    x32_bit=0,
    denied=(
        *_SAME_EVERYWHERE,
        *(198, 199, 200, 201, 202, 203, 242),
        *(221, 281, 117, 270, 271),
        *(138, 130, 240, 154, 157),
        *(97, 268, 40, 39, 41, 51, 265),
        *(280, 241, 282, 217, 218, 219),
        *(45, 46, 38, 276, 34, 35, 37, 36, 33, 52, 53, 54, 55, 88, 5, 6, 7),
        *(105, 273, 106, 104, 142, 224, 170, 112, 171),
        *(194, 190, 186, 180),
    ),
    missing=(435, 437),
    open=-1,
    openat=56,
    clone=220,
    signals=(129, 131),
    prlimit=261,
)


def calls() -> Calls | None:
    """The numbers of this machine's architecture, or None when we have no table for it."""
    return {"x86_64": _X86_64, "aarch64": _AARCH64}.get(platform.machine())


def restrict() -> bool:
    """Put the filter on this process for good; False when the architecture or the kernel has no room for it.

    Wants ``no_new_privs`` first, and is to be called in the process that shall be held: its pid is in the filter.
    """
    table = calls()
    if table is None:
        return False
    code = b"".join(_program(table, os.getpid()))
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(program), 0, 0) == 0)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))


def _program(table: Calls, pid: int) -> Iterator[bytes]:
    """One filter: each rule is a comparison and, when it holds, its own return; what falls through is allowed."""
    yield _op(_LOAD, _ARCH)
    yield _op(_EQUAL, table.audit, 1, 0)
    yield _op(_RETURN, _KILL)
    yield _op(_LOAD, _NUMBER)
    if table.x32_bit:
        yield _op(_AT_LEAST, table.x32_bit, 0, 1)
        yield _op(_RETURN, _ERRNO | _EPERM)
    for number in table.denied:
        yield _op(_EQUAL, number, 0, 1)
        yield _op(_RETURN, _ERRNO | _EPERM)
    for number in table.missing:
        yield _op(_EQUAL, number, 0, 1)
        yield _op(_RETURN, _ERRNO | _ENOSYS)
    if table.open >= 0:
        yield from _guard(table.open, 1, _op(_BITS, _WRITES, 1, 0), _EACCES)
    yield from _guard(table.openat, 2, _op(_BITS, _WRITES, 1, 0), _EACCES)
    yield from _guard(table.clone, 0, _op(_BITS, _CLONE_THREAD, 0, 1), _EPERM)
    for number in table.signals:
        yield from _guard(number, 0, _op(_EQUAL, pid, 0, 1), _EPERM)
    yield from _guard(table.prlimit, 0, _op(_EQUAL, 0, 0, 1), _EPERM)
    yield _op(_RETURN, _ALLOW)


def _guard(number: int, argument: int, test: bytes, errno: int) -> Iterator[bytes]:
    """When the call is ``number``, ``test`` its argument: falling through allows it, jumping by one refuses it."""
    yield _op(_EQUAL, number, 0, 4)
    yield _op(_LOAD, _ARGS + 8 * argument)
    yield test
    yield _op(_RETURN, _ALLOW)
    yield _op(_RETURN, _ERRNO | errno)


def _op(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value & 0xFFFFFFFF)
