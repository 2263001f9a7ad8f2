"""The commands on the picture as a whole, each of them one undoable step."""

from collections.abc import Callable
from functools import partial

from glide_studio.core.document.document import Document
from glide_studio.core.document.reshape import (
    SizeError,
    check_extent,
    cropped,
    flipped,
    rotated,
    scaled,
)
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.runs import Runs


class ImageCommands:
    """Commands on the frame, the size and the orientation of the open document.

    They are computed in the background, and refused during a run, whose result would no longer fit.
    A size that is too large is reported through `failed`.
    """

    def __init__(self, open_document: OpenDocument, runs: Runs) -> None:
        self._open_document = open_document
        self._runs = runs

    def crop(self, frame: Rect) -> None:
        """Crop to `frame`; where it reaches past the edge, the canvas grows."""
        grows = not self._open_document.document.extent.bounds.contains(frame)
        label = tr("Extend canvas") if grows else tr("Crop")
        self._start(label, frame, partial(cropped, frame=frame))

    def scale(self, extent: Extent, resampling: Resampling) -> None:
        """Scale the whole picture."""
        change = partial(scaled, extent=extent, resampling=resampling)
        self._start(tr("Scale image"), extent.bounds, change)

    def rotate(self, quarters: int) -> None:
        """Rotate the picture clockwise by `quarters` times 90 degrees."""
        change = partial(rotated, quarters=quarters)
        self._start(tr("Rotate image"), self._open_document.document.extent.bounds, change)

    def flip(self, left_to_right: bool) -> None:
        """Mirror the picture left to right, or top to bottom."""
        change = partial(flipped, left_to_right=left_to_right)
        self._start(tr("Flip image"), self._open_document.document.extent.bounds, change)

    def _start(self, label: str, frame: Rect, change: Callable[[Document], Document]) -> None:
        if self._runs.running_here is not None:
            self._open_document.blocked.emit(
                tr("A picture is being generated. Wait or cancel before changing the canvas.")
            )
            return
        try:
            check_extent(Extent(frame.width, frame.height))
        except SizeError as error:
            self._open_document.report(error)
            return
        self._open_document.apply_in_background(label, change)
