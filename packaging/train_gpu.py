"""Trains the starter networks with the libraries of this Python, which nothing is installed into:
a rented machine with a GPU has PyTorch, and often no network."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).parents[1]


def find_the_resources() -> None:
    """Let `glide_studio.resources` be the folder that an installation would put there."""
    folder = ROOT / "resources"
    spec = spec_from_file_location("glide_studio.resources", folder / "__init__.py")
    assert spec is not None
    sys.modules[spec.name] = module_from_spec(spec)


if __name__ == "__main__":
    from glide_studio.threads import let_idle_threads_sleep

    let_idle_threads_sleep()
    find_the_resources()
    from glide_studio.training.gpu import main

    sys.exit(main(sys.argv[1:]))
