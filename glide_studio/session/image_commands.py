"""What an artist does to the picture as a whole, each time as one undoable step."""

from collections.abc import Callable
from functools import partial

from glide_studio.core.document.document import Document
from glide_studio.core.document.reshape import (
    Resampling,
    SizeError,
    check_extent,
    cropped,
    flipped,
    scaled,
    turned,
)
from glide_studio.core.geometry import Extent, Rect
from glide_studio.session.editor import Editor
from glide_studio.session.failure import sentence
from glide_studio.session.language import tr


class ImageCommands:
    """Commands on the frame, the size and the orientation of the editor's document.

    They are computed aside. While a picture is being made they are refused: it would land in
    another place than it was made for. What is too large is said through the editor's `failed`.
    """

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def crop(self, frame: Rect) -> None:
        """Keep what lies in `frame`; where that reaches past the edge, the canvas grows."""
        grows = not self._editor.document.extent.bounds.contains(frame)
        label = tr("Extend canvas") if grows else tr("Crop")
        self._begin(label, frame, partial(cropped, frame=frame))

    def scale(self, extent: Extent, resampling: Resampling) -> None:
        """Bring the whole picture to another size."""
        change = partial(scaled, extent=extent, resampling=resampling)
        self._begin(tr("Scale image"), extent.bounds, change)

    def turn(self, quarters: int) -> None:
        """Turn the picture clockwise by `quarters` times 90 degrees."""
        change = partial(turned, quarters=quarters)
        self._begin(tr("Rotate image"), self._editor.document.extent.bounds, change)

    def flip(self, left_to_right: bool) -> None:
        """Mirror the picture left to right, or top to bottom."""
        change = partial(flipped, left_to_right=left_to_right)
        self._begin(tr("Flip image"), self._editor.document.extent.bounds, change)

    def _begin(self, label: str, frame: Rect, change: Callable[[Document], Document]) -> None:
        if self._editor.running is not None:
            self._editor.noticed.emit(
                tr("A picture is being made: wait for it, or cancel it, then change the canvas.")
            )
            return
        try:
            check_extent(Extent(frame.width, frame.height))
        except SizeError as error:
            self._editor.failed.emit(sentence(error))
            return
        self._editor.apply_aside(label, change)
