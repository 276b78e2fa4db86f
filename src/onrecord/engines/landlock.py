"""Landlock: this process and its children may read files but change none, run none, and open no TCP port.

Lives here: the three system calls and what is handled in each version of the kernel's interface (ABI). Not here:
system calls in general (``seccomp``), limits (``sandbox``). Reading stays free: a worker opens the file it was given
by name, and Python loads modules late. Source of facts: the kernel's ``userspace-api/landlock``.
"""

from __future__ import annotations

import ctypes
import os

_CREATE, _RESTRICT = 444, 446  # one number on every architecture
_VERSION_FLAG = 1
_READS = (1 << 2) | (1 << 3)  # READ_FILE, READ_DIR: left free
_FS_BITS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # ABI -> how many access rights it knows
_NET_BIND_CONNECT = 0b11
_SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


class _Attributes(ctypes.Structure):
    _fields_ = (("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


def abi() -> int:
    """The kernel's Landlock ABI; 0 when it has none or it is switched off."""
    libc = ctypes.CDLL(None, use_errno=True)
    return max(0, int(libc.syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(_VERSION_FLAG))))


def restrict() -> int:
    """Forbid this process every change of the file system and every TCP port; the ABI used, 0 when there is none.

    Wants ``no_new_privs`` first. No rule is added to the set: what is handled is denied everywhere.
    """
    version = abi()
    if version == 0:
        return 0
    attributes = _Attributes(fs=((1 << _FS_BITS[min(version, 5)]) - 1) & ~_READS)
    size = 8
    if version >= 4:
        attributes.net, size = _NET_BIND_CONNECT, 16
    if version >= 6:
        attributes.scoped, size = _SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS, 24
    libc = ctypes.CDLL(None, use_errno=True)
    rules = libc.syscall(_CREATE, ctypes.byref(attributes), ctypes.c_size_t(size), ctypes.c_uint(0))
    if rules < 0:
        return 0
    try:
        return version if libc.syscall(_RESTRICT, ctypes.c_int(rules), ctypes.c_uint(0)) == 0 else 0
    finally:
        os.close(rules)
