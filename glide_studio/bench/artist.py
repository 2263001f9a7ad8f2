"""A simulated artist who works in the real window and times what appears on the canvas."""

import asyncio
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QSlider, QSpinBox, QWidget

from glide_studio.bench.paint_watch import PaintWatch
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.window.main_window import MainWindow

NOTCH = 120
SIZE = (1280, 840)
REST_SECONDS = 0.3
PAUSE = 0.004
"""Seconds between an effect on the screen and the next move, and between two checks."""

_W = TypeVar("_W", bound=QWidget)


class Artist:
    """Types, presses keys, paints, zooms and pans; all coordinates are canvas pixels."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._canvas = _found(window, Canvas, "canvas")
        self._prompt = _found(window, QPlainTextEdit, "prompt_edit")
        self._watch = PaintWatch(self._canvas)
        window.resize(*SIZE)

    def ask_for(self, prompt: str) -> None:
        """Replace the prompt and press Generate."""
        self.type_prompt(prompt)
        self.press_generate()

    def type_prompt(self, prompt: str) -> None:
        """Replace the prompt, and close the words that are offered."""
        self._focus(self._prompt)
        QTest.keySequence(self._prompt, "Ctrl+A")
        QTest.keyClicks(self._prompt, prompt)
        QTest.keyClick(self._prompt, Qt.Key.Key_Escape)

    async def begin_transform(self) -> list[list[QPoint]]:
        """Put handles around the active layer; returns a drag of a corner and one that rotates,
        both of which end where they begin."""
        (toolbox,) = self._canvas.findChildren(Toolbox)
        tool = toolbox.transform
        await self.press("Ctrl+T")
        while tool.transform is None:
            await asyncio.sleep(PAUSE)
        middle, corner = (
            self._canvas.to_widget(QPointF(*tool.transform.at(edges))).toPoint()
            for edges in ((0, 0), (1, 1))
        )
        way = corner - middle
        inner, outer = corner - way * 0.5, QPoint(round(way.x() * 1.15), 0)
        scaling = path(*(_pair(point) for point in (corner, inner, corner)), steps=25)
        turns = [(outer.x(), 0), (outer.x(), way.y()), (outer.x(), -way.y()), (outer.x(), 0)]
        rotation = path(*((middle.x() + x, middle.y() + y) for x, y in turns), steps=25)
        return [[*scaling, corner], rotation]

    async def adjust_levels(self, steps: int) -> list[float]:
        """Open Levels and lower the white; the result is as of `stroke`. Return applies it."""
        await self.press("Ctrl+Shift+L")
        while not self._window.findChildren(QSpinBox, "levels_white_spin"):
            await asyncio.sleep(PAUSE)
        white = _found(self._window, QSpinBox, "levels_white_spin")
        await self.rest()
        return await self._timed(partial(white.setValue, 254 - step) for step in range(steps))

    def press_generate(self) -> None:
        QTest.keySequence(self._prompt, "Ctrl+Return")

    async def press(self, keys: str) -> None:
        """Press a shortcut with the focus on the canvas."""
        self._focus(self._canvas)
        while not self._window.isActiveWindow():
            await asyncio.sleep(PAUSE)
        QTest.keySequence(self._canvas, keys)

    async def agree(self) -> None:
        """Wait for a dialog and accept it."""
        while self._window.isActiveWindow():
            await asyncio.sleep(PAUSE)
        (dialog,) = (found for found in self._window.findChildren(QDialog) if found.isVisible())
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    def _focus(self, widget: QWidget) -> None:
        self._window.activateWindow()  # without a window manager nothing else does
        widget.setFocus()

    def set_count(self, pictures: int) -> None:
        _found(self._window, QSpinBox, "count_spin").setValue(pictures)

    async def fade(self, steps: int) -> list[float]:
        """Drag the slider from After to Before and back; the result is as of `stroke`."""
        slider = _found(self._window, QSlider, "compare_slider")
        levels = np.linspace(slider.maximum(), slider.minimum(), steps).astype(int).tolist()
        levels = [*levels[1:], *levels[-2::-1]]
        return await self._timed(partial(slider.setValue, level) for level in levels)

    def painted(self) -> asyncio.Future[float]:
        """A future with the `time.perf_counter` at which the canvas's next paint is shown."""
        return self._watch.next()

    def look(self) -> None:
        """Force the canvas to paint, even if nothing on it has changed."""
        self._canvas.update()

    async def rest(self) -> float:
        """Wait until the canvas has not been painted for a while; returns the `time.perf_counter`
        of the last time, or of the start."""
        last = time.perf_counter()
        with suppress(TimeoutError):
            while True:
                last = await asyncio.wait_for(self.painted(), REST_SECONDS)
        return last

    async def _timed(self, acts: Iterable[Callable[[], object]]) -> list[float]:
        """Do `acts`; return the seconds from each until its effect is on the screen."""
        found = []
        for act in acts:
            started = time.perf_counter()
            act()
            found.append(await self.painted() - started)
            await asyncio.sleep(PAUSE)
        return found

    async def stroke(self, places: list[QPoint]) -> list[float]:
        """Paint through `places`; return the seconds that each took to show."""
        return await self._drag(places, Qt.MouseButton.LeftButton)

    def choose_source(self, size: int, place: QPoint) -> None:
        """Set the size of the brush, and what it copies from, if it does."""
        (toolbox,) = self._canvas.findChildren(Toolbox)
        toolbox.brush = replace(toolbox.brush, size=size)
        keys = Qt.KeyboardModifier.AltModifier
        QTest.mouseClick(self._canvas, Qt.MouseButton.LeftButton, keys, place)
        QTest.keyRelease(self._canvas, Qt.Key.Key_Alt)

    async def pan(self, places: list[QPoint]) -> list[float]:
        """Pan the view along `places`; the result is as of `stroke`."""
        return await self._drag(places, Qt.MouseButton.MiddleButton)

    async def zoom(self, notches: int) -> list[float]:
        """Turn the wheel over the centre, to zoom in if `notches` is positive; else as `stroke`."""
        turn = partial(self._turn_wheel, 1 if notches > 0 else -1)
        return await self._timed([turn] * abs(notches))

    async def _drag(self, places: list[QPoint], button: Qt.MouseButton) -> list[float]:
        QTest.mousePress(self._canvas, button, pos=places[0])
        moves = (partial(QTest.mouseMove, self._canvas, place) for place in places[1:])
        found = await self._timed(moves)
        QTest.mouseRelease(self._canvas, button, pos=places[-1])
        return found

    def _turn_wheel(self, direction: int) -> None:
        place = QPointF(self._canvas.rect().center())
        event = QWheelEvent(
            place,
            self._canvas.mapToGlobal(place),
            QPoint(),
            QPoint(0, direction * NOTCH),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(self._canvas, event)


def _found(window: QWidget, kind: type[_W], name: str) -> _W:
    """The only widget with an object name."""
    (widget,) = window.findChildren(kind, name)
    return widget


def _pair(point: QPoint) -> tuple[int, int]:
    return point.x(), point.y()


def path(*corners: tuple[int, int], steps: int) -> list[QPoint]:
    """Points on the lines from corner to corner, `steps` on each line."""
    points = [QPoint(*corner) for corner in corners]
    return [
        start + (end - start) * step / steps
        for start, end in pairwise(points)
        for step in range(steps)
    ]
