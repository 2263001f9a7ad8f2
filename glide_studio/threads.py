"""How threads share the processors, and the memory of the program, with everything else."""

import ctypes
import os
import sys
from contextlib import suppress

WAITING = {"OMP_WAIT_POLICY": "passive", "GOMP_SPINCOUNT": "10000"}
"""How OpenMP's threads wait: asleep, after at most a tenth of a millisecond of spinning. Without
that, every short operation of a small network would wait for its threads to wake: its step takes
twice the time. Much longer would take the time from other programs again."""


def let_idle_threads_sleep() -> None:
    """Have the threads of OpenMP sleep while they wait, unless the environment says otherwise.

    By default they spin, which takes the time from the very threads that they wait for as soon as
    something else is running. All runtimes that torch brings (GNU's, LLVM's and Intel's) read the
    variables once, when they are loaded: every program that imports torch calls this before.
    """
    if not os.environ.keys() & WAITING.keys():
        os.environ.update(WAITING)


_M_ARENA_MAX = -8  # of malloc.h
_MAX_HEAPS = 2


def share_heaps() -> None:
    """Have all threads allocate from two heaps, unless the environment says otherwise.

    By default glibc makes up to eight for each processor (mallopt(3), M_ARENA_MAX). Memory that a
    thread frees is used again only by those of its heap. In ten minutes of work the window then
    held 99 to 116 MB, with two heaps 96 to 102. Elsewhere it does nothing.
    """
    if sys.platform == "linux" and "MALLOC_ARENA_MAX" not in os.environ:
        with suppress(AttributeError):  # only glibc has it
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _MAX_HEAPS)
