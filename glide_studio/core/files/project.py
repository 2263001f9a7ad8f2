"""The contents of a project file: the document, the view of it, and the settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from glide_studio.core.document.document import Document
from glide_studio.core.request.settings import Settings
from glide_studio.core.sentence import Sentence


@dataclass(frozen=True)
class SavedView:
    """The view of a document on the canvas: (`x`, `y`) is the document point in the middle, `zoom`
    is in screen pixels per document pixel, `angle` in degrees clockwise, after mirroring."""

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

    It is `exact` if saving it under the same name loses nothing of the file. A `salvaged` one is
    what could be read of a damaged file, to be saved under a name of its own.
    """

    project: Project
    notes: tuple[Sentence, ...] = ()
    exact: bool = True
    salvaged: bool = False
