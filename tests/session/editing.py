"""Steps and checks that the tests of the editor share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.session.editor import Editor

Complete = Callable[..., Any]


def square(extent: Extent, bounds: Rect) -> Mask:
    return Mask.empty(extent).write(bounds, np.full((bounds.height, bounds.width), 255, np.uint8))


def sentences(signal: Any) -> list[str]:
    """Collect the sentences that a signal carries from now on."""
    said: list[str] = []
    signal.connect(said.append)
    return said


def open_file(qtbot: Any, editor: Editor, path: Path) -> None:
    editor.open(path)
    qtbot.waitUntil(lambda: editor.open_document.path == path)


def finish(qtbot: Any, editor: Editor) -> None:
    qtbot.waitUntil(lambda: editor.runs.running is None)


def shown(editor: Editor, x: int = 128, y: int = 128) -> tuple[int, ...]:
    return tuple(editor.document.composite(Rect(x, y, 1, 1))[0, 0, :3])


def labels(editor: Editor) -> list[str]:
    return [entry.label for entry in editor.open_document.history.entries]
