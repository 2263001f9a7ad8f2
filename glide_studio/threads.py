"""How the threads of torch share the processors with everything else on the machine."""

import os

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
