"""Importing checkpoints, for tests."""

from pathlib import Path
from typing import Any

import pytest

from glide_studio.engine.importing import import_checkpoints
from glide_studio.engine.recognition import ModelError
from glide_studio.library.control import Control
from glide_studio.library.networks import NetworkFile


def imported(*paths: Path, **settings: Any) -> list[NetworkFile]:
    """Import files to the folder "out" beside the first one."""
    out = paths[0].parent / "out"
    storage = settings.get("storage", "float32")
    return import_checkpoints(paths, out, storage, settings.get("control", Control()), print)


def refusal(path: Path) -> str:
    """The sentence with which a file is refused; it leaves nothing behind."""
    with pytest.raises(ModelError) as error:
        imported(path)
    assert not list((path.parent / "out").glob("*"))
    said = str(error.value)
    assert path.name in said
    return said
