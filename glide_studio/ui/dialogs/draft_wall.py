"""The draft wall: a grid of drafts to give stars to, to reject and to enlarge."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from glide_studio.core.request.settings import MAX_COUNT, Settings
from glide_studio.session.drafts import DraftWall
from glide_studio.session.language import tr
from glide_studio.ui.dialogs.draft_grid import MAX_SIDE, MIN_SIDE, DraftGrid
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Dialog

MIN_DRAFTS, DRAFTS = 4, 16
SIZE = (736, 688)  # without a scroll bar for that many drafts


class DraftWallDialog(Dialog):
    """A resizable window that does not block the main window.

    `drafts_requested` carries the number of drafts to draw, `enlarge_requested` the temperature at
    which those with a star are to be enlarged.
    """

    drafts_requested = Signal(int)
    enlarge_requested = Signal(float)

    def __init__(self, drafts: DraftWall, parent: QWidget) -> None:
        super().__init__("draft_wall_dialog", tr("Draft Wall"), parent)
        self._drafts = drafts
        self._grid = DraftGrid()
        self._make_drawing()
        self._make_enlarging()
        self._lay_out()
        self._grid.starred.connect(drafts.star)
        self._grid.rejected.connect(drafts.reject)
        drafts.previewed.connect(self._grid.show_preview)
        drafts.changed.connect(self._show)
        self._show()

    def _make_drawing(self) -> None:
        self._count = named(
            QSpinBox(minimum=MIN_DRAFTS, maximum=MAX_COUNT, singleStep=4),
            "draft_count_spin",
            tr("Number of drafts"),
            tr("Number of drafts to draw"),
        )
        self._count.setValue(DRAFTS)
        self._draw = push_button(
            "draft_draw_button",
            tr("Draw Drafts"),
            tr("Draw drafts for the prompt in place of these"),
            role="primary",
        )
        self._draw.clicked.connect(self._draw_or_stop)
        self._order = named(
            ChoiceBox(), "draft_order_combo", tr("Order"), tr("The order of the drafts")
        )
        self._order.addItem(tr("As drawn"), "drawn")
        self._order.addItem(tr("Best match first"), "match")
        self._order.currentIndexChanged.connect(self._show)
        self._side = slider(
            "draft_size_slider", tr("Size"), tr("Size of the drafts"), MAX_SIDE, MIN_SIDE
        )
        self._side.setValue(self._grid.side)
        self._side.valueChanged.connect(self._grid.set_side)
        self._side.setFixedWidth(120)

    def _make_enlarging(self) -> None:
        self._restore = push_button(
            "draft_restore_button", tr("Restore"), tr("Show the rejected drafts again")
        )
        self._restore.clicked.connect(self._drafts.restore)
        self._temperature = named(
            QDoubleSpinBox(decimals=3, singleStep=0.01, minimum=0.0, maximum=2.0),
            "draft_temperature_spin",
            tr("Temperature"),
            tr("Temperature of the upsampler: lower values give smoother details"),
        )
        self._temperature.setValue(Settings.temperature)
        self._enlarge = push_button(
            "draft_enlarge_button",
            tr("Enlarge Starred"),
            tr("Upsample the starred drafts and add them to the candidates"),
        )
        self._enlarge.clicked.connect(
            lambda: self.enlarge_requested.emit(self._temperature.value())
        )

    def _lay_out(self) -> None:
        count = label(tr("Drafts"), "small", self._count)
        top = [
            count,
            self._count,
            self._draw,
            None,
            self._order,
            label(tr("Size"), "small", self._side),
        ]
        hint = label(tr("Enter or a double click: star · Delete: reject"), "small", wraps=True)
        temperature = label(tr("Temperature"), "small", self._temperature)
        below = [hint, self._restore, temperature, self._temperature, self._enlarge]
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addLayout(fill(QHBoxLayout(), [*top, self._side], GRID))
        layout.addWidget(self._grid, 1)
        layout.addLayout(fill(QHBoxLayout(), below, GRID, grows=[hint]))
        self.resize(*SIZE)
        self.setSizeGripEnabled(True)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)

    def _draw_or_stop(self) -> None:
        if self._drafts.is_drawing:
            self._drafts.stop()
        else:
            self.drafts_requested.emit(self._count.value())

    def _show(self) -> None:
        wall, drawing = self._drafts.wall, self._drafts.is_drawing
        drafts = () if wall is None else wall.ordered(self._order.currentData())
        self._grid.show_drafts(drafts)
        self._draw.setText(tr("Stop") if drawing else tr("Draw Drafts"))
        has_matches = any(draft.match is not None for draft in drafts)
        self._order.setEnabled(has_matches)
        rejected = wall is not None and any(draft.rejected for draft in wall.drafts)
        self._restore.setEnabled(rejected)
        self._enlarge.setEnabled(bool(self._drafts.starred))
