"""What a project file holds: the document, and how the artist left the window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from glide_studio.core.document.document import Document
from glide_studio.core.request.settings import Settings
from glide_studio.core.sentence import Sentence


@dataclass(frozen=True)
class SavedView:
    """How the page lay on the canvas: `x` and `y` are the document point in the middle, `zoom` is
    screen pixels per document pixel, `angle` is in degrees clockwise, after mirroring."""

    zoom: float
    x: float
    y: float
    angle: float = 0.0
    mirrored: bool = False


WindowState = tuple[SavedView | None, Settings | None, Mapping[int, str]]
"""The view, the settings of the prompt panel, and the prompts of the mask's colours, by their
numbers, as far as there are several."""


@dataclass(frozen=True)
class Project:
    """A document with the state that the window was left in, as far as it is known."""

    document: Document = field(repr=False)
    view: SavedView | None = None
    settings: Settings | None = None
    prompts: Mapping[int, str] = field(default_factory=dict)


class Opened(NamedTuple):
    """A project from a file, with what the artist should know about it.

    It is `exact` if saving it under the same name loses nothing of the file.
    """

    project: Project
    notes: tuple[Sentence, ...] = ()
    exact: bool = True
