"""How the threads of torch share the processors with everything else on the machine."""

import os

WAIT_POLICY = "OMP_WAIT_POLICY"


def let_idle_threads_sleep() -> None:
    """Have the threads of OpenMP sleep while they wait, unless the environment says otherwise.

    By default they spin, which takes the time from the very threads that they wait for as soon as
    something else is running. All runtimes that torch brings (GNU's, LLVM's and Intel's) read the
    variable once, when they are loaded: every program that imports torch calls this before.
    """
    os.environ.setdefault(WAIT_POLICY, "passive")
